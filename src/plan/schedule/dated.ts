import type { SimpleSchedule } from '../model.ts';
import { type Point, readPoint, readRange, type Span } from './points.ts';

const limit =
  '((?:(?:phai\\s*)?(?:hoan thanh|xong|ket thuc|ban hanh)\\s*)?(?:truoc|cham nhat(?: la)?(?: vao| den| trong| truoc)?|muon nhat(?: la)?(?: vao)?|tre nhat(?: la)?|khong qua|khong muon hon|den het|den cuoi|den truoc|den|het|cuoi|trong|vao|xong(?: trong| truoc| vao)?|hoan thanh(?: trong| truoc| vao)?)?)\\s*';
const limitPattern = new RegExp(`(?<![a-z\\d])${limit}`, 'y');

/** What a printed stretch means with the words before it. */
function scheduleOf(point: Point, words: string): SimpleSchedule[] {
  const days = point.unit === 'day' ? point.spans : [point];
  if (/truoc/.test(words)) return days.map(({ from }) => ({ kind: 'deadline', by: from, exclusive: true }));
  const due = /cham nhat|muon|tre nhat|khong qua|den|het|cuoi|xong|hoan thanh|ket thuc|ban hanh/.test(words);
  // A single month is when the work is due, as in "6/2025"; longer stretches are windows.
  if (due || point.unit === 'day') return days.map(({ to }) => ({ kind: 'deadline', by: to }));
  // Months that do not touch ("tháng 6 và tháng 12") are days due, too.
  const single = (span: Span) => span.from.slice(0, 7) === span.to.slice(0, 7);
  if (point.unit === 'month' || (point.spans.length > 1 && point.spans.every(single)))
    return point.spans.map((span) => ({ kind: 'deadline', by: span.to }));
  return point.spans.map((span) => ({ kind: 'window', ...span }));
}

export type Dated = { end: number; schedules: SimpleSchedule[]; strong: boolean };

const onwards = /(?:bat dau\s+)?(?:ke\s+)?tu\s+(?=[a-z\d])/y;

/** "Từ tháng 7/2026", "từ ngày 01/7/2025 trở đi": no end is printed, so the work goes on from that day. */
function readOnwards(text: string, at: number, year: number | null): Dated | undefined {
  onwards.lastIndex = at;
  if (!onwards.test(text)) return undefined;
  const point = readPoint(text, onwards.lastIndex, year);
  if (!point || point.bare) return undefined;
  // "từ tháng 3 đến tháng 9": the list of months is already a stretch with an end.
  const ended = /den|-|–/.test(text.slice(onwards.lastIndex, point.end).replace(/20\d\d/g, '')) && point.unit !== 'day';
  if (ended) return { end: point.end, schedules: [{ kind: 'window', from: point.from, to: point.to }], strong: true };
  const end = point.end + (/^\s*tro di/.exec(text.slice(point.end))?.[0].length ?? 0);
  return { end, schedules: [{ kind: 'continuous', from: point.from }], strong: false };
}

/** The time named at `at` of a folded text, with the words that bound it. */
export function readDated(text: string, at: number, year: number | null): Dated | undefined {
  const range = readRange(text, at, year);
  if (range) {
    const strong = text.startsWith('tu', at) && range.unit !== 'year';
    return { end: range.end, schedules: [{ kind: 'window', from: range.from, to: range.to }], strong };
  }
  limitPattern.lastIndex = at;
  const words = limitPattern.exec(text)?.[0] ?? '';
  const point =
    (words ? readRange(text, at + words.length, year) : undefined) ?? readPoint(text, at + words.length, year);
  if (!point || (point.bare && words === '')) return readOnwards(text, at, year);
  const goesOn = point.unit === 'year' && /^\s*tro di/.exec(text.slice(point.end, point.end + 20));
  if (goesOn)
    return { end: point.end + goesOn[0].length, schedules: [{ kind: 'continuous', from: point.from }], strong: false };
  return { end: point.end, schedules: scheduleOf(point, words), strong: isFirm(text, at, words, point) };
}

/** Words that bind whoever the sentence speaks to; "định hướng đến năm 2030" and "tính đến ngày" bind nobody. */
function isFirm(text: string, at: number, words: string, point: Point): boolean {
  // Without tones "UBND tỉnh trước ngày" ends alike: only "đến" follows "tính".
  if (words.startsWith('den') && /(?<!(?:ubnd|hdnd|nhan dan|cap|uy|nganh) )tinh\s*$/.test(text.slice(0, at)))
    return false;
  if (/truoc|cham|muon|tre|het|xong|hoan thanh|khong qua/.test(words)) return true;
  return /den|trong|vao|cuoi/.test(words) && point.unit !== 'year';
}
