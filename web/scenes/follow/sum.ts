import { sayNumber } from '../../../src/kernel/number.ts';

/** How far work is: done in time, done late, open, overdue, waiting for a day. */
export type Sum = { done: number; doneLate: number; open: number; late: number; waiting: number };

export const noSum: Sum = { done: 0, doneLate: 0, open: 0, late: 0, waiting: 0 };

export const addSums = (a: Sum, b: Sum): Sum => ({
  done: a.done + b.done,
  doneLate: a.doneLate + b.doneLate,
  open: a.open + b.open,
  late: a.late + b.late,
  waiting: a.waiting + b.waiting,
});

export const doneOf = ({ done, doneLate }: Sum): number => done + doneLate;
/** What has a day; what waits for an event is not owed yet. */
export const datedOf = (sum: Sum): number => doneOf(sum) + sum.open + sum.late;

/** `late`, `worse`, `bad`: less than a quarter, a quarter, half or more of what has come due is overdue. */
export type Shade = 'none' | 'ok' | 'open' | 'late' | 'worse' | 'bad' | 'idle';

export function shadeOf(sum: Sum): Shade {
  const dated = datedOf(sum);
  if (sum.late > 0) {
    const share = sum.late / (doneOf(sum) + sum.late);
    return share >= 0.5 ? 'bad' : share >= 0.25 ? 'worse' : 'late';
  }
  if (dated > 0) return doneOf(sum) === dated ? 'ok' : 'open';
  return sum.waiting > 0 ? 'idle' : 'none';
}

export const shapes: Record<Shade, string> = {
  none: '',
  ok: '●',
  open: '◐',
  late: '▲',
  worse: '▲',
  bad: '▲',
  idle: '○',
};

export const shadeWords: Record<Exclude<Shade, 'none'>, string> = {
  ok: 'đã xong',
  open: 'đang làm, trong hạn',
  late: 'quá hạn dưới 1/4 việc đến hạn',
  worse: 'từ 1/4',
  bad: 'từ một nửa',
  idle: 'chờ sự kiện',
};

/** "55,6%" of what has a day is done; nothing where nothing has one. */
export function sayShare(sum: Sum): string {
  const dated = datedOf(sum);
  return dated === 0 ? '' : `${sayNumber(Math.floor((doneOf(sum) / dated) * 1000) / 10)}%`;
}

/** "đã xong 2 trong 4 việc (1 xong trễ), 1 quá hạn, 1 trong hạn": as it is read aloud. */
export function saySum(sum: Sum): string {
  const dated = datedOf(sum);
  const parts = [
    dated > 0 && `đã xong ${sayNumber(doneOf(sum))} trong ${sayNumber(dated)} việc`,
    sum.doneLate > 0 && `${sayNumber(sum.doneLate)} xong trễ`,
    sum.late > 0 && `${sayNumber(sum.late)} quá hạn`,
    sum.open > 0 && `${sayNumber(sum.open)} trong hạn`,
    sum.waiting > 0 && `${sayNumber(sum.waiting)} chờ sự kiện`,
  ];
  return parts.filter(Boolean).join(', ') || 'không có việc';
}

/** What a small cell shows: "2/4". */
export const sayCell = (sum: Sum): string =>
  datedOf(sum) > 0 ? `${doneOf(sum)}/${datedOf(sum)}` : sum.waiting > 0 ? `${sum.waiting}` : '';
