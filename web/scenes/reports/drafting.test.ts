import { describe, expect, it } from 'vitest';
import { emptyContent } from '../../../src/report/content/model.ts';
import { answered, applied, type Content, type Known, keepPending, readPending, shown, typed } from './drafting.ts';

const overview = { of: 'whole', field: 'overview' } as const;
const state = { of: 'item', key: 'i1', field: 'state' } as const;
const known: Known = { content: emptyContent as Content, fields: [] };

describe('what is typed into a report', () => {
  it('is shown over what the server has, and begins from it', () => {
    const pending = typed({}, known, overview, '', 'Đã họp');
    expect(shown(known, pending).whole.overview).toBe('Đã họp');
    expect(Object.values(pending)).toEqual([{ place: overview, base: 0, was: '', value: 'Đã họp' }]);
  });

  it('keeps where it began while more is typed', () => {
    const once = typed({}, known, overview, '', 'Đã');
    const twice = typed(once, known, overview, 'Đã', 'Đã họp');
    expect(Object.values(twice)[0]).toMatchObject({ was: '', value: 'Đã họp' });
  });

  it('is let go once it is answered; what was typed since goes on from there', () => {
    const sent = typed(typed({}, known, overview, '', 'Đã'), known, state, null, 'done');
    const since = typed(sent, known, overview, 'Đã', 'Đã họp');
    const saved = [
      { place: overview, rev: 1, value: 'Đã', how: 'saved' as const },
      { place: state, rev: 1, value: 'done', how: 'saved' as const },
    ];
    expect(Object.values(answered(since, sent, saved))).toEqual([
      { place: overview, base: 1, was: 'Đã', value: 'Đã họp' },
    ]);
    const after = applied(known, saved, 'Mai', '2026-06-10T00:00:00Z');
    expect([after.content.whole.overview, after.content.items.i1?.state, after.fields.length]).toEqual([
      'Đã',
      'done',
      2,
    ]);
  });

  it('is shown as the server merged it', () => {
    const saved = [{ place: overview, rev: 3, value: 'Đã họp. Thiếu máy.', how: 'merged' as const }];
    const sent = typed({}, known, overview, '', 'Thiếu máy.');
    const after = applied(known, saved, 'Mai', '2026-06-10T00:00:00Z');
    expect(shown(after, answered(sent, sent, saved)).whole.overview).toBe('Đã họp. Thiếu máy.');
  });

  it('survives a reload, and what is torn is left out', () => {
    const kept = new Map<string, string>();
    const store = {
      getItem: (key: string) => kept.get(key) ?? null,
      setItem: (key: string, value: string) => void kept.set(key, value),
      removeItem: (key: string) => void kept.delete(key),
    };
    const pending = typed({}, known, overview, '', 'Đã họp');
    expect(keepPending(store, 'r1', pending)).toBe(true);
    expect(readPending(store, 'r1')).toEqual(pending);
    keepPending(store, 'r1', {});
    expect(kept.size).toBe(0);
    kept.set('thang.report.r1', '{"x":{"place"');
    expect(readPending(store, 'r1')).toEqual({});
    kept.set('thang.report.r1', '{"whole overview":{"place":{"of":"whole","field":"next"}}}');
    expect(readPending(store, 'r1')).toEqual({});
  });
});
