import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { thang } from './testing.ts';

const sample = (name: string): string => join(import.meta.dirname, '..', '..', 'samples', 'survey', name);
const kept = ['khu_vuc', 'xa', 'thon', 'quyen_so', 'gioi', 'q001', 'q004'];

describe('thang compare', () => {
  let folder = '';
  const compare = (...args: string[]) =>
    thang('compare', join(folder, 'truoc.csv'), '--design', sample('minh-ha-thiet-ke.yaml'), ...args);

  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'thang-compare-'));
    const [head = [], ...rows] = (await readFile(sample('minh-ha.csv'), 'utf8'))
      .trimEnd()
      .split('\n')
      .map((line) => line.split(','));
    const lines = [head, ...rows].map((row) => kept.map((name) => row[head.indexOf(name)]));
    await writeFile(join(folder, 'truoc.csv'), lines.map((line) => line.join(',')).join('\n'));
    // A year later every third person gives one more.
    const later = lines.map((line, i) => (i % 3 === 1 && line[6] ? [...line.slice(0, 6), Number(line[6]) + 1] : line));
    await writeFile(join(folder, 'sau.csv'), later.map((line) => line.join(',')).join('\n'));
  });
  afterAll(() => rm(folder, { recursive: true }));

  it('tells the difference of groups pair by pair', async () => {
    const told = await compare('--of', 'proportion:q001=1', '--by', 'gioi', '--table');
    expect(told.stderr).toBe('');
    expect(told.stdout).toMatch(/^Nam − Nữ +-0,007 +-0,0586 … 0,0447 +0,79$/m);
    expect(told.stdout).toContain('Chênh lệch là nhóm nêu trước trừ nhóm nêu sau.');
  });

  it('tests whether two questions are independent', async () => {
    const { stdout } = await compare('--test', 'gioi*q001', '--table');
    expect(stdout).toContain('F = 0,0733 với 1 và 42 bậc tự do, p = 0,79; 768 người trả lời');
    expect(stdout).toMatch(/^Nam +7,5% +44,4%$/m);
  });

  it('compares two years, closer where the communes are the same ones, and keeps back groups too small', async () => {
    const years = async (...more: string[]) => {
      const { stdout, stderr } = await compare('--of', 'mean:q004', '--with', join(folder, 'sau.csv'), ...more);
      expect(stderr).toBe('');
      return JSON.parse(stdout).rows;
    };
    const [apart] = await years();
    const [shared] = await years('--shared');
    expect(shared.difference.estimate).toBeCloseTo(apart.difference.estimate, 10);
    expect(shared.difference.estimate).toBeLessThan(-0.2);
    expect(shared.difference.se).toBeLessThan(apart.difference.se / 2);
    const communes = await years('--by', 'xa');
    expect(communes).toHaveLength(48);
    expect(communes.every(({ difference }: { difference: unknown }) => difference === null)).toBe(true);
  });

  it('says what is missing', async () => {
    expect((await compare('--of', 'mean:q004')).stderr).toContain('--by');
    expect((await compare('--test', 'gioi')).stderr).toContain('đúng hai cột');
  });
});
