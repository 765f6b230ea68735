import type { SimpleSchedule } from '../model.ts';
import { readDated } from './dated.ts';
import { readRecurrence } from './recurrences.ts';

/** A schedule phrase of a folded text. `strong` when it can only be meant as a time: enough even inside a sentence. */
export type Phrase = { start: number; end: number; schedule: SimpleSchedule; strong: boolean };

const ownBound = /^(?:cham|muon|tre|khong|den|het|cuoi|trong|xong|hoan|vao)(?![a-z])/;

/** "Trước ngày 15/6, 15/12", "trước 25/5 (6 tháng), 25/11 (năm)": the second day is too late as well. */
function continuesList(text: string, found: readonly Phrase[], at: number): boolean {
  const last = found.findLast(({ schedule }) => schedule.kind === 'deadline');
  return (
    last?.schedule.kind === 'deadline' &&
    last.schedule.exclusive === true &&
    /^\s*(?:\([^()]{0,30}\))?\s*(?:,|;|va)\s*$/.test(text.slice(last.end, at)) &&
    !ownBound.test(text.slice(at, at + 10))
  );
}

// Not inside a word, nor in the rest of a date: "31/02/2026" is no day, and "02/2026" of it is no month; nor is the year of
// "III/2026" a time where nothing says that the III is a quarter.
const opensWord = (text: string, at: number): boolean =>
  /[a-z\d]/.test(text[at] ?? '') &&
  !/[a-z\d]$/.test(text.slice(Math.max(0, at - 1), at)) &&
  !(
    /\d/.test(text[at] ?? '') &&
    /(?:\d[.-]|(?:\d|(?<![a-z])(?:iv|v?i{1,3}|v))\s?\/\s?)$/.test(text.slice(Math.max(0, at - 8), at))
  );

/** Every schedule phrase of a folded text from left to right; where two begin together the longer counts. */
export function findPhrases(text: string, year: number | null): Phrase[] {
  const found: Phrase[] = [];
  for (let at = 0; at < text.length; ) {
    if (!opensWord(text, at)) {
      at += 1;
      continue;
    }
    const ruled = readRecurrence(text, at);
    const dated = readDated(text, at, year);
    if (dated && (!ruled || dated.end >= ruled.end)) {
      const listed = continuesList(text, found, at);
      for (const schedule of dated.schedules)
        found.push({
          start: at,
          end: dated.end,
          schedule: listed && schedule.kind === 'deadline' ? { ...schedule, exclusive: true } : schedule,
          strong: dated.strong || listed,
        });
      at = dated.end;
    } else if (ruled) {
      for (const schedule of ruled.schedules) found.push({ start: at, end: ruled.end, schedule, strong: ruled.strong });
      at = ruled.end;
    } else at += 1;
  }
  return found;
}
