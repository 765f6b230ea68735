import { findCodes } from '../../framework/codes.ts';
import { startsWithAct } from './acts.ts';
import type { Facts } from './facts.ts';
import { splitNumber } from './number.ts';
import { type Context, innermost } from './outline.ts';
import type { Slot } from './row.ts';

export type FoundComponent = { text: string | null; confidence: number };

/**
 * The sub-dimension of a task whose table has no column for it: the group just above where groups are nested, else what
 * the task's text opens with ("Cơ hội tham gia: Đảm bảo …", "Cơ hội tham gia (tham gia vào …)").
 */
export function findComponent(text: Slot, context: Context, facts: Facts): FoundComponent {
  const inner = innermost(context);
  const nested = context.groups.filter(({ ofIndex }) => !ofIndex).length > 1;
  if (inner && nested) return { text: inner.group.name, confidence: 0.9 };
  if (context.index === 'SIPAS' && inner) return { text: inner.group.name, confidence: 0.95 };
  const head = openingOf(text);
  if (head === null) return wholeText(text, context);
  const known = isKnown(head, context);
  if (known) return { text: head, confidence: 0.95 };
  if (context.index === 'PAPI')
    return text.strongTo > 0 ? { text: head, confidence: 0.75 } : { text: null, confidence: 0.7 };
  if (facts.opensNamed || text.strongTo > 0) return { text: head, confidence: 0.92 };
  // One colon among tasks that have none opens a list, not a name.
  return { text: head, confidence: 0.8 };
}

const LONGEST_NAME = 25;

/** Before a colon, an explanation in brackets, or the first bullet. */
function openingOf({ text, strongTo }: Slot): string | null {
  const ends = [
    text.search(/:(?:\s|$)/),
    text.search(/\s?\((?=[^)]{12,})/),
    text.search(/\s[-–]\s(?=\p{Lu}|\d)/u),
    text.search(/\n/),
  ].filter((end) => end > 0);
  // Bold that stops inside a word is a slip of the typist's mouse, not a name.
  const slipped = /^\p{L}$/u.test(text[strongTo - 1] ?? '') && /^\p{L}$/u.test(text[strongTo] ?? '');
  const strong =
    strongTo > 0 && strongTo < text.length && !slipped ? text.slice(0, strongTo).replace(/[\s:.(–-]+$/, '') : null;
  const end = Math.min(...ends);
  const head = Number.isFinite(end) ? text.slice(0, end).trim() : strong;
  if (!head || head.split(/\s+/).length > LONGEST_NAME || /[.;]\s/.test(splitNumber(head).rest)) return null;
  return /(?:như|sau|gồm|là|rằng)$/.test(head) ? null : head.replace(/^[-–+]\s+/, '');
}

/** A row that prints nothing but the component. */
function wholeText({ text }: Slot, context: Context): FoundComponent {
  const short = text.split(/\s+/).length <= LONGEST_NAME && !text.includes('\n');
  const name = text.replace(/[.;:]$/, '');
  return short && isKnown(name, context) ? { text: name, confidence: 0.95 } : { text: null, confidence: 0.9 };
}

function isKnown(name: string, context: Context): boolean {
  const inner = innermost(context);
  const found = findCodes({
    index: context.index,
    year: context.year,
    dimension: inner?.group.dimension ?? null,
    component: name,
    text: name,
    group: inner?.printed ?? null,
  });
  // What begins like an act is a component only where it is the sub-dimension's very name.
  const enough = startsWithAct(name) ? 0.93 : 0.6;
  return context.index === 'PAPI' && found.codes.length > 0 && found.confidence >= enough;
}
