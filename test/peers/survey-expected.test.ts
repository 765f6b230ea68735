import { spawnSync } from 'node:child_process';
import { readdirSync, readFileSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { isLong } from '../shared.ts';

/** Where R and its survey package are, the committed figures are made anew: all in the long run (four minutes), else two parts. */
const hasSurvey = spawnSync('Rscript', ['-e', 'invisible(find.package("survey"))']).status === 0;
const parts = isLong ? ['designs', 'weights', 'replicates', 'joint', 'tables'] : ['joint', 'tables'];
const committed = join(import.meta.dirname, 'survey');

/** Another build of R may round otherwise in the last digits; everything else must be the same. */
function differ(wanted: unknown, made: unknown, path = ''): string[] {
  if (typeof wanted === 'number' && typeof made === 'number')
    return Math.abs(wanted - made) <= 1e-10 * Math.abs(wanted) + 1e-12 ? [] : [`${path}: ${made} for ${wanted}`];
  if (typeof wanted !== 'object' || typeof made !== 'object' || wanted === null || made === null)
    return wanted === made ? [] : [`${path}: ${made} for ${wanted}`];
  const keys = new Set([...Object.keys(wanted), ...Object.keys(made)]);
  const [a, b] = [wanted as Record<string, unknown>, made as Record<string, unknown>];
  return [...keys].flatMap((key) => differ(a[key], b[key], `${path}/${key}`));
}

describe.skipIf(!hasSurvey)("what is committed is what R's survey package gives", { timeout: 1_200_000 }, () => {
  let folder = '';
  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'thang-expected-'));
    const run = spawnSync('Rscript', [join(committed, 'expected.R'), folder], {
      env: { ...process.env, ONLY: parts.join(','), LC_ALL: 'C.UTF-8' },
      encoding: 'utf8',
    });
    expect(run.status, run.stderr).toBe(0);
  }, 1_200_000);
  afterAll(() => rm(folder, { recursive: true }));

  test.each(parts)('%s', (part) => {
    const [wanted, made] = [committed, folder].map((at) =>
      JSON.parse(readFileSync(join(at, 'expected', `${part}.json`), 'utf8')),
    );
    expect(differ(wanted, made)).toEqual([]);
  });

  test('the data', () => {
    const names = readdirSync(join(committed, 'data'));
    expect(names.length).toBeGreaterThanOrEqual(13);
    for (const name of names)
      expect(readFileSync(join(folder, 'data', name), 'utf8')).toBe(
        readFileSync(join(committed, 'data', name), 'utf8'),
      );
  });
});
