import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { sharedAvailable, sharedPath } from '../../../test/shared.ts';
import { lint } from './lint.ts';
import { writeSet } from './testing.ts';
import { kinds, official } from './testing-documents.ts';

describe('a document set by the decree', () => {
  it.each(kinds)('passes without a word: %s', async (kind) => {
    const report = lint(await writeSet(official(kind)), { name: `${kind}.docx` });
    expect(report).toEqual({ type: kind, passes: true, findings: [] });
  });
});

describe.skipIf(!sharedAvailable)('a real plan', () => {
  const read = (plan: string) => lint(readFileSync(sharedPath('plans', `${plan}.docx`)), { name: plan });

  it.each([
    ['ba-don-2024', 'Công văn', 'Nguyễn Văn Tình'],
    ['gia-nghia-2024', 'Kế hoạch', 'Đỗ Tấn Sương'],
    ['hung-yen-2021', null, 'Nguyễn Duy Hưng'],
    ['ninh-thuan-2020', 'Kế hoạch', 'Lê Văn Bình'],
    ['quang-nam-2023', 'Kế hoạch', 'Hồ Quang Bửu'],
  ])('%s is taken for what it is, down to whoever signed', (plan, type, signer) => {
    const { type: found, passes, findings } = read(plan);
    expect({ found, passes }).toEqual({ found: type, passes: false });
    // Pages saved as Word files: nothing is bold, the margins are narrow, nobody numbered the pages.
    expect(findings).toContainEqual(expect.objectContaining({ rule: 'signer-name-bold', text: signer }));
    expect(findings.map(({ rule }) => rule)).toEqual(expect.arrayContaining(['margins', 'page-number']));
  });

  it('is open where a draft is: number and day', () => {
    const open = read('ba-don-2024').findings.filter(({ severity }) => severity === 'open');
    expect(open.map(({ rule, text }) => `${rule} ${text}`)).toEqual([
      'number-open Số: /UBND-NV',
      'day-open Ba Đồn, ngày tháng năm 2024',
    ]);
  });
});

describe('a report', () => {
  it('says what to mend, where and by which clause, in the order of the page', async () => {
    const document = official('Kế hoạch');
    document.margins.left = 25;
    for (const line of document.body) line.size = 12;
    const { passes, findings } = lint(await writeSet(document), { name: 'kế hoạch.docx' });
    expect(passes).toBe(false);
    expect(findings).toEqual([
      {
        ...{ rule: 'margins', severity: 'fault', part: 'Lề trang', count: 1, verified: true },
        ...{ message: 'Lề trái 25 mm (đặt 30 đến 35).', text: 'ỦY BAN NHÂN DÂN', paragraph: 1 },
        clause: 'Nghị định 30/2020/NĐ-CP, Phụ lục I, Phần I, mục I khoản 3',
      },
      {
        ...{ rule: 'body-size', severity: 'fault', part: 'Nội dung', count: 10, verified: true },
        ...{ message: 'Cỡ chữ 12; đặt lại cỡ 13 đến 14.', text: expect.stringMatching(/^1\. Ủy ban nhân dân xã .*…$/) },
        ...{ paragraph: 14, clause: 'Nghị định 30/2020/NĐ-CP, Phụ lục I, Phần I, mục II khoản 6 điểm e' },
      },
    ]);
  });
});
