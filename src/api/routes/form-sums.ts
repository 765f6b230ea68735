import Type from 'typebox';
import { Problem } from '../../kernel/problem.ts';
import type { Asker } from '../../people/model.ts';
import { allows, reachOf } from '../../people/permissions.ts';
import { formSumsWorkbook } from '../../publish/form-sums-xlsx.ts';
import type { Answers } from '../../report/form/model.ts';
import { sumForm } from '../../report/form/sum.ts';
import { SumsView } from '../../report/form/views.ts';
import type { Database } from '../../store/db.ts';
import { listSentAnswers } from '../../store/form-answers.ts';
import { getSentForm, listAnswers, listSendings } from '../../store/form-world.ts';
import { attachment } from '../attachment.ts';
import { designForms } from '../form-sentences.ts';
import { getId, IdParams } from '../ids.ts';
import { isIn, presentAnswer, presentSending } from '../present-forms.ts';
import { type Api, type Context, getOfficer } from '../types.ts';
import { namedAgencies } from '../work-answers.ts';
import { openAsking } from './reports.ts';

const tags = ['Phiếu số liệu'];
const what = 'phiếu đã gửi này';
const xlsx = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';
const config = { may: designForms };
const Query = Type.Object({ round: Type.Optional(Type.String({ maxLength: 100 })) });

/** What the answers of the units come to: on the screen, and as a workbook. */
export async function formSumRoutes(app: Api, { db }: Context): Promise<void> {
  app.get(
    '/api/form-sendings/:id',
    {
      config,
      schema: {
        ...{ tags, params: IdParams, querystring: Query, response: { 200: SumsView } },
        summary: 'Một lần gửi phiếu: đơn vị nào đã trả lời, các số tổng hợp của kỳ, mỗi số kèm nguồn',
      },
    },
    async (request) => sums(db, getOfficer(request), getId(request, what), request.query.round),
  );
  app.get(
    '/api/form-sendings/:id/xlsx',
    {
      config,
      schema: {
        tags,
        params: IdParams,
        querystring: Query,
        produces: [xlsx],
        summary: 'Bảng tổng hợp phiếu bằng Excel, có công thức',
      },
    },
    async (request, reply) => {
      const view = await sums(db, getOfficer(request), getId(request, what), request.query.round);
      const names = new Map(view.agencies.map(({ id, name }) => [id, name]));
      const rows = view.answers.map(({ id, agencyId }) => ({
        unit: names.get(agencyId) ?? '',
        answers: view.values[id] ?? null,
      }));
      return attachment(reply, `${view.form.title}.xlsx`, xlsx).send(
        Buffer.from(await formSumsWorkbook(view.form, rows)),
      );
    },
  );
}

/** Without a round, the last one that somebody has answered, else the first. */
async function sums(db: Database, officer: Asker, id: string, wanted: string | undefined) {
  const { tenantId } = officer;
  const asking = await openAsking(db, officer);
  const [sending] = await listSendings(db, tenantId, { ids: [id], owners: reachOf(designForms, officer) });
  if (sending === undefined) throw new Problem('not-found', { what });
  const all = await listAnswers(db, tenantId, { sendings: [id] });
  const line = presentSending(sending, all, asking);
  const round = wanted ?? line.rounds.findLast((one) => one.sent > 0)?.round ?? line.rounds[0]?.round ?? '';
  const answers = all.filter((one) => one.round === round).map((one) => presentAnswer(one, asking));
  const counted = answers.filter(isIn);
  const sent = await listSentAnswers(
    db,
    tenantId,
    counted.map((one) => one.id),
  );
  const values: Record<string, Answers> = Object.fromEntries([...sent].map(([of, content]) => [of, content.answers]));
  const form = await getSentForm(db, tenantId, id);
  return {
    ...{ sending: line, form, round, answers, values },
    sums: sumForm(
      form,
      counted.map((one) => ({ source: one.id, unit: one.agencyId, answers: values[one.id] ?? {} })),
    ),
    missing: answers.filter((one) => !isIn(one)).map((one) => one.id),
    owns: allows(designForms, officer, { agencyIds: [sending.ownerId] }),
    agencies: await namedAgencies(db, tenantId, [sending.ownerId, ...answers.map(({ agencyId }) => agencyId)]),
  };
}
