import writeExcelFile, { type SheetData } from 'write-excel-file/universal';
import { inXml } from '../kernel/text.ts';
import {
  type Answer,
  type Answers,
  choicesOf,
  type Form,
  isChosen,
  isFigure,
  type Question,
  questionsOf,
  sumRuleOf,
} from '../report/form/model.ts';
import { harmlessCell } from './cell.ts';

/** A unit with what it sent; null: it has not. */
export type UnitRow = { unit: string; answers: Answers | null };

const head = { fontWeight: 'bold' as const, backgroundColor: '#e7f0f2', wrap: true, alignVertical: 'center' as const };
const text = (value: string) => ({
  value: inXml(harmlessCell(value)).slice(0, 32_767),
  type: String,
  wrap: true,
  alignVertical: 'top' as const,
});
const formula = (value: string) => ({
  value,
  type: 'Formula' as const,
  fontWeight: 'bold' as const,
  format: '#,##0.##',
});

/**
 * The answers unit by unit with a line of formulas below: totals, means, and Σ ÷ Σ for shares, so that who changes a figure sees the
 * sum follow. A cell of a unit that stated nothing is empty, which no formula counts.
 */
export async function formSumsWorkbook(form: Form, rows: readonly UnitRow[]): Promise<Uint8Array<ArrayBuffer>> {
  const asked = questionsOf(form)
    .map(({ question }) => question)
    .filter(({ kind }) => kind !== 'note');
  const titles = ['Đơn vị', ...asked.map(({ label, unit }) => (unit === '' ? label : `${label} (${unit})`))];
  const data = [
    titles.map((value) => ({ ...text(value), ...head })),
    ...rows.map(({ unit, answers }) => [
      text(answers === null ? `${unit} (chưa gửi)` : unit),
      ...asked.map((question) => cell(question, answers?.[question.name] ?? null)),
    ]),
    [
      { ...text('Tổng hợp'), fontWeight: 'bold' as const },
      ...asked.map((question, i) => sumCell(question, i, asked, rows.length)),
    ],
  ];
  const columns = titles.map((_, at) => ({ width: at === 0 ? 36 : 20 }));
  const looks = {
    sheet: 'Tổng hợp',
    columns,
    stickyRowsCount: 1,
    stickyColumnsCount: 1,
    orientation: 'landscape' as const,
  };
  const blob = await writeExcelFile(data as SheetData, looks).toBlob();
  return new Uint8Array(await blob.arrayBuffer());
}

function cell(question: Question, answer: Answer) {
  if (answer === null) return null;
  if (typeof answer === 'number') return { value: answer, type: Number, alignVertical: 'top' as const };
  return text(sayAnswer(question, answer));
}

/** An answer in words: choices by what they are called. */
export function sayAnswer(question: Question, answer: Exclude<Answer, null>): string {
  if (!isChosen(question)) return typeof answer === 'object' ? answer.join(', ') : String(answer);
  const labels = new Map(choicesOf(question).map(({ name, label }) => [name, label]));
  return (typeof answer === 'object' ? answer : [String(answer)]).map((one) => labels.get(one) ?? one).join('; ');
}

/** "B": the column of the question at a place; the first is the unit's. */
function columnAt(at: number): string {
  const n = at + 1;
  return (n >= 26 ? String.fromCharCode(64 + Math.floor(n / 26)) : '') + String.fromCharCode(65 + (n % 26));
}

function sumCell(question: Question, at: number, asked: readonly Question[], count: number) {
  const rule = sumRuleOf(question);
  if (count === 0 || (!isFigure(question) && question.kind !== 'evidence')) return null;
  const range = (i: number): string => `${columnAt(i)}2:${columnAt(i)}${count + 1}`;
  const own = range(at);
  if (question.kind === 'evidence' || rule.way === 'total') return formula(`IF(COUNT(${own})=0,"",SUM(${own}))`);
  if (rule.way === 'mean') return formula(`IF(COUNT(${own})=0,"",AVERAGE(${own}))`);
  if (rule.way === 'none') return null;
  const [part, whole] = [rule.part, rule.whole].map((name) => range(asked.findIndex((one) => one.name === name)));
  const both = `ISNUMBER(${part})*ISNUMBER(${whole})`;
  const sum = (of: string | undefined): string => `SUMPRODUCT(${both},${of})`;
  return formula(`IF(${sum(whole)}=0,"",100*${sum(part)}/${sum(whole)})`);
}
