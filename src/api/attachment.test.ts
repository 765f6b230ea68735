import fastify from 'fastify';
import { describe, expect, it } from 'vitest';
import { attachment, harmless } from './attachment.ts';
import { guard } from './security.ts';

/** A file under a name, as a browser gets it. */
async function saved(name: string, headers: Record<string, string> = {}) {
  const app = fastify();
  guard(app, false);
  app.get('/api/file', async (_request, reply) =>
    attachment(reply, name, 'application/pdf').send(Buffer.from('%PDF-')),
  );
  return app.inject({ url: '/api/file', headers });
}

describe('a file that is saved', () => {
  it.each([
    ['Vietnamese letters', 'Báo cáo.pdf', 'B_o c_o.pdf', 'B%C3%A1o%20c%C3%A1o.pdf'],
    ['a quote that would end the name', 'a"; filename=b.html', 'a_; filename=b.html', 'a%22%3B%20filename%3Db.html'],
    [
      'a new line that would begin a header',
      'a\r\nset-cookie: b=c',
      'a__set-cookie: b=c',
      'a%0D%0Aset-cookie%3A%20b%3Dc',
    ],
    ['half a letter', 'a\ud83d.pdf', 'a_.pdf', 'a%EF%BF%BD.pdf'],
    ['what the second form keeps for itself', "a'(*).pdf", "a'(*).pdf", 'a%27%28%2a%29.pdf'],
  ])('keeps a name with %s, in both forms', async (_what, name, plain, full) => {
    const { headers } = await saved(name);
    expect(headers['content-disposition']).toBe(`attachment; filename="${plain}"; filename*=UTF-8''${full}`);
    expect(headers['set-cookie']).toBeUndefined();
  });

  it('can do nothing where it is opened, and comes whole though a part is asked for', async () => {
    const { headers, statusCode, payload } = await saved('a.pdf', { range: 'bytes=1-2' });
    expect(headers).toMatchObject({ ...harmless, 'x-frame-options': 'DENY', 'cache-control': 'no-store' });
    expect([statusCode, payload, headers['content-range']]).toEqual([200, '%PDF-', undefined]);
  });
});
