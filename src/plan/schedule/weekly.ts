import type { SimpleSchedule } from '../model.ts';
import { before, type Rule, rule } from './rule.ts';

const weekday = '(?:thu\\s*(?:hai|ba|tu|nam|sau|bay|[2-7])|chu nhat)(?![a-z\\d])';
const weekdays = `${weekday}(?:\\s*(?:,|;|&|va)\\s*(?:va\\s*)?${weekday})*`;
const partOfDay = '(?:(?:sang|chieu|toi|cuoi|ngay|vao)\\s*)*';

// Before an hour of the day, the day itself is in time.
const hour = '(?:(?:(?:truoc|luc|cham nhat)\\s*)?\\d{1,2}\\s*(?:gio|h)\\s*(?:\\d{2}\\s*)?)?';

// As ISO 8601 counts; "thứ Hai" is Monday.
const numbers: Readonly<Record<string, number>> = { hai: 1, ba: 2, tu: 3, nam: 4, sau: 5, bay: 6 };

const numberOf = (word: string): number => (word === 'nhat' ? 7 : (numbers[word] ?? Number(word) - 1));

function onWeekdays(words: string, exclusive: boolean): SimpleSchedule[] {
  const named = [...words.matchAll(/(?:thu|chu)\s*(hai|ba|tu|nam|sau|bay|nhat|[2-7])(?![a-z\d])/g)];
  const bound = exclusive ? { exclusive } : {};
  return named.map((match) => ({ kind: 'recurring', every: 'week', day: numberOf(match[1] ?? ''), ...bound }));
}

/** A weekday of each week: "trước thứ Sáu hằng tuần", "hằng tuần (thứ Tư)", "báo cáo tuần vào thứ Năm". */
export const weeklyRules: readonly Rule[] = [
  rule(`${before}${partOfDay}(${weekdays})\\s*(?:cua\\s*)?(?:hang|moi|dau|cuoi) tuan`, true, (m) =>
    onWeekdays(m[2] ?? '', Boolean(m[1])),
  ),
  rule(
    `(?:dinh ky\\s*)?(?:bao cao|hang|moi|theo|bao cao hang)\\s*tuan\\s*[,:(]*\\s*${hour}${before}${partOfDay}(${weekdays})`,
    true,
    (m) => onWeekdays(m[2] ?? '', Boolean(m[1])),
  ),
];
