import type { FastifyReply, FastifyRequest } from 'fastify';
import Type from 'typebox';
import { Compile } from 'typebox/compile';
import { Problem } from '../../kernel/problem.ts';
import { allows } from '../../people/permissions.ts';
import { RegisterImportsView, RegisterPreviewView, SentRegister } from '../../report/recommendation/views.ts';
import { inTransaction } from '../../store/db.ts';
import {
  listRegisterImports,
  type ReadRegister,
  readRegister,
  takeRegister,
  undoRegister,
} from '../../store/recommendation-imports.ts';
import { tellOfRemedies } from '../../store/remedy-news.ts';
import { readBeside } from '../evidence-intake.ts';
import { hangUpSignal } from '../hang-up.ts';
import { getId, IdParams } from '../ids.ts';
import { getFieldAndFile, lookAt } from '../incoming-file.ts';
import { keepRegister } from '../inspection-parties.ts';
import { type Api, type Context, getOfficer } from '../types.ts';
import { namedAgencies, refuseNoDay, sendingOf, todayInVietnam } from '../work-answers.ts';

const tags = ['Kiến nghị'];
const config = { may: keepRegister };
/** A register of some hundred rows is far below. */
const largest = 8 * 1_048_576;
const sentShape = Compile(SentRegister);

/** Registers of recommendations as tables: what a file says, taking it over, taking it back. */
export async function recommendationImportRoutes(app: Api, context: Context): Promise<void> {
  for (const taking of [false, true])
    app.post(
      taking ? '/api/recommendation-imports' : '/api/recommendation-imports/preview',
      {
        config,
        schema: {
          tags,
          summary: taking
            ? 'Nhập sổ kiến nghị từ tệp Excel hoặc CSV (multipart: trường “import” là JSON, sau đó trường “file”)'
            : 'Xem trước một tệp Excel hoặc CSV: cột nào là gì, dòng nào được nhập, dòng nào không và vì sao; chưa ghi gì',
          consumes: ['multipart/form-data'],
          response: { 200: RegisterPreviewView },
        },
      },
      async (request, reply) => answer(context, request, await take(context, request, reply, taking)),
    );
  listing(app, context);
}

async function take(context: Context, request: FastifyRequest, reply: FastifyReply, taking: boolean) {
  const { db } = context;
  const officer = getOfficer(request);
  const { sent, file } = await receive(context, request, reply);
  const question = {
    ...sent.defaults,
    today: todayInVietnam(),
    refuse: (agencyId: string) =>
      allows(keepRegister, officer, { agencyIds: [agencyId] }) ? undefined : 'đơn vị ngoài phạm vi của bạn',
  };
  if (!taking) return readRegister(db, officer.tenantId, file, question);
  return inTransaction(db, async (trx) => {
    const at = new Date();
    const { read, told } = await takeRegister(trx, officer, { id: sent.id, file, question, at });
    await tellOfRemedies(trx, officer, aboutOf(officer.officerId), told, sendingOf(context, at));
    return read;
  });
}

const aboutOf = (keeper: string) => ({ of: 'recommendation', keepers: [keeper] }) as const;

/** Read in a process of its own, as every file from outside is; nothing of it is kept but its name and hash. */
async function receive({ files, reader }: Context, request: FastifyRequest, reply: FastifyReply) {
  const { text, ...incoming } = await getFieldAndFile(request, 'import');
  const sent = readBeside(sentShape, text);
  refuseNoDay(sent.defaults.paper);
  return lookAt(files, incoming, largest, async ({ path, name, sha256 }) => {
    const sheets = await reader.rows({ path, name }, hangUpSignal(reply));
    return { sent, file: { name, sha256, sheets } };
  });
}

async function answer({ db }: Context, request: FastifyRequest, { sheet, columns, taken, left }: ReadRegister) {
  const ids = taken.map(({ agencyId }) => agencyId);
  return { sheet, columns, taken, left, agencies: await namedAgencies(db, getOfficer(request).tenantId, ids) };
}

function listing(app: Api, context: Context): void {
  const { db } = context;
  app.get(
    '/api/recommendation-imports',
    {
      config,
      schema: { tags, summary: 'Các tệp đã nhập vào sổ, mới nhất trước', response: { 200: RegisterImportsView } },
    },
    async (request) => {
      const officer = getOfficer(request);
      const lines = await listRegisterImports(db, officer.tenantId);
      return {
        imports: lines
          .filter(({ byId }) => byId === officer.officerId || allows(keepRegister, officer, { agencyIds: [] }))
          .map(({ id, name, count, by, at, undoneAt }) => ({
            ...{ id, name, count, by, at: at.toISOString(), undoneAt: undoneAt?.toISOString() ?? null },
          })),
      };
    },
  );
  app.post(
    '/api/recommendation-imports/:id/undo',
    {
      config,
      schema: {
        tags,
        summary: 'Hoàn tác một lần nhập tệp: rút những kiến nghị chưa ai xử lý gì từ đó; còn lại giữ nguyên',
        params: IdParams,
        response: { 200: Type.Object({ withdrawn: Type.Integer(), kept: Type.Integer() }) },
      },
    },
    async (request) => {
      const officer = getOfficer(request);
      const id = getId(request, 'lần nhập tệp này');
      const line = (await listRegisterImports(db, officer.tenantId)).find((one) => one.id === id);
      if (!line) throw new Problem('not-found', { what: 'lần nhập tệp này' });
      // Whoever keeps the whole register, else the one who took it over.
      if (line.byId !== officer.officerId && !allows(keepRegister, officer, { agencyIds: [] }))
        throw new Problem('permission-refused', { needed: keepRegister });
      return inTransaction(db, async (trx) => {
        const at = new Date();
        const { told, ...done } = await undoRegister(trx, officer, id, at);
        await tellOfRemedies(trx, officer, aboutOf(officer.officerId), told, sendingOf(context, at));
        return done;
      });
    },
  );
}
