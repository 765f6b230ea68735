import { readFile } from 'node:fs/promises';
import { Readable } from 'node:stream';
import Type from 'typebox';
import { newId } from '../../kernel/ids.ts';
import { Problem } from '../../kernel/problem.ts';
import { closed, nullable } from '../../kernel/shapes.ts';
import { allows, type Permission } from '../../people/permissions.ts';
import { findOffice } from '../../platform/office/find-office.ts';
import { writeFilled } from '../../platform/office/write-filled.ts';
import { builtInTemplate } from '../../publish/template/built-in.ts';
import { documentFields } from '../../publish/template/document-fields.ts';
import { PaperKind, paperKindNames, paperKinds } from '../../publish/template/kinds.ts';
import { TemplateCheck } from '../../publish/template/model.ts';
import { templateLimits } from '../../publish/template/open-template.ts';
import { sampleOf } from '../../publish/template/samples.ts';
import { TemplateKindView, TemplatesView } from '../../publish/template/views.ts';
import { type Database, inTransaction } from '../../store/db.ts';
import {
  addTemplate,
  getTemplate,
  listKindsInUse,
  listTemplates,
  listUses,
  putToUse,
} from '../../store/paper-templates.ts';
import { harmless } from '../attachment.ts';
import { hangUpSignal } from '../hang-up.ts';
import { getFile, lookAt } from '../incoming-file.ts';
import { Format, sendFile } from '../send-paper.ts';
import { type Api, type Context, getOfficer } from '../types.ts';
import { idOr, todayInVietnam } from '../work-answers.ts';

const tags = ['Biểu mẫu'];
const see: Permission = 'Cán bộ xem được biểu mẫu văn bản của đơn vị mình';
const set: Permission = 'Cơ quan thường trực và người quản trị đặt được biểu mẫu văn bản';
const what = 'biểu mẫu này';
const params = Type.Object({ kind: PaperKind });
const Which = { template: Type.Optional(Type.String({ maxLength: 100 })) };

/** Templates of papers: the built-in ones, those a province has changed, and which are in use. */
export async function paperTemplateRoutes(app: Api, context: Context): Promise<void> {
  lists(app, context);
  files(app, context);
  preview(app, context);
  upload(app, context);
  use(app, context);
}

function lists(app: Api, { db }: Context): void {
  app.get(
    '/api/paper-templates',
    {
      config: { may: see },
      schema: { tags, summary: 'Các loại văn bản và biểu mẫu đang dùng', response: { 200: TemplatesView } },
    },
    async (request) => {
      const officer = getOfficer(request);
      const known = new Map((await listKindsInUse(db, officer.tenantId)).map((row) => [row.kind, row]));
      const kinds = paperKinds.map((kind) => {
        const row = known.get(kind);
        const since = row?.since?.toISOString() ?? null;
        return { kind, name: paperKindNames[kind], used: row?.name ?? null, since, count: row?.count ?? 0 };
      });
      return { kinds, changes: allows(set, officer), pdf: findOffice() !== undefined };
    },
  );
  app.get(
    '/api/paper-templates/:kind',
    {
      config: { may: see },
      schema: {
        tags,
        summary: 'Các bản biểu mẫu của một loại văn bản và các trường dùng được',
        params,
        response: { 200: TemplateKindView },
      },
    },
    async (request) => presentKind(db, getOfficer(request).tenantId, request.params.kind),
  );
}

async function presentKind(db: Database, tenantId: string, kind: PaperKind): Promise<TemplateKindView> {
  const [templates, uses] = await Promise.all([listTemplates(db, tenantId, kind), listUses(db, tenantId, kind)]);
  const used = uses[0]?.templateId ?? null;
  return {
    kind,
    name: paperKindNames[kind],
    templates: templates.map(({ at, ...one }) => ({ ...one, at: at.toISOString(), used: one.id === used })),
    uses: uses.map(({ templateId, at, by }) => ({ templateId, at: at.toISOString(), by })),
    fields: documentFields(kind),
  };
}

/** A template of a kind by its id, without one the built-in. */
async function templateFile(db: Database, tenantId: string, kind: PaperKind, id: string | undefined) {
  if (id === undefined) {
    const content = await builtInTemplate(kind, todayInVietnam());
    return { name: `Mẫu ${paperKindNames[kind]}.docx`, content };
  }
  return getTemplate(db, tenantId, idOr(id, what) ?? '', kind);
}

function files(app: Api, { db }: Context): void {
  app.get(
    '/api/paper-templates/:kind/file',
    {
      config: { may: see },
      schema: {
        tags,
        summary: 'Tệp Word của một biểu mẫu; không nêu bản nào thì là mẫu có sẵn',
        params,
        querystring: Type.Object(Which),
      },
    },
    async (request, reply) => {
      const { kind } = request.params;
      const { name, content } = await templateFile(db, getOfficer(request).tenantId, kind, request.query.template);
      return sendFile(reply, name.replace(/\.docx$/iu, ''), 'docx', content);
    },
  );
  app.get(
    '/api/paper-templates/:kind/sample',
    {
      config: { may: see },
      schema: {
        tags,
        summary: 'Biểu mẫu điền thử bằng số liệu của tỉnh giả định (.docx, .pdf)',
        params,
        querystring: Type.Object({ ...Which, format: Format }),
      },
    },
    async (request, reply) => {
      const { kind } = request.params;
      const format = request.query.format ?? 'docx';
      const template = await templateFile(db, getOfficer(request).tenantId, kind, request.query.template);
      const bytes = await writeFilled(kind, sampleOf(kind), { template, format, day: todayInVietnam() });
      return sendFile(reply, `Điền thử ${paperKindNames[kind]}`, format, bytes);
    },
  );
}

/** The first page of the sample as a picture, drawn anew: nothing of the file itself reaches the browser. */
function preview(app: Api, { db, files: store, reader }: Context): void {
  app.get(
    '/api/paper-templates/:kind/preview',
    {
      config: { may: see },
      schema: { tags, summary: 'Ảnh trang đầu của bản điền thử', params, querystring: Type.Object(Which) },
    },
    async (request, reply) => {
      const { kind } = request.params;
      const template = await templateFile(db, getOfficer(request).tenantId, kind, request.query.template);
      const format = 'pdf';
      const pdf = await writeFilled(kind, sampleOf(kind), { template, format, day: todayInVietnam() }).catch(
        (error) => {
          if (error instanceof Problem && error.code === 'template-needs-office') return undefined;
          throw error;
        },
      );
      if (pdf === undefined) throw new Problem('preview-not-there', {});
      const file = await store.receive(Readable.from([Buffer.from(pdf)]), pdf.length);
      try {
        const picture = await reader.preview({ path: file.path, name: template.name, type: 'pdf' });
        if (picture === null) throw new Problem('preview-not-there', {});
        return reply.type('image/jpeg').headers(harmless).header('cache-control', 'private, max-age=300').send(picture);
      } finally {
        await store.discard(file);
      }
    },
  );
}

const Uploaded = Type.Object({ id: nullable(Type.String()), check: TemplateCheck, kept: TemplateKindView }, closed);

function upload(app: Api, { db, files: store, reader }: Context): void {
  app.post(
    '/api/paper-templates/:kind',
    {
      config: { may: set },
      schema: {
        tags,
        summary:
          'Tải lên một biểu mẫu (multipart, trường “file”): kiểm tra ngay, không có lỗi thì giữ lại; chưa dùng cho tới khi được chọn',
        params,
        consumes: ['multipart/form-data'],
        response: { 200: Uploaded },
      },
    },
    async (request, reply) => {
      const { tenantId, officerId } = getOfficer(request);
      const { kind } = request.params;
      return lookAt(store, await getFile(request), templateLimits.fileBytes, async ({ path, name }) => {
        const asked = { path, name, of: kind, day: todayInVietnam() };
        const check = await reader.checkTemplate(asked, hangUpSignal(reply));
        const id = check.passes ? newId() : null;
        if (id !== null) {
          const kept = { id, kind, name, content: await readFile(path), check };
          await inTransaction(db, (trx) => addTemplate(trx, { tenantId, officerId }, kept, new Date()));
        }
        return { id, check, kept: await presentKind(db, tenantId, kind) };
      });
    },
  );
}

function use(app: Api, { db }: Context): void {
  app.put(
    '/api/paper-templates/:kind/use',
    {
      config: { may: set },
      schema: {
        tags,
        summary: 'Chọn biểu mẫu để làm văn bản từ nay; null là dùng lại mẫu có sẵn',
        params,
        body: Type.Object({ template: nullable(Type.String({ maxLength: 100 })) }, closed),
        response: { 200: TemplateKindView },
      },
    },
    async (request) => {
      const officer = getOfficer(request);
      const { kind } = request.params;
      const { template } = request.body;
      const id = template === null ? null : (idOr(template, what) ?? null);
      await inTransaction(db, (trx) => putToUse(trx, officer, kind, id, new Date()));
      return presentKind(db, officer.tenantId, kind);
    },
  );
}
