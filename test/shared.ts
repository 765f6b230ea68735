import { existsSync } from 'node:fs';
import { join, resolve } from 'node:path';

/** Material that stands beside the project and is never part of it: real plans, gold readings, published tables. */
const root = resolve(process.env.THANG_SHARED ?? join(import.meta.dirname, '..', '..', 'shared'));

export const sharedAvailable = existsSync(root);

export const sharedPath = (...parts: string[]): string => join(root, ...parts);
