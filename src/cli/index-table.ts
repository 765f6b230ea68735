import { sayNumber } from '../kernel/number.ts';
import type { IndexEstimates, IndexRank, IndexRow } from '../survey/composite/model.ts';
import { sayLacking, sayNode } from '../survey/composite/words.ts';
import type { Dictionary, SurveyDesign } from '../survey/model.ts';
import { sayDesign, sayDomain } from '../survey/words.ts';
import { layTable, wrap } from './table.ts';

/** An index for a person at a terminal of `width` columns: a tree for each group and method, ranks, the design. */
export function layIndex(
  { index, version, source, methods, level, design, rows, ranks }: IndexEstimates,
  dictionary: Dictionary,
  minimum: SurveyDesign['minimum'],
  width: number,
): string {
  const lines: string[] = [...wrap(`${index} ${version}`, width), ...wrap(`Nguồn quy tắc: ${source}`, width)];
  for (const method of methods) {
    lines.push('', ...wrap(`Cách tính: ${method.name} (đơn vị: ${method.unit})`, width));
    for (const [group, some] of byGroup(
      rows.filter((row) => row.method === method.id),
      dictionary,
    ))
      lines.push('', ...wrap(group, width), '', layTree(some, level, minimum, width));
    lines.push(
      ...layRanks(
        ranks.filter((rank) => rank.method === method.id),
        dictionary,
        width,
      ),
    );
  }
  return [...lines, '', ...sayDesign(design).flatMap((line) => wrap(line, width)), ''].join('\n');
}

function byGroup(rows: readonly IndexRow[], dictionary: Dictionary): Map<string, IndexRow[]> {
  const groups = new Map<string, IndexRow[]>();
  for (const row of rows) {
    const group = sayDomain(dictionary, row.by);
    groups.set(group, [...(groups.get(group) ?? []), row]);
  }
  return groups;
}

/** The tree of one group, its depth shown by an indent that wrapping keeps. */
function layTree(rows: readonly IndexRow[], level: number, minimum: SurveyDesign['minimum'], width: number): string {
  const columns = [
    { heading: 'Nội dung', share: 1 },
    ...['Ước lượng', 'Sai số chuẩn', `Khoảng tin cậy ${sayNumber(100 * level)}%`, 'Người trả lời', 'Cụm'].map(
      (heading) => ({ heading, share: 0 }),
    ),
  ];
  const cells = rows.map((row) => [
    `${'· '.repeat(row.depth)}${sayNode(row)}${row.lacking.length > 0 ? ` – ${sayLacking(row.lacking, minimum)}` : ''}`,
    ...[say(row.estimate), say(row.se), row.low === null ? '–' : `${say(row.low)} … ${say(row.high)}`],
    ...[row.n, row.psus].map((count) => (count === null ? '–' : sayNumber(count))),
  ]);
  return layTable(columns, cells, width);
}

/** A table for each grouping, the best first. */
function layRanks(ranks: readonly IndexRank[], dictionary: Dictionary, width: number): string[] {
  const groupings = new Map<string, IndexRank[]>();
  for (const rank of ranks) {
    const key = Object.keys(rank.by).join();
    groupings.set(key, [...(groupings.get(key) ?? []), rank]);
  }
  const tables = [...groupings.values()].flatMap((some) => ['', layRanking(some, dictionary, width)]);
  const note = '* nhóm theo số ước lượng; phần trăm là khả năng thuộc từng nhóm khi tính cả sai số chọn mẫu.';
  return ranks.some(({ group }) => group !== null) ? [...tables, ...wrap(note, width)] : tables;
}

function layRanking(ranks: readonly IndexRank[], dictionary: Dictionary, width: number): string {
  const groups = Math.max(...ranks.map(({ groupChance }) => groupChance.length));
  const columns = [
    { heading: 'Xếp hạng', share: 1 },
    { heading: 'Hạng', share: 0 },
    { heading: 'Hạng có thể', share: 0 },
    ...Array.from({ length: groups }, (_, i) => ({ heading: `Nhóm ${i + 1}`, share: 0 })),
  ];
  const cells = [...ranks]
    .sort((a, b) => a.rank - b.rank)
    .map(({ by, rank, low, high, of, groupChance, group }) => [
      ...[sayDomain(dictionary, by), `${rank}/${of}`, `${low} … ${high}`],
      ...groupChance.map((chance, i) => `${sayNumber(Math.round(100 * chance))}%${group === i + 1 ? ' *' : ''}`),
    ]);
  return layTable(columns, cells, width);
}

const say = (value: number | null): string => (value === null ? '–' : sayNumber(Number(value.toPrecision(4))));
