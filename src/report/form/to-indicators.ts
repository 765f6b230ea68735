import type { PlainDate } from '../../kernel/plain-date.ts';
import { type Figure, noFigure } from '../content/model.ts';
import type { Definition } from '../indicator/model.ts';
import { periodOfDays, periodOn } from '../indicator/period.ts';
import { type Answers, type Form, isFigure, type Question, questionsOf, sumRuleOf } from './model.ts';

/** Figures of a form that are stated in the register of indicators, so that a number is entered once. */

/** Questions that say which indicator their figure is of. */
export const tiedQuestions = (form: Pick<Form, 'items'>): (Question & { indicator: string })[] =>
  questionsOf(form).flatMap(({ question }) =>
    question.indicator && isFigure(question) ? [{ ...question, indicator: question.indicator }] : [],
  );

/** What an answer states of an indicator of a kind; a share is stated by what it is made of, where the form has that. */
export function figureFor(question: Question, answers: Answers, kind: Definition['kind']): Figure | undefined {
  const numberAt = (name: string): number | null => {
    const answer = answers[name];
    return typeof answer === 'number' ? answer : null;
  };
  const rule = sumRuleOf(question);
  if (rule.way === 'share' && (kind === 'share' || kind === 'change')) {
    const [part, whole] = [numberAt(rule.part), numberAt(rule.whole)];
    if (part !== null && whole !== null) return { value: null, part, whole };
  }
  const value = numberAt(question.name);
  return value === null ? undefined : { ...noFigure, value };
}

/**
 * The period an answer's figures are of: that of its round; of a form sent once the indicator's own in which it is due, or was sent
 * where that came before.
 */
export function periodOfAnswer(
  days: { from: PlainDate | null; to: PlainDate | null; due: PlainDate | null; sentOn: PlainDate },
  every: Definition['every'],
): string {
  const { from, to, due, sentOn } = days;
  if (from !== null && to !== null) return periodOfDays({ from, to });
  return periodOn(every, due !== null && due < sentOn ? due : sentOn);
}
