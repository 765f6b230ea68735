import { existsSync } from 'node:fs';
import { join, resolve } from 'node:path';

/** Material that stands beside the project and is never part of it: real plans, gold readings, published tables. */
const root = resolve(process.env.THANG_SHARED ?? join(import.meta.dirname, '..', '..', 'shared'));

export const sharedAvailable = existsSync(root);

export const sharedPath = (...parts: string[]): string => join(root, ...parts);

/** How often a property is tried: a fixed share of seeded cases, and with THANG_LONG many more of any. */
export const shareOf = (few: number, many: number): { seed?: number; numRuns: number } =>
  process.env.THANG_LONG === '1' ? { numRuns: many } : { seed: 20260105, numRuns: few };
