import { expect, it } from 'vitest';
import type { PlainDate } from '../../kernel/plain-date.ts';
import type { CountedInspection, InspectionFigures } from '../inspection/figures.ts';
import { draftInspections } from './draft-inspections.ts';

const none = { found: [], due: [], remedied: [], underWay: [], overdue: [] };
const figures = (
  units: Partial<InspectionFigures['units']>,
  findings: Partial<InspectionFigures['findings']> = {},
): InspectionFigures => ({
  ...{ units: { due: [], inspected: [], beside: [], ...units }, findings: { ...none, ...findings }, components: [] },
});
const day = (text: string) => text as PlainDate;
const period = { from: day('2026-03-15'), to: day('2026-06-14') };
const drafted = (of: InspectionFigures | undefined, counted: readonly CountedInspection[] = []) =>
  draftInspections(of && { figures: of, period, counted });
const texts = (of: InspectionFigures | undefined) => drafted(of).map(({ text }) => text);
const inspection = (id: string, agencyId: string, opened: string, findings: readonly string[]): CountedInspection => ({
  ...{ id, agencyId, kind: 'planned', status: 'closed', day: day(opened), openedOn: day(opened), components: [] },
  findings: findings.map((one) => ({
    id: one,
    agencyId,
    status: 'closed',
    component: null,
    due: null,
    closedOn: null,
  })),
});

it('opens to the inspections it counts: those of the period, and earlier ones whose findings were to be remedied in it', () => {
  const said = figures({ due: ['a'], inspected: ['a'] }, { found: ['x'], due: ['x', 'old'], remedied: ['x'] });
  const all = [inspection('k1', 'a', '2026-04-02', ['x']), inspection('k0', 'a', '2025-11-02', ['old', 'older'])];
  const opened = drafted(said, [...all, inspection('k2', 'b', '2025-12-01', ['other'])]);
  expect(opened.map(({ inspections }) => inspections?.map(({ id }) => id))).toEqual([['k1'], ['k1', 'k0']]);
});

it('says what was inspected and remedied as shares with their numbers', () => {
  const said = figures(
    { due: ['a', 'b', 'c'], inspected: ['a'], beside: ['d'] },
    { found: ['x', 'y', 'z'], due: ['x', 'y'], remedied: ['x'], underWay: ['y'], overdue: ['y'] },
  );
  expect(texts(said)).toEqual([
    'Đã kiểm tra 1/3 (33,3%) cơ quan, đơn vị theo kế hoạch kiểm tra; kiểm tra thêm 1 cơ quan, đơn vị ngoài kế hoạch',
    'Phát hiện 3 tồn tại; 1/2 (50%) tồn tại phải khắc phục trong kỳ đã khắc phục xong; 1 đã xử lý nhưng chưa hoàn thành; 1 quá hạn khắc phục',
  ]);
});

it('says nothing of nothing: no plan is not a plan that nobody kept', () => {
  expect(texts(undefined)).toEqual([]);
  expect(texts(figures({}))).toEqual([]);
  expect(texts(figures({ due: ['a'] }))).toEqual(['Đã kiểm tra 0/1 (0%) cơ quan, đơn vị theo kế hoạch kiểm tra']);
});
