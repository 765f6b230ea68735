import type { Role, Schedule } from '../../../src/plan/model.ts';
import type { TaskFilters } from '../../api.ts';

/** The matrix as the address tells it: what is filtered, how it is grouped, which columns stand. */
export type MatrixSearch = {
  'ke-hoach'?: string;
  'chi-so'?: string;
  'co-quan'?: string;
  'vai-tro'?: 'chu-tri' | 'thuc-hien' | 'phoi-hop' | 'theo-doi';
  'thoi-gian'?: 'thuong-xuyen' | 'dinh-ky' | 'trong-khoang' | 'thoi-han' | 'su-kien' | 'nhieu-moc';
  tim?: string;
  nhom?: 'co-quan';
  cot?: string;
};

const roleOf: Record<string, Role> = {
  'chu-tri': 'lead',
  'thuc-hien': 'implement',
  'phoi-hop': 'cooperate',
  'theo-doi': 'monitor',
};
const kindOf: Record<string, Schedule['kind']> = {
  'thuong-xuyen': 'continuous',
  'dinh-ky': 'recurring',
  'trong-khoang': 'window',
  'thoi-han': 'deadline',
  'su-kien': 'event',
  'nhieu-moc': 'several',
};
const nameOf = (names: Record<string, string>, value: string) =>
  Object.entries(names).find(([, v]) => v === value)?.[0];

export const roleName = (role: Role): MatrixSearch['vai-tro'] => nameOf(roleOf, role) as MatrixSearch['vai-tro'];
export const kindName = (kind: Schedule['kind']): MatrixSearch['thoi-gian'] =>
  nameOf(kindOf, kind) as MatrixSearch['thoi-gian'];

export function readMatrixSearch(raw: Record<string, unknown>): MatrixSearch {
  const text = (key: string) => (typeof raw[key] === 'string' && raw[key] !== '' ? { [key]: raw[key] } : {});
  return {
    ...text('ke-hoach'),
    ...text('chi-so'),
    ...text('co-quan'),
    ...(String(raw['vai-tro']) in roleOf ? text('vai-tro') : {}),
    ...(String(raw['thoi-gian']) in kindOf ? text('thoi-gian') : {}),
    ...text('tim'),
    ...(raw.nhom === 'co-quan' ? { nhom: 'co-quan' } : {}),
    ...text('cot'),
  } as MatrixSearch;
}

/** The same filters in the words of the server, for the exports. */
export function toFilters(search: MatrixSearch): TaskFilters {
  return {
    plan: search['ke-hoach'],
    index: search['chi-so'],
    agency: search['co-quan'],
    role: roleOf[search['vai-tro'] ?? ''],
    schedule: kindOf[search['thoi-gian'] ?? ''],
    q: search.tim,
  };
}
