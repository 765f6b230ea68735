import Type, { type Static } from 'typebox';
import { AgencyView } from '../../assignment/views.ts';
import { closed, nullable, oneOf } from '../../kernel/shapes.ts';
import { RegimeChoice, regimeGroups, regimePeriods } from './model.ts';

/** What leaves the API about the general regime of reports. */

const text = Type.String();
const none = nullable(text);
const count = Type.Integer();
const said = { clause: text, verified: Type.Boolean() };
const dayOf = Type.Object({ ...said, day: count }, closed);

const Law = Type.Object(
  {
    title: text,
    decree: text,
    source: text,
    note: text,
    cutDay: dayOf,
    periods: Type.Array(Type.Object({ ...said, kind: oneOf(...regimePeriods), name: text, window: text }, closed)),
    sending: Type.Object(
      {
        ...{ unitDay: dayOf, focalDay: dayOf, toGovernment: dayOf },
        leastWorkingDays: Type.Object({ ...said, days: count }, closed),
      },
      closed,
    ),
  },
  closed,
);

/** `choice`: what holds, null where none was switched on; `usual`: what to begin from. `cutDay` is the tenant's own. */
export const RegimeView = Type.Object(
  {
    year: count,
    law: Law,
    cutDay: count,
    groups: Type.Array(Type.Object({ group: oneOf(...regimeGroups), units: count }, closed)),
    focal: nullable(AgencyView),
    choice: nullable(RegimeChoice),
    usual: RegimeChoice,
    planId: none,
    agencies: Type.Array(AgencyView),
  },
  closed,
);
export type RegimeView = Static<typeof RegimeView>;

const counts = Type.Object({ create: count, keep: count, change: count, withdraw: count }, closed);

/** Who would owe what by when. `past`: over before, and owed by nobody. */
export const RegimePreviewView = Type.Object(
  {
    rows: Type.Array(
      Type.Object(
        {
          asked: oneOf('report', 'consolidated'),
          label: text,
          from: none,
          to: none,
          due: none,
          rule: text,
          moved: none,
          past: Type.Boolean(),
        },
        closed,
      ),
    ),
    units: Type.Array(AgencyView),
    focal: nullable(AgencyView),
    reports: counts,
  },
  closed,
);
export type RegimePreviewView = Static<typeof RegimePreviewView>;
