import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { quarterly } from '../../assignment/testing.ts';
import { newId } from '../../kernel/ids.ts';
import type { Role } from '../../people/model.ts';
import { type AgencyName, confirmed, issue, owedBy, type Province, province } from '../../store/assignment-testing.ts';
import { officerHolding, type TestBrowser, type TestServer, testServer } from '../testing.ts';

/** In whose name an act is kept. The officers of these tests are of “Sở khác”, which no directory has. */
let server: TestServer;
let there: Province;
beforeAll(async () => {
  server = await testServer();
});
afterAll(() => server.close());

beforeEach(async () => {
  there = await province(server.database.db);
  const tasks = [{ id: 't1', lead: ['Sở Nội vụ'], implement: ['UBND các xã, phường'], schedule: quarterly }];
  await issue(there, await confirmed(there, tasks));
});

type Held = [role: Role, agency?: AgencyName];
const holding = (...held: Held[]) =>
  officerHolding(
    server,
    held.map(([role, agency]) => ({ role, agencies: agency ? [there.ids[agency]] : ('all' as const) })),
    there.actor.tenantId,
  );
const extended = async (who: TestBrowser, agencyId?: string) => {
  const [one] = await owedBy(there, 'tan-lap');
  const act = { kind: 'extend', due: '2099-12-31', reason: 'Bão', grantedBy: 'UBND tỉnh' };
  const sent = { id: newId(), assignmentId: one?.assignment_id, occurrenceId: one?.id, act };
  const acts = [agencyId === undefined ? sent : { ...sent, agencyId }];
  const answer = await who.send('POST', '/api/assignments/steering', { acts });
  if (answer.statusCode !== 200) return answer.json().code;
  const { history } = (await who.get(`/api/assignments/${one?.assignment_id}`)).json();
  return nameOf(history.at(-1).agencyId);
};
const nameOf = (id: string | null) => Object.entries(there.ids).find(([, other]) => other === id)?.[0] ?? id;
const setUnit = (unit: string) =>
  server.database.db.updateTable('officer').set({ unit }).where('tenant_id', '=', there.actor.tenantId).execute();

describe('an act', () => {
  it.each<Held[][]>([[[['lead', 'noi-vu']]], [[['lead', 'noi-vu'], ['focal']]]])(
    'is signed by the agency a role is held for',
    async (held) => {
      expect(await extended(await holding(...held))).toBe('noi-vu');
    },
  );

  it('of the focal office is signed by the agency its officer is of, not by who leads the task', async () => {
    const focal = await holding(['focal']);
    await setUnit('Sở Tài chính tỉnh Minh Hà');
    expect(await extended(focal)).toBe('tai-chinh');
  });

  it('is signed by nobody’s agency where the officer is of none that is known', async () => {
    expect(await extended(await holding(['focal']))).toBeNull();
  });

  it('is not signed by an agency the officer is not of, whatever is asked for', async () => {
    const focal = await holding(['focal']);
    await setUnit('Sở Tài chính');
    expect(await extended(focal, there.ids['noi-vu'])).toBe('permission-refused');
    expect(await extended(focal, there.ids['tai-chinh'])).toBe('tai-chinh');
  });
});

it('a difficulty answered by the focal office is answered in its own name', async () => {
  const [one] = await owedBy(there, 'tan-lap');
  const item = await server.database.db
    .selectFrom('assignment')
    .select('item_id')
    .where('id', '=', one?.assignment_id ?? '')
    .executeTakeFirstOrThrow();
  const id = newId();
  const raised = {
    ...{
      id,
      itemId: item.item_id,
      assignmentId: one?.assignment_id,
      agencyId: there.ids['tan-lap'],
      text: 'Thiếu máy',
    },
    ...{ toAgencyId: there.ids['noi-vu'], answerBy: null },
  };
  await (await holding(['officer', 'tan-lap'])).send('POST', '/api/difficulties', raised);
  const focal = await holding(['focal']);
  await setUnit('Sở Tài chính');
  const act = { kind: 'answer', text: 'Đã cấp', on: '2026-06-10' };
  const answer = await focal.send('POST', `/api/difficulties/${id}/acts`, { id: newId(), act });
  expect(nameOf(answer.json().history.at(-1).agencyId)).toBe('tai-chinh');
});
