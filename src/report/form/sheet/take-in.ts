import type { Cell, CellRows } from '../../sheet/hidden.ts';
import type { Answer, Answers, Form, Question } from '../model.ts';
import { type Beside, standingOf } from '../stand.ts';
import { answerColumn, answerLetter, formSheet, headRows, inCell, typedQuestions } from './model.ts';
import { readCell } from './read.ts';

/** What a filled-in workbook changes. met: the screen was written to since; which stands has to be said. */
export type SheetChange = { name: string; label: string; cell: string; now: Answer; value: Answer; how: 'new' | 'met' };
/** What is not taken (`faults`), or taken and to be mended before it is sent (`checks`), by its cell. */
export type SheetNote = { where: string; message: string };
export type TakenIn = { changes: SheetChange[]; faults: SheetNote[]; checks: SheetNote[]; same: number };

export type TakingIn = { form: Form; base: Answers; now: Answers; beside: Beside };

/** What the workbook says against what it began from and what stands on the screen; nothing is changed by looking. */
export function takeIn(sheets: readonly CellRows[], { form, base, now, beside }: TakingIn): TakenIn {
  const rows = sheets.find(({ sheet }) => sheet === formSheet)?.rows ?? [];
  const found = rowsByName(rows);
  const taken: TakenIn = { changes: [], faults: [], checks: [], same: 0 };
  for (const question of typedQuestions(form)) {
    const at = found.get(question.name);
    if (at === undefined) taken.faults.push(missing(question));
    else takeCell({ question, cell: rows[at]?.[answerColumn] ?? null, at }, { base, now }, taken);
  }
  taken.checks = checksOf(taken.changes, { form, now, beside });
  return taken;
}

/** A row is known by the code in its hidden column, wherever it was moved to. */
function rowsByName(rows: readonly (readonly Cell[])[]): Map<string, number> {
  const found = new Map<string, number>();
  for (const [at, [name]] of rows.entries())
    if (at >= headRows && typeof name === 'string' && name !== '' && !found.has(name)) found.set(name, at);
  return found;
}

const missing = ({ label }: Question): SheetNote => ({
  where: `Trang “${formSheet}”`,
  message: `Thiếu dòng của câu “${label.slice(0, 120)}”; câu trả lời giữ như trên màn hình.`,
});

type Row = { question: Question; cell: Cell; at: number };

function takeCell({ question, cell, at }: Row, { base, now }: Pick<TakingIn, 'base' | 'now'>, taken: TakenIn): void {
  const { name, label } = question;
  const place = `${answerLetter}${at + 1}`;
  const [was, shown] = [base[name] ?? null, now[name] ?? null];
  if (cellText(cell) === cellText(inCell(question, was))) {
    taken.same += 1;
    return;
  }
  const read = readCell(question, cell);
  if ('why' in read) {
    taken.faults.push({ where: `Ô ${place}, câu “${label.slice(0, 120)}”`, message: `${read.why}.` });
    return;
  }
  if (same(read.answer, was) || same(read.answer, shown)) taken.same += 1;
  else
    taken.changes.push({
      ...{ name, label, cell: place, now: shown, value: read.answer },
      how: same(was, shown) ? 'new' : 'met',
    });
}

const cellText = (cell: Cell): string =>
  String(cell ?? '')
    .replace(/\r\n?/gu, '\n')
    .trim();

/** A cell keeps no spaces at its ends. */
const same = (a: Answer, b: Answer): boolean => JSON.stringify(plain(a)) === JSON.stringify(plain(b));
const plain = (answer: Answer): Answer => (typeof answer === 'string' ? cellText(answer) || null : answer);

function checksOf(
  changes: readonly SheetChange[],
  { form, now, beside }: Pick<TakingIn, 'form' | 'now' | 'beside'>,
): SheetNote[] {
  const after = { ...now, ...Object.fromEntries(changes.map(({ name, value }) => [name, value])) };
  const { faults, shown } = standingOf(form, after, beside);
  return changes.flatMap(({ name, label, cell, value }) => {
    const where = `Ô ${cell}, câu “${label.slice(0, 120)}”`;
    const fault = faults.find((one) => one.name === name);
    if (fault) return [{ where, message: fault.message }];
    if (value === null || shown.has(name)) return [];
    return [{ where, message: 'Theo các câu trả lời khác, câu này không phải trả lời nên không được tính.' }];
  });
}
