import { fold, squish } from '../../kernel/text.ts';
import { type Role, roles } from '../model.ts';
import { chargeOf } from './charge.ts';
import type { Column, ColumnRole } from './columns.ts';

/** A cross, and letters that say what the agency of the column does. */
const tick = /^[xX✓✔☑☒√×*+●•■▪◆v\uf000-\uf0ff]$/u;
const letters: [Role, RegExp][] = [
  ['lead', /^(?:ct|c|chu tri)$/],
  ['cooperate', /^(?:ph|p|phoi hop)$/],
  ['implement', /^(?:th|thuc hien)$/],
  ['monitor', /^(?:td|gs|theo doi|giam sat)$/],
];

export type Mark = { role: ColumnRole; text: string };

/** What a mark in a cell says by its column's own header: the quarter, the agency and its role. */
export function readMark(text: string, column: Column): Mark | undefined {
  const mark = squish(text);
  if (column.role === 'time') return tick.test(mark) ? { role: 'time', text: periodOf(column) } : undefined;
  if (!isRole(column.role)) return undefined;
  if (tick.test(mark)) return { role: column.role, text: column.own };
  const said = column.agency ? letters.find(([, pattern]) => pattern.test(fold(mark)))?.[0] : undefined;
  return said && { role: said, text: column.own };
}

const isRole = (role: ColumnRole): role is Role => (roles as readonly string[]).includes(role);

/** "II" under "Thời gian (quý)" is a quarter, "5" under "Tháng" a month. */
function periodOf({ own, header }: Column): string {
  if (/^(?:I{1,3}|IV)$/.test(own)) return `Quý ${own}`;
  if (!/^(?:1[0-2]|0?[1-9])$/.test(own)) return own;
  return `${/quý/iu.test(header) && Number(own) <= 4 ? 'Quý' : 'Tháng'} ${own}`;
}

/** Columns headed by agencies: by one under a wider header that gives the role, or by several side by side. */
export function markAgencies(columns: Column[]): Column[] {
  const named = columns.map(
    ({ role, own, header }) =>
      (role === 'unknown' || (isRole(role) && own !== header)) && own.length > 1 && chargeOf(own).length === 1,
  );
  const several = named.filter(Boolean).length > 1;
  return columns.map((column, at) => {
    if (!several || !named[at]) return column;
    return column.role === 'unknown'
      ? { ...column, role: 'implement', agency: true, confidence: 0.9 }
      : { ...column, agency: true };
  });
}
