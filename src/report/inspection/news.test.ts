import { describe, expect, it } from 'vitest';
import type { PlainDate } from '../../kernel/plain-date.ts';
import { newsOfRecommendation } from '../recommendation/news.ts';
import type { Finding, InspectionAct } from './model.ts';
import { newsOfInspection } from './news.ts';

const [june, july] = ['2026-06-30', '2026-07-15'] as PlainDate[];
const finding = { id: 'f', agencyId: 'u', due: june } as Finding;
const said = (act: object, before: Finding | undefined = finding) =>
  newsOfInspection({ findingId: 'f', ...act } as InspectionAct, before).map(({ kind, agencyId, due, note }) =>
    [kind, agencyId, due, note].map((one) => one ?? '-').join(' '),
  );

describe('what is told of a finding', () => {
  it('goes to the unit that is to remedy it, and to the one it is taken from', () => {
    const assign = { kind: 'assign', remedy: 'Niêm yết', agencyId: 'u', asked: july, due: july };
    expect(said(assign, { ...finding, agencyId: null, due: null })).toEqual(['remedy-asked u 2026-07-15 -']);
    expect(said(assign)).toEqual(['remedy-asked u 2026-07-15 -']);
    expect(said({ ...assign, agencyId: 'v' })).toEqual([
      'remedy-withdrawn u 2026-06-30 -',
      'remedy-asked v 2026-07-15 -',
    ]);
  });

  it.each([
    [{ kind: 'remedy', text: 'Đã xong', on: june, without: null }, 'remedy-reported u 2026-06-30 Đã xong'],
    [{ kind: 'accept', note: null }, 'remedy-ended u 2026-06-30 -'],
    [{ kind: 'close', reason: 'Đã bỏ thủ tục' }, 'remedy-ended u 2026-06-30 Đã bỏ thủ tục'],
    [{ kind: 'return', reason: 'Thiếu ảnh', due: null }, 'remedy-returned u 2026-06-30 Thiếu ảnh'],
    [{ kind: 'return', reason: 'Thiếu ảnh', due: july }, 'remedy-returned u 2026-07-15 Thiếu ảnh'],
    [{ kind: 'extend', reason: 'Chờ kinh phí', due: july }, 'remedy-moved u 2026-07-15 Chờ kinh phí'],
    [{ kind: 'withdraw', reason: 'Ghi nhầm' }, 'remedy-withdrawn u 2026-06-30 Ghi nhầm'],
  ])('says of %j what became of it', (act, words) => {
    expect(said(act)).toEqual([words]);
  });

  it('is nothing where it concerns the team alone', () => {
    expect(said({ kind: 'mend', text: '', component: null, place: null })).toEqual([]);
    expect(said({ kind: 'evidence', evidenceId: 'e', used: true, by: 'unit' })).toEqual([]);
    expect(
      said({ kind: 'find', text: 'Chưa niêm yết', itemId: null, component: null, place: null }, undefined),
    ).toEqual([]);
  });
});

describe('what is told of a recommendation', () => {
  const asked = { text: 'Thu hồi', agencyId: 'u', due: june ?? null };
  const kinds = (...[act]: [Parameters<typeof newsOfRecommendation>[0]]) =>
    newsOfRecommendation(act, 'r', asked).map(({ kind, agencyId }) => `${kind} ${agencyId}`);

  it('is of a report only that it is done', () => {
    const progress = (percent: number) => kinds({ kind: 'progress', percent, text: '', without: null });
    expect([progress(60), progress(100)]).toEqual([[], ['remedy-reported u']]);
  });

  it('goes to both units where another is to carry it out', () => {
    const change = (agencyId: string) => kinds({ kind: 'change', ...asked, agencyId, reason: 'Sáp nhập' });
    expect(change('u')).toEqual(['remedy-moved u']);
    expect(change('v')).toEqual(['remedy-withdrawn u', 'remedy-asked v']);
  });

  it('is what its keeper decides', () => {
    expect(kinds({ kind: 'close', note: null })).toEqual(['remedy-ended u']);
    expect(kinds({ kind: 'reopen', reason: 'Còn thiếu' })).toEqual(['remedy-returned u']);
    expect(kinds({ kind: 'withdraw', reason: 'Ghi nhầm' })).toEqual(['remedy-withdrawn u']);
  });
});
