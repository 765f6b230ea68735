import { Readable } from 'node:stream';
import type { MultipartFile } from '@fastify/multipart';
import type { FastifyRequest } from 'fastify';
import { limits } from '../document/limits.ts';
import { Problem } from '../kernel/problem.ts';

/** Far above the limit nothing is read: the sender would wait minutes for a refusal that is certain. */
const hopeless = 8 * limits.fileBytes;

/** The one file of a form, still on its way. */
export async function getFile(request: FastifyRequest): Promise<{ name: string; content: Readable }> {
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
export function cleanName(name: string): string {
  const last = name.normalize('NFC').split(/[\\/]/).at(-1) ?? '';
  return last.replace(/\p{C}/gu, '').trim().slice(0, 255) || 'tệp không tên';
}
