import { existsSync } from 'node:fs';
import { join, resolve } from 'node:path';

/** Material that stands beside the project and is never part of it: real plans, gold readings, published tables. */
const root = resolve(process.env.THANG_SHARED ?? join(import.meta.dirname, '..', '..', 'shared'));

export const sharedAvailable = existsSync(root);

export const sharedPath = (...parts: string[]): string => join(root, ...parts);

/** Whether the whole is asked for (`npm run test:long`), or the share of it that `npm test` runs. */
export const isLong = process.env.THANG_LONG === '1';

/** How often a property is tried: a fixed share of seeded cases, and in the long run many more of any. */
export const shareOf = (few: number, many: number): { seed?: number; numRuns: number } =>
  isLong ? { numRuns: many } : { seed: 20260105, numRuns: few };

/** Of long cases those that stand for the rest; in the long run all. */
export const someOf = <T>(all: readonly T[], standing: (one: T) => boolean): readonly T[] =>
  isLong ? all : all.filter(standing);
