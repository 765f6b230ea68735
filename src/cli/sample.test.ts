import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { provinceFrameCsv } from '../../samples/survey/responses.ts';
import { seededRandom } from '../kernel/seeded.ts';
import { toCsv } from '../publish/csv.ts';
import { parseDesign } from '../survey/design/parse.ts';
import { makeCountry } from '../survey/synthetic/country.ts';
import { thang } from './testing.ts';

/** One process that reads for all of them: starting it takes a second of a processor. */
vi.mock('../platform/reader/reader.ts', async (load) => {
  const real = await load<typeof import('../platform/reader/reader.ts')>();
  const one = real.openReader();
  return { ...real, openReader: () => ({ ...one, close: async () => {} }) };
});

let folder = '';
const at = (name: string) => join(folder, name);

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'thang-sample-'));
  const shape = { provinces: 63, districts: [7, 8], communes: [2, 2], villages: [2, 2] } as const;
  const { columns, rows } = makeCountry(seededRandom(1), [], shape).frame;
  await writeFile(at('dan-mau.csv'), toCsv([columns, ...rows]));
});

afterAll(() => rm(folder, { recursive: true, force: true }));

describe('thang sample', () => {
  it("draws PAPI's sample: 207 districts, 414 communes, 828 villages, quotas by the province's size", async () => {
    const files = ['--out', at('mau.csv'), '--protocol', at('bien-ban.md'), '--design', at('thiet-ke.yaml')];
    const ran = await thang('sample', at('dan-mau.csv'), '--plan', 'papi', '--seed', '2026', ...files, '--json');
    expect([ran.stderr, ran.status]).toEqual(['', 0]);
    const { units, seed, frame } = JSON.parse(ran.stdout) as {
      units: Record<string, string>[];
      seed: number;
      frame: { sha256: string };
    };
    const count = (...names: string[]) => new Set(units.map((unit) => names.map((name) => unit[name]).join('|'))).size;
    expect([count('tinh'), count('huyen'), count('xa'), count('thon')]).toEqual([63, 207, 414, 828]);
    const asked = (kind: string) => units.filter((unit) => unit.class === kind).map(({ respondents }) => respondents);
    expect([new Set(asked('nhỏ')), new Set(asked('lớn'))]).toEqual([new Set(['16']), new Set(['24'])]);
    expect(asked('nhỏ').length).toBe(57 * 12);
    expect(units.reduce((sum, { respondents }) => sum + Number(respondents), 0)).toBe(13_632);
    expect(seed).toBe(2026);
    expect(await readFile(at('bien-ban.md'), 'utf8')).toContain(frame.sha256);
    const design = parseDesign(await readFile(at('thiet-ke.yaml'), 'utf8'), 'thiet-ke.yaml');
    expect(design.stages.map(({ unit }) => unit)).toEqual(['huyen', 'xa', 'thon']);
    expect((await readFile(at('mau.csv'), 'utf8')).split('\r\n')).toHaveLength(828 + 2);
  });

  it('tells what the drawn sample will be worth, province by province', async () => {
    const ran = await thang(
      'sample',
      'precision',
      at('mau.csv'),
      '--design',
      at('thiet-ke.yaml'),
      '--by',
      'tinh',
      '--json',
    );
    const { groups, all } = JSON.parse(ran.stdout) as {
      groups: { n: number; psus: number; df: number }[];
      all: { n: number };
    };
    expect(groups).toHaveLength(63);
    // A small province: two districts by chance, and the two communes of its capital.
    expect(groups.at(-1)).toMatchObject({ n: 192, psus: 4, df: 2 });
    expect(all.n).toBe(13_632);
  });

  it('draws by a plan of your own, the same with the same seed, and needs one', async () => {
    const villages = Array.from({ length: 40 }, (_, row) => `Xã ${row % 4},Thôn ${row}`);
    await writeFile(at('thon.csv'), ['xa,thon', ...villages].join('\n'));
    const stage = '{ name: thôn, strata: [xa], unit: thon, method: srs, take: 3 }';
    await writeFile(at('phuong-an.yaml'), `title: Thử\nsources: []\nsize: null\nstages:\n  - ${stage}\n`);
    const draw = (...more: string[]) =>
      thang('sample', at('thon.csv'), '--plan', at('phuong-an.yaml'), ...more, '--json');
    const first = await draw('--seed', '5');
    const { units, design } = JSON.parse(first.stdout) as { units: Record<string, string>[]; design: object };
    expect(units).toHaveLength(12);
    expect(units[0]).toMatchObject({ probability: '0.3', fpc_1: '10' });
    expect(design).toEqual({ stages: [{ strata: ['xa'], unit: 'thon', fpc: 'fpc_1' }], weight: 'weight', nest: true });
    expect((await draw('--seed', '5')).stdout).toBe(first.stdout);
    expect((await draw('--seed', '6')).stdout).not.toBe(first.stdout);
    expect((await draw('--seed', '-1')).stderr).toContain('số nguyên từ 0 đến 4294967295');
    const without = await draw();
    expect([without.status, without.stderr]).toEqual([2, expect.stringContaining('--seed')]);
  });

  it('draws the sample that is shown for Minh Hà from the list of its villages', async () => {
    const shown = (name: string) => join(import.meta.dirname, '..', '..', 'samples', 'survey', name);
    expect(await readFile(shown('minh-ha-dan-mau.csv'), 'utf8')).toBe(provinceFrameCsv());
    const plan = ['--plan', shown('minh-ha-phuong-an.yaml'), '--seed', '2026', '--json'];
    const { units } = JSON.parse((await thang('sample', shown('minh-ha-dan-mau.csv'), ...plan)).stdout);
    expect(units).toHaveLength(6 * 8 * 2);
  });

  it('gives sizes, group by group and by both formulas', async () => {
    const { stdout } = await thang(
      'sample',
      'size',
      '--population',
      'Lớn=50000',
      '--population',
      'Nhỏ=300',
      '--deff',
      '2',
    );
    expect(JSON.parse(stdout)).toEqual([
      { name: 'Lớn', population: 50_000, sipas: 397, needed: 757, invited: 757, enough: true },
      { name: 'Nhỏ', population: 300, sipas: 172, needed: 216, invited: 216, enough: true },
    ]);
    const wrong = await thang('sample', 'size', '--population', 'nhiều');
    expect([wrong.status, wrong.stderr]).toEqual([2, expect.stringContaining('--population là “nhiều”')]);
  });

  it('shares a sample out to the strata of a file', async () => {
    await writeFile(at('tang.csv'), 'tang;nguoi;dlc\nĐồng bằng;1000;10\nMiền núi;500;30\nĐô thị;2500;6\n');
    const allocate = (...more: string[]) =>
      thang('sample', 'allocate', at('tang.csv'), '--n', '160', '--size', 'nguoi', ...more, '--json');
    const shares = async (...more: string[]) =>
      (JSON.parse((await allocate(...more)).stdout) as { n: number }[]).map(({ n }) => n);
    expect(await shares('--rule', 'neyman', '--sd', 'dlc')).toEqual([40, 60, 60]);
    expect(await shares()).toEqual([40, 20, 100]);
    expect((await allocate('--rule', 'neyman')).stderr).toContain('--sd');
    expect((await allocate('--rule', 'khác')).stderr).toContain('equal, proportional, neyman hoặc power');
  });

  it('warns in words where there are few PSUs', async () => {
    const ran = await thang('sample', 'precision', '--psus', '3', '--people', '64', '--domains', '63', '--json');
    expect(JSON.parse(ran.stdout)).toMatchObject({
      groups: [{ n: 192, psus: 3, df: 2, warnings: ['few-clusters', 'wide'] }],
      all: { n: 12_096, df: 126, warnings: [] },
    });
    expect((await thang('sample', 'precision', '--psus', '3')).stderr).toContain('--people');
  });
});
