import { createHash } from 'node:crypto';
import type { LightMyRequestResponse } from 'fastify';
import type { RecordedOversight } from '../assignment/oversight/act.ts';
import { quarterly } from '../assignment/testing.ts';
import { newId } from '../kernel/ids.ts';
import type { PlainDate } from '../kernel/plain-date.ts';
import type { Actor, HeldRole, Role } from '../people/model.ts';
import type { Definition } from '../report/indicator/model.ts';
import { confirmed, issue, owedBy, province } from '../store/assignment-testing.ts';
import { inTransaction } from '../store/db.ts';
import { raiseDifficulty } from '../store/difficulties.ts';
import { sentToItself } from '../store/form-testing.ts';
import { makeIndicators } from '../store/indicators.ts';
import { inspectedUnit } from '../store/inspection-testing.ts';
import { recordOversight } from '../store/oversight.ts';
import { issueReported } from '../store/report-testing.ts';
import { openSession } from '../store/sessions.ts';
import { surveyWithoutFile } from '../store/survey-testing.ts';
import { addFile, bodyOf, paper, smallPdf } from './routes/evidence-testing.ts';
import { csrfOf } from './sessions.ts';
import { officerHolding, type TestServer, testHost } from './testing.ts';

/** A tenant with one thing of each kind, for walking all routes: `own` holds the work, `other` is another unit. */
export type World = {
  actor: Actor;
  own: string;
  other: string;
  ids: Record<
    | 'plan'
    | 'item'
    | 'assignment'
    | 'occurrence'
    | 'difficulty'
    | 'oversight'
    | 'intake'
    | 'lesson'
    | 'report'
    | 'indicator'
    | 'evidence'
    | 'evidenceFile'
    | 'inspection'
    | 'finding'
    | 'recommendation'
    | 'proof'
    | 'form'
    | 'formSending'
    | 'formAnswer'
    | 'survey',
    string
  >;
};

/** Of one unit's figures. */
export const definitionOf = (own: string): Definition => ({
  ...{ name: 'Tỷ lệ hồ sơ đúng hạn', unit: '%', kind: 'share', over: 'sum', better: 'up', every: 'month', index: null },
  ...{ component: null, code: null, givers: { of: 'agencies', ids: [own] }, source: { kind: 'paper', name: null } },
  ...{ evidence: null, applies: 'each', targets: [], baselines: [] },
});

export async function openWorld(server: TestServer): Promise<World> {
  const { db } = server.database;
  const there = await province(db);
  const { tenantId, officerId } = there.actor;
  const plan = await confirmed(there, [
    { id: 't1', lead: ['Sở Nội vụ'], implement: ['UBND các xã, phường'], schedule: quarterly },
  ]);
  await issue(there, plan);
  const reported = await issueReported(there);
  const report = await db
    .selectFrom('occurrence as o')
    .innerJoin('work_item as i', (join) =>
      join.onRef('i.tenant_id', '=', 'o.tenant_id').onRef('i.id', '=', 'o.item_id'),
    )
    .select('o.id')
    .where('i.plan_id', '=', reported)
    .where('i.kind', '=', 'reporting')
    .where('o.agency_id', '=', there.ids['tan-lap'])
    .orderBy('o.due', 'desc')
    .executeTakeFirstOrThrow();
  const indicator = newId();
  const made = { id: indicator, itemId: null, targetNo: null, definition: definitionOf(there.ids['tan-lap']) };
  await inTransaction(db, (trx) => makeIndicators(trx, there.actor, [made], new Date()));
  const [owed] = await owedBy(there, 'tan-lap');
  const { item_id } = await db
    .selectFrom('occurrence')
    .where('tenant_id', '=', tenantId)
    .where('id', '=', owed?.id ?? '')
    .select('item_id')
    .executeTakeFirstOrThrow();
  const [difficulty, oversight, intake, lesson] = [newId(), newId(), newId(), newId()] as [
    string,
    string,
    string,
    string,
  ];
  const at = new Date();
  const raised = { itemId: item_id, assignmentId: null, agencyId: there.ids['tan-lap'], text: 'Thiếu máy' };
  const asked = { ...raised, id: difficulty, toAgencyId: there.ids['noi-vu'], answerBy: null };
  await inTransaction(db, (trx) => raiseDifficulty(trx, there.actor, asked, at));
  // Recorded by a body of the name that `officerHolding` gives its officers: of them, who oversees the unit goes on with it.
  const body = { tenantId, officerId: newId() };
  await db
    .insertInto('officer')
    .values({ tenant_id: tenantId, id: body.officerId, name: 'Yến', unit: 'Sở khác' })
    .execute();
  await inTransaction(db, (trx) =>
    recordOversight(trx, body, recordedOf(oversight, there.ids['tan-lap']), { role: 'supervisor', at }),
  );
  const file = { file_name: 'kh.docx', file_size: 1, sha256: createHash('sha256').digest() };
  await db
    .insertInto('intake')
    .values({ tenant_id: tenantId, id: intake, ...file, added_at: at, added_by: officerId, changed_at: at } as never)
    .execute();
  const learned = { kind: 'agency', key: 'so nv', printed: 'Sở NV', value: ['Sở Nội vụ'] };
  await db
    .insertInto('lesson')
    .values({ tenant_id: tenantId, id: lesson, ...learned, changed_at: at, changed_by: officerId } as never)
    .execute();
  const holder = await officerHolding(server, [{ role: 'officer', agencies: [there.ids['tan-lap']] }], tenantId);
  const sent = { agencyId: there.ids['tan-lap'], occurrenceIds: [owed?.id ?? ''] };
  const piece = async () => bodyOf(await addFile(server, holder, sent, 'a.pdf', smallPdf())).id;
  const [evidence, evidenceFile] = [await piece(), await piece()];
  const { form, sending, answer } = await sentToItself(there, 'tan-lap');
  return {
    ...{ actor: there.actor, own: there.ids['tan-lap'], other: there.ids['an-phu'] },
    ids: {
      plan,
      item: item_id,
      assignment: owed?.assignment_id ?? '',
      occurrence: owed?.id ?? '',
      difficulty,
      oversight,
      intake,
      lesson,
      report: report.id,
      ...{ indicator, evidence, evidenceFile },
      ...(await inspectedUnit(db, body, there.ids['tan-lap'], paper)),
      ...{ form, formSending: sending, formAnswer: answer, survey: await surveyWithoutFile(db, there.actor) },
    },
  };
}

/** An oversight entry with a recommendation, as it is sent. */
export const recordedOf = (id: string, agencyId: string): RecordedOversight => ({
  ...{ id, agencyId, about: 'unit', itemId: null, index: null, dimension: null, component: null },
  ...{ day: '2026-03-02' as PlainDate, form: 'regular', participants: null, seen: 'Chưa niêm yết công khai' },
  ...{ recommendation: 'Niêm yết lại', wishedBy: null, references: [] },
});

/** Somebody who holds one role, for the whole tenant or an agency of it; undefined: nobody is signed in. */
export type Walker = Actor | undefined;

export async function walkerHolding(server: TestServer, tenantId: string, role: Role, agencies: HeldRole['agencies']) {
  const { session } = await officerHolding(server, [{ role, agencies }], tenantId);
  return { tenantId, officerId: session.officerId };
}

const tokens = new WeakMap<Actor, Promise<string>>();

/** One request; in a session of its own where it may end the session, so that this changes nothing for the next. */
export async function walk(
  { app, database: { db } }: TestServer,
  walker: Walker,
  method: string,
  url: string,
  body?: object,
): Promise<LightMyRequestResponse> {
  const open = (actor: Actor) => inTransaction(db, (trx) => openSession(trx, actor, new Date()));
  const ending = /session/.test(url);
  const known = walker && (ending ? undefined : tokens.get(walker));
  const opened = walker && (known ?? open(walker));
  // Ending the others ends the one that is kept.
  if (walker && ending) tokens.delete(walker);
  else if (walker && opened) tokens.set(walker, opened);
  const token = await opened;
  const signed = walker &&
    token && { cookie: `thang_session=${walker.tenantId}.${token}`, 'x-thang-csrf': csrfOf(token) };
  const headers = { ...testHost, origin: 'http://localhost:4321', ...signed };
  const payload = method === 'GET' ? undefined : (body ?? {});
  return app.inject({ method: method as 'GET', url, headers, ...(payload && { payload }) });
}
