import { choicesOf, isChosen, isGroup, type Question } from '../report/form/model.ts';
import { baseRows } from '../report/form/sheet/base.ts';
import {
  type AnswerSheet,
  answerColumn,
  columns,
  formSheet,
  headRows,
  inCell,
  isTyped,
  sayHow,
} from '../report/form/sheet/model.ts';
import { hiddenSheet } from '../report/sheet/hidden.ts';
import { type LockedCell, type LockedSheet, lockedWorkbook } from './report/locked-workbook.ts';

/** A form as a workbook to be filled in where there is no line, and taken in again: report/form/sheet says what stands where. */

const howTo =
  'Chỉ nhập vào các ô nền vàng; không thêm, xóa, đổi chỗ dòng. Xong thì lưu tệp và tải lên ở màn hình của phiếu, nút “Nhận biểu Excel”.';

const locked = (text: string | number): LockedCell => ({ text, look: 'locked' });

export function answerSheet(sheet: AnswerSheet): Uint8Array<ArrayBuffer> {
  const words: string[] = [];
  const choose: { row: number; column: number; range: string }[] = [];
  const rows: LockedCell[][] = above(sheet.title);
  let nth = 0;
  for (const item of sheet.form.items) {
    if (isGroup(item)) rows.push(said(item.label));
    for (const question of isGroup(item) ? item.questions : [item]) {
      const group = isGroup(item) ? item.relevant : '';
      if (question.kind === 'note') {
        rows.push(said(question.label));
        continue;
      }
      nth += 1;
      rows.push(line(question, { nth, conditional: `${group}${question.relevant}`.trim() !== '' }, sheet));
      if (!isChosen(question) || question.kind === 'choices') continue;
      const labels = choicesOf(question).map(({ label }) => label);
      const range = `'${hiddenSheet}'!$B$${words.length + 1}:$B$${words.length + labels.length}`;
      words.push(...labels);
      choose.push({ row: rows.length, column: answerColumn, range });
    }
  }
  const shown: LockedSheet = { name: formSheet, rows, widths: [0, 6, 52, 40, 14, 44], frozen: headRows, choose };
  return lockedWorkbook([shown, hidden(sheet, words)]);
}

const above = (title: string): LockedCell[][] => [
  [locked(''), locked(''), { text: title, look: 'title' }],
  [locked(''), locked(''), { text: howTo, look: 'hint' }],
  columns.map((text) => ({ text, look: 'head' as const })),
];

/** A line that is only read: a group's name, or words between questions. */
const said = (text: string): LockedCell[] => [locked(''), locked(''), { text, look: 'head' }];

function line(
  question: Question,
  { nth, conditional }: { nth: number; conditional: boolean },
  { answers }: AnswerSheet,
): LockedCell[] {
  const { name, label, kind, unit } = question;
  const value = inCell(question, answers[name] ?? null);
  const isNumber = kind === 'integer' || kind === 'decimal' || kind === 'money' || kind === 'percent';
  const answer: LockedCell = isTyped(question) ? { text: value, look: isNumber ? 'number' : 'text' } : locked('');
  return [
    ...[locked(isTyped(question) ? name : ''), locked(nth), locked(label), answer],
    ...[locked(kind === 'percent' ? '%' : unit), locked(sayHow(question, conditional))],
  ];
}

/** Beside the base the words of the lists, in a column of their own. */
function hidden(sheet: AnswerSheet, words: readonly string[]): LockedSheet {
  const base = baseRows(sheet);
  const count = Math.max(base.length, words.length);
  const rows = Array.from({ length: count }, (_, at) => [locked(base[at]?.[0] ?? ''), locked(words[at] ?? '')]);
  return { name: hiddenSheet, rows, widths: [10, 10], frozen: 0, hidden: true };
}
