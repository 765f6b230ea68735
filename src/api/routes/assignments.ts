import Type, { type Static } from 'typebox';
import { findNoDay, Id, SentAction } from '../../assignment/act.ts';
import type { Act } from '../../assignment/model.ts';
import { AssignmentDetailView, ServableView, TakenView } from '../../assignment/views.ts';
import { Problem } from '../../kernel/problem.ts';
import { closed } from '../../kernel/shapes.ts';
import type { Permission } from '../../people/permissions.ts';
import { appendActs, type SentAct } from '../../store/assignment-actions.ts';
import { assertKnown, assertThere, getHolders, type Holders, listRoots } from '../../store/assignment-scope.ts';
import { type Database, inTransaction, type Transaction } from '../../store/db.ts';
import { listServable } from '../../store/item-links.ts';
import { listItemLines } from '../../store/my-work.ts';
import { getAssignment, getOccurrenceAssignment } from '../../store/occurrences.ts';
import { tellOfActs } from '../../store/work-news.ts';
import { partiesOf, steer } from '../act-parties.ts';
import { getId, IdParams } from '../ids.ts';
import { presentConcrete } from '../present-concrete.ts';
import { presentAssignment, presentEntry, presentItem } from '../present-work.ts';
import { openSigning } from '../signing.ts';
import { type Api, assertMay, type Context, getOfficer } from '../types.ts';
import { agenciesOf, assignmentLines, namedAgencies, sendingOf, todayInVietnam } from '../work-answers.ts';

const tags = ['Việc được giao'];
const what = 'việc được giao này';
const see = 'Cán bộ theo dõi được tiến độ trong phạm vi của mình';
const update = 'Cán bộ, thủ trưởng và đơn vị chủ trì cập nhật được việc của đơn vị mình';

/** Acts of whoever has the work, and of whoever leads it. */
const own: readonly Act['kind'][] = [
  ...(['accept', 'hand-on', 'progress', 'evidence', 'complete', 'date', 'ask-extension', 'concrete'] as const),
];
const leading: readonly Act['kind'][] = ['return', 'extend', 'decline', 'cancel', 'reassign'];

const Sent = Type.Object(
  {
    acts: Type.Array(Type.Object({ ...SentAction.properties, assignmentId: Id, agencyId: Type.Optional(Id) }, closed), {
      minItems: 1,
      maxItems: 500,
    }),
    skipRefused: Type.Optional(
      Type.Boolean({ description: 'bỏ qua thao tác không thực hiện được và kể lại, thay vì dừng tất cả' }),
    ),
  },
  closed,
);
type Sent = Static<typeof Sent>;

/** One assignment, and what is done about assignments. */
export async function assignmentRoutes(app: Api, context: Context): Promise<void> {
  one(app, context);
  acts(app, context, {
    ...{ url: '/api/assignments/acts', may: update, kinds: own },
    summary: 'Nhận, giao bộ phận, tiến độ, tài liệu, hoàn thành, ngày của sự kiện, đề nghị gia hạn, việc cụ thể',
  });
  acts(app, context, {
    ...{ url: '/api/assignments/steering', may: steer, kinds: leading },
    summary: 'Trả lại, gia hạn hoặc không đồng ý gia hạn, hủy, giao cho cơ quan khác',
  });
  servable(app, context);
}

const everybody = ({ holders, days, leads, monitors }: Holders): string[] => [
  ...holders,
  ...Object.values(days),
  ...leads,
  ...monitors,
];

async function getOne(db: Database, tenantId: string, id: string): Promise<Holders> {
  const [found] = await getHolders(db, tenantId, [id]);
  if (!found) throw new Problem('not-found', { what });
  return found;
}

function one(app: Api, { db }: Context): void {
  app.get(
    '/api/assignments/:id',
    {
      config: { may: see },
      schema: {
        tags,
        summary: 'Một việc được giao với lịch sử: ai làm gì, khi nào, từ đâu',
        params: IdParams,
        response: { 200: AssignmentDetailView },
      },
    },
    async (request) => {
      const { tenantId } = getOfficer(request);
      const id = getId(request, what);
      assertMay(request, see, { agencyIds: everybody(await getOne(db, tenantId, id)) });
      const { item, row, occurrences, history } = await getAssignment(db, tenantId, id);
      const assignment = presentAssignment(row, occurrences);
      const ids = [...agenciesOf([assignment]), ...history.map(({ agency_id }) => agency_id)];
      return {
        ...{ item: presentItem(item), assignment, history: history.map(presentEntry) },
        acts: presentConcrete(history),
        agencies: await namedAgencies(db, tenantId, ids),
      };
    },
  );
}

/** One of the two ways acts are sent: whose they are, and which. */
type Way = { url: string; may: Permission; kinds: readonly Act['kind'][]; summary: string };

function acts(app: Api, context: Context, way: Way): void {
  const summary = `${way.summary}; gửi lại một mã chỉ tính một lần`;
  app.post(
    way.url,
    {
      config: { may: way.may },
      bodyLimit: 4 * 1_048_576,
      schema: { tags, summary, body: Sent, response: { 200: TakenView } },
    },
    async (request) => {
      refuseNoDay(request.body);
      return inTransaction(context.db, (trx) => takeActs(trx, request, way, context));
    },
  );
}

async function takeActs(
  trx: Transaction,
  request: Parameters<typeof assertMay>[0] & { body: Sent },
  { may, kinds }: Way,
  context: Pick<Context, 'mailer'>,
): Promise<TakenView> {
  const officer = getOfficer(request);
  const { tenantId } = officer;
  const { acts, skipRefused = false } = request.body;
  const ids = acts.map(({ assignmentId }) => assignmentId);
  await refuseOtherKinds(trx, tenantId, acts, kinds);
  const holders = new Map((await getHolders(trx, tenantId, ids)).map((one) => [one.assignmentId, one]));
  const parties = (act: Sent['acts'][number]): string[] => {
    const one = holders.get(act.assignmentId);
    return one ? partiesOf(may, one, act.occurrenceId) : [];
  };
  for (const act of acts) assertMay(request, may, { agencyIds: parties(act) });
  await assertKnown(trx, tenantId, meantIn(acts));
  await assertThere(trx, tenantId, receiversIn(acts), todayInVietnam());
  const forWhom = openSigning(trx, officer, may);
  const sent: SentAct[] = [];
  for (const act of acts) sent.push({ ...act, agencyId: await forWhom(parties(act), act.agencyId) });
  const at = new Date();
  const taking = { source: 'web', at, day: todayInVietnam(), skipRefused } as const;
  const { fresh, ...taken } = await appendActs(trx, officer, sent, taking);
  await tellOfActs(trx, officer, fresh, sendingOf(context, at));
  const refused = taken.refused.map(({ id, why }) => {
    const { message } = new Problem('act-refused', { why, assignment: '', occurrence: null });
    return { id, why, detail: message };
  });
  return { ...taken, refused, assignments: await assignmentLines(trx, tenantId, ids) };
}

function refuseNoDay(body: unknown): void {
  const found = findNoDay(body);
  if (found !== undefined)
    throw new Problem('request-invalid', {
      fields: [{ path: 'body', message: `${found} không phải là một ngày trong lịch` }],
    });
}

/** Each way has its own acts; an undo belongs to the way of what it undoes. */
async function refuseOtherKinds(
  db: Database,
  tenantId: string,
  acts: Sent['acts'],
  kinds: readonly string[],
): Promise<void> {
  const undone = acts.flatMap(({ act }) => (act.kind === 'undo' ? [act.of] : []));
  const direct: string[] = acts.flatMap(({ act }) => (act.kind === 'undo' ? [] : [act.kind]));
  const roots = undone.length > 0 ? await listRoots(db, tenantId, undone) : [];
  // Taken back here, its file and its facts would stay where nothing counts them any more.
  if (roots.some(({ piece }) => piece)) throw new Problem('evidence-kept-elsewhere', {});
  const all = [...direct, ...roots.map(({ kind }) => kind)];
  const other = all.find((kind) => !kinds.includes(kind));
  if (other !== undefined)
    throw new Problem('request-invalid', {
      fields: [{ path: 'body/acts', message: `thao tác “${other}” gửi ở địa chỉ khác` }],
    });
}

const meantIn = (acts: Sent['acts']) => ({
  agencies: acts.flatMap(({ act, agencyId = null }) => [
    agencyId,
    act.kind === 'reassign' ? act.agencyId : act.kind === 'hand-on' ? act.divisionId : null,
  ]),
  officers: acts.flatMap(({ act }) => (act.kind === 'hand-on' ? [act.officerId] : [])),
});

const receiversIn = (acts: Sent['acts']): string[] =>
  acts.flatMap(({ act }) => (act.kind === 'reassign' ? [act.agencyId] : []));

function servable(app: Api, { db }: Context): void {
  app.get(
    '/api/occurrences/:id/servable',
    {
      config: { may: see },
      schema: {
        tags,
        summary: 'Những kỳ khác của cùng đơn vị mà một lần thực hiện có thể tính chung',
        params: IdParams,
        response: { 200: ServableView },
      },
    },
    async (request) => {
      const { tenantId } = getOfficer(request);
      const id = getId(request, 'kỳ này');
      const holders = await getOne(db, tenantId, await getOccurrenceAssignment(db, tenantId, id));
      assertMay(request, see, { agencyIds: everybody(holders) });
      const rows = await listServable(db, tenantId, id);
      const items = await listItemLines(db, tenantId, [...new Set(rows.map(({ item_id }) => item_id))]);
      return {
        items: items.map(presentItem),
        owed: rows.map(({ item_id, ...row }) => ({ ...row, itemId: item_id })),
      };
    },
  );
}
