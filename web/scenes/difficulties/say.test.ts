import { expect, it } from 'vitest';
import type { DifficultyView } from '../../../src/assignment/views.ts';
import { saySince } from './say.ts';

const since = (days: number, answeredOn: string | null) => saySince({ days, answeredOn } as DifficultyView);

it('says since when a difficulty waits, and of an answered one how long that took', () => {
  expect(since(6, null)).toBe('nêu 6 ngày trước');
  expect(since(0, null)).toBe('nêu hôm nay');
  expect(since(4, '2026-11-14')).toBe('được trả lời sau 4 ngày');
  expect(since(0, '2026-11-14')).toBe('được trả lời trong ngày');
});
