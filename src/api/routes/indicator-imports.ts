import type { FastifyReply, FastifyRequest } from 'fastify';
import Type from 'typebox';
import { Compile } from 'typebox/compile';
import { Problem } from '../../kernel/problem.ts';
import { allows } from '../../people/permissions.ts';
import { ImportPreviewView, ImportsView, SentImport } from '../../report/indicator/views.ts';
import { inTransaction } from '../../store/db.ts';
import {
  type ImportQuestion,
  listImports,
  type ReadFile,
  readImport,
  type SheetFile,
  takeImport,
  undoImport,
} from '../../store/indicator-imports.ts';
import { same } from '../../store/indicator-state.ts';
import { hangUpSignal } from '../hang-up.ts';
import { getId, IdParams } from '../ids.ts';
import { getFieldAndFile, lookAt } from '../incoming-file.ts';
import { enter, keep } from '../indicator-sentences.ts';
import { type Api, type Context, getOfficer } from '../types.ts';
import { namedAgencies, todayInVietnam } from '../work-answers.ts';

const tags = ['Chỉ tiêu'];
const config = { may: enter };
/** A year of 200 units is far below; what is larger is no table to be typed over. */
const largest = 8 * 1_048_576;
const shown = 2_000;

/** Figures from exported tables of other systems: what a file says, taking it over, taking it back. */
export async function indicatorImportRoutes(app: Api, context: Context): Promise<void> {
  const { db } = context;
  for (const taking of [false, true])
    app.post(
      taking ? '/api/indicator-imports' : '/api/indicator-imports/preview',
      {
        config,
        schema: {
          tags,
          summary: taking
            ? 'Nhập số liệu từ tệp (multipart: trường “import” là JSON, sau đó trường “file”); số đã có và giống thì giữ nguyên'
            : 'Xem trước một tệp Excel hoặc CSV: cột nào là gì, số nào được nhập, dòng nào bỏ và vì sao; chưa ghi gì',
          consumes: ['multipart/form-data'],
          response: { 200: ImportPreviewView },
        },
      },
      async (request, reply) => {
        const officer = getOfficer(request);
        const { sent, file } = await receive(context, request, reply);
        const question = questionOf(request, sent);
        const read = taking
          ? await inTransaction(db, (trx) => takeImport(trx, officer, { id: sent.id, file, question, at: new Date() }))
          : await readImport(db, officer.tenantId, file, question);
        const ids = read.taken.map(({ agencyId }) => agencyId);
        return {
          ...present(read, file, taking ? sent.id : null),
          agencies: await namedAgencies(db, officer.tenantId, ids),
        };
      },
    );
  listing(app, { db });
}

const sentShape = Compile(SentImport);

/** Read in a process of its own, as every file from outside is; nothing of it is kept but its name and hash. */
async function receive(
  { files, reader }: Context,
  request: FastifyRequest,
  reply: FastifyReply,
): Promise<{ sent: SentImport; file: SheetFile }> {
  const { text, ...incoming } = await getFieldAndFile(request, 'import');
  const sent = readSent(text);
  return lookAt(files, incoming, largest, async ({ path, name, sha256 }) => {
    const sheets = await reader.rows({ path, name }, hangUpSignal(reply));
    return { sent, file: { name, sha256, sheets } };
  });
}

function readSent(text: string): SentImport {
  let sent: unknown;
  try {
    sent = JSON.parse(text);
  } catch {
    throw new Problem('request-invalid', { fields: [{ path: 'body/import', message: '' }] });
  }
  const [first] = sentShape.Errors(sent);
  if (first)
    throw new Problem('request-invalid', { fields: [{ path: `body/import${first.instancePath}`, message: '' }] });
  return sent as SentImport;
}

function questionOf(request: FastifyRequest, { period, mapping, indicatorId }: SentImport): ImportQuestion {
  const officer = getOfficer(request);
  return {
    ...{ period, mapping, indicatorId, today: todayInVietnam() },
    refuse: (agencyId) =>
      allows(enter, officer, { agencyIds: [agencyId] }) ? undefined : 'ngoài phạm vi nhập của bạn',
  };
}

function present(
  { mapping, remembered, headings, sample, taken, left }: ReadFile,
  { sheets }: SheetFile,
  importId: string | null,
): Omit<ImportPreviewView, 'agencies'> {
  const changed = taken.filter(({ now, figure }) => now !== null && isSomething(now) && !same(now, figure)).length;
  const equal = taken.filter(({ now, figure }) => now !== null && same(now, figure)).length;
  return {
    ...{ sheets: sheets.map(({ sheet }) => sheet), headings, sample, mapping, remembered, importId },
    ...{ fresh: taken.length - changed - equal, changed, same: equal },
    taken: taken.slice(0, shown).map(({ rev: _, ...one }) => one),
    left: left.slice(0, shown),
  };
}

const isSomething = ({
  value,
  part,
  whole,
}: {
  value: number | null;
  part: number | null;
  whole: number | null;
}): boolean => value !== null || part !== null || whole !== null;

function listing(app: Api, { db }: Pick<Context, 'db'>): void {
  app.get(
    '/api/indicator-imports',
    { config, schema: { tags, summary: 'Các tệp số liệu đã nhập, mới nhất trước', response: { 200: ImportsView } } },
    async (request) => {
      const officer = getOfficer(request);
      const all = allows(keep, officer);
      const lines = await listImports(db, officer.tenantId);
      return {
        imports: lines
          .filter(({ byId }) => all || byId === officer.officerId)
          .map(({ byId, at, undoneAt, ...line }) => ({
            ...{ ...line, at: at.toISOString(), undoneAt: undoneAt?.toISOString() ?? null },
            mine: all || byId === officer.officerId,
          })),
      };
    },
  );
  app.post(
    '/api/indicator-imports/:id/undo',
    {
      config,
      schema: {
        tags,
        summary: 'Hoàn tác một lần nhập tệp: những số chưa ai sửa sau đó trở lại như trước',
        params: IdParams,
        response: { 200: Type.Object({ figures: Type.Integer() }) },
      },
    },
    async (request) => {
      const officer = getOfficer(request);
      const id = getId(request, 'lần nhập tệp này');
      const line = (await listImports(db, officer.tenantId)).find((one) => one.id === id);
      if (!line) throw new Problem('not-found', { what: 'lần nhập tệp này' });
      if (!allows(keep, officer) && line.byId !== officer.officerId)
        throw new Problem('permission-refused', { needed: keep });
      return { figures: await inTransaction(db, (trx) => undoImport(trx, officer, id, new Date())) };
    },
  );
}
