import { afterAll, beforeAll, expect, it } from 'vitest';
import { newId } from '../kernel/ids.ts';
import { type Role, roles } from '../people/model.ts';
import { isOpen, type Permission } from '../people/permissions.ts';
import { things } from './permission-things.ts';
import { openWorld, type Walker, type World, walk, walkerHolding } from './permission-world.ts';
import { officerHolding, type TestServer, testServer } from './testing.ts';

/**
 * Every route there is, asked by everybody: nobody, an officer without a role, and each role; for things of one's own unit,
 * of another unit, of another tenant. The answers stand in route-permissions.txt, to be read by a person. When a route is
 * added or a sentence changed, run
 *
 *     vitest run src/api/route-permissions.test.ts -u
 *
 * and read what changed in the file. A route with an id or a body of its own also needs a line in `things` (permission-things.ts).
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

/** The thing of a route: of its whole address, else of the address it begins with. */
function thingOf({ url }: Route) {
  const all = things(world);
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
