import { Readable } from 'node:stream';
import type { FastifyReply, FastifyRequest } from 'fastify';
import type { Static, TSchema } from 'typebox';
import type { Validator } from 'typebox/compile';
import { Problem } from '../kernel/problem.ts';
import type { FileStore, ReceivedFile } from '../platform/file-store.ts';
import type { Scan } from '../platform/virus-scanner/scanner.ts';
import { type FileTypeName, safeName } from '../report/evidence/file-types.ts';
import { mostBytesFor } from '../report/evidence/sniff.ts';
import type { EvidenceView } from '../report/evidence/views.ts';
import { hangUpSignal } from './hang-up.ts';
import { cleanName, getFieldAndFile } from './incoming-file.ts';
import type { Context } from './types.ts';

/** A file of evidence on its way in: received no further than its limit, known by its content, looked through for viruses. */

export type TakenIn = { received: ReceivedFile; name: string; type: FileTypeName; scan: Scan | null };

/** Receives a file and says what it is. What is refused lies nowhere; what is taken in lies aside until it is kept or discarded. */
export async function takeInFile(
  { files, reader, scanner, report }: Pick<Context, 'files' | 'reader' | 'scanner' | 'report'>,
  { name: given, content }: { name: string; content: Readable },
  signal: AbortSignal,
): Promise<TakenIn> {
  const name = cleanName(given);
  const received = await receive(files, name, content);
  try {
    if (received.size === 0) throw new Problem('file-empty', { name });
    const sniffed = await reader.sniff({ path: received.path, name }, signal);
    if ('refused' in sniffed) throw new Problem('evidence-file-refused', { name, why: sniffed.refused });
    // A scanner that is away keeps nobody from their work: the file says that nobody has looked, and is looked through later.
    const scan = await scanner?.scan(received.path).catch((error) => report(error, 'scanning failed'));
    if (scan?.state === 'infected') throw new Problem('evidence-infected', { name, threat: scan.threat });
    return { received, name: safeName(name, sniffed.type), type: sniffed.type, scan: scan ?? null };
  } catch (error) {
    await files.discard(received);
    throw error;
  }
}

type Door<Sent> = {
  /** what is sent beside the file, or the Problem that it is none */
  read: (text: string) => Sent;
  /** refuses what may not be added, before a byte of the file is kept */
  assert: (sent: Sent) => Promise<void> | void;
  keep: (sent: Sent, taken: TakenIn) => Promise<EvidenceView>;
};

/** Evidence with its file, on its way in: the words come first, and what is not kept lies nowhere. */
export async function takeInEvidence<Sent>(
  context: Pick<Context, 'files' | 'reader' | 'scanner' | 'report'>,
  request: FastifyRequest,
  reply: FastifyReply,
  { read, assert, keep }: Door<Sent>,
): Promise<EvidenceView> {
  const signal = hangUpSignal(reply);
  // Does nothing to a file that was kept: it lies elsewhere by then.
  const discard = ({ received }: TakenIn): Promise<void> => context.files.discard(received);
  try {
    const { text, name, content } = await getFieldAndFile(request, 'evidence');
    const sent = read(text);
    await assert(sent);
    const taken = await takeInFile(context, { name, content }, signal);
    if (!signal.aborted) return await keep(sent, taken).finally(() => discard(taken));
    await discard(taken);
    throw new Problem('upload-cut-off', {});
  } catch (error) {
    // What has not been read of the file is not waited for: two gigabytes more would keep the line busy for nothing.
    reply.header('connection', 'close');
    throw error;
  }
}

/** What stands beside a file, by its shape. */
export function readBeside<Shape extends TSchema>(
  shape: Validator<Record<never, never>, Shape>,
  text: string,
): Static<Shape> {
  const wrong = (path: string) => new Problem('request-invalid', { fields: [{ path, message: '' }] });
  let sent: unknown;
  try {
    sent = JSON.parse(text);
  } catch {
    throw wrong('body/evidence');
  }
  const [first] = shape.Errors(sent);
  if (first) throw wrong(`body/evidence${first.instancePath}`);
  return sent as Static<Shape>;
}

/** No byte is read beyond the limit; the store clears away what it had. */
async function receive(files: FileStore, name: string, content: Readable): Promise<ReceivedFile> {
  return files.receive(Readable.from(upToLimit(content, name)), Number.POSITIVE_INFINITY);
}

async function* upToLimit(content: Readable, name: string): AsyncGenerator<Buffer> {
  let size = 0;
  let limit: number | undefined;
  for await (const chunk of content as AsyncIterable<Buffer>) {
    // What it begins with says how large it may be: only pictures, sounds and films may be large.
    limit ??= mostBytesFor(chunk);
    size += chunk.length;
    if (size > limit) throw new Problem('evidence-file-too-large', { name, limit });
    yield chunk;
  }
}
