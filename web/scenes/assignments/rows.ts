import { sayDay } from '../../../src/kernel/plain-date.ts';
import { roleWords } from '../../../src/plan/words/roles.ts';
import type { ItemList } from '../../api-follow.ts';
import { kindWords, sayComponent, sayStanding } from '../../words/work.ts';
import { datedOf, doneOf } from '../follow/sum.ts';
import type { Table } from '../follow/tableFile.ts';
import type { Line } from '../follow/useCellWork.ts';
import { today } from '../follow/useFollow.ts';

const dayOr = (day: string | null): string => (day ? sayDay(day) : '');

/** Days owed as rows of a spreadsheet. */
export function toLineRows(lines: readonly Line[]): Table {
  const head = ['Đơn vị', 'Vai trò', 'Nội dung', 'Nhiệm vụ', 'Kỳ', 'Ngày trong văn bản', 'Phải xong', 'Vì sao'];
  const day = today();
  return [
    [...head, 'Tình trạng', 'Xong ngày', 'Tiến độ (%)'],
    ...lines.map(({ owed, item, agency, role }) => [
      ...[agency, roleWords[role], sayComponent(item), item.text, owed.period ?? '', dayOr(owed.printed)],
      ...[dayOr(owed.due), [owed.rule, owed.moved].filter(Boolean).join(' '), sayStanding(owed, day).word],
      ...[dayOr(owed.completedOn), owed.percent],
    ]),
  ];
}

/** Tasks with how far all units are as rows of a spreadsheet. */
export const toItemRows = (items: ItemList['items']): Table => [
  ['Nhiệm vụ', 'Loại', 'Chỉ số', 'Nội dung', 'Kết quả', 'Thời gian', 'Đã xong', 'Xong trễ', 'Có hạn', 'Quá hạn', 'Chờ'],
  ...items.map(({ progress, ...item }) => [
    ...[item.text, kindWords[item.kind], item.index ?? '', sayComponent(item), item.result ?? '', item.time ?? ''],
    ...[doneOf(progress), progress.doneLate, datedOf(progress), progress.late, progress.waiting],
  ]),
];
