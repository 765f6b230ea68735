import type { SimpleSchedule } from '../model.ts';
import type { Phrase } from './phrases.ts';

/** The first and the last day on which something that returns, or goes on, holds. */
type Bounds = { from?: string; to?: string };

/**
 * "Báo cáo hằng quý từ ngày 01/7/2026", "hằng tháng từ tháng 3 đến tháng 11/2026", "định kỳ hằng quý trong năm 2026": a start or
 * a stretch beside what returns says when it holds, and is no time of its own. Phrases are those of the folded text, from
 * left to right; `year` is the plan's.
 */
export function bounding(phrases: readonly Phrase[], text: string, year: number | null): Phrase[] {
  let told = [...phrases];
  for (const phrase of phrases) {
    const bounds = boundsOf(phrase, text);
    const held = bounds && heldBy(told, told.indexOf(phrase), text);
    if (!bounds || !held || held.length === 0) continue;
    const within = inYear(bounds, year);
    told = told.flatMap((one) => (one === phrase ? [] : held.includes(one) ? [hold(one, phrase, within)] : [one]));
  }
  return told.map((phrase) => ({ ...phrase, schedule: trimmed(phrase.schedule, year) }));
}

const opening = /^(?:(?:bat dau|ke)\s+)?tu\s|^trong\s|^(?:cac\s|ca\s|suot\s)*nam\s|^giai doan/;

// "Từ nay đến hết năm".
const fromNow = /(?<![a-z])tu nay\s*$/;

function boundsOf({ schedule, start, end }: Phrase, text: string): Bounds | undefined {
  if (schedule.kind === 'continuous') return schedule.from === undefined ? undefined : { from: schedule.from };
  if (schedule.kind === 'deadline' && fromNow.test(text.slice(0, start))) return { to: schedule.by };
  const bound = schedule.kind === 'window' && opening.test(text.slice(start, end));
  return bound ? { from: schedule.from, to: schedule.to } : undefined;
}

const before = /^[\s,(]*(?:(?:bat dau|tinh|ap dung|thuc hien|trong|cua|tu nay)\s*)?$/;
const after = /^[\s,:]*(?:(?:thuc hien|che do|bao cao|dinh ky|gui|tong hop)\s*)*$/;
const openAfter = /^[^.;()]{0,80}$/;

/** What a bound at `at` holds for: all that returns after it in the sentence, else what stands right before it. */
function heldBy(phrases: readonly Phrase[], at: number, text: string): Phrase[] {
  const bound = phrases[at];
  const [last, next] = [phrases[at - 1], phrases[at + 1]];
  if (!bound) return [];
  const open = bound.schedule.kind === 'continuous';
  if (last && returns(last, open) && before.test(text.slice(last.end, bound.start))) return [last];
  const joined = open ? openAfter : after;
  if (!next || !returns(next, open) || !joined.test(text.slice(bound.end, next.start))) return [];
  const others = phrases.slice(at + 1);
  const stop = others.findIndex((one) => !returns(one, open));
  return stop === -1 ? others : others.slice(0, stop);
}

/** What goes on all the time has a start alone. */
const returns = ({ schedule }: Phrase, open: boolean): boolean =>
  schedule.kind === 'recurring' || (open && schedule.kind === 'continuous' && schedule.from === undefined);

function hold(phrase: Phrase, bound: Phrase, bounds: Bounds): Phrase {
  const { schedule } = phrase;
  const [start, end] = [Math.min(phrase.start, bound.start), Math.max(phrase.end, bound.end)];
  if (schedule.kind !== 'recurring' && schedule.kind !== 'continuous') return phrase;
  return { ...phrase, start, end, schedule: { ...schedule, ...bounds } as SimpleSchedule };
}

/** A start in or before the first days of the plan's own year, and its end, bound nothing of that year. */
function inYear({ from, to }: Bounds, year: number | null): Bounds {
  const starts = from !== undefined && (year === null || from > `${year}-01-01`);
  const ends = to !== undefined && (year === null || to !== `${year}-12-31`);
  return { ...(starts && { from }), ...(ends && { to }) };
}

function trimmed(schedule: SimpleSchedule, year: number | null): SimpleSchedule {
  if (schedule.kind !== 'continuous' || schedule.from === undefined) return schedule;
  return { kind: 'continuous', ...inYear({ from: schedule.from }, year) };
}
