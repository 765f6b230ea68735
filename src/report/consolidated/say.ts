import { sayNumber } from '../../kernel/number.ts';
import type { EvidenceSum } from '../evidence/sum.ts';
import { evidenceWords, fieldsOf } from '../evidence/words.ts';
import type { AskedItem, Consolidation, ItemResult, Source } from './model.ts';

/** What consolidated reports say, in the words of the trade. */

const few = 5;

/** Names where they are few, else how many: all of them stand beside the text and in the appendix. */
export function sayAuthors(sources: readonly Source[], names: ReadonlyMap<string, string>): string {
  const ids = [...new Set(sources.map(({ agencyId }) => agencyId))];
  return ids.length > few ? `${sayNumber(ids.length)} đơn vị` : ids.map((id) => nameIn(names, id)).join('; ');
}

export const nameIn = (names: ReadonlyMap<string, string>, id: string): string =>
  names.get(id) ?? 'đơn vị không còn trong danh bạ';

/** "PAPI - 2.1. Tiếp cận thông tin" */
export const sayComponent = ({ index, component }: Pick<AskedItem, 'index' | 'component'>): string =>
  [index, component ?? 'Nhiệm vụ chung'].filter(Boolean).join(' - ');

/** A task in one line. */
export function sayTask({ text }: Pick<AskedItem, 'text'>): string {
  const line = (text.split('\n')[0] ?? '').trim().replace(/[.;:,]+$/u, '');
  return line.length <= 180 ? line : `${line.slice(0, 180).replace(/\s+\S*$/u, '')}…`;
}

/** "hoàn thành 12, đang thực hiện 3"; nothing where nothing was told. */
export const sayCounts = (counts: ItemResult['counts']): string =>
  [
    counts.done > 0 && `hoàn thành ${sayNumber(counts.done)}`,
    counts.doing > 0 && `đang thực hiện ${sayNumber(counts.doing)}`,
    counts['not-begun'] > 0 && `chưa thực hiện ${sayNumber(counts['not-begun'])}`,
    counts.none > 0 && `không phát sinh ${sayNumber(counts.none)}`,
    counts.silent > 0 && `không nêu ${sayNumber(counts.silent)}`,
  ]
    .filter(Boolean)
    .join(', ');

export const toldIn = ({ missing: _, ...told }: ItemResult['counts']): number =>
  Object.values(told).reduce((sum, count) => sum + count, 0);

/** "12 văn bản; 3 tập huấn, tuyên truyền (số người dự 120)": kind by kind; a number not every piece states says of how many it is. */
export function sayEvidenceKinds({ evidence, kinds }: { evidence: number; kinds: readonly EvidenceSum[] }): string {
  const typed = kinds.reduce((sum, { pieces }) => sum + pieces, 0);
  const said = kinds.map(({ kind, pieces, sums }) => {
    const labels = new Map(fieldsOf(kind).map(([name, { label }]) => [name, label]));
    const numbers = Object.entries(sums).map(([name, { sum, of }]) => {
      const label = (labels.get(name) ?? name).toLocaleLowerCase('vi');
      return `${label} ${sayNumber(sum)}${of < pieces ? ` theo ${sayNumber(of)} tài liệu` : ''}`;
    });
    const name = evidenceWords[kind].name.toLocaleLowerCase('vi');
    return `${sayNumber(pieces)} ${name}${numbers.length > 0 ? ` (${numbers.join(', ')})` : ''}`;
  });
  return [...said, ...(evidence > typed ? [`${sayNumber(evidence - typed)} tài liệu chưa phân loại`] : [])].join('; ');
}

/** All reports an item has figures of. */
export const sourcesOf = ({ sources }: Pick<ItemResult, 'sources'>): Source[] => Object.values(sources).flat();

export const itemsByKey = (items: readonly AskedItem[]): Map<string, AskedItem> =>
  new Map(items.map((item) => [item.key, item]));

export const resultsByKey = ({ items }: Pick<Consolidation, 'items'>): Map<string, ItemResult> =>
  new Map(items.map((one) => [one.key, one]));

/** Each report once. */
export const distinctSources = (sources: readonly Source[]): Source[] => [
  ...new Map(sources.map((one) => [one.reportId, one])).values(),
];
