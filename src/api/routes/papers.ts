import Type from 'typebox';
import { Problem } from '../../kernel/problem.ts';
import { closed, oneOf } from '../../kernel/shapes.ts';
import type { Asker } from '../../people/model.ts';
import type { Permission } from '../../people/permissions.ts';
import { composeLetter, draftFor } from '../../publish/letters/compose.ts';
import { lateXlsx } from '../../publish/letters/late-xlsx.ts';
import { letterKinds, PaperDraftContent } from '../../publish/letters/model.ts';
import { LetterView } from '../../publish/letters/views.ts';
import { paperKindNames } from '../../publish/template/kinds.ts';
import { type Database, inTransaction } from '../../store/db.ts';
import { findDraft, findLastDraft, saveDraft } from '../../store/paper-drafts.ts';
import { type OpenedLetter, openLetter } from '../letters.ts';
import { presentLetter } from '../present-letters.ts';
import { FormatWithTables, sendFile, sendPaper } from '../send-paper.ts';
import { type Api, type Context, getOfficer } from '../types.ts';

const tags = ['Văn bản'];
const may: Permission = 'Cán bộ soạn được văn bản đôn đốc, giải trình, sơ kết, tổng kết thuộc việc của mình';
const params = Type.Object({ kind: oneOf(...letterKinds) });
const word = (maxLength: number) => Type.Optional(Type.String({ maxLength }));
const Which = { plan: word(100), round: word(120), agencies: word(20_000), report: word(100) };

/** Papers an office writes on a screen: what the product knows is there, what is typed is kept, and it leaves as a file. */
export async function paperRoutes(app: Api, context: Context): Promise<void> {
  open(app, context);
  keepTyped(app, context);
  file(app, context);
}

async function contentOf(db: Database, { tenantId }: Asker, { letter, agencyId, subject }: OpenedLetter) {
  const which = { kind: letter.kind, agencyId, subject };
  const own = await findDraft(db, tenantId, which);
  const before = own ? undefined : await findLastDraft(db, tenantId, which);
  return { content: own?.content ?? draftFor(letter, before?.content), savedAt: own?.at ?? null };
}

function open(app: Api, { db }: Context): void {
  app.get(
    '/api/papers/:kind',
    {
      config: { may },
      schema: {
        tags,
        summary: 'Một văn bản để soạn: đôn đốc, danh sách chậm, giải trình, sơ kết, tổng kết; điền sẵn từ dữ liệu',
        params,
        querystring: Type.Object(Which),
        response: { 200: LetterView },
      },
    },
    async (request) => {
      const officer = getOfficer(request);
      const opened = await openLetter(db, officer, { ...request.query, ...request.params });
      return presentLetter(opened, await contentOf(db, officer, opened));
    },
  );
}

function keepTyped(app: Api, { db }: Context): void {
  app.put(
    '/api/papers/:kind',
    {
      config: { may },
      schema: {
        tags,
        summary: 'Lưu phần đã gõ của một văn bản đang soạn; nơi nhận, người ký được nhớ cho lần sau',
        params,
        querystring: Type.Object(Which),
        body: PaperDraftContent,
        response: { 200: Type.Object({ savedAt: Type.String() }, closed) },
      },
    },
    async (request) => {
      const officer = getOfficer(request);
      const { letter, agencyId, subject } = await openLetter(db, officer, { ...request.query, ...request.params });
      const at = new Date();
      const which = { kind: letter.kind, agencyId, subject };
      await inTransaction(db, (trx) => saveDraft(trx, officer, which, request.body, at));
      return { savedAt: at.toISOString() };
    },
  );
}

function file(app: Api, { db }: Context): void {
  app.get(
    '/api/papers/:kind/file',
    {
      config: { may },
      schema: {
        tags,
        summary: 'Văn bản đang soạn thành tệp (.docx, .pdf); các bảng thành bảng tính (.xlsx)',
        params,
        querystring: Type.Object({ ...Which, format: FormatWithTables }),
      },
    },
    async (request, reply) => {
      const officer = getOfficer(request);
      const { format = 'docx', ...which } = request.query;
      const opened = await openLetter(db, officer, { ...which, ...request.params });
      const { letter } = opened;
      const { matter, kind, today } = letter;
      const { about } = presentLetter(opened, { content: draftFor(letter), savedAt: null });
      if (format === 'xlsx' && matter.of === 'late')
        return sendFile(reply, `${paperKindNames[kind]} ${about}`, format, await lateXlsx(matter.units));
      if (kind === 'reminder' && matter.of === 'late' && matter.units.length === 0)
        throw new Problem('not-found', { what: 'đơn vị nào chậm để đôn đốc' });
      const { content } = await contentOf(db, officer, opened);
      const leaving = { kind, about, ...composeLetter(letter, content) };
      return sendPaper(reply, { db, tenantId: officer.tenantId, today }, leaving, format);
    },
  );
}
