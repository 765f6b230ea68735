import { squish } from '../../kernel/text.ts';
import { type Clause, cite } from './decree.ts';
import type { LaidParagraph } from './laid-out.ts';
import type { Finding, Severity } from './model.ts';

/** As much of a paragraph as tells which one is meant. */
const shown = 90;

type Where = readonly LaidParagraph[];

/** Something to mend at these paragraphs, or with none of them because it is missing. */
export function finding(severity: Severity, rule: string, clause: Clause, message: string, where: Where): Finding {
  const [first] = where;
  const words = first ? squish(first.text) : '';
  return {
    ...{ rule, severity, part: clause.name, message },
    text: first ? (words.length > shown ? `${words.slice(0, shown - 1)}…` : words) : null,
    paragraph: first?.number ?? null,
    count: Math.max(1, new Set(where.map(({ number }) => number)).size),
    ...{ clause: cite(clause), verified: clause.verified },
  };
}

/** Found at those paragraphs that are wrong; nothing where none is. */
export const faultAt = (rule: string, clause: Clause, message: string, wrong: Where): Finding[] =>
  wrong.length === 0 ? [] : [finding('fault', rule, clause, message, wrong)];

/** Said only where it is so. */
export const faultIf = (wrong: boolean, rule: string, clause: Clause, message: string, where: Where): Finding[] =>
  wrong ? [finding('fault', rule, clause, message, where)] : [];

/** "1,27", as printed. */
export const sayNumber = (value: number): string => String(Math.round(value * 100) / 100).replace('.', ',');

export const sayRange = ([least, most]: readonly [number, number]): string =>
  least === most ? sayNumber(least) : `${sayNumber(least)} đến ${sayNumber(most)}`;
