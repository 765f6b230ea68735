import { Readable } from 'node:stream';
import type { Multipart } from '@fastify/multipart';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { limits } from '../document/limits.ts';
import { Problem } from '../kernel/problem.ts';
import type { FileStore } from '../platform/file-store.ts';
import { hangUpSignal } from './hang-up.ts';
import type { Context } from './types.ts';

/** Far above the limit nothing is read: the sender would wait minutes for a refusal that is certain. */
const hopeless = 8 * limits.fileBytes;

/** The one file of a form, still on its way. */
export async function getFile(request: FastifyRequest): Promise<Incoming> {
  const declared = Number(request.headers['content-length'] ?? 0);
  if (declared > hopeless) {
    throw new Problem('file-too-large', { name: 'tệp tải lên', size: declared, limit: limits.fileBytes });
  }
  const parts = request.files({ limits: { fileSize: Number.POSITIVE_INFINITY, files: 2, fields: 10, parts: 12 } });
  const { value: part } = await parts.next().catch(cutOff);
  if (!part) throw new Problem('file-missing', {});
  return { name: part.filename, content: Readable.from(onlyFile(part.file, parts)) };
}

type Incoming = { name: string; content: Readable };
type LookedAt = { path: string; name: string; sha256: Buffer };

/** What `look` finds in a file that is not kept: it lies on the disk as long as that takes. Refused above `limit` bytes. */
export async function lookAt<T>(
  files: FileStore,
  { name: given, content }: Incoming,
  limit: number,
  look: (file: LookedAt) => Promise<T>,
): Promise<T> {
  const name = cleanName(given);
  const received = await files.receive(content, limit);
  try {
    const { path, size, tooLarge, sha256 } = received;
    if (tooLarge) throw new Problem('file-too-large', { name, size, limit });
    return await look({ path, name, sha256 });
  } finally {
    await files.discard(received);
  }
}

/** The cells of the one workbook of a form, read in the process for files from outside, as text. */
export async function readTextCells(
  { files, reader }: Pick<Context, 'files' | 'reader'>,
  request: FastifyRequest,
  reply: FastifyReply,
  limit: number,
) {
  return lookAt(files, await getFile(request), limit, async ({ path, name }) => {
    const sheets = await reader.cells({ path, name }, hangUpSignal(reply));
    return { name, sheets: sheets.map(({ sheet, rows }) => ({ sheet, rows: rows.map((row) => row.map(String)) })) };
  });
}

/** Far more than the longest words of one piece of evidence. */
const fieldBytes = 262_144;

/** A form of one field with words, and behind it the one file of the form, still on its way. */
export async function getFieldAndFile(
  request: FastifyRequest,
  field: string,
): Promise<{ text: string; name: string; content: Readable }> {
  const limits = { fileSize: Number.POSITIVE_INFINITY, fieldSize: fieldBytes, files: 2, fields: 10, parts: 12 };
  const parts = request.parts({ limits });
  let text = '';
  for (;;) {
    const { value: part } = await parts.next().catch(cutOff);
    if (!part) throw new Problem('file-missing', {});
    if (part.type === 'file') return { text, name: part.filename, content: Readable.from(onlyFile(part.file, parts)) };
    if (part.fieldname === field && typeof part.value === 'string') text = part.value;
  }
}

/** The bytes of a file to their end, and nothing after them: a second file would be lost without a word. */
async function* onlyFile(file: Readable, parts: AsyncIterator<Multipart>): AsyncGenerator<Buffer> {
  try {
    yield* file as AsyncIterable<Buffer>;
  } catch (cause) {
    cutOff(cause);
  }
  const { value: second } = await parts.next().catch(cutOff);
  if (!second) return;
  if (second.type === 'file') second.file.resume();
  throw new Problem('several-files', {});
}

/** A form that ends in the middle, or has no boundary to tell its parts by. */
function cutOff(cause: unknown): never {
  const { code } = cause as { code?: string };
  throw code?.startsWith('FST_') ? cause : new Problem('upload-cut-off', {}, { cause });
}

/** The name without folders and without characters no screen shows; it is for people, never a path of ours. */
export function cleanName(name: string): string {
  const last = name.normalize('NFC').split(/[\\/]/).at(-1) ?? '';
  return last.replace(/\p{C}/gu, '').trim().slice(0, 255) || 'tệp không tên';
}
