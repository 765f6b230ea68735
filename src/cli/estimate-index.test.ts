import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { thang } from './testing.ts';

const sample = (name: string): string => join(import.meta.dirname, '..', '..', 'samples', 'survey', name);
const province = ['estimate', sample('minh-ha.csv'), '--design', sample('minh-ha-thiet-ke.yaml')];
const framework = ['--index', sample('minh-ha.yaml'), '--mapping', sample('minh-ha-ghep-cot.yaml')];

describe('thang estimate --index', () => {
  it('tells the tree of each group with intervals, and where groups stand', async () => {
    const { status, stdout, stderr } = await thang(...province, ...framework, '--by', 'khu_vuc', '--rank', '--table');
    expect(stderr).toBe('');
    expect(status).toBe(0);
    expect(stdout).toContain('Cách tính: Điểm theo thang 1–10 của từng lĩnh vực (đơn vị: điểm)');
    expect(stdout).toMatch(/^· 1 Tham gia của người dân ở cấp cơ sở +\d/m);
    expect(stdout).toMatch(/^· · · 1\.1\.a +[\d,]+ +[\d,]+ +[\d,]+ … [\d,]+ +\d+ +\d+$/m);
    expect(stdout).toMatch(/^Đồng bằng +1\/6 +1 … \d +\d+% \*/m);
  });

  it('keeps back communes of sixteen people, in JSON and in CSV', async () => {
    const json = await thang(...province, ...framework, '--by', 'xa', '--json');
    const { rows, methods } = JSON.parse(json.stdout);
    const communes = rows.filter((row: { by: object }) => 'xa' in row.by);
    expect(communes.length).toBeGreaterThan(48 * 28);
    expect(communes.every((row: { estimate: unknown; n: unknown }) => row.estimate === null && row.n === null)).toBe(
      true,
    );
    expect(methods).toHaveLength(1);
    const { stdout } = await thang(...province, ...framework, '--csv');
    expect(stdout.split('\r\n')[1]).toMatch(/^Điểm theo thang 1–10 của từng lĩnh vực,điểm,Toàn bộ,total,Toàn bộ,0,\d/);
  });

  it('says what a framework lacks, and which indicators have no column', async () => {
    const none = await thang(...province, '--index', sample('minh-ha.yaml'));
    expect(none.stderr).toContain('--mapping');
    expect(none.status).not.toBe(0);
    const other = await thang(
      ...province,
      '--index',
      sample('papi-2019.yaml'),
      '--mapping',
      sample('minh-ha-ghep-cot.yaml'),
    );
    expect(other.stderr).toContain('“1.2.a”');
  });
});
