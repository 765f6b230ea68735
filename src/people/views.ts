import Type, { type Static } from 'typebox';
import { closed, nullable } from '../kernel/shapes.ts';
import { type Role, roles } from './model.ts';

/** What leaves the API about people. Times are ISO 8601 with zone (UTC), days ISO dates. */

const text = Type.String();
const time = Type.String({ format: 'date-time' });

export const RoleName = Type.Unsafe<Role>(Type.Enum([...roles]));

/** The session of whoever asks, with what they may do: the sentences of permissions.ts that let them somewhere. */
export const Session = Type.Object(
  {
    officerId: text,
    officer: text,
    unit: text,
    tenant: text,
    /** sent back as the header `x-thang-csrf` with every change */
    csrf: text,
    demo: Type.Boolean(),
    roles: Type.Array(
      Type.Object({ role: RoleName, agencies: Type.Union([Type.Literal('all'), Type.Array(text)]) }, closed),
    ),
    may: Type.Array(text),
  },
  closed,
);
export type Session = Static<typeof Session>;

/** Whom the demo can act as. */
export const DemoOfficerView = Type.Object({ id: text, name: text, unit: text, role: RoleName }, closed);
export type DemoOfficerView = Static<typeof DemoOfficerView>;

/** What the sign-in page shows before anybody is known. `tenants` has more than one only where the server serves several. */
export const SignInPage = Type.Object(
  {
    demo: Type.Boolean(),
    /** whether a forgotten password can be set anew by mail */
    mail: Type.Boolean(),
    /** nobody can sign in yet: the link printed at the start is to be opened */
    empty: Type.Boolean(),
    tenants: Type.Array(Type.Object({ code: text, name: text }, closed)),
    /** the code of the tenant that is meant: the only one, the one asked for, or the one of last time */
    tenant: nullable(text),
    providers: Type.Array(Type.Object({ id: text, name: text }, closed)),
  },
  closed,
);
export type SignInPage = Static<typeof SignInPage>;

/** done: a session is open · second: a code is to be sent next. */
export const SignInStep = Type.Object({ step: Type.Unsafe<'done' | 'second'>(Type.Enum(['done', 'second'])) }, closed);
export type SignInStep = Static<typeof SignInStep>;

/** What a link opens: `login` where it belongs to an account. */
export const LinkView = Type.Object(
  {
    kind: Type.Unsafe<'setup' | 'invitation' | 'reset'>(Type.Enum(['setup', 'invitation', 'reset'])),
    tenant: text,
    login: nullable(text),
    name: nullable(text),
    expiresAt: time,
  },
  closed,
);
export type LinkView = Static<typeof LinkView>;

/** One role of an officer as it was given. `agency` null: the whole tenant. `state` on today's date. */
export const GrantView = Type.Object(
  {
    id: text,
    role: RoleName,
    agencyId: nullable(text),
    agency: nullable(text),
    subtree: Type.Boolean(),
    from: text,
    to: nullable(text),
    state: Type.Unsafe<'now' | 'later' | 'past'>(Type.Enum(['now', 'later', 'past'])),
    grantedBy: text,
    grantedAt: time,
    /** for a delegated role: whose it is, and why it was handed on */
    delegatedBy: nullable(text),
    reason: nullable(text),
  },
  closed,
);
export type GrantView = Static<typeof GrantView>;

export const SessionView = Type.Object(
  {
    id: text,
    /** the one that asks */
    current: Type.Boolean(),
    way: text,
    device: text,
    address: text,
    openedAt: time,
    seenAt: time,
  },
  closed,
);
export type SessionView = Static<typeof SessionView>;

/** A role of one's own that was handed to somebody for a time. */
export const DelegationView = Type.Object(
  { ...GrantView.properties, to: text, officer: text, officerUnit: text },
  closed,
);
export type DelegationView = Static<typeof DelegationView>;

/** One's own account. `login` null in the demo, which has none. */
export const OwnAccount = Type.Object(
  {
    name: text,
    unit: text,
    login: nullable(text),
    email: nullable(text),
    passwordAt: nullable(time),
    totp: Type.Boolean(),
    /** recovery codes not used yet */
    recoveryLeft: Type.Integer(),
    roles: Type.Array(GrantView),
    sessions: Type.Array(SessionView),
    delegations: Type.Array(DelegationView),
  },
  closed,
);
export type OwnAccount = Static<typeof OwnAccount>;

/** What an authenticator app needs. `path` is the SVG path of a QR code of `size` × `size` squares, quiet zone included. */
export const TotpSetup = Type.Object({ secret: text, uri: text, size: Type.Integer(), path: text }, closed);
export type TotpSetup = Static<typeof TotpSetup>;

export const OfficerView = Type.Object({ id: text, name: text, unit: text }, closed);
export type OfficerView = Static<typeof OfficerView>;

/** A line of the administrator's list. locked: nobody can sign in to it for now, after wrong passwords. */
export const AccountLine = Type.Object(
  {
    ...OfficerView.properties,
    login: nullable(text),
    email: nullable(text),
    state: Type.Unsafe<'active' | 'invited' | 'locked' | 'disabled' | 'none'>(
      Type.Enum(['active', 'invited', 'locked', 'disabled', 'none']),
    ),
    totp: Type.Boolean(),
    seenAt: nullable(time),
    roles: Type.Array(GrantView),
  },
  closed,
);
export type AccountLine = Static<typeof AccountLine>;

/** A link for somebody else, where it could not be sent by mail: `link` is then to be handed over. */
export const SentLink = Type.Object(
  { account: AccountLine, mailed: Type.Boolean(), link: nullable(text), expiresAt: time },
  closed,
);
export type SentLink = Static<typeof SentLink>;

/** Another system that may sign officers in; its secret never leaves. */
export const ProviderView = Type.Object(
  {
    id: text,
    name: text,
    issuer: text,
    clientId: text,
    match: Type.Unsafe<'email' | 'subject'>(Type.Enum(['email', 'subject'])),
    /** whether it asks for a second step itself, so that we do not ask once more */
    twoStep: Type.Boolean(),
    /** where the other system must send people back to */
    redirect: text,
  },
  closed,
);
export type ProviderView = Static<typeof ProviderView>;
