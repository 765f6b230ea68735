import { afterAll, beforeAll, beforeEach } from 'vitest';
import { newId } from '../../kernel/ids.ts';
import type { Role } from '../../people/model.ts';
import type { ReportDetailView, ReportsView, RoundsView } from '../../report/views.ts';
import { type AgencyName, type Province, province } from '../../store/assignment-testing.ts';
import { issueReported } from '../../store/report-testing.ts';
import { officerHolding, type TestBrowser, type TestServer, testServer } from '../testing.ts';

/** A server with a province whose communes report each quarter of 2026, for tests of reports: one server, a province for each test. */

export type Reporting = {
  server: TestServer;
  there: Province;
  planId: string;
  focal: TestBrowser;
  holding: (role: Role, agency?: AgencyName) => Promise<TestBrowser>;
};

/** Fills in before each test of the file that asks for it. */
export function reporting(): Reporting {
  const world = {} as Reporting;
  beforeAll(async () => {
    world.server = await testServer();
  });
  afterAll(() => world.server.close());
  beforeEach(async () => {
    world.there = await province(world.server.database.db);
    world.planId = await issueReported(world.there);
    world.holding = (role, agency) =>
      officerHolding(
        world.server,
        [{ role, agencies: agency ? [world.there.ids[agency]] : 'all' }],
        world.there.actor.tenantId,
      );
    world.focal = await world.holding('focal');
  });
  return world;
}

/** The reports of 2026 somebody is to send. */
export const reportsOf = async (who: TestBrowser) =>
  (await who.get('/api/reports?year=2026')).json<ReportsView>().reports;

/** The key of the last round of 2026: its days are to come for as long as the year lasts, and open after. */
export const lastRound = async ({ focal }: Reporting): Promise<string> =>
  (await focal.get('/api/report-rounds?year=2026')).json<RoundsView>().rounds.at(-1)?.round.key ?? '';

export const sending = { kind: 'send', note: null };

type Said = { part: number; whole: number; difficulty?: string; at?: number };

/** An officer of a commune (none has a head here) sends its report of the last round, or of an earlier one; its id. */
export async function sendReport(world: Reporting, agency: AgencyName, { part, whole, difficulty, at = -1 }: Said) {
  const who = await world.holding('officer', agency);
  const id = (await reportsOf(who)).at(at)?.id ?? '';
  const { items } = (await who.get(`/api/reports/${id}`)).json<ReportDetailView>();
  const key = items.find(({ item }) => item.text.startsWith('Niêm yết'))?.item.id;
  const field = (name: string, value: unknown) => ({
    ...{ place: { of: 'item', key, field: name }, base: 0, was: null, value },
  });
  const figures = [{ value: null, part, whole }];
  const fields = [field('state', 'done'), field('figures', figures), field('difficulty', difficulty ?? '')];
  await who.send('PATCH', `/api/reports/${id}/fields`, { fields });
  await who.send('POST', `/api/reports/${id}/acts`, { id: newId(), act: sending });
  return id;
}
