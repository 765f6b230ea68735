import type { PlainDate } from '../../kernel/plain-date.ts';
import type { AskedItem, Consolidation, ItemResult, Voice } from '../../report/consolidate.ts';
import { componentKey, type WholeField } from '../../report/content/model.ts';
import type { Block, Paper, Row } from '../paper/model.ts';
import { type Issuer, letterheadOf } from './letterhead.ts';
import { blocksOf, dashes, part, sayDay, sayMeasure } from './lines.ts';

export type ConsolidatedPaper = {
  issuer: Issuer;
  plan: string;
  round: { label: string; from: string; to: string };
  items: readonly AskedItem[];
  result: Consolidation;
  /** names of agencies by their ids */
  names: ReadonlyMap<string, string>;
  /** the office's own text where it wrote some; the product's draft stands where it did not */
  whole: Readonly<Partial<Record<WholeField, string>>>;
  receivers: readonly string[];
  number: string | null;
  date: PlainDate | null;
};

/** The reports of a round as one report a level up. Who is missing or left out is printed, and in no sum as zero. */
export function consolidatedPaper(one: ConsolidatedPaper): Paper {
  const { issuer, plan, round, whole, receivers, number, date } = one;
  const own = (field: WholeField, draft: readonly Block[]): readonly Block[] =>
    whole[field]?.trim() ? blocksOf(whole[field]) : draft;
  return {
    ...{ type: 'Báo cáo', ...letterheadOf(issuer, 'BC'), number, date, year: Number(round.to.slice(0, 4)) },
    title: `Tổng hợp kết quả thực hiện ${plan}, kỳ ${round.label}`,
    ...{ addressees: [], bases: [] },
    blocks: [
      {
        kind: 'paragraph',
        text: `Thực hiện ${plan}, ${issuer.name} tổng hợp, báo cáo kết quả thực hiện kỳ ${round.label} (số liệu từ ngày ${sayDay(round.from)} đến ngày ${sayDay(round.to)}) như sau:`,
      },
      ...part('TÌNH HÌNH BÁO CÁO CỦA CÁC CƠ QUAN, ĐƠN VỊ', own('overview', reportingBlocks(one))),
      ...part('KẾT QUẢ THỰC HIỆN', own('results', resultBlocks(one))),
      ...part('TỒN TẠI, HẠN CHẾ VÀ NGUYÊN NHÂN', own('shortcomings', shortBlocks(one))),
      ...part('KHÓ KHĂN, VƯỚNG MẮC', own('difficulties', voiceBlocks(one, 'difficulties'))),
      ...part('ĐỀ XUẤT, KIẾN NGHỊ', own('proposals', voiceBlocks(one, 'proposals'))),
      ...part('PHƯƠNG HƯỚNG KỲ TỚI', own('next', [])),
      { kind: 'paragraph', text: `Trên đây là báo cáo tổng hợp kết quả thực hiện kỳ ${round.label}./.` },
    ],
    recipients: [...receivers, 'Lưu: VT'],
    appendices: [taskAppendix(one), unitAppendix(one)],
  };
}

const nameIn =
  ({ names }: ConsolidatedPaper) =>
  (id: string): string =>
    names.get(id) ?? 'đơn vị không còn trong danh bạ';

function reportingBlocks(one: ConsolidatedPaper): Block[] {
  const { units } = one.result;
  const name = nameIn(one);
  const sent = units.reported - units.excluded.length;
  const items = [
    units.missing.length > 0 && `Chưa báo cáo (${units.missing.length}): ${units.missing.map(name).join('; ')}`,
    units.late.length > 0 &&
      `Báo cáo trễ hạn (${units.late.length}): ${units.late.map(({ agencyId, days }) => `${name(agencyId)} (${days} ngày làm việc)`).join('; ')}`,
    units.excluded.length > 0 &&
      `Báo cáo không đưa vào tổng hợp (${units.excluded.length}): ${units.excluded.map(({ agencyId, reason }) => `${name(agencyId)} (${reason})`).join('; ')}`,
    units.excused.length > 0 &&
      `Không phải báo cáo kỳ này (${units.excused.length}): ${units.excused.map(({ agencyId, reason }) => `${name(agencyId)}${reason ? ` (${reason})` : ''}`).join('; ')}`,
  ].filter((text) => text !== false);
  return [
    {
      kind: 'paragraph',
      text: `Có ${units.reported}/${units.expected} cơ quan, đơn vị gửi báo cáo; số liệu dưới đây tổng hợp từ ${sent} báo cáo, đơn vị chưa báo cáo không được tính là 0 (chi tiết tại Phụ lục I, Phụ lục II kèm theo).`,
    },
    ...dashes(items),
  ];
}

/** For each component, how many of what was owed stand where, and the measured targets. */
function resultBlocks({ result, items }: ConsolidatedPaper): Block[] {
  const byKey = new Map(items.map((item) => [item.key, item]));
  const results = new Map(result.items.map((one) => [one.key, one]));
  return result.components.flatMap((component): Block[] => {
    const { done, doing, 'not-begun': notBegun, none, silent } = component.counts;
    const answered = done + doing + notBegun + none + silent;
    if (answered === 0) return [];
    const measures = component.itemKeys.flatMap((key) => measuredLines(byKey.get(key), results.get(key)));
    const counts = [
      done > 0 && `hoàn thành ${done}`,
      doing > 0 && `đang thực hiện ${doing}`,
      notBegun > 0 && `chưa thực hiện ${notBegun}`,
      none > 0 && `không phát sinh ${none}`,
      silent > 0 && `không nêu ${silent}`,
    ].filter(Boolean);
    return [
      {
        kind: 'heading',
        level: 2,
        text: [component.index, component.component ?? 'Nhiệm vụ chung'].filter(Boolean).join(' - '),
      },
      { kind: 'paragraph', text: `Trong ${answered} lượt nhiệm vụ được báo cáo: ${counts.join(', ')}.` },
      ...dashes(measures),
    ];
  });
}

function measuredLines(item: AskedItem | undefined, result: ItemResult | undefined): string[] {
  if (item === undefined || result === undefined) return [];
  return item.targets.flatMap((target, i) => {
    const one = result.measures[i];
    if (one === undefined || one.value === null) return [];
    const met = one.met === null ? '' : one.met ? ', đạt' : ', chưa đạt';
    return [`${target.quote}: ${sayMeasure(one, target.unit)}, từ ${one.of} đơn vị${met}`];
  });
}

/** Tasks nobody has finished, and targets that are not met. */
function shortBlocks({ result, items }: ConsolidatedPaper): Block[] {
  const byKey = new Map(items.map((item) => [item.key, item]));
  const list = result.items.flatMap((one) => {
    const item = byKey.get(one.key);
    if (item === undefined || one.counts['not-begun'] === 0) return [];
    return [`${item.text.split('\n')[0]}: ${one.counts['not-begun']} đơn vị chưa thực hiện`];
  });
  return dashes(list);
}

function voiceBlocks(one: ConsolidatedPaper, field: 'difficulties' | 'proposals'): Block[] {
  const name = nameIn(one);
  const said = [
    ...one.result[field],
    ...one.result.components.flatMap((component) => component[field]),
    ...one.result.items.flatMap((item) => item[field]),
  ];
  const say = ({ text, sources }: Voice) =>
    `${text.replace(/\s*\n\s*/gu, ' ')} (${[...new Set(sources.map(({ agencyId }) => name(agencyId)))].join('; ')})`;
  return dashes(said.map(say));
}

const numbered = { share: 8, align: 'center' } as const;

function taskAppendix({ result, items }: ConsolidatedPaper): Paper['appendices'][number] {
  const results = new Map(result.items.map((one) => [one.key, one]));
  const rows = [...Map.groupBy(items, componentKey).values()].flatMap((group): Row[] => [
    {
      kind: 'group',
      label: null,
      name: [group[0]?.index, group[0]?.component ?? 'Nhiệm vụ chung'].filter(Boolean).join(' - '),
    },
    ...group.flatMap((item) => taskRow(item, results.get(item.key))),
  ]);
  return {
    ...{ label: 'Phụ lục I', title: 'Kết quả thực hiện từng nhiệm vụ', landscape: true },
    blocks: [
      {
        kind: 'table',
        table: {
          columns: [
            { header: 'Nhiệm vụ', share: 34, align: 'justify' },
            { header: 'Phải thực hiện', ...numbered },
            { header: 'Hoàn thành', ...numbered },
            { header: 'Đang thực hiện', ...numbered },
            { header: 'Chưa thực hiện', ...numbered },
            { header: 'Không phát sinh', ...numbered },
            { header: 'Không có số liệu', ...numbered },
            { header: 'Kết quả đo được', share: 18, align: 'left' },
          ],
          counted: 'through',
          rows,
        },
      },
    ],
  };
}

function taskRow(item: AskedItem, one: ItemResult | undefined): Row[] {
  if (one === undefined || one.owed === 0) return [];
  const { counts } = one;
  const number = (value: number) => ({ lines: [String(value)] });
  return [
    {
      kind: 'row',
      cells: [
        { lines: item.text.split('\n') },
        ...[one.owed, counts.done, counts.doing, counts['not-begun'], counts.none, counts.silent + counts.missing].map(
          number,
        ),
        { lines: measuredLines(item, one) },
      ],
    },
  ];
}

function unitAppendix(one: ConsolidatedPaper): Paper['appendices'][number] {
  const { units } = one.result;
  const name = nameIn(one);
  const late = new Map(units.late.map(({ agencyId, days }) => [agencyId, days]));
  const reasons = new Map([...units.excluded, ...units.excused].map(({ agencyId, reason }) => [agencyId, reason]));
  const missing = new Set(units.missing);
  const excused = new Set(units.excused.map(({ agencyId }) => agencyId));
  const told = (id: string): string => {
    if (missing.has(id)) return 'Chưa báo cáo';
    if (excused.has(id)) return `Không phải báo cáo: ${reasons.get(id)}`;
    if (reasons.has(id)) return `Không đưa vào tổng hợp: ${reasons.get(id)}`;
    const days = late.get(id);
    return days === undefined ? 'Đúng hạn' : `Trễ ${days} ngày làm việc`;
  };
  const sources = new Set(
    one.result.items.flatMap((item) =>
      Object.values(item.sources)
        .flat()
        .map(({ agencyId }) => agencyId),
    ),
  );
  const all = [
    ...new Set([...sources, ...units.missing, ...units.excluded.map(({ agencyId }) => agencyId), ...excused]),
  ];
  const rows = all
    .map((id) => ({ name: name(id), told: told(id) }))
    .sort((a, b) => a.name.localeCompare(b.name, 'vi'))
    .map(({ name: unit, told: word }): Row => ({ kind: 'row', cells: [{ lines: [unit] }, { lines: [word] }] }));
  return {
    ...{ label: 'Phụ lục II', title: 'Danh sách cơ quan, đơn vị báo cáo', landscape: false },
    blocks: [
      {
        kind: 'table',
        table: {
          columns: [
            { header: 'Cơ quan, đơn vị', share: 60, align: 'left' },
            { header: 'Tình trạng báo cáo', share: 40, align: 'left' },
          ],
          counted: 'through',
          rows,
        },
      },
    ],
  };
}
