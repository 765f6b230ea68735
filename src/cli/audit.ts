import { isId } from '../kernel/ids.ts';
import { Problem } from '../kernel/problem.ts';
import { type Break, type Verification, verifyTenant } from '../store/audit/verify.ts';
import { openDatabase } from '../store/db.ts';
import { migrate } from '../store/migrate.ts';
import { withDatabase } from './database.ts';

/** Recomputes the chains of the audit log. Exit code 1 when a link is broken. */
export async function verify({ tenant, json }: { tenant?: string; json?: boolean }): Promise<void> {
  if (tenant !== undefined && !isId(tenant)) throw new Problem('usage', { what: tenant, why: 'wrong' });
  const found = await withDatabase(async (connection) => {
    await migrate(connection);
    const db = openDatabase(connection, { max: 2 });
    try {
      const tenants = await db.selectFrom('tenant').select(['id', 'name']).orderBy('name').execute();
      const wanted = tenants.filter(({ id }) => tenant === undefined || id === tenant);
      if (tenant !== undefined && wanted.length === 0) throw new Problem('not-found', { what: `đơn vị ${tenant}` });
      const verified: Named[] = [];
      for (const { id, name } of wanted) verified.push({ name, ...(await verifyTenant(db, id)) });
      return verified;
    } finally {
      await db.destroy();
    }
  });
  process.stdout.write(json ? `${JSON.stringify(found, null, 2)}\n` : found.map(describe).join(''));
  if (!json && found.length === 0) process.stdout.write('Chưa có đơn vị nào, nhật ký còn trống.\n');
  if (found.some(({ breaks }) => breaks.length > 0)) process.exitCode = 1;
}

type Named = Verification & { name: string };

function describe({ name, tenant, entries, waiting, head, breaks }: Named): string {
  const count = `${entries} mục${waiting > 0 ? ` (${waiting} mục mới đang chờ niêm phong)` : ''}`;
  const [first, ...others] = breaks;
  const verdict = first
    ? `  ✗ Mắt xích hỏng đầu tiên: ${sentence(first)}\n${others.length > 0 ? `    và ${others.length} chỗ hỏng khác\n` : ''}`
    : `  ✓ Chuỗi nguyên vẹn, mắt xích cuối số ${head.seq}: ${head.hash}\n`;
  return `${name} (${tenant}): ${count}\n${verdict}`;
}

const kinds: Record<Break['kind'], string> = {
  changed: 'nội dung đã bị sửa',
  removed: 'đã bị xóa',
  inserted: 'được chèn vào không qua hệ thống',
  late: 'chờ niêm phong quá lâu',
};

const sentence = ({ kind, seq, entry }: Break): string =>
  `mục ${seq === null ? '' : `số ${seq} `}${entry ? `(${entry}) ` : ''}${kinds[kind]}`;
