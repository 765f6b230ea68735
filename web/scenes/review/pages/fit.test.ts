import { expect, it } from 'vitest';
import { fitScale } from './fit.ts';

it('draws pages as large as they are shown, and a page as long as a street smaller', () => {
  expect(fitScale(3, 595, 842)).toBe(3);
  const scale = fitScale(3, 3, 14_400_000);
  expect(3 * 14_400_000 * scale ** 2).toBeLessThanOrEqual(16_000_001);
  expect(fitScale(2, 0, 0)).toBe(2);
});
