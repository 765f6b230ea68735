import { describe, expect, it } from 'vitest';
import { emptyContent, emptyLine, type ReportContent, type ReportLine } from './model.ts';
import { overlay } from './overlay.ts';
import { carryForward, carryLine, copyWords, noneFor, takeBack } from './quick.ts';

const content = (items: Record<string, Partial<ReportLine>>, overview = ''): ReportContent => ({
  ...emptyContent,
  whole: { ...emptyContent.whole, overview },
  items: Object.fromEntries(Object.entries(items).map(([key, line]) => [key, { ...emptyLine, ...line }])),
});

describe('the period before', () => {
  const figures = [{ value: 3, part: null, whole: null }];
  const before = content({ a: { state: 'done', result: 'Đã làm', difficulty: 'Thiếu máy', figures } }, 'Tình hình');

  it('gives its words to what says nothing, never its figures or states', () => {
    const now = content({ a: { result: 'Làm tiếp' }, b: {} });
    expect(carryForward(now, before, ['a', 'b'])).toEqual([
      { place: { of: 'whole', field: 'overview' }, value: 'Tình hình' },
      { place: { of: 'item', key: 'a', field: 'difficulty' }, value: 'Thiếu máy' },
    ]);
  });

  it('gives them to one task alone, and nothing to a task it did not know', () => {
    const now = content({});
    expect(carryLine(now, before, 'a').map(({ value }) => value)).toEqual(['Đã làm', 'Thiếu máy']);
    expect(carryLine(now, before, 'b')).toEqual([]);
  });
});

describe('words put to several tasks', () => {
  const now = content({ a: { result: 'Đã niêm yết', proposal: ' ' }, b: { result: 'Đã họp' }, c: {} });

  it('stand below what is said already, and once', () => {
    const written = copyWords(now, 'a', ['a', 'b', 'c'], ['result', 'proposal']);
    expect(written.map(({ value }) => value)).toEqual(['Đã họp\nĐã niêm yết', 'Đã niêm yết']);
    expect(copyWords(overlay(now, written), 'a', ['b', 'c'], ['result'])).toEqual([]);
  });

  it('are taken back, but not where somebody wrote on', () => {
    const written = copyWords(now, 'a', ['b', 'c'], ['result']);
    const after = overlay(overlay(now, written), [{ place: { of: 'item', key: 'c', field: 'result' }, value: 'Khác' }]);
    const back = overlay(after, takeBack(now, written, after));
    expect([back.items.b?.result, back.items.c?.result]).toEqual(['Đã họp', 'Khác']);
  });
});

it('nothing came up in the tasks that say nothing; one with words waits for its own answer', () => {
  const now = content({ a: {}, b: { state: 'done' }, c: { result: 'Đã họp' } });
  expect(noneFor(now, ['a', 'b', 'c', 'd']).map(({ place }) => 'key' in place && place.key)).toEqual(['a', 'd']);
});
