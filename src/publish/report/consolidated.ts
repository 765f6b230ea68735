import type { PlainDate } from '../../kernel/plain-date.ts';
import type { AskedItem, Consolidation, ItemResult } from '../../report/consolidate.ts';
import type { Printed } from '../../report/consolidated/paragraph.ts';
import { sayComponent, sayEvidenceKinds } from '../../report/consolidated/say.ts';
import { componentKey, type WholeField, wholeFields } from '../../report/content/model.ts';
import { sayMeasure } from '../../report/measure/say.ts';
import type { Block, Paper, Row } from '../paper/model.ts';
import { type Issuer, letterheadOf } from './letterhead.ts';
import { blocksOf, dashes, part, sayDay } from './lines.ts';

export type ConsolidatedPaper = {
  issuer: Issuer;
  plan: string;
  round: { label: string; from: string; to: string };
  /** the tasks of one lead only */
  led: boolean;
  items: readonly AskedItem[];
  result: Consolidation;
  /** the text as it was drafted, and as the office has it */
  paragraphs: readonly Printed[];
  /** names of agencies by their ids */
  names: ReadonlyMap<string, string>;
  receivers: readonly string[];
  number: string | null;
  date: PlainDate | null;
};

const titles: Record<WholeField, string> = {
  overview: 'ĐÁNH GIÁ CHUNG',
  results: 'KẾT QUẢ THỰC HIỆN',
  shortcomings: 'TỒN TẠI, HẠN CHẾ VÀ NGUYÊN NHÂN',
  difficulties: 'KHÓ KHĂN, VƯỚNG MẮC',
  proposals: 'ĐỀ XUẤT, KIẾN NGHỊ',
  next: 'PHƯƠNG HƯỚNG KỲ TỚI',
};

/** The reports of a round as one report a level up. Who is missing or left out is printed, and in no sum as zero. */
export function consolidatedPaper(one: ConsolidatedPaper): Paper {
  const { issuer, plan, round, led, paragraphs, receivers, number, date } = one;
  const about = led ? 'các nội dung được giao chủ trì theo' : '';
  const title = ['Tổng hợp kết quả thực hiện', about, plan].filter(Boolean).join(' ');
  return {
    ...{ type: 'Báo cáo', ...letterheadOf(issuer, 'BC'), number, date, year: Number(round.to.slice(0, 4)) },
    title: `${title}, kỳ ${round.label}`,
    ...{ addressees: [], bases: [] },
    blocks: [
      {
        kind: 'paragraph',
        text: `Thực hiện ${plan}, ${issuer.name} tổng hợp, báo cáo kết quả thực hiện${led ? ' các nội dung được giao chủ trì' : ''} kỳ ${round.label} (số liệu từ ngày ${sayDay(round.from)} đến ngày ${sayDay(round.to)}; chi tiết tại Phụ lục I, Phụ lục II kèm theo) như sau:`,
      },
      ...wholeFields.flatMap((section) => part(titles[section], sectionBlocks(section, paragraphs))),
      { kind: 'paragraph', text: `Trên đây là báo cáo tổng hợp kết quả thực hiện kỳ ${round.label}./.` },
    ],
    recipients: [...receivers, 'Lưu: VT'],
    appendices: [taskAppendix(one), unitAppendix(one)],
  };
}

/** Paragraphs in their order, those after a dash as lists, under the headings they have. */
function sectionBlocks(section: WholeField, paragraphs: readonly Printed[]): Block[] {
  const own = paragraphs.filter((one) => one.section === section);
  // What stands under no heading comes first: below one it would seem to belong there. Words of an office come last.
  const headings = [...new Set(own.map(({ under }) => under))].toSorted(
    (a, b) => Number(a !== null) - Number(b !== null),
  );
  return headings.flatMap((under): Block[] => {
    const blocks = runsOf(own.filter((one) => one.under === under));
    return under === null ? blocks : [{ kind: 'heading', level: 2, text: under }, ...blocks];
  });
}

function runsOf(paragraphs: readonly Printed[]): Block[] {
  const blocks: Block[] = [];
  let items: string[] = [];
  const close = () => {
    blocks.push(...dashes(items));
    items = [];
  };
  for (const { list, text } of paragraphs) {
    if (list && !text.includes('\n')) items.push(text);
    else {
      close();
      blocks.push(...blocksOf(text));
    }
  }
  close();
  return blocks;
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

const nameIn =
  ({ names }: ConsolidatedPaper) =>
  (id: string): string =>
    names.get(id) ?? 'đơn vị không còn trong danh bạ';

const numbered = { share: 7, align: 'center' } as const;

function taskAppendix({ result, items }: ConsolidatedPaper): Paper['appendices'][number] {
  const results = new Map(result.items.map((one) => [one.key, one]));
  const rows = [...Map.groupBy(items, componentKey).values()].flatMap((group): Row[] => [
    {
      kind: 'group',
      label: null,
      name: group[0] ? sayComponent(group[0]) : '',
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
            { header: 'Nhiệm vụ', share: 30, align: 'justify' },
            { header: 'Phải thực hiện', ...numbered },
            { header: 'Hoàn thành', ...numbered },
            { header: 'Đang thực hiện', ...numbered },
            { header: 'Chưa thực hiện', ...numbered },
            { header: 'Không phát sinh', ...numbered },
            { header: 'Không có số liệu', ...numbered },
            { header: 'Kết quả đo được', share: 18, align: 'left' },
            { header: 'Tài liệu kiểm chứng', share: 14, align: 'left' },
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
        { lines: one.evidence === 0 ? [] : [sayEvidenceKinds(one)] },
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
  const partly = new Map(units.partly.map(({ agencyId, rounds }) => [agencyId, rounds]));
  const excused = new Set(units.excused.map(({ agencyId }) => agencyId));
  const told = (id: string): string => {
    if (missing.has(id)) return 'Chưa báo cáo';
    if (excused.has(id)) return `Không phải báo cáo: ${reasons.get(id)}`;
    if (reasons.has(id)) return `Không đưa vào tổng hợp: ${reasons.get(id)}`;
    const days = late.get(id);
    const time = days === undefined ? 'Đúng hạn' : `Trễ ${days} ngày làm việc`;
    const left = partly.get(id);
    return left === undefined ? time : `${time}; thiếu ${left.join(', ')}`;
  };
  const sources = one.result.counted.map(({ agencyId }) => agencyId);
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
