import type { FastifyReply } from 'fastify';
import Type from 'typebox';
import type { PlainDate } from '../kernel/plain-date.ts';
import { Problem } from '../kernel/problem.ts';
import { type PaperFormat, writeFilled } from '../platform/office/write-filled.ts';
import type { Paper } from '../publish/paper/model.ts';
import { hasTables, paperXlsx } from '../publish/paper-xlsx.ts';
import { type PaperKind, paperKindNames } from '../publish/template/kinds.ts';
import type { Filled } from '../publish/template/model.ts';
import type { Database } from '../store/db.ts';
import { findTemplateInUse } from '../store/paper-templates.ts';
import { attachment } from './attachment.ts';

/** The formats a paper leaves in. */
export const Format = Type.Optional(Type.Union([Type.Literal('docx'), Type.Literal('pdf')]));
/** And of one that prints tables, those alone. */
export const FormatWithTables = Type.Optional(
  Type.Union([Type.Literal('docx'), Type.Literal('pdf'), Type.Literal('xlsx')]),
);

type FileFormat = PaperFormat | 'xlsx';

const types: Readonly<Record<FileFormat, string>> = {
  docx: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
  pdf: 'application/pdf',
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
};

/** Names of files: what an office computer may not keep is left out. */
export const fileName = (text: string): string =>
  text
    .replace(/[\\/:*?"<>|,]+/gu, ' ')
    .replace(/\s+/gu, ' ')
    .trim()
    .slice(0, 120);

export const sendFile = (reply: FastifyReply, name: string, format: FileFormat, bytes: Uint8Array): FastifyReply =>
  attachment(reply, `${fileName(name)}.${format}`, types[format]).send(Buffer.from(bytes));

type Leaving = Filled & { kind: PaperKind /** what it is about, for its name */; about: string };
type Sender = { db: Database; tenantId: string; today: PlainDate };

/** Sends a paper by the tenant's own template of its kind, where one is in use; or its tables as a workbook. */
export async function sendPaper(
  reply: FastifyReply,
  { db, tenantId, today: day }: Sender,
  { kind, about, ...filled }: Leaving,
  format: FileFormat = 'docx',
): Promise<FastifyReply> {
  const name = `${paperKindNames[kind]} ${about}`;
  if (format === 'xlsx') return sendTables(reply, name, filled.paper);
  const template = await findTemplateInUse(db, tenantId, kind);
  const { bytes, asSet } = await writeSet(kind, filled, { template, format, day });
  return sendFile(reply, asSet ? name : `${name.slice(0, 90)} (theo mẫu có sẵn)`, format, bytes);
}

async function sendTables(reply: FastifyReply, name: string, paper: Paper): Promise<FastifyReply> {
  if (!hasTables(paper)) throw new Problem('not-found', { what: 'bảng nào trong văn bản này để xuất ra Excel' });
  return sendFile(reply, name, 'xlsx', await paperXlsx(paper));
}

type Setting = Parameters<typeof writeFilled>[2];

/**
 * Without LibreOffice there is no PDF of a Word file: what the paper says is drawn as the product sets it, and `asSet` tells
 * that it does not look like the template, so that the file's name can say so.
 */
async function writeSet(
  kind: PaperKind,
  filled: Filled,
  setting: Setting,
): Promise<{ bytes: Uint8Array; asSet: boolean }> {
  try {
    return { bytes: await writeFilled(kind, filled, setting), asSet: true };
  } catch (error) {
    if (!(error instanceof Problem) || error.code !== 'template-needs-office') throw error;
    return { bytes: await writeFilled(kind, filled, { ...setting, template: undefined }), asSet: false };
  }
}
