import { formatPlainDate, isPlainDate } from '../../../kernel/plain-date.ts';
import { type Answer, type Answers, choicesOf, type Form, isChosen, type Question, questionsOf } from '../model.ts';

/** A form as a workbook that is filled in where there is no line, and taken in again: what stands where. */

/** What the unit had answered when the workbook was made: what both sides began from. */
export type AnswerSheet = { answerId: string; title: string; form: Form; answers: Answers };

export const formSheet = 'Phiếu';
export const columns = ['Mã', 'TT', 'Câu hỏi', 'Trả lời', 'Đơn vị tính', 'Cách trả lời'] as const;
/** Where the answer stands, counted from 0, and as its column is called. */
export const answerColumn = 3;
export const answerLetter = 'D';
/** Rows above the first question: the title, how it is filled in, the heads. */
export const headRows = 3;
/** The mark a workbook of ours carries, with the number of its shape. */
export const sheetMark = 'thang-phieu 1';

/** What a cell can take; evidence is added on the screen, and what follows by formula follows. */
export const isTyped = ({ kind }: Pick<Question, 'kind'>): boolean =>
  kind !== 'calculated' && kind !== 'note' && kind !== 'evidence';

export const typedQuestions = (form: Form): Question[] =>
  questionsOf(form).flatMap(({ question }) => (isTyped(question) ? [question] : []));

/** Between choices that were picked; no label has it. */
export const between = '; ';

/** An answer as it stands in its cell. */
export function inCell(question: Question, answer: Answer): string | number | null {
  if (answer === null || typeof answer === 'number') return answer;
  if (isChosen(question)) {
    const labels = new Map(choicesOf(question).map(({ name, label }) => [name, label]));
    return (typeof answer === 'object' ? answer : [answer]).map((one) => labels.get(one) ?? one).join(between);
  }
  if (typeof answer === 'object') return answer.join(between);
  return question.kind === 'day' && isPlainDate(answer) ? formatPlainDate(answer) : answer;
}

/** How a question is answered in its cell, in words. */
export function sayHow(question: Question, conditional: boolean): string {
  const labels = choicesOf(question).map(({ label }) => label);
  const how = {
    ...{ integer: 'Số nguyên', decimal: 'Số, ví dụ 1250,5', percent: 'Số phần trăm, ví dụ 92,5', money: 'Số tiền' },
    ...{ 'yes-no': 'Chọn: Có hoặc Không', choice: `Chọn một: ${labels.join(between)}` },
    choices: `Chọn một hoặc nhiều, ngăn bằng dấu chấm phẩy: ${labels.join(between)}`,
    ...{ text: 'Lời ngắn', 'long-text': 'Lời', day: 'Ngày, ví dụ 15/12/2026', note: '' },
    ...{ evidence: 'Thêm tài liệu trên màn hình', calculated: 'Phần mềm tự tính' },
  }[question.kind];
  const parts = [
    question.required && isTyped(question) && 'Bắt buộc',
    how,
    conditional && isTyped(question) && 'Chỉ trả lời khi các câu khác đòi hỏi',
    question.hint,
  ];
  return parts.filter(Boolean).join('. ');
}
