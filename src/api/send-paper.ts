import type { FastifyReply } from 'fastify';
import Type from 'typebox';
import type { PlainDate } from '../kernel/plain-date.ts';
import { type PaperFormat, writeFilled } from '../platform/office/write-filled.ts';
import { type PaperKind, paperKindNames } from '../publish/template/kinds.ts';
import type { Filled } from '../publish/template/model.ts';
import type { Database } from '../store/db.ts';
import { findTemplateInUse } from '../store/paper-templates.ts';
import { attachment } from './attachment.ts';

/** The formats a paper leaves in. */
export const Format = Type.Optional(Type.Union([Type.Literal('docx'), Type.Literal('pdf')]));

const types: Readonly<Record<PaperFormat, string>> = {
  docx: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
  pdf: 'application/pdf',
};

/** Names of files: what an office computer may not keep is left out. */
export const fileName = (text: string): string =>
  text
    .replace(/[\\/:*?"<>|,]+/gu, ' ')
    .replace(/\s+/gu, ' ')
    .trim()
    .slice(0, 120);

export const sendFile = (reply: FastifyReply, name: string, format: PaperFormat, bytes: Uint8Array): FastifyReply =>
  attachment(reply, `${fileName(name)}.${format}`, types[format]).send(Buffer.from(bytes));

type Leaving = Filled & { kind: PaperKind /** what it is about, for its name */; about: string };

/** Sends a paper by the tenant's own template of its kind, where one is in use. */
export async function sendPaper(
  reply: FastifyReply,
  { db, tenantId, today }: { db: Database; tenantId: string; today: PlainDate },
  { kind, about, ...filled }: Leaving,
  format: PaperFormat = 'docx',
): Promise<FastifyReply> {
  const template = await findTemplateInUse(db, tenantId, kind);
  const bytes = await writeFilled(kind, filled, { template, format, day: today });
  return sendFile(reply, `${paperKindNames[kind]} ${about}`, format, bytes);
}
