import { describe, expect, test } from 'vitest';
import { readDocument } from '../src/document/read.ts';
import { squish } from '../src/kernel/text.ts';
import type { Reading } from '../src/plan/model.ts';
import { readPlan } from '../src/plan/read.ts';
import {
  cell,
  deleted,
  header,
  inserted,
  par,
  row,
  rowDeleted,
  rowInserted,
  run,
  table,
  textBox,
  word,
} from './torture/word.ts';

/** Word files as they come: numbers the text does not hold, tables cut in two, changes not yet accepted. */

const read = async (bytes: Uint8Array): Promise<Reading> =>
  readPlan(await readDocument(bytes, { name: 'kế hoạch.docx' }));
const texts = (reading: Reading) => reading.tasks.map(({ text }) => squish(text));

const opening = [
  par('UBND TỈNH MINH HÀ'),
  par('Số: 19/KH-UBND'),
  par('Minh Hà, ngày 20 tháng 01 năm 2026'),
  par('KẾ HOẠCH'),
  par('Nâng cao Chỉ số Hiệu quả quản trị và hành chính công (PAPI) năm 2026'),
].join('');
const signature = [
  par('Nơi nhận:'),
  par('- Như trên;'),
  par('TM. ỦY BAN NHÂN DÂN'),
  par('CHỦ TỊCH'),
  par('Nguyễn Văn An'),
].join('');
const appendix = par('PHỤ LỤC') + par('Nhiệm vụ nâng cao Chỉ số PAPI năm 2026');

const heads = ['STT', 'Nội dung thành phần', 'Nhiệm vụ', 'Cơ quan thực hiện', 'Cơ quan theo dõi', 'Thời gian'];
const headRow = row(heads, header);
const group = (label: string, name: string) => row([label, cell(name, { span: 5 })]);

const firstTask = [
  '1.1',
  'Tri thức công dân',
  'Phổ biến pháp luật tại nhà văn hóa',
  'UBND các xã, phường',
  'Sở Tư pháp',
  'Thường xuyên',
];
const secondTask = [
  '1.2',
  'Cơ hội tham gia',
  'Mời người dân dự họp bàn việc chung',
  'UBND các xã, phường',
  'Sở Nội vụ',
  'Hằng năm',
];
const plan = (...rows: string[]) =>
  opening + appendix + table(6, headRow, group('1', 'Tham gia của người dân ở cấp cơ sở'), ...rows);

describe('automatic numbers', () => {
  test('a number column that holds no text still tells groups from tasks', async () => {
    const number = (level: number) => cell(par('', { numbered: `1:${level}` }));
    const par3 = ['TT', 'Nhiệm vụ', 'Cơ quan chủ trì', 'Cơ quan phối hợp'];
    const task = (text: string) => row([number(1), text, 'Sở Nội vụ', 'Các sở, ban, ngành']);
    const groupRow = (name: string) => row([number(0), cell(name, { span: 3 })]);
    const body =
      opening.replaceAll('Hiệu quả quản trị và hành chính công (PAPI)', 'cải cách hành chính (PAR INDEX)') +
      par('PHỤ LỤC') +
      par('Nhiệm vụ cải thiện Chỉ số cải cách hành chính (PAR INDEX)') +
      table(
        4,
        row(par3, header),
        groupRow('CÔNG TÁC CHỈ ĐẠO, ĐIỀU HÀNH'),
        task('Thực hiện kế hoạch CCHC: Hoàn thành 100% nhiệm vụ'),
        task('Công tác kiểm tra CCHC: Kiểm tra 30% số xã, phường'),
        groupRow('CẢI CÁCH THỂ CHẾ'),
        task('Theo dõi thi hành pháp luật: Báo cáo đúng hạn'),
      );
    const lists: [string, string][][] = [
      [
        ['upperRoman', '%1'],
        ['decimal', '%2'],
      ],
    ];
    const reading = await read(word(body, { lists }));
    expect(reading.tasks.map(({ dimension, codes }) => [dimension, ...codes])).toEqual([
      ['I', '1'],
      ['I', '1'],
      ['II', '2'],
    ]);
    expect(texts(reading)[2]).toBe('Theo dõi thi hành pháp luật: Báo cáo đúng hạn');
  });

  test('clauses numbered by the word processor are the sections they print', async () => {
    const body =
      opening +
      par('TỔ CHỨC THỰC HIỆN', { numbered: '1:0' }) +
      par('Sở Nội vụ', { numbered: '1:1' }) +
      par('Đôn đốc, kiểm tra việc thực hiện Kế hoạch.', { numbered: '1:2' }) +
      par('Tổng hợp, báo cáo UBND tỉnh trước ngày 15 tháng cuối quý.', { numbered: '1:2' }) +
      par('Sở Tài chính', { numbered: '1:1' }) +
      par('Bố trí kinh phí thực hiện.', { numbered: '1:2' }) +
      signature +
      appendix +
      table(6, headRow, group('1', 'Tham gia của người dân ở cấp cơ sở'), row(firstTask));
    const lists: [string, string][][] = [
      [
        ['upperRoman', '%1.'],
        ['decimal', '%2.'],
        ['lowerLetter', '%3)'],
      ],
    ];
    const { duties, tasks } = await read(word(body, { lists }));
    expect(duties.map(({ section, agencies, items }) => [section, agencies.join(), items.length])).toEqual([
      ['1', 'Sở Nội vụ', 2],
      ['2', 'Sở Tài chính', 1],
    ]);
    expect(tasks).toHaveLength(1);
  });

  test('components lettered automatically keep their names', async () => {
    const letter = (name: string) => cell(par(name, { numbered: '1:0' }));
    const rows = [firstTask, secondTask].map((task) => row(task.with(1, letter(task[1] ?? ''))));
    const { tasks } = await read(word(plan(...rows), { lists: [[['lowerLetter', '%1)']]] }));
    expect(tasks.map(({ component, codes }) => [component, ...codes])).toEqual([
      ['a) Tri thức công dân', '1.1'],
      ['b) Cơ hội tham gia', '1.2'],
    ]);
  });

  test('a list that starts at 3 by an own start counts from there', async () => {
    const number = cell(par('', { numbered: '1:0' }));
    const rows = [
      row([number, cell('Trách nhiệm giải trình với người dân', { span: 5 })]),
      row(['3.3', 'Tiếp cận dịch vụ tư pháp', 'Mở điểm tư vấn pháp luật', 'Sở Tư pháp', 'Sở Nội vụ', 'Hằng năm']),
    ];
    const body = opening + appendix + table(6, headRow, ...rows);
    const { groups, tasks } = await read(word(body, { lists: [[['decimal', '%1', 3]]] }));
    expect(groups.map(({ dimension }) => dimension)).toEqual([3]);
    expect(tasks[0]).toMatchObject({ dimension: 3, codes: ['3.3'] });
  });
});

describe('tables cut by pages', () => {
  test('a row torn between two tables under a repeated header is one task', async () => {
    const top = row([
      '1.1',
      'Tri thức công dân',
      'Phổ biến các luật mới đến từng hộ dân bằng nhiều hình thức',
      'UBND cấp',
      'Sở Tư',
      'Thường',
    ]);
    const rest = row(['', '', 'phù hợp với điều kiện của từng khu dân cư', 'xã', 'pháp', 'xuyên']);
    const body =
      opening +
      appendix +
      table(6, headRow, group('1', 'Tham gia của người dân ở cấp cơ sở'), top) +
      par('') +
      table(6, headRow, rest, row(secondTask));
    const { tasks } = await read(word(body));
    expect(tasks).toHaveLength(2);
    expect(tasks[0]).toMatchObject({
      text: 'Phổ biến các luật mới đến từng hộ dân bằng nhiều hình thức phù hợp với điều kiện của từng khu dân cư',
      implement: ['UBND cấp xã'],
      monitor: ['Sở Tư pháp'],
      time: 'Thường xuyên',
    });
    expect(tasks[1]?.codes).toEqual(['1.2']);
  });

  test('the second table may have no header of its own', async () => {
    const body =
      opening +
      appendix +
      table(6, headRow, group('1', 'Tham gia của người dân ở cấp cơ sở'), row(firstTask)) +
      par('') +
      table(6, row(secondTask));
    const { tasks } = await read(word(body));
    expect(tasks.map(({ codes }) => codes.join())).toEqual(['1.1', '1.2']);
    expect(tasks[1]).toMatchObject({ implement: ['UBND các xã, phường'], monitor: ['Sở Nội vụ'], dimension: 1 });
  });

  test('a page number or a running title left between the halves says nothing', async () => {
    const body =
      opening +
      appendix +
      table(6, headRow, group('1', 'Tham gia của người dân ở cấp cơ sở'), row(firstTask)) +
      par('7') +
      table(6, headRow, row(secondTask));
    expect(texts(await read(word(body)))).toEqual([firstTask[2], secondTask[2]]);
  });
});

describe('tracked changes', () => {
  test('what was struck out is gone, what was put in is there', async () => {
    const agency = cell(par(deleted('Sở Thông tin và Truyền thông') + inserted('Sở Khoa học và Công nghệ')));
    const text = cell(par(run('Phổ biến ') + deleted('nghị quyết') + inserted('pháp luật') + run(' tại nhà văn hóa')));
    const { tasks } = await read(word(plan(row(firstTask.with(2, text).with(4, agency)))));
    expect(tasks[0]).toMatchObject({
      text: 'Phổ biến pháp luật tại nhà văn hóa',
      monitor: ['Sở Khoa học và Công nghệ'],
    });
  });

  test('a deleted row is no task, an inserted one is', async () => {
    const { tasks } = await read(
      word(
        plan(row(firstTask.with(2, cell(par(deleted(firstTask[2] ?? '')))), rowDeleted), row(secondTask, rowInserted)),
      ),
    );
    expect(tasks.map(({ codes }) => codes.join())).toEqual(['1.2']);
  });

  test('words moved elsewhere stand only where they went', async () => {
    const from = `<w:moveFrom w:id="8" w:author="A">${run('hằng quý ')}</w:moveFrom>`;
    const to = `<w:moveTo w:id="9" w:author="A">${run(' hằng quý')}</w:moveTo>`;
    const text = cell(par(from + run('Đối thoại với người dân') + to));
    const { tasks } = await read(word(plan(row(firstTask.with(2, text)))));
    expect(tasks[0]?.text).toBe('Đối thoại với người dân hằng quý');
  });

  test('a paragraph whose mark was deleted runs on into the next', async () => {
    const joined =
      par('Phổ biến pháp luật', { properties: '<w:rPr><w:del w:id="5" w:author="A"/></w:rPr>' }) +
      par(' tại nhà văn hóa');
    const { tasks } = await read(word(plan(row(firstTask.with(2, cell(joined))))));
    expect(squish(tasks[0]?.text ?? '')).toBe('Phổ biến pháp luật tại nhà văn hóa');
  });
});

describe('what stands around the text', () => {
  test('running headers and footers are no part of the plan', async () => {
    const running = { header: 'UBND TỈNH MINH HÀ - MẬT', footer: 'Trang 3/12' };
    const bytes = word(plan(row(firstTask), row(secondTask)), { running });
    expect(JSON.stringify((await readDocument(bytes, {})).blocks)).not.toMatch(/MẬT|Trang 3/);
    expect(texts(await read(bytes))).toEqual([firstTask[2], secondTask[2]]);
  });

  test('a text box is read once and does not cut its row', async () => {
    const stamped =
      par(textBox('DỰ THẢO')) + plan(row(firstTask.with(2, cell(par(run(firstTask[2] ?? ''))))), row(secondTask));
    const bytes = word(stamped);
    expect(JSON.stringify((await readDocument(bytes, {})).blocks).match(/DỰ THẢO/g)).toHaveLength(1);
    expect(texts(await read(bytes))).toEqual([firstTask[2], secondTask[2]]);
  });

  test('content controls, links and fields hold their words, not their codes', async () => {
    const control = `<w:sdt><w:sdtPr/><w:sdtContent>${par(run('Phổ biến pháp luật '))}</w:sdtContent></w:sdt>`;
    const link = `<w:hyperlink>${run('Sở Tư pháp')}</w:hyperlink>`;
    const field = `<w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText> REF X \\h </w:instrText></w:r><w:r><w:fldChar w:fldCharType="separate"/></w:r>${run('Thường xuyên')}<w:r><w:fldChar w:fldCharType="end"/></w:r>`;
    const cells = firstTask
      .with(2, cell(control))
      .with(4, cell(par(link)))
      .with(5, cell(par(field)));
    const { tasks } = await read(word(plan(row(cells))));
    expect(tasks[0]).toMatchObject({ text: 'Phổ biến pháp luật', monitor: ['Sở Tư pháp'], time: 'Thường xuyên' });
  });

  test('rows and cells inside content controls count', async () => {
    const wrapped = (inside: string) => `<w:sdt><w:sdtPr/><w:sdtContent>${inside}</w:sdtContent></w:sdt>`;
    const cells = firstTask.map((text, at) => (at === 3 ? wrapped(cell(text)) : cell(text)));
    const { tasks } = await read(word(plan(wrapped(row(cells)), row(secondTask))));
    expect(tasks.map(({ implement }) => implement)).toEqual([['UBND các xã, phường'], ['UBND các xã, phường']]);
  });
});

describe('merged cells', () => {
  test('a component over two tasks belongs to both', async () => {
    const start = [cell('1.1', { merge: 'start' }), cell('Tri thức công dân', { merge: 'start' })];
    const on = [cell('', { merge: 'on' }), cell('', { merge: 'on' })];
    const { tasks } = await read(
      word(
        plan(
          row([...start, ...firstTask.slice(2)]),
          row([...on, 'Tổ chức thi tìm hiểu pháp luật', 'Sở Tư pháp', 'Sở Nội vụ', 'Quý II năm 2026']),
          row(secondTask),
        ),
      ),
    );
    expect(tasks.map(({ component }) => component)).toEqual([
      'Tri thức công dân',
      'Tri thức công dân',
      'Cơ hội tham gia',
    ]);
    expect(tasks[1]?.schedule).toEqual({ kind: 'window', from: '2026-04-01', to: '2026-06-30' });
  });

  test('an agency cell over two tasks belongs to both', async () => {
    const rows = [
      row(firstTask.with(3, cell('UBND các xã, phường', { merge: 'start' }))),
      row(secondTask.with(3, cell('', { merge: 'on' }))),
    ];
    const { tasks } = await read(word(plan(...rows)));
    expect(tasks.map(({ implement }) => implement)).toEqual([['UBND các xã, phường'], ['UBND các xã, phường']]);
  });

  test('a header in two rows names its columns by both', async () => {
    const upper = row(
      [
        cell('STT', { merge: 'start' }),
        cell('Nội dung thành phần', { merge: 'start' }),
        cell('Nhiệm vụ', { merge: 'start' }),
        cell('Cơ quan', { span: 2 }),
        cell('Thời gian', { merge: 'start' }),
      ],
      header,
    );
    const lower = row(
      [
        cell('', { merge: 'on' }),
        cell('', { merge: 'on' }),
        cell('', { merge: 'on' }),
        'Chủ trì',
        'Phối hợp',
        cell('', { merge: 'on' }),
      ],
      header,
    );
    const body =
      opening + appendix + table(6, upper, lower, group('1', 'Tham gia của người dân ở cấp cơ sở'), row(firstTask));
    const { tasks } = await read(word(body));
    expect(tasks).toHaveLength(1);
    expect(tasks[0]).toMatchObject({ lead: ['UBND các xã, phường'], cooperate: ['Sở Tư pháp'], monitor: [] });
  });

  test('a table inside a cell keeps its words in that cell', async () => {
    const inner = par('Phổ biến pháp luật') + table(2, row(['tại nhà văn hóa', 'tại trường học'])) + par('');
    const { tasks } = await read(word(plan(row(firstTask.with(2, cell(inner))), row(secondTask))));
    expect(tasks).toHaveLength(2);
    expect(squish(tasks[0]?.text ?? '')).toContain('tại trường học');
  });
});

describe('other ways of writing', () => {
  test('columns in another order, with one that is not known', async () => {
    const body =
      opening +
      appendix +
      table(
        5,
        row(['Thời hạn', 'Đơn vị phối hợp', 'Nội dung công việc', 'Đơn vị chủ trì', 'Ghi chú'], header),
        row([cell('1. Tham gia của người dân ở cấp cơ sở', { span: 5 })]),
        row(['Trước ngày 30/6/2026', 'Sở Tư pháp', 'Tri thức công dân: Phổ biến pháp luật', 'Sở Nội vụ', 'Lồng ghép']),
      );
    const { tasks } = await read(word(body));
    expect(tasks).toHaveLength(1);
    expect(tasks[0]).toMatchObject({
      lead: ['Sở Nội vụ'],
      cooperate: ['Sở Tư pháp'],
      codes: ['1.1'],
      schedule: { kind: 'deadline', by: '2026-06-30', exclusive: true },
    });
    expect(tasks[0]?.notes.some((note) => note.startsWith('unknown-column:'))).toBe(true);
  });

  test('letters with their marks apart are the same letters', async () => {
    const apart = (text: string) => text.normalize('NFD');
    const { tasks } = await read(word(apart(plan(row(firstTask), row(secondTask)))));
    expect(tasks.map(({ text, codes }) => [text, ...codes])).toEqual([
      [firstTask[2], '1.1'],
      [secondTask[2], '1.2'],
    ]);
  });

  test('a word split over many runs is one word', async () => {
    const split = [...(firstTask[2] ?? '')].map((letter, at) => run(letter, at % 2 ? '<w:b/>' : '')).join('');
    const { tasks } = await read(word(plan(row(firstTask.with(2, cell(par(split)))))));
    expect(tasks[0]?.text).toBe(firstTask[2]);
  });

  test('soft line breaks in a cell part its lines or its agencies', async () => {
    const broken = cell(par(`${run('Sở Tư pháp;')}<w:r><w:br/></w:r>${run('Sở Nội vụ')}`));
    const { tasks } = await read(word(plan(row(firstTask.with(3, broken)))));
    expect(tasks[0]?.implement).toEqual(['Sở Tư pháp', 'Sở Nội vụ']);
  });

  test('an empty report form after the plan holds no tasks', async () => {
    const form =
      par('BIỂU MẪU BÁO CÁO') +
      table(
        4,
        row(['STT', 'Nhiệm vụ', 'Kết quả thực hiện', 'Ghi chú'], header),
        row(['1', '', '', '']),
        row(['2', '', '', '']),
      );
    expect(texts(await read(word(plan(row(firstTask)) + form)))).toEqual([firstTask[2]]);
  });
});
