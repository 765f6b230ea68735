import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { findMissingOptional } from './complete-lock.ts';

test('the lock file names the optional packages of every system (else run: node scripts/complete-lock.ts)', () => {
  const lock = JSON.parse(readFileSync(join(import.meta.dirname, '..', 'package-lock.json'), 'utf8'));
  expect(findMissingOptional(lock).map(({ name }) => name)).toEqual([]);
});

test('a missing optional package is seen, one beside or above the package that names it is not', () => {
  const optionalDependencies = { beside: '1.0.0', above: '1.0.0', 'tool-linux-x64': '1.0.0' };
  const packages = {
    '': {},
    'node_modules/above': {},
    'node_modules/a/node_modules/b': { optionalDependencies, dev: true },
    'node_modules/a/node_modules/beside': {},
  };
  expect(findMissingOptional({ packages })).toEqual([{ name: 'tool-linux-x64', version: '1.0.0', dev: true }]);
});
