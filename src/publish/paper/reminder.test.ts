import { describe, expect, it } from 'vitest';
import { readDocument } from '../../document/read.ts';
import type { PlainDate } from '../../kernel/plain-date.ts';
import { lint } from '../lint/lint.ts';
import { type LateList, type LateUnit, lateListPaper } from './late-list.ts';
import type { Paper } from './model.ts';
import { type Reminder, reminderPaper } from './reminder.ts';
import { day } from './testing.ts';
import { writeDocx } from './write-docx.ts';

const on = (text: string): PlainDate => text as PlainDate;
const late = (unit: string, change: Partial<LateUnit> = {}): LateUnit => ({
  ...{ unit, what: 'Báo cáo quý I năm 2026', due: on('2026-03-13'), state: 'missing', days: 6, note: null },
  ...change,
});
const units = [
  late('UBND xã Tân Lập'),
  late('UBND phường Gò Cát', { what: 'Phụ lục thu, chi', state: 'returned', days: null, note: 'Thiếu số liệu' }),
  late('UBND phường Gò Cát', { state: 'late', days: 2 }),
];
const head = {
  ...{
    superior: null,
    issuer: 'Ủy ban nhân dân tỉnh Minh Hà',
    number: '90/UBND-NC',
    symbol: 'UBND-NC',
    place: 'Minh Hà',
  },
  ...{ date: on('2026-03-23'), year: 2026, recipients: ['Như trên', 'Lưu: VT, NC'] },
  signature: { authority: ['TM. Ủy ban nhân dân', 'KT. Chủ tịch'], title: 'Phó Chủ tịch', name: 'Lê Quốc Bảo' },
};
const counted = { subject: 'báo cáo quý I năm 2026', asOf: on('2026-03-20'), owing: 16, units };
const reminder: Reminder = {
  ...{ ...head, ...counted, orders: true, deed: 'gửi', to: 'Sở Nội vụ', until: on('2026-03-25') },
  addressees: ['UBND xã Tân Lập', 'UBND phường Gò Cát'],
  basis: 'Kế hoạch số 27/KH-UBND ngày 05 tháng 02 năm 2026 của Ủy ban nhân dân tỉnh',
};
const list: LateList = {
  ...head,
  ...counted,
  number: '91/TB-UBND',
  symbol: 'TB-UBND',
  recipients: ['Các sở, ban, ngành', 'Lưu: VT, NC'],
};

const printed = async (paper: Paper) => {
  const { blocks } = await readDocument(await writeDocx(paper, day));
  return blocks.map((block) => (block.kind === 'table' ? block.cells.map(({ text }) => text) : [block.text]));
};
const check = async (paper: Paper) => lint(await writeDocx(paper, day), { name: 'x.docx' });

describe('the letter that urges', () => {
  it('says who is late with what since when, whom to send it to and by when', async () => {
    const all = await printed(reminderPaper(reminder));
    const lines = all.flat().join('\n');
    expect(lines).toContain('V/v đôn đốc gửi báo cáo quý I năm 2026');
    expect(lines).toContain('Đến hết ngày 20 tháng 3 năm 2026, còn 2/16 cơ quan, đơn vị chậm báo cáo quý I năm 2026');
    expect(lines).toContain(
      '- Hoàn thành, gửi báo cáo quý I năm 2026 về Sở Nội vụ chậm nhất ngày 25 tháng 3 năm 2026.',
    );
    const cells = all.find(([first]) => first === 'TT');
    expect(cells?.slice(7, 14)).toEqual([
      '1',
      'UBND xã Tân Lập',
      'Báo cáo quý I năm 2026',
      '13/03/2026',
      'Chưa gửi',
      '6',
      '',
    ]);
    // What is not known is left open, never zero.
    expect(cells?.slice(14, 21)).toEqual([
      '2',
      'UBND phường Gò Cát',
      'Phụ lục thu, chi',
      '13/03/2026',
      'Đã trả lại, chưa gửi lại',
      '',
      'Thiếu số liệu',
    ]);
  });

  it('asks those it may not order', async () => {
    const lines = (await printed(reminderPaper({ ...reminder, orders: false }))).flat().join('\n');
    expect(lines).toContain('tỉnh Minh Hà đề nghị các cơ quan, đơn vị nêu trên:');
  });

  it('is set as the decree asks, and so is its draft', async () => {
    expect(await check(reminderPaper(reminder))).toEqual({ type: 'Công văn', passes: true, findings: [] });
    expect((await check(reminderPaper({ ...reminder, number: null, date: null }))).passes).toBe(true);
  });
});

describe('the list of late units', () => {
  it('counts a unit once, however much it is late with', async () => {
    expect((await printed(lateListPaper(list))).flat().join('\n')).toContain('còn 2/16 cơ quan, đơn vị chậm');
  });

  it('says so where nobody is late, and has no appendix then', async () => {
    const paper = lateListPaper({ ...list, units: [] });
    expect(paper.appendices).toEqual([]);
    expect((await printed(paper)).flat().join('\n')).toContain(
      'không có cơ quan, đơn vị nào chậm báo cáo quý I năm 2026.',
    );
    expect(await check(paper)).toMatchObject({ passes: true });
  });

  it('is set as the decree asks', async () => {
    expect(await check(lateListPaper(list))).toEqual({ type: 'Thông báo', passes: true, findings: [] });
  });
});
