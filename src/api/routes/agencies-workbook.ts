import { buffer } from 'node:stream/consumers';
import Type from 'typebox';
import { Problem } from '../../kernel/problem.ts';
import { fromRows } from '../../place/directory/sheet.ts';
import { readWorkbook } from '../../platform/workbook.ts';
import { agenciesXlsx } from '../../publish/agencies-xlsx.ts';
import { inTransaction } from '../../store/db.ts';
import { loadDirectory } from '../../store/directory.ts';
import { idsFor, importDirectory } from '../../store/directory-import.ts';
import { attachment } from '../attachment.ts';
import { type Api, type Context, getOfficer } from '../types.ts';

const tags = ['Đơn vị'];
const see = { may: 'Cán bộ xem được danh bạ đơn vị qua các thời kỳ' } as const;
const change = { may: 'Người quản trị và cơ quan thường trực lập, sắp xếp được danh bạ đơn vị' } as const;
const xlsx = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';
const largest = 10 * 1_048_576;
const Imported = Type.Object(
  { added: Type.Integer(), aliases: Type.Integer(), unchanged: Type.Integer() },
  { additionalProperties: false },
);

/** The directory as an Excel workbook, out and in. */
export async function workbookRoutes(app: Api, { db }: Context): Promise<void> {
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
        summary: 'Nhập thêm cơ quan và cách gọi khác từ tệp Excel (multipart, trường “file”); cơ quan đã có giữ nguyên',
        consumes: ['multipart/form-data'],
        response: { 200: Imported },
      },
    },
    async (request) => {
      const officer = getOfficer(request);
      const part = await request.file({ limits: { fileSize: largest, files: 1 } });
      if (!part) throw new Problem('file-missing', {});
      const bytes = await buffer(part.file);
      if (part.file.truncated)
        throw new Problem('file-too-large', { name: part.filename, size: bytes.length, limit: largest });
      const [agencies, links] = await readWorkbook(bytes, part.filename);
      const ids = idsFor(await loadDirectory(db, officer.tenantId));
      const { directory, wrong } = fromRows(agencies?.rows.slice(1) ?? [], links?.rows.slice(1) ?? [], ids);
      if (wrong.length > 0) throw new Problem('sheet-wrong', { name: part.filename, rows: wrong.slice(0, 50) });
      return inTransaction(db, (trx) => importDirectory(trx, officer, directory));
    },
  );
}
