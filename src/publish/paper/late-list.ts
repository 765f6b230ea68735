import { formatPlainDate, type PlainDate } from '../../kernel/plain-date.ts';
import type { Appendix, Block, Column, Paper, Row } from './model.ts';
import { sayDate } from './wording.ts';

/** What every paper says of itself besides its matter. */
export type PaperHead = Pick<
  Paper,
  'superior' | 'issuer' | 'number' | 'symbol' | 'place' | 'date' | 'year' | 'signature' | 'recipients'
>;

/** missing: nothing came · late: it came after its day · returned: it came and went back to be mended · undone: work not finished */
export type LateState = 'missing' | 'late' | 'returned' | 'undone';

/** One thing a unit is late with. `days` past its day, as the calendar of work counts them; null where that is not known. */
export type LateUnit = {
  unit: string;
  what: string;
  due: PlainDate;
  state: LateState;
  days: number | null;
  /** what the unit said, or whoever granted more time */
  note: string | null;
};

export type LateList = PaperHead & {
  /** "báo cáo quý I năm 2026" */
  subject: string;
  /** the day the list was made */
  asOf: PlainDate;
  /** how many owed it at all */
  owing: number;
  units: LateUnit[];
};

export const lateWords: Readonly<Record<LateState, string>> = {
  missing: 'Chưa gửi',
  late: 'Gửi chậm',
  returned: 'Đã trả lại, chưa gửi lại',
  undone: 'Chưa hoàn thành',
};

/** Where nothing is noted, what is late has the room. */
const columnsOf = (noted: boolean): Column[] => [
  { header: 'Cơ quan, đơn vị', share: 23, align: 'left' },
  { header: 'Nội dung', share: noted ? 21 : 33, align: 'left' },
  { header: 'Hạn', share: 15, align: 'center' },
  { header: 'Tình trạng', share: 14, align: 'center' },
  { header: 'Số ngày chậm', share: 8, align: 'center' },
  { header: 'Ghi chú', share: noted ? 19 : 7, align: 'left' },
];

/** The late units as the appendix of a paper, in the order given. */
export function lateAppendix(units: readonly LateUnit[], subject: string): Appendix {
  const columns = columnsOf(units.some(({ note }) => note !== null));
  return {
    label: 'Phụ lục',
    title: `Danh sách cơ quan, đơn vị chậm ${subject}`,
    landscape: false,
    blocks: [{ kind: 'table', table: { columns, counted: 'through', rows: units.map(rowOf) } }],
  };
}

function rowOf({ unit, what, due, state, days, note }: LateUnit): Row {
  const texts = [unit, what, formatPlainDate(due), lateWords[state], days === null ? '' : String(days), note ?? ''];
  return { kind: 'row', cells: texts.map((text) => ({ lines: text === '' ? [] : [text] })) };
}

/** "Đến hết ngày …, 3/16 cơ quan, đơn vị còn chậm báo cáo …": the figures of a list, each unit counted once. */
export function countOf({
  units,
  owing,
  subject,
  asOf,
}: Pick<LateList, 'units' | 'owing' | 'subject' | 'asOf'>): string {
  const late = new Set(units.map(({ unit }) => unit)).size;
  if (late === 0) return `Đến hết ${sayDate(asOf)}, không có cơ quan, đơn vị nào chậm ${subject}`;
  return `Đến hết ${sayDate(asOf)}, còn ${late}/${owing} cơ quan, đơn vị chậm ${subject}`;
}

/** The list of late units as an announcement to all. */
export function lateListPaper({ subject, asOf, owing, units, ...head }: LateList): Paper {
  const listed = units.length > 0;
  const blocks: Block[] = [
    {
      kind: 'paragraph',
      text: `${countOf({ units, owing, subject, asOf })}${listed ? ' (danh sách tại Phụ lục kèm theo)' : ''}.`,
    },
    { kind: 'paragraph', text: `${head.issuer} thông báo để các cơ quan, đơn vị biết, thực hiện./.` },
  ];
  return {
    ...head,
    type: 'Thông báo',
    title: `Tình hình ${subject}`,
    ...{ addressees: [], bases: [], blocks },
    appendices: listed ? [lateAppendix(units, subject)] : [],
  };
}
