import { Readable } from 'node:stream';
import type { MultipartFile } from '@fastify/multipart';
import type { FastifyReply, FastifyRequest } from 'fastify';
import Type from 'typebox';
import { limits } from '../../document/limits.ts';
import { type Incoming, takeInPlan } from '../../jobs/take-in-plan.ts';
import { Problem } from '../../kernel/problem.ts';
import { PlanView } from '../../plan/views.ts';
import { getPlan } from '../../store/plans.ts';
import { hangUpSignal } from '../hang-up.ts';
import { presentPlan } from '../present.ts';
import { type Api, type Context, getOfficer } from '../types.ts';

const tags = ['Kế hoạch'];
const add = { may: 'Cán bộ thêm được kế hoạch cho đơn vị mình' } as const;

const Text = Type.Object(
  { name: Type.String({ minLength: 1, maxLength: 255 }), text: Type.String() },
  { additionalProperties: false },
);

/** A plan comes in as a file or as pasted text; both are kept as files and read the same way. */
export async function uploadRoutes(app: Api, context: Context): Promise<void> {
  app.post(
    '/api/plans',
    {
      config: add,
      schema: {
        tags,
        summary: 'Thêm kế hoạch từ tệp (multipart, trường “file”)',
        consumes: ['multipart/form-data'],
        response: { 201: PlanView },
      },
    },
    async (request, reply) => {
      const { name, content } = await getFile(request);
      return reply.code(201).send(await takeIn(request, reply, { name, content }));
    },
  );

  app.post(
    '/api/plans/text',
    {
      config: add,
      bodyLimit: 12 * 1_048_576,
      schema: { tags, summary: 'Thêm kế hoạch từ văn bản dán vào', body: Text, response: { 201: PlanView } },
    },
    async (request, reply) => {
      const { name, text } = request.body;
      const fileName = /\.(txt|md|html?)$/i.test(name) ? name : `${name}.txt`;
      return reply
        .code(201)
        .send(await takeIn(request, reply, { name: fileName, content: Readable.from([Buffer.from(text)]) }));
    },
  );

  const takeIn = async (request: FastifyRequest, reply: FastifyReply, { name, content }: Incoming) => {
    const officer = getOfficer(request);
    const incoming = { name: cleanName(name), content, signal: hangUpSignal(reply) };
    const id = await takeInPlan(context, officer, incoming);
    return presentPlan(await getPlan(context.db, officer.tenantId, id));
  };
}

/** Far above the limit nothing is read: the sender would wait minutes for a refusal that is certain. */
const hopeless = 8 * limits.fileBytes;

async function getFile(request: FastifyRequest): Promise<{ name: string; content: Readable }> {
  const declared = Number(request.headers['content-length'] ?? 0);
  if (declared > hopeless) {
    throw new Problem('file-too-large', { name: 'tệp tải lên', size: declared, limit: limits.fileBytes });
  }
  const parts = request.files({ limits: { fileSize: Number.POSITIVE_INFINITY, files: 2, fields: 10, parts: 12 } });
  const { value: part } = await parts.next().catch(cutOff);
  if (!part) throw new Problem('file-missing', {});
  return { name: part.filename, content: Readable.from(onlyFile(part.file, parts)) };
}

/** The bytes of a file to their end, and nothing after them: a second file would be lost without a word. */
async function* onlyFile(file: Readable, parts: AsyncIterator<MultipartFile>): AsyncGenerator<Buffer> {
  try {
    yield* file as AsyncIterable<Buffer>;
  } catch (cause) {
    cutOff(cause);
  }
  const { value: second } = await parts.next().catch(cutOff);
  if (!second) return;
  second.file.resume();
  throw new Problem('several-files', {});
}

/** A form that ends in the middle, or has no boundary to tell its parts by. */
function cutOff(cause: unknown): never {
  const { code } = cause as { code?: string };
  throw code?.startsWith('FST_') ? cause : new Problem('upload-cut-off', {}, { cause });
}

/** The name without folders and without characters no screen shows; it is for people, never a path of ours. */
function cleanName(name: string): string {
  const last = name.normalize('NFC').split(/[\\/]/).at(-1) ?? '';
  return last.replace(/\p{C}/gu, '').trim().slice(0, 255) || 'tệp không tên';
}
