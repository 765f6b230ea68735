import { describe, expect, it } from 'vitest';
import { readDocument } from '../../document/read.ts';
import { consolidate } from '../../report/consolidate.ts';
import { draft } from '../../report/consolidated/draft.ts';
import { printedOf, settle } from '../../report/consolidated/settle.ts';
import { emptyContent, type ParagraphLine } from '../../report/content/model.ts';
import { lint } from '../lint/lint.ts';
import type { Paper } from '../paper/model.ts';
import { writeDocx } from '../paper/write-docx.ts';
import { consolidatedPaper } from './consolidated.ts';
import { letterheadOf } from './letterhead.ts';
import { commune, content, date, department, items, names, plan, question, round } from './testing.ts';
import { unitReportPaper } from './unit-report.ts';

const unit = unitReportPaper({
  ...{ issuer: commune, plan, round, items, content, receivers: ['Sở Nội vụ (tổng hợp)'], number: '45/BC-UBND', date },
});
const result = consolidate(question);
const drafted = draft({ result, items, names, leads: [], districts: [] });
const printed = (lines: Record<string, ParagraphLine> = {}) => printedOf(settle(drafted, lines));
const gathered = {
  ...{ issuer: department, plan, round, led: false, items, result, names },
  ...{ receivers: ['UBND tỉnh (b/c)'], number: null, date: null },
};
const whole = consolidatedPaper({ ...gathered, paragraphs: printed() });

const linesOf = async (paper: Paper): Promise<string[]> => {
  const { blocks } = await readDocument(await writeDocx(paper, date));
  return blocks.flatMap((block) => (block.kind === 'paragraph' ? [block.text] : block.cells.map(({ text }) => text)));
};
const faultsOf = async (paper: Paper) =>
  lint(await writeDocx(paper, date), { name: 'bao-cao.docx' }).findings.filter(({ severity }) => severity === 'fault');

describe('a unit’s report', () => {
  it('is set as the decree asks', async () => {
    expect(await faultsOf(unit)).toEqual([]);
  });

  it('says what was written, and of each task where it stands', async () => {
    const lines = await linesOf(unit);
    for (const line of ['I. TÌNH HÌNH CHUNG', '- Họp chỉ đạo 02 lần;', 'II. KẾT QUẢ THỰC HIỆN', 'Đã có lịch đối thoại'])
      expect(lines).toContain(line);
    expect(lines).toContain(
      'Tổng số 3 nhiệm vụ được giao: hoàn thành 1, đang thực hiện 1, không phát sinh 1 (chi tiết tại Phụ lục kèm theo).',
    );
    expect(lines).toContain('100% thôn niêm yết: 100% (8/8)\nNiêm yết tại 8/8 thôn');
    expect(lines.join('\n')).toContain('Thiếu bảng tin (2.1. Tiếp cận thông tin)');
  });

  it('of a unit without tasks is its text alone', () => {
    const bare = unitReportPaper({
      ...{ issuer: commune, plan, round, items: [], content: emptyContent, receivers: [], number: null, date: null },
    });
    expect([bare.appendices, bare.blocks.length]).toEqual([[], 2]);
  });
});

describe('a consolidated report', () => {
  it('is set as the decree asks; its number and day may still be blank', async () => {
    expect(await faultsOf(whole)).toEqual([]);
  });

  it('says who is missing and late, and sums shares as Σ/Σ', async () => {
    const lines = await linesOf(whole);
    expect(lines.join('\n')).toContain('Có 2/3 cơ quan, đơn vị gửi báo cáo');
    expect(lines).toContain('- Chưa báo cáo (1): UBND phường Hòa Bình;');
    expect(lines).toContain('- Báo cáo trễ hạn (1): UBND xã An Phú (2 ngày làm việc).');
    expect(lines).toContain('- 100% thôn niêm yết: 55% (11/20), từ 2 đơn vị, chưa đạt;');
    expect(lines.join('\n')).toContain('Thiếu bảng tin (UBND xã Tân Lập; UBND xã An Phú)');
  });

  it('prints the office’s words in place of those it rewrote, and nothing of what it dropped', () => {
    const [first] = drafted.filter(({ section }) => section === 'difficulties');
    const measured = drafted.find(({ key }) => key.endsWith('/t0'));
    const own = consolidatedPaper({
      ...gathered,
      paragraphs: printed({
        [first?.key ?? '']: { standing: 'rewritten', text: 'Các xã thiếu bảng tin.', from: first?.text ?? '' },
        [measured?.key ?? '']: { standing: 'dropped', text: '', from: measured?.text ?? '' },
      }),
    });
    expect(own.blocks).toContainEqual({ kind: 'list', items: ['Các xã thiếu bảng tin.'] });
    expect(JSON.stringify(own.blocks)).not.toContain('Thiếu bảng tin (UBND');
    expect(JSON.stringify(own.blocks)).not.toContain(measured?.text);
  });
});

describe('a letterhead', () => {
  it('of a committee has nobody above it, and signs together', () => {
    expect(letterheadOf(commune, 'BC')).toEqual({
      ...{ superior: null, issuer: 'Ủy ban nhân dân xã Tân Lập', place: 'Tân Lập', symbol: 'BC-UBND' },
      signature: { authority: ['TM. ỦY BAN NHÂN DÂN'], title: 'Chủ tịch', name: 'Trần Văn Bình' },
    });
  });

  it('of a department stands under its committee', () => {
    expect(letterheadOf(department, 'BC')).toMatchObject({
      ...{ superior: 'Ủy ban nhân dân tỉnh Minh Hà', place: 'Minh Hà', symbol: 'BC-SNV' },
      signature: { authority: [], title: 'Giám đốc', name: 'Lê Thị Mai' },
    });
  });

  it.each([
    ['Văn phòng UBND tỉnh', 'Chánh Văn phòng'],
    ['Phòng Nội vụ', 'Trưởng phòng'],
    ['Ban Dân tộc', 'Trưởng ban'],
    ['Trung tâm Phục vụ hành chính công', 'Giám đốc'],
    ['Đài Phát thanh', 'Giám đốc'],
    ['Công an tỉnh', 'Giám đốc'],
    ['Công an xã Tân Lập', 'Trưởng Công an'],
    ['Hạt Kiểm lâm', 'Thủ trưởng đơn vị'],
  ])('of %s is signed by its %s', (name, title) => {
    expect(letterheadOf({ ...department, name }, 'BC').signature.title).toBe(title);
  });

  it.each([
    // The seat of a division of a town is the town, whatever it is called itself.
    ['Phòng Nội vụ', 'Ủy ban nhân dân thị xã Ba Đồn', 'Ba Đồn', 'BC-PNV'],
    ['Phòng Văn hóa - Xã hội', 'UBND xã Tân Lập', 'Tân Lập', 'BC-PVHXH'],
    ['Chi nhánh Văn phòng Đăng ký đất đai thị xã Ba Đồn', 'Ủy ban nhân dân tỉnh Quảng Bình', 'Ba Đồn', 'BC-CNVPĐKĐĐ'],
    ['Sở Nội vụ', 'Ủy ban nhân dân Thành phố Hồ Chí Minh', 'Thành phố Hồ Chí Minh', 'BC-SNV'],
    ['Trạm Y tế phường 4', 'Ủy ban nhân dân phường 4', 'Phường 4', 'BC-TYT'],
    ['Bảo hiểm xã hội tỉnh Minh Hà', null, 'Minh Hà', 'BC-BHXH'],
    ['Sở Nội vụ', null, null, 'BC-SNV'],
  ])('of %s under %s is dated from %s', (name, committee, place, symbol) => {
    expect(letterheadOf({ ...department, name, committee }, 'BC')).toMatchObject({ place, symbol });
  });
});
