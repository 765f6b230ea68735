import { describe, expect, it } from 'vitest';
import type { PlainDate } from '../kernel/plain-date.ts';
import { refuseEntering } from './enter.ts';
import type { Act } from './model.ts';

const day = (text: string) => text as PlainDate;
const when = { day: day('2026-11-22'), since: day('2026-02-09') };
const complete = (on: string): Act => ({ kind: 'complete', on: day(on), note: null, serves: [], servedBy: null });
const concrete = (change: (Act & { kind: 'concrete' })['change']): Act => ({
  ...{ kind: 'concrete', concreteId: 'a', change },
});

describe('a day on which something was done', () => {
  it.each(['2026-11-22', '2026-02-09', '2026-01-01'])('may be %s', (on) => {
    expect(refuseEntering(complete(on), when)).toBeUndefined();
    expect(refuseEntering(concrete({ kind: 'done', on: day(on) }), when)).toBeUndefined();
  });

  it.each([
    ['2026-11-23', 'day-in-the-future'],
    ['2099-01-01', 'day-in-the-future'],
    ['2025-12-31', 'day-before-plan'],
    ['1990-01-01', 'day-before-plan'],
  ])('may not be %s: %s', (on, why) => {
    expect(refuseEntering(complete(on), when)).toBe(why);
    expect(refuseEntering(concrete({ kind: 'done', on: day(on) }), when)).toBe(why);
    expect(refuseEntering(concrete({ kind: 'tick', village: 'Đông', on: day(on) }), when)).toBe(why);
  });

  it('is asked of nothing else', () => {
    expect(refuseEntering(concrete({ kind: 'due', due: day('2099-01-01') }), when)).toBeUndefined();
    expect(refuseEntering(concrete({ kind: 'tick', village: 'Đông', on: null }), when)).toBeUndefined();
    expect(refuseEntering({ kind: 'accept' }, when)).toBeUndefined();
  });
});
