import Type from 'typebox';
import type { Intake } from '../../place/directory/take-in.ts';
import { ImportedSheet } from '../../place/views.ts';
import { agenciesXlsx } from '../../publish/agencies-xlsx.ts';
import { inTransaction } from '../../store/db.ts';
import { loadDirectory } from '../../store/directory.ts';
import { importDirectory, previewImport } from '../../store/directory-import.ts';
import { attachment } from '../attachment.ts';
import { readTextCells } from '../incoming-file.ts';
import { type Api, type Context, getOfficer } from '../types.ts';

const tags = ['Đơn vị'];
const see = { may: 'Cán bộ xem được danh bạ đơn vị qua các thời kỳ' } as const;
const change = { may: 'Người quản trị và cơ quan thường trực lập, sắp xếp được danh bạ đơn vị' } as const;
const xlsx = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';
const largest = 10 * 1_048_576;
// What a person reads through; the counts tell of all.
const shown = 1_000;

/** The directory as an Excel workbook, out and in. */
export async function workbookRoutes(app: Api, context: Context): Promise<void> {
  const { db } = context;
  app.get(
    '/api/agencies.xlsx',
    { config: see, schema: { tags, summary: 'Tải danh bạ đơn vị qua các thời kỳ về Excel', produces: [xlsx] } },
    async (request, reply) => {
      const directory = await loadDirectory(db, getOfficer(request).tenantId);
      return attachment(reply, 'Danh bạ đơn vị.xlsx', xlsx).send(Buffer.from(await agenciesXlsx(directory)));
    },
  );

  app.post(
    '/api/agencies/import',
    {
      config: change,
      schema: {
        tags,
        summary:
          'Nhập danh bạ từ tệp Excel (multipart, trường “file”): thêm cơ quan mới, sửa tên và ngày của cơ quan đã có; với preview=true chỉ cho biết sẽ thay đổi gì',
        querystring: Type.Object({ preview: Type.Optional(Type.Boolean()) }),
        consumes: ['multipart/form-data'],
        response: { 200: ImportedSheet },
      },
    },
    async (request, reply) => {
      const officer = getOfficer(request);
      const { name, sheets } = await readTextCells(context, request, reply, largest);
      if (request.query.preview) return present(await previewImport(db, officer.tenantId, sheets), false);
      return present(await inTransaction(db, (trx) => importDirectory(trx, officer, { name, sheets })), true);
    },
  );
}

function present({ rows, aliases }: Intake, written: boolean): ImportedSheet {
  const count = (what: string): number => rows.filter((row) => row.what === what).length;
  const told = rows.filter(({ what }) => what !== 'unchanged');
  // Those that keep the file out come first: they must be mended.
  const sorted = [...told.filter(({ what }) => what === 'refused'), ...told.filter(({ what }) => what !== 'refused')];
  return {
    written,
    ...{ added: count('added'), changed: count('changed'), unchanged: count('unchanged'), refused: count('refused') },
    aliases: aliases.length,
    rows: sorted.slice(0, shown).map((row) => ({ ...row, told: [...row.told] })),
  };
}
