import { strFromU8, unzipSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import { readDocument } from '../../document/read.ts';
import type { PlainDate } from '../../kernel/plain-date.ts';
import { page, sizes } from './measures.ts';
import type { Paper } from './model.ts';
import { day, draft, paper } from './testing.ts';
import { writeDocx } from './write-docx.ts';

const partsOf = async (one: Paper) => {
  const files = unzipSync(await writeDocx(one, day));
  return (name: string) => strFromU8(files[`word/${name}.xml`] ?? new Uint8Array());
};
const linesOf = async (one: Paper) => {
  const { blocks } = await readDocument(await writeDocx(one, day));
  return blocks.flatMap((block) => (block.kind === 'paragraph' ? [block.text] : block.cells.map(({ text }) => text)));
};

describe('a paper as a Word file', () => {
  it('is the same to the byte for the same paper and day, and tells another day', async () => {
    expect(await writeDocx(paper, day)).toEqual(await writeDocx(structuredClone(paper), day));
    expect(await writeDocx(paper, '2026-02-06' as PlainDate)).not.toEqual(await writeDocx(paper, day));
  });

  it('prints the head, the numbers Word counts, and the closing', async () => {
    const lines = await linesOf(paper);
    expect(lines[0]).toBe('ỦY BAN NHÂN DÂN\nTỈNH MINH HÀ\nSố: 21/KH-UBND');
    expect(lines[1]).toContain('Minh Hà, ngày 05 tháng 02 năm 2026');
    for (const line of ['KẾ HOẠCH', 'I. MỤC TIÊU', 'II. TỔ CHỨC THỰC HIỆN', '1. Sở Nội vụ:', '2. Sở Tài chính:'])
      expect(lines).toContain(line);
    expect(lines).toEqual(expect.arrayContaining(['a) Bố trí kinh phí.', '- Theo dõi, đôn đốc.', '+ Họp dân.']));
    expect(lines).toContain('Nơi nhận:\n- Bộ Nội vụ (b/c);\n- Các sở, ban, ngành;\n- Lưu: VT, NC.');
    expect(
      lines
        .find((line) => line.startsWith('TM. '))
        ?.split('\n')
        .filter(Boolean),
    ).toEqual([...['TM. ỦY BAN NHÂN DÂN', 'KT. CHỦ TỊCH', 'PHÓ CHỦ TỊCH', 'Lê Quốc Bảo']]);
    expect(lines).toContain(
      '(Kèm theo Kế hoạch số 21/KH-UBND ngày 05 tháng 02 năm 2026 của Ủy ban nhân dân tỉnh Minh Hà)',
    );
  });

  it('leaves blank what a draft does not have yet', async () => {
    const lines = (await linesOf(draft)).join('\n').replaceAll('\u00a0', ' ').replace(/ +/g, ' ');
    expect(lines).toContain('Số: /KH-UBND');
    expect(lines).toContain('Minh Hà, ngày tháng năm 2026');
    expect(lines).toContain('(Kèm theo Kế hoạch số /KH-UBND ngày tháng năm 2026 của');
    expect(lines).not.toContain('null');
  });

  it('has an official letter say under its number what it is about, and to whom it goes', async () => {
    const letter: Paper = {
      ...paper,
      type: 'Công văn',
      title: 'Đôn đốc báo cáo quý I',
      addressees: ['Sở Y tế', 'Sở Tài chính'],
    };
    const lines = await linesOf(letter);
    expect(lines[0]?.split('\n').at(-1)).toBe('V/v Đôn đốc báo cáo quý I');
    expect(lines).toEqual(expect.arrayContaining(['Kính gửi:', '- Sở Y tế;', '- Sở Tài chính.']));
    expect(lines).not.toContain('CÔNG VĂN');
    expect(await linesOf({ ...letter, addressees: ['Sở Y tế'] })).toContain('Kính gửi: Sở Y tế');
  });

  it('repeats the header of a table, keeps short rows whole and lets long ones break', async () => {
    const document = (await partsOf(paper))('document');
    const [, first = ''] = document.split('Nhiệm vụ năm 2026');
    const rows = first.split('</w:tbl>')[0]?.split('<w:tr>').slice(1) ?? [];
    expect(rows.map((row) => row.includes('<w:tblHeader/>'))).toEqual([true, false, false, false, false, false]);
    expect(rows.map((row) => row.includes('<w:cantSplit/>'))).toEqual([true, true, true, true, true, false]);
    expect(rows[1]).toContain('<w:gridSpan w:val="3"/>');
    expect(rows[2]).toContain('<w:vMerge w:val="restart"/>');
    expect(rows[3]).toContain('<w:vMerge w:val="continue"/>');
  });

  it('counts the rows of each group anew, by numbers of Word', async () => {
    const { blocks } = await readDocument(await writeDocx(paper, day));
    const tables = blocks.filter((block) => block.kind === 'table');
    const first = tables.find(({ columns }) => columns === 4);
    expect(first?.cells.filter(({ column }) => column === 0).map(({ text }) => text.trim())).toEqual([
      'TT',
      'I',
      '1',
      '2',
      'II',
      '1',
    ]);
    const document = (await partsOf(paper))('document');
    expect(document).not.toMatch(/<w:t[^>]*>[12]<\/w:t>/);
  });

  it('is A4 within the margins of the decree, the first appendix landscape, pages numbered from the second on', async () => {
    const part = await partsOf(paper);
    const sections = part('document').match(/<w:sectPr>.*?<\/w:sectPr>/gs) ?? [];
    expect(sections.map((one) => /w:orient="(\w+)"/.exec(one)?.[1])).toEqual(['portrait', 'landscape', 'portrait']);
    expect(sections.every((one) => one.includes('<w:titlePg/>'))).toBe(true);
    expect(sections.map((one) => one.includes('w:start="1"'))).toEqual([false, true, true]);
    expect(part('header1')).toContain('PAGE');
    expect(part('header2')).not.toContain('PAGE');
    expect([page.top, page.bottom].every((mm) => mm >= 20 && mm <= 25)).toBe(true);
    expect(page.left >= 30 && page.left <= 35 && page.right >= 15 && page.right <= 20).toBe(true);
  });

  it('is set in Times New Roman and Vietnamese by named styles', async () => {
    const styles = (await partsOf(paper))('styles');
    expect(styles).toContain('w:ascii="Times New Roman"');
    expect(styles).toContain('w:val="vi-VN"');
    for (const name of ['Quốc hiệu', 'Tiêu ngữ', 'Tên loại', 'Trích yếu', 'Nội dung', 'Nơi nhận', 'Phụ lục'])
      expect(styles).toContain(`<w:name w:val="${name}"/>`);
    expect([13, 14]).toContain(sizes.body);
  });

  it('holds any text: what XML has no place for is left out, the rest stays', async () => {
    const text = 'A\u0000\u0007B <b>&amp; “x” 🏠 \ud800 hết';
    const lines = await linesOf({ ...paper, title: text, blocks: [{ kind: 'paragraph', text }] });
    expect(lines).toContain('AB <b>&amp; “x” 🏠 � hết');
  });
});
