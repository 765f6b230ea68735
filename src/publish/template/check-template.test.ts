import { describe, expect, it } from 'vitest';
import { readDocument } from '../../document/read.ts';
import { checkTemplate } from './check-template.ts';
import { fillTemplate } from './fill-template.ts';
import type { PaperKind } from './kinds.ts';
import { openTemplate } from './open-template.ts';
import { sampleOf } from './samples.ts';
import { changedTemplate, day, withParagraph } from './testing.ts';

const check = (bytes: Uint8Array, kind: PaperKind = 'report') => checkTemplate(kind, bytes, { name: 'mau.docx', day });
const messages = async (bytes: Promise<Uint8Array>, kind: PaperKind = 'report') =>
  (await check(await bytes, kind)).findings.map(({ rule, severity, message }) => `${severity} ${rule}: ${message}`);

describe('a template', () => {
  it('as it is downloaded has nothing to mend', async () => {
    expect(await check(await changedTemplate('report', (xml) => xml))).toMatchObject({ passes: true, findings: [] });
  });

  it.each([
    ['a field nobody knows', '{ky_bao_ca}', ['fault unknown: Không có trường {ky_bao_ca}. Có phải là {ky_bao_cao}?']],
    [
      'a field of a row outside of it',
      '{ten_nhiem_vu}',
      ['fault misplaced: Trường {ten_nhiem_vu} chỉ dùng bên trong {#nhiem_vu} … {/nhiem_vu}.'],
    ],
    [
      'a repetition never ended',
      '{#nhiem_vu}{ten_nhiem_vu}',
      ['fault loop: Có {#nhiem_vu} mà thiếu {/nhiem_vu}. Hãy thêm {/nhiem_vu} vào cuối phần cần lặp.'],
    ],
    [
      'a repetition never begun',
      '{/nhiem_vu}',
      ['fault loop: Có {/nhiem_vu} mà thiếu {#nhiem_vu}. Hãy thêm {#nhiem_vu} vào đầu phần cần lặp.'],
    ],
    ['a brace left open', '{so_ky_hieu', ['fault broken: Dấu “{” trước “so_ky_hieu” thiếu dấu “}”.']],
    [
      'a field of paragraphs within a sentence',
      'Như sau: {tinh_hinh_chung}.',
      ['fault misplaced: {tinh_hinh_chung} phải đứng một mình trong một đoạn, vì được thay bằng nhiều đoạn.'],
    ],
    [
      'a field repeated that is no list',
      '{#trich_yeu}x{/trich_yeu}',
      [
        'fault loop: {#trich_yeu} không phải phần lặp. Muốn chỉ in khi có nội dung thì viết {#co_trich_yeu} … {/co_trich_yeu}.',
      ],
    ],
    [
      'rows within rows',
      '{#nhiem_vu}{#nhiem_vu}{ten_nhiem_vu}{/nhiem_vu}{/nhiem_vu}',
      ['fault loop: Phần lặp {#nhiem_vu} không được nằm trong phần lặp khác.'],
    ],
    ['an expression', '{constructor.constructor("return process")()}', null],
    ['other braces', '{=[[ ]]=}', null],
  ])('with %s is told what to mend', async (_what, typed, said) => {
    const found = await messages(withParagraph('report', typed));
    if (said === null) expect(found[0]).toMatch(/^fault unknown: /u);
    else expect(found).toEqual(said);
  });

  it('without what every paper needs is told what is missing', async () => {
    const bare = changedTemplate('reminder', (xml) =>
      xml.replace('{so_ky_hieu}', '01/SNV').replaceAll('{ho_ten_ky}', ''),
    );
    expect(await messages(bare, 'reminder')).toEqual([
      'fault missing: Thiếu trường bắt buộc {so_ky_hieu}: văn bản nào cũng phải có.',
      'fault missing: Thiếu trường bắt buộc {ho_ten_ky}: văn bản nào cũng phải có.',
    ]);
  });

  it('with changes nobody accepted waits for them', async () => {
    const changed = changedTemplate('report', (xml) =>
      xml.replace('<w:r>', '<w:ins w:id="1" w:author="a"><w:r>').replace('</w:r>', '</w:r></w:ins>'),
    );
    expect((await messages(changed))[0]).toMatch(/^fault revisions: .*Track Changes/u);
  });

  it('whose letters the decree does not allow is taken, and told so', async () => {
    const small = changedTemplate(
      'report',
      (xml) => xml.replaceAll('Times New Roman', 'Arial').replaceAll('w:val="28"', 'w:val="20"'),
      'word/styles.xml',
    );
    const { passes, lint } = await check(await small);
    expect([passes, lint.some(({ severity }) => severity === 'fault')]).toEqual([true, true]);
  });
});

describe('a template in a province’s own words', () => {
  const textOf = async (bytes: Uint8Array) => {
    const { blocks } = await readDocument(bytes);
    return blocks
      .map((block) => (block.kind === 'paragraph' ? block.text : block.cells.map(({ text }) => text).join(' | ')))
      .join('\n');
  };
  const filled = async (kind: PaperKind, bytes: Uint8Array) =>
    textOf(await fillTemplate(kind, openTemplate(bytes, 'mau.docx'), sampleOf(kind), day));

  it('prints fields typed with marks and in capitals, and leaves out a paragraph that has nothing to say', async () => {
    const own = await withParagraph('report', '{Cơ quan ban hành} {ĐỊA DANH}: {can_cu}');
    expect(await filled('report', own)).toContain('Ủy ban nhân dân xã Tân Lập TÂN LẬP:\n');
    const before = await filled('report', await changedTemplate('report', (xml) => xml));
    expect(await filled('report', await withParagraph('report', '{can_cu}'))).toBe(before);
  });

  it('repeats a paragraph for each line and a row for each task', async () => {
    const own = await withParagraph('late-list', 'Gửi: {noi_nhan} {#danh_sach}[{stt} {ten_don_vi}]{/danh_sach}');
    const text = await filled('late-list', own);
    const rows = '[1 UBND phường Hòa Bình][2 UBND xã An Phú]';
    expect(text).toContain(`Gửi: Các cơ quan, đơn vị; ${rows}\nGửi: Lưu: VT, TH. ${rows}`);
  });

  it('whose styles and lists are gone is given those our paragraphs are set with', async () => {
    const bare = await changedTemplate(
      'consolidated',
      () =>
        '<w:styles xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><w:style w:type="paragraph" w:default="1" w:styleId="Binhthng"><w:name w:val="Normal"/></w:style></w:styles>',
      'word/styles.xml',
    );
    const text = await filled('consolidated', bare);
    expect(text).toContain('- Họp chỉ đạo 02 lần;');
    expect(text).toContain('TT | Nội dung | Thời gian | 1 | Niêm yết công khai tại các thôn');
  });
});
