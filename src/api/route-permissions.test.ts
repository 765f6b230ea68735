import { afterAll, beforeAll, expect, it } from 'vitest';
import { newId } from '../kernel/ids.ts';
import { type Role, roles } from '../people/model.ts';
import { isOpen, type Permission } from '../people/permissions.ts';
import {
  definitionOf,
  openWorld,
  recordedOf,
  type Walker,
  type World,
  walk,
  walkerHolding,
} from './permission-world.ts';
import { paper } from './routes/evidence-testing.ts';
import { officerHolding, type TestServer, testServer } from './testing.ts';

/**
 * Every route there is, asked by everybody: nobody, an officer without a role, and each role; for things of one's own unit,
 * of another unit, of another tenant. The answers stand in route-permissions.txt, to be read by a person. When a route is
 * added or a sentence changed, run
 *
 *     vitest run src/api/route-permissions.test.ts -u
 *
 * and read what changed in the file. A route with an id or a body of its own also needs a line in `things` below.
 */
let server: TestServer;
let world: World;
beforeAll(async () => {
  server = await testServer();
  // The demo's own officers are there from the first visit on.
  await server.signIn();
  world = await openWorld(server);
});
afterAll(() => server.close());

type Route = { method: string; url: string; may: Permission };
const routes = (): Route[] =>
  server.app
    .namedRoutes()
    .filter(({ method, url }) => method !== 'HEAD' && !/^\/api\/docs|^\/$|\*/.test(url))
    .sort((a, b) => a.url.localeCompare(b.url) || a.method.localeCompare(b.method));

const act = (kind: object) => ({
  acts: [{ id: newId(), assignmentId: world.ids.assignment, occurrenceId: world.ids.occurrence, act: kind }],
});

/**
 * What the ids of an address stand for, and a body that means a thing of the world. `unit`: it belongs to a unit, so that
 * another unit's officer must be refused.
 */
const things = (): Record<string, { ids?: Record<string, string>; body?: object; unit?: true; query?: string }> => {
  const { ids, own, actor } = world;
  return {
    '/api/paper-templates/:kind': { ids: { kind: 'report' } },
    // Nothing is drawn of a template that is not there: LibreOffice takes seconds for each who asks.
    '/api/paper-templates/:kind/preview': { ids: { kind: 'report' }, query: `?template=${newId()}` },
    '/api/paper-templates/:kind/use': { ids: { kind: 'report' }, body: { template: newId() } },
    '/api/papers/:kind': {
      ids: { kind: 'explanation' },
      query: `?agencies=${own}`,
      body: {
        ...{ addressees: [], recipients: ['Lưu: VT'], signer: { authority: [], title: 'Giám đốc', name: null } },
        ...{ number: null, date: null, until: null, words: {}, rows: {} },
      },
      unit: true,
    },
    '/api/plans/:id': { ids: { id: ids.plan, no: '1' }, query: '?with=1' },
    '/api/plans/:id/cascade/paper': { ids: { id: ids.plan }, query: `?agency=${own}`, unit: true },
    '/api/plans/:id/own-plans/:agency': { ids: { id: ids.plan, agency: own }, unit: true },
    '/api/plans/:id/own-plans/:agency/days': { ids: { id: ids.plan, agency: own }, body: { days: 5 }, unit: true },
    '/api/plans/:id/own-plans/:agency/edits': {
      ids: { id: ids.plan, agency: own },
      body: { edits: [{ id: newId(), act: { kind: 'title', value: 'Thực hiện Kế hoạch số 12/KH-UBND' } }] },
      unit: true,
    },
    '/api/plans/:id/own-plans/:agency/issue': {
      ids: { id: ids.plan, agency: own },
      body: { number: '5/KH-UBND', date: '2026-02-10', seq: 1_000, file: null },
      unit: true,
    },
    '/api/plans/:id/own-plans/:agency/noted': {
      ids: { id: ids.plan, agency: own },
      body: { number: '5/KH-UBND', date: '2026-02-10' },
    },
    '/api/plans/:id/own-plan-day': { ids: { id: ids.plan }, body: { due: '2026-02-28', ground: null } },
    '/api/plans/:id/comparison': { ids: { id: ids.plan }, query: '?with=1' },
    '/api/tasks/:id': { ids: { id: newId() } },
    '/api/intakes/:id': { ids: { id: ids.intake } },
    '/api/learned/:id': { ids: { id: ids.lesson } },
    '/api/work-items/:id': { ids: { id: ids.item } },
    '/api/work-items/:id/receivers': { ids: { id: ids.item }, query: `?agency=${own}`, unit: true },
    '/api/assignments/:id': { ids: { id: ids.assignment }, unit: true },
    '/api/assignments/acts': { body: act({ kind: 'accept' }), unit: true },
    '/api/assignments/steering': { body: act({ kind: 'return', reason: 'Bổ sung' }) },
    '/api/occurrences/:id': { ids: { id: ids.occurrence }, unit: true },
    '/api/difficulties/:id': { ids: { id: ids.difficulty }, unit: true },
    '/api/difficulties/:id/acts': {
      ids: { id: ids.difficulty },
      body: { id: newId(), act: { kind: 'withdraw', reason: 'Đã có máy' } },
      unit: true,
    },
    '/api/difficulties': {
      body: {
        ...{ id: newId(), itemId: ids.item, assignmentId: ids.assignment, agencyId: own, text: 'Thiếu máy' },
        ...{ toAgencyId: null, answerBy: null },
      },
      unit: true,
    },
    '/api/evidence': {
      body: { id: newId(), agencyId: own, occurrenceIds: [ids.occurrence], piece: paper },
      query: `?agency=${own}`,
      unit: true,
    },
    '/api/evidence/:id': { ids: { id: ids.evidence }, unit: true },
    '/api/evidence/:id/file': { ids: { id: ids.evidenceFile }, unit: true },
    '/api/evidence/:id/preview': { ids: { id: ids.evidenceFile }, unit: true },
    '/api/evidence/:id/uses': { ids: { id: ids.evidence }, body: { add: [], take: [] }, unit: true },
    '/api/oversight': { body: recordedOf(newId(), own), unit: true },
    '/api/oversight/subjects': { query: `?agency=${own}`, unit: true },
    '/api/oversight/:id': { ids: { id: ids.oversight }, unit: true },
    '/api/oversight/:id/answers': {
      ids: { id: ids.oversight },
      body: { id: newId(), act: { kind: 'answer', stance: 'accept', text: 'Đã niêm yết', references: [] } },
      unit: true,
    },
    '/api/oversight/:id/follow-up': {
      ids: { id: ids.oversight },
      body: { id: newId(), act: { kind: 'judge', satisfied: true, note: null } },
      unit: true,
    },
    '/api/inspections': {
      body: {
        units: [{ id: newId(), agencyId: own }],
        planned: {
          ...{ kind: 'planned', day: '2026-03-02', earlierId: null, subject: 'Công khai', components: [], lead: 'Yến' },
          ...{ members: [], joinedWith: null, places: [] },
        },
      },
      unit: true,
    },
    '/api/inspections/:id': { ids: { id: ids.inspection }, unit: true },
    '/api/inspections/:id/acts': {
      ids: { id: ids.inspection },
      body: { acts: [{ id: newId(), act: { kind: 'note', text: 'Đã xem bảng niêm yết', place: null } }] },
      unit: true,
    },
    '/api/inspections/:id/remedies': {
      ids: { id: ids.inspection },
      body: {
        ...{
          id: newId(),
          act: { kind: 'remedy', findingId: ids.finding, text: 'Đã niêm yết', on: '2026-03-02', without: 'x' },
        },
      },
      unit: true,
    },
    '/api/findings/:id/evidence': { ids: { id: ids.finding }, body: { id: newId(), piece: paper }, unit: true },
    '/api/recommendations': {
      body: {
        ...{ id: newId(), source: 'audit', text: 'Thu hồi khoản chi', agencyId: own, due: null },
        paper: { what: 'Kết luận', number: null, date: null, issuer: null },
      },
      unit: true,
    },
    '/api/recommendations/:id': { ids: { id: ids.recommendation }, unit: true },
    '/api/recommendations/:id/acts': {
      ids: { id: ids.recommendation },
      body: { id: newId(), act: { kind: 'reopen', reason: 'Còn thiếu' } },
      unit: true,
    },
    '/api/recommendations/:id/progress': {
      ids: { id: ids.recommendation },
      body: { id: newId(), act: { kind: 'progress', percent: 10, text: 'Đang làm', without: null } },
      unit: true,
    },
    '/api/recommendations/:id/evidence': {
      ids: { id: ids.recommendation },
      body: { id: newId(), piece: paper },
      unit: true,
    },
    '/api/evidence-proofs/:id': { ids: { id: ids.proof }, unit: true },
    '/api/indicators/proposals': { query: `?plan=${ids.plan}` },
    '/api/indicators/from-plan': {
      body: {
        planId: ids.plan,
        chosen: [{ id: newId(), itemId: ids.item, targetNo: 0, definition: definitionOf(own) }],
      },
    },
    '/api/indicators/sheet': { query: `?agency=${own}`, unit: true },
    '/api/indicators/values': {
      body: {
        cells: [
          {
            indicatorId: ids.indicator,
            agencyId: own,
            period: '2026-01',
            base: 0,
            figure: { value: 1, part: null, whole: null },
          },
        ],
        reason: null,
      },
      unit: true,
    },
    '/api/indicators': { body: { id: newId(), itemId: null, definition: definitionOf(own) } },
    '/api/indicators/:id': {
      ids: { id: ids.indicator },
      body: { rev: 1, definition: definitionOf(own) },
      query: `?agency=${own}&period=2026-01`,
      unit: true,
    },
    '/api/indicators/:id/retire': { ids: { id: ids.indicator } },
    '/api/indicators/:id/restore': { ids: { id: ids.indicator } },
    '/api/indicator-imports/:id/undo': { ids: { id: newId() } },
    '/api/recommendation-imports/:id/undo': { ids: { id: newId() } },
    '/api/reports': { query: `?agency=${own}`, unit: true },
    '/api/reports/:id': { ids: { id: ids.report }, unit: true },
    '/api/reports/:id/fields': {
      ids: { id: ids.report },
      body: { fields: [{ place: { of: 'whole', field: 'next' }, base: 0, was: '', value: 'Tiếp tục' }] },
      unit: true,
    },
    '/api/reports/:id/acts': { ids: { id: ids.report }, body: { id: newId(), act: { kind: 'recall' } }, unit: true },
    '/api/reports/:id/receiving': {
      ids: { id: ids.report },
      body: { id: newId(), act: { kind: 'receive', note: null } },
      unit: true,
    },
    '/api/report-rounds/one': { query: `?plan=${ids.plan}&round=x` },
    '/api/report-rounds/consolidation': { query: `?plan=${ids.plan}&round=x` },
    '/api/report-rounds/acts': {
      body: { id: newId(), planId: ids.plan, round: 'x', act: { kind: 'close', reason: null } },
    },
    '/api/forms': { body: { id: newId(), form: { title: 'Phiếu', note: '', items: [] } } },
    '/api/forms/:id': {
      ids: { id: ids.form },
      body: { rev: 9, form: { title: 'Phiếu', note: '', items: [] } },
      unit: true,
    },
    '/api/forms/:id/days': { ids: { id: ids.form }, body: { times: { every: 'once', due: '2020-01-02' } } },
    '/api/forms/:id/sendings': {
      ids: { id: ids.form },
      body: { id: newId(), agencyIds: [own], times: { every: 'once', due: '2020-01-02' }, note: null },
      unit: true,
    },
    '/api/forms/:id/restore': { ids: { id: ids.form }, unit: true },
    '/api/form-sendings/:id': { ids: { id: ids.formSending }, unit: true },
    '/api/form-answers/:id': { ids: { id: ids.formAnswer }, unit: true },
    '/api/form-answers/:id/fields': {
      ids: { id: ids.formAnswer },
      body: { fields: [{ place: { of: 'item', key: 'n', field: 'value' }, base: 0, was: null, value: 1 }] },
      unit: true,
    },
    '/api/form-answers/:id/acts': {
      ids: { id: ids.formAnswer },
      body: { id: newId(), act: { kind: 'recall' } },
      unit: true,
    },
    '/api/form-answers/:id/receiving': {
      ids: { id: ids.formAnswer },
      body: { id: newId(), act: { kind: 'receive', note: null } },
      unit: true,
    },
    '/api/reminders': { body: { occurrences: [ids.occurrence], note: null }, unit: true },
    '/api/follow/desks/:role': { ids: { role: 'lead' }, query: `?agency=${own}`, unit: true },
    '/api/follow/units/:id': { ids: { id: own }, unit: true },
    '/api/my-work': { query: `?agency=${own}`, unit: true },
    '/api/my-work/roles': { query: `?agency=${own}`, unit: true },
    '/api/agencies/:id': { ids: { id: own } },
    '/api/reorganisations/:id': { ids: { id: newId() } },
    '/api/account/sessions/:id': { ids: { id: newId() } },
    '/api/account/delegations/:id': { ids: { id: newId() } },
    '/api/accounts/:id': { ids: { id: actor.officerId, grant: newId() } },
    '/api/notifications/:id': { ids: { id: newId() } },
    '/api/saved-views/:id': { ids: { id: newId() } },
    '/api/feeds/:secret': { ids: { secret: 'x.ics' } },
    '/api/sign-in/providers/:id': { ids: { id: newId() } },
    '/api/sign-in-providers/:id': { ids: { id: newId() } },
  };
};

/** The thing of a route: of its whole address, else of the address it begins with. */
function thingOf({ url }: Route) {
  const all = things();
  const exact = all[url];
  if (exact) return exact;
  const prefix = Object.keys(all)
    .filter((known) => known.includes(':') && url.startsWith(`${known}/`))
    .sort((a, b) => b.length - a.length)[0];
  return prefix === undefined ? undefined : all[prefix];
}

function addressOf(route: Route, ids: (name: string) => string): string {
  return route.url.replace(/:(\w+)/g, (_, name: string) => ids(name));
}

const nobodys = (route: Route): string => addressOf(route, () => newId());
const real = (route: Route): string => {
  const thing = thingOf(route);
  return addressOf(route, (name) => thing?.ids?.[name] ?? '') + (thing?.query ?? '');
};

const refused = (code: string | undefined): boolean => code === 'permission-refused' || code === 'session-missing';
const codeOf = (answer: { body: string; statusCode: number }): string | undefined =>
  answer.statusCode >= 400 ? (JSON.parse(answer.body) as { code: string }).code : undefined;

/** Somebody who holds a role for an agency or the whole; one of each is enough. */
const walkers = new Map<string, Promise<Walker>>();
function walker(role: Role, agency: string): Promise<Walker> {
  const key = `${role} ${agency}`;
  const agencies = agency === 'all' ? agency : [agency];
  const made = walkers.get(key) ?? walkerHolding(server, world.actor.tenantId, role, agencies);
  walkers.set(key, made);
  return made;
}

/** "x" may, "." may not, "u" may for their own unit alone, "w" may who holds the role for the whole tenant. */
async function mark(route: Route, role: Role): Promise<string> {
  const whole = await walker(role, 'all');
  if (refused(codeOf(await walk(server, whole, route.method, nobodys(route))))) return '.';
  const thing = thingOf(route);
  if (!thing?.unit) {
    const unit = await walker(role, world.own);
    return refused(codeOf(await walk(server, unit, route.method, nobodys(route)))) ? 'w' : 'x';
  }
  const of = async (agency: string) => {
    const code = codeOf(await walk(server, await walker(role, agency), route.method, real(route), thing.body));
    return !(refused(code) || code === 'not-found');
  };
  const [own, other] = [await of(world.own), await of(world.other)];
  return own ? (other ? 'x' : 'u') : other ? '!' : '.';
}

async function line(route: Route, withoutRole: Walker): Promise<string> {
  const strangers: Walker[] = [undefined, withoutRole];
  const marks: string[] = [];
  for (const walker of strangers)
    marks.push(refused(codeOf(await walk(server, walker, route.method, nobodys(route)))) ? '.' : 'x');
  for (const role of roles) marks.push(await mark(route, role));
  return `${marks.join(' ')}  ${route.method.padEnd(6)} ${route.url}\n${' '.repeat(26)}${route.may}`;
}

const columns = ['nobody', 'no role', ...roles];
const head = `Who may use which route. x: may, u: only for their own unit, w: who holds the role for the whole tenant, .: may not.
Made by route-permissions.test.ts, to be read by a person: "vitest run src/api/route-permissions.test.ts -u".

${columns.map((name, i) => `${'| '.repeat(i)}${name}`).join('\n')}
`;

it('every route answers every role as the table says', { timeout: 300_000 }, async () => {
  const lines: string[] = [];
  const { session } = await officerHolding(server, [], world.actor.tenantId);
  const withoutRole = { tenantId: world.actor.tenantId, officerId: session.officerId };
  for (const route of routes()) lines.push(await line(route, withoutRole));
  await expect(`${head}${lines.join('\n')}\n`).toMatchFileSnapshot('route-permissions.txt');
});

it('every route with an id stands for something here', () => {
  const unknown = routes()
    .filter(({ url }) => url.includes(':'))
    .filter((route) => thingOf(route) === undefined);
  expect(unknown.map(({ method, url }) => `add to \`things\` what the ids stand for: ${method} ${url}`)).toEqual([]);
});

it('nobody of another tenant reaches a thing of this one, whatever roles they hold', async () => {
  const tenantId = newId();
  await server.database.db.insertInto('tenant').values({ id: tenantId, name: 'Tỉnh khác' }).execute();
  const every = roles.map((role) => ({ role, agencies: 'all' as const }));
  const { session } = await officerHolding(server, every, tenantId);
  const stranger = { tenantId, officerId: session.officerId };
  const ours = [...Object.values(world.ids), 'Tân Lập', 'Thiếu máy', 'Việc t1', 'Chưa niêm yết'];
  // What would be a leak is there to be found: who may see it does.
  const focal = await walker('focal', 'all');
  const seen = await Promise.all(
    [
      '/api/plans',
      '/api/tasks',
      '/api/work-items',
      '/api/difficulties',
      '/api/oversight',
      '/api/my-work',
      '/api/learned',
      '/api/intakes',
    ].map(async (url) => (await walk(server, focal, 'GET', url)).body),
  );
  expect(seen.filter((body) => !ours.some((word) => body.includes(word)))).toEqual([]);
  const reached: string[] = [];
  for (const route of routes()) {
    const thing = thingOf(route);
    if (isOpen(route.may) || (route.method !== 'GET' && !thing)) continue;
    const answer = await walk(server, stranger, route.method, real(route), thing?.body);
    // A list may answer; with nothing of ours in it. A change must not.
    const leaks = ours.some((word) => answer.body.includes(word));
    if (answer.statusCode < 400 && (leaks || route.method !== 'GET')) reached.push(`${route.method} ${route.url}`);
  }
  expect(reached).toEqual([]);
});
