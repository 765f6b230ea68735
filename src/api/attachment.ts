import type { FastifyReply } from 'fastify';

/** Marks an answer as a file to save, under a name that keeps its Vietnamese letters (RFC 6266, RFC 8187). */
export function attachment(reply: FastifyReply, name: string, mediaType: string): FastifyReply {
  const plain = name.replace(/[^\x20-\x7e]|["\\%]/g, '_');
  const full = encodeURIComponent(name.toWellFormed()).replace(/['()*]/g, (c) => `%${c.charCodeAt(0).toString(16)}`);
  return reply
    .type(mediaType)
    .header('content-disposition', `attachment; filename="${plain}"; filename*=UTF-8''${full}`);
}
