import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import type { Finding } from '../publish/lint/model.ts';
import { pieces, writeWord } from '../publish/lint/testing-word.ts';
import { layReport } from './lint.ts';
import { displayWidth } from './table.ts';
import { thang, thangApart } from './testing.ts';

const folder = mkdtempSync(join(tmpdir(), 'thang-lint-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

function lint(name: string, bytes: Uint8Array | string, ...more: string[]) {
  const file = join(folder, name);
  writeFileSync(file, bytes);
  return thang('lint', file, ...more);
}

describe('thang lint', () => {
  it('passes a good document with 0, and tells a program so in JSON', async () => {
    const { status, stdout } = await lint('tốt.docx', writeWord(pieces()), '--json');
    expect({ status, report: JSON.parse(stdout) }).toEqual({
      status: 0,
      report: { type: 'Kế hoạch', passes: true, findings: [] },
    });
  });

  it('fails a faulty one with 1, and a draft without number with 0', async () => {
    const head = pieces().head;
    const draft = await lint('dự thảo.docx', writeWord({ ...pieces(), head: head.replace('Số: 15', 'Số: ……') }));
    const faulty = await lint('sai.docx', writeWord({ ...pieces(), head: head.replace('Số: 15', 'Số: 5') }));
    expect([draft, faulty].map(({ status, stdout }) => [status, JSON.parse(stdout).findings[0].rule])).toEqual([
      [0, 'number-open'],
      [1, 'number-zero'],
    ]);
  });

  it('says with 2 what is no Word file, and what is not there', async () => {
    const text = await lint('chữ.docx', 'KẾ HOẠCH');
    expect(text).toMatchObject({ status: 2, stdout: '' });
    expect(text.stderr).toContain('chọn “Lưu thành” (Save As) dạng .docx');
    expect((await thangApart(['lint', join(folder, 'không có.docx')])).status).toBe(2);
  });
});

describe('the list for a person', () => {
  const finding: Finding = {
    ...{ rule: 'body-size', severity: 'fault', part: 'Nội dung', message: 'Cỡ chữ 12; đặt lại cỡ 13 đến 14.' },
    ...{ text: 'Ủy ban nhân dân xã', paragraph: 14, count: 3, clause: 'Phụ lục I', verified: true },
  };

  it('names the part once, the fault, the place and the clause, within the terminal', () => {
    const open = {
      ...finding,
      rule: 'body-x',
      severity: 'open',
      text: null,
      paragraph: null,
      count: 1,
      verified: false,
    } as const;
    const text = layReport('a.docx', { type: 'Kế hoạch', passes: false, findings: [finding, open] }, 40);
    expect(text.split('\n')).toEqual([
      'a.docx · Kế hoạch',
      '✗ Chưa đúng thể thức: 1 lỗi, 1 chỗ để trống',
      '',
      'Nội dung',
      '  ✗ Cỡ chữ 12; đặt lại cỡ 13 đến 14.',
      '    “Ủy ban nhân dân xã” (đoạn 14 và 2',
      '    đoạn khác)',
      '    Phụ lục I',
      '  … Cỡ chữ 12; đặt lại cỡ 13 đến 14.',
      '    Phụ lục I (chưa có văn bản công bố)',
      '',
    ]);
    for (const line of text.split('\n')) expect(displayWidth(line)).toBeLessThanOrEqual(50);
  });

  it('says so when there is nothing to mend', () => {
    expect(layReport('a.docx', { type: null, passes: true, findings: [] }, 80)).toBe(
      'a.docx\n✓ Không có lỗi thể thức\n',
    );
  });
});
