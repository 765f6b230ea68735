import type { FastifyReply } from 'fastify';

/** What a file leaves with, whatever it holds: run nowhere, taken for nothing but what we say it is, of use to no other site. */
export const harmless = {
  'content-security-policy': "sandbox; default-src 'none'",
  'x-content-type-options': 'nosniff',
  'cross-origin-resource-policy': 'same-origin',
};

/** Marks an answer as a file to save and not to open, under a name that keeps its Vietnamese letters (RFC 6266, RFC 8187). */
export function attachment(reply: FastifyReply, name: string, mediaType: string): FastifyReply {
  const plain = name.replace(/[^\x20-\x7e]|["\\%]/g, '_');
  const full = encodeURIComponent(name.toWellFormed()).replace(/['()*]/g, (c) => `%${c.charCodeAt(0).toString(16)}`);
  return reply
    .type(mediaType)
    .headers(harmless)
    .header('content-disposition', `attachment; filename="${plain}"; filename*=UTF-8''${full}`);
}
