import type { FastifyReply } from 'fastify';

/**
 * Aborts when whoever asked has gone before the answer was sent. Not `request.signal`, which aborts as soon as the
 * request has been read to its end.
 */
export function hangUpSignal(reply: FastifyReply): AbortSignal {
  const caller = new AbortController();
  reply.raw.on('close', () => {
    if (!reply.raw.writableFinished) caller.abort();
  });
  return caller.signal;
}
