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
} from './model.ts';

/** The answers of one unit, as it sent them; `source`: what a figure opens to. */
export type AnswerOf = { source: string; unit: string; answers: Answers };

/** Σ, mean and the ends of what was stated. `part`, `whole`: of a share; `missing`: units that sent the form and did not state it. */
export type FigureSum = {
  of: 'figure';
  /** the figure the rule makes of all: the total, the mean, or Σ part ÷ Σ whole in percent; null where nothing was stated */
  value: number | null;
  total: number | null;
  mean: number | null;
  least: number | null;
  most: number | null;
  part: number | null;
  whole: number | null;
};
export type ChoiceSum = { of: 'choices'; counts: { name: string; label: string; count: number; sources: string[] }[] };
export type TextSum = { of: 'texts'; texts: { source: string; unit: string; text: string }[] };
export type QuestionSum = {
  name: string;
  /** which answers it was made of, and which said nothing */
  stated: string[];
  missing: string[];
  sum: FigureSum | ChoiceSum | TextSum;
};

/**
 * What the answers of many units come to, question by question. A unit that did not state a figure is missing in it and is not
 * counted as zero; a share is Σ ÷ Σ over the units that stated both.
 */
export function sumForm(form: Form, sent: readonly AnswerOf[]): QuestionSum[] {
  return questionsOf(form)
    .filter(({ question }) => question.kind !== 'note')
    .map(({ question }) => sumQuestion(question, sent));
}

function sumQuestion(question: Question, sent: readonly AnswerOf[]): QuestionSum {
  const given = (one: AnswerOf): Answer => one.answers[question.name] ?? null;
  const [stated, missing] = [sent.filter((one) => given(one) !== null), sent.filter((one) => given(one) === null)];
  const sources = (list: readonly AnswerOf[]): string[] => list.map(({ source }) => source);
  const head = { name: question.name, stated: sources(stated), missing: sources(missing) };
  if (isChosen(question)) return { ...head, sum: countChoices(question, stated) };
  if (isFigure(question) || question.kind === 'evidence') return { ...head, sum: sumFigures(question, sent) };
  const texts = stated.map((one) => ({ source: one.source, unit: one.unit, text: String(given(one)) }));
  return { ...head, sum: { of: 'texts', texts } };
}

function countChoices(question: Question, stated: readonly AnswerOf[]): ChoiceSum {
  const picked = (one: AnswerOf): readonly string[] => {
    const answer = one.answers[question.name] ?? null;
    return Array.isArray(answer) ? answer : [String(answer)];
  };
  const counts = choicesOf(question).map(({ name, label }) => {
    const sources = stated.filter((one) => picked(one).includes(name)).map(({ source }) => source);
    return { name, label, count: sources.length, sources };
  });
  return { of: 'choices', counts };
}

const numberAt = (answers: Answers, name: string): number | null => {
  const answer = answers[name];
  return typeof answer === 'number' && Number.isFinite(answer) ? answer : null;
};

function sumFigures(question: Question, sent: readonly AnswerOf[]): FigureSum {
  const rule = question.kind === 'evidence' ? { way: 'total' as const, part: '', whole: '' } : sumRuleOf(question);
  const numbers = sent.flatMap(({ answers }) => numberAt(answers, question.name) ?? []);
  const total = numbers.length === 0 ? null : numbers.reduce((sum, n) => sum + n, 0);
  const mean = total === null ? null : total / numbers.length;
  const ends = {
    least: total === null ? null : Math.min(...numbers),
    most: total === null ? null : Math.max(...numbers),
  };
  const figure = { of: 'figure' as const, total, mean, ...ends, part: null, whole: null };
  if (rule.way === 'share') return { ...figure, ...shareOf(rule, sent) };
  return { ...figure, value: rule.way === 'total' ? total : rule.way === 'mean' ? mean : null };
}

/** Only of units that stated both: a whole without its part would make the share too small. */
function shareOf(rule: { part: string; whole: string }, sent: readonly AnswerOf[]) {
  const both = sent.flatMap(({ answers }) => {
    const [part, whole] = [numberAt(answers, rule.part), numberAt(answers, rule.whole)];
    return part === null || whole === null ? [] : [{ part, whole }];
  });
  if (both.length === 0) return { value: null, part: null, whole: null };
  const part = both.reduce((sum, one) => sum + one.part, 0);
  const whole = both.reduce((sum, one) => sum + one.whole, 0);
  return { value: whole === 0 ? null : (100 * part) / whole, part, whole };
}
