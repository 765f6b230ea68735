import type { FastifyRequest } from 'fastify';
import { Problem } from '../../kernel/problem.ts';
import { reachOf } from '../../people/permissions.ts';
import { answerSheet } from '../../publish/form-sheet.ts';
import { readBase } from '../../report/form/sheet/base.ts';
import { formSheet } from '../../report/form/sheet/model.ts';
import { takeIn } from '../../report/form/sheet/take-in.ts';
import { FormSheetView } from '../../report/form/views.ts';
import type { Cell, CellRows } from '../../report/sheet/hidden.ts';
import type { Database } from '../../store/db.ts';
import { openAnswers } from '../../store/form-answers.ts';
import { getAnswer, getSentForm } from '../../store/form-world.ts';
import { attachment } from '../attachment.ts';
import { answerForms, seeForms } from '../form-sentences.ts';
import { hangUpSignal } from '../hang-up.ts';
import { getId, IdParams } from '../ids.ts';
import { getFile, lookAt } from '../incoming-file.ts';
import { type Api, assertMay, type Context, getOfficer } from '../types.ts';
import { namedAgencies, todayInVietnam } from '../work-answers.ts';

const tags = ['Phiếu số liệu'];
const what = 'phiếu này';
const xlsx = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';
const largest = 5 * 1_048_576;
const config = { may: answerForms };

/** A form as a workbook, out to be filled in and in again. */
export async function formSheetRoutes(app: Api, { db, files, reader }: Context): Promise<void> {
  app.get(
    '/api/form-answers/:id/sheet',
    {
      config,
      schema: {
        ...{ tags, params: IdParams, produces: [xlsx] },
        summary: 'Tải phiếu thành biểu Excel để nhập khi không có mạng',
      },
    },
    async (request, reply) => {
      const { known, form, answers } = await open(db, request);
      const [unit] = await namedAgencies(db, getOfficer(request).tenantId, [known.agencyId]);
      const title = `${form.title}, ${unit?.name ?? ''}`;
      const bytes = answerSheet({ answerId: known.id, title, form, answers });
      return attachment(reply, `${title.replaceAll('/', '-').slice(0, 150)}.xlsx`, xlsx).send(Buffer.from(bytes));
    },
  );

  app.post(
    '/api/form-answers/:id/sheet',
    {
      config,
      schema: {
        ...{ tags, params: IdParams, consumes: ['multipart/form-data'], response: { 200: FormSheetView } },
        summary:
          'Biểu Excel đã nhập (multipart, trường “file”) sẽ thay đổi những câu nào của phiếu, ô nào sai; chưa thay đổi gì, nhận bằng cách lưu các câu',
      },
    },
    async (request, reply) => {
      const { known, form, answers } = await open(db, request);
      return lookAt(files, await getFile(request), largest, async ({ path, name }) => {
        const signal = hangUpSignal(reply);
        const shown = (await reader.rows({ path, name }, signal)).find(({ sheet }) => sheet === formSheet)?.rows ?? [];
        const sheets = withPercents(await reader.cells({ path, name }, signal), shown);
        const found = readBase(sheets);
        if (typeof found === 'string') throw new Problem('form-sheet-foreign', { name, why: found });
        if (found.answerId !== known.id) throw new Problem('form-sheet-foreign', { name, why: 'other' });
        const beside = { today: todayInVietnam(), pieces: known.pieces };
        return takeIn(sheets, { form, base: found.base, now: answers, beside });
      });
    },
  );
}

/** Who types 92% into a cell gets 0.92 that shows as 92%: what shows is what was meant. */
function withPercents(sheets: readonly CellRows[], shown: readonly (readonly string[])[]): CellRows[] {
  const meant = (cell: Cell, row: number, column: number): Cell =>
    typeof cell === 'number' && shown[row]?.[column]?.trim().endsWith('%')
      ? Number((cell * 100).toPrecision(12))
      : cell;
  return sheets.map((one) =>
    one.sheet === formSheet
      ? { ...one, rows: one.rows.map((cells, row) => cells.map((cell, column) => meant(cell, row, column))) }
      : one,
  );
}

/** The working copy, of who writes it. */
async function open(db: Database, request: FastifyRequest & { params: { id: string } }) {
  const officer = getOfficer(request);
  const { tenantId } = officer;
  const known = await getAnswer(db, tenantId, getId(request, what), reachOf(seeForms, officer));
  assertMay(request, answerForms, { agencyIds: [known.agencyId] });
  const [form, { answers }] = await Promise.all([
    getSentForm(db, tenantId, known.sendingId),
    openAnswers(db, tenantId, known.id),
  ]);
  return { known, form, answers };
}
