import { expect, it } from 'vitest';
import type { InspectionFigures } from '../inspection/figures.ts';
import { draftInspections } from './draft-inspections.ts';

const none = { found: [], due: [], remedied: [], underWay: [], overdue: [] };
const figures = (
  units: Partial<InspectionFigures['units']>,
  findings: Partial<InspectionFigures['findings']> = {},
): InspectionFigures => ({
  ...{ units: { due: [], inspected: [], beside: [], ...units }, findings: { ...none, ...findings }, components: [] },
});
const texts = (of: InspectionFigures | undefined) => draftInspections(of).map(({ text }) => text);

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
