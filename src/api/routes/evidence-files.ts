import type { FastifyReply } from 'fastify';
import { Problem } from '../../kernel/problem.ts';
import type { Asker } from '../../people/model.ts';
import { reachOf } from '../../people/permissions.ts';
import { fileTypes } from '../../report/evidence/file-types.ts';
import { type Database, inTransaction } from '../../store/db.ts';
import { findFile, notePreview } from '../../store/evidence-files.ts';
import { getEvidence } from '../../store/evidence-list.ts';
import { attachment, harmless } from '../attachment.ts';
import { getId, IdParams } from '../ids.ts';
import { seeEvidence } from '../present-evidence.ts';
import { type Api, type Context, getOfficer } from '../types.ts';

const tags = ['Tài liệu kiểm chứng'];
const what = 'tệp này';
const config = { may: seeEvidence };

/** Files of evidence leave as they came, and small pictures of them drawn anew. */
export async function evidenceFileRoutes(app: Api, context: Context): Promise<void> {
  app.get(
    '/api/evidence/:id/file',
    { config, schema: { tags, summary: 'Tệp của tài liệu', params: IdParams, produces: ['application/octet-stream'] } },
    async (request, reply) => {
      const { name, file } = await getFileOf(context.db, getOfficer(request), getId(request, what));
      const content = await context.files.find(file.tenant_id, file.sha256);
      if (!content) throw new Problem('file-lost', { name });
      return attachment(reply, name, fileTypes[file.kind].media).header('content-length', file.size).send(content);
    },
  );
  app.get(
    '/api/evidence/:id/preview',
    { config, schema: { tags, summary: 'Ảnh xem trước của tệp', params: IdParams, produces: ['image/jpeg'] } },
    async (request, reply) => sendPreview(context, getOfficer(request), getId(request, what), reply),
  );
}

/** The file of a piece the asker may see. One a virus was found in is kept from everybody. */
async function getFileOf(db: Database, officer: Asker, id: string) {
  const { sha256, fileName, removed } = await getEvidence(db, officer.tenantId, id, reachOf(seeEvidence, officer));
  const file = sha256 && !removed ? await findFile(db, officer.tenantId, sha256) : undefined;
  if (!file || fileName === null) throw new Problem('not-found', { what });
  if (file.scan === 'infected')
    throw new Problem('evidence-infected', { name: fileName, threat: file.threat ?? 'không rõ' });
  return { name: fileName, file };
}

/** Made when it is first asked for, and kept: a picture of a few kilobytes. */
async function sendPreview(context: Context, officer: Asker, id: string, reply: FastifyReply): Promise<FastifyReply> {
  const { name, file } = await getFileOf(context.db, officer, id);
  if (!fileTypes[file.kind].preview || file.preview === 'none') throw new Problem('preview-not-there', {});
  const picture = file.picture ?? (await makePicture(context, name, file));
  if (!picture) throw new Problem('preview-not-there', {});
  return reply.type('image/jpeg').headers(harmless).header('cache-control', 'private, max-age=86400').send(picture);
}

type File = Awaited<ReturnType<typeof getFileOf>>['file'];

async function makePicture({ db, files, reader }: Context, name: string, file: File): Promise<Buffer | null> {
  const { tenant_id: tenantId, sha256, kind: type } = file;
  const path = await files.locate(tenantId, sha256);
  if (path === undefined) throw new Problem('file-lost', { name });
  // A file that ends the process that draws it has no picture, now and later.
  const picture = await reader.preview({ path, name, type }).catch((error) => {
    if (error instanceof Problem) return null;
    throw error;
  });
  await inTransaction(db, (trx) => notePreview(trx, tenantId, sha256, picture));
  return picture;
}
