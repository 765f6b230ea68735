import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { blankQuestion, type Form, type Group, type Question, questionKinds } from '../model.ts';
import { readyForms } from '../ready.ts';
import type { Sheet } from './columns.ts';
import { readXlsForm } from './read.ts';
import { writeXlsForm } from './write.ts';

const survey = (rows: string[][], choices: string[][] = []): Sheet[] => [
  { sheet: 'survey', rows },
  { sheet: 'choices', rows: [['list_name', 'name', 'label'], ...choices] },
];
const messages = (sheets: Sheet[]) => readXlsForm(sheets, 'Phiếu').told.map(({ row, message }) => `${row}: ${message}`);

const words = fc.stringMatching(/^[\p{L}][\p{L}\d ,.:()%–]{0,30}[\p{L}]$/u);
const name = fc.stringMatching(/^[a-z][a-z0-9_]{0,12}$/);
const formula = fc.constantFrom('', '. >= 0', '${a} + 1', "if(${a} > 1, 'x', 'y')", '-${a} < 2', "selected(${a}, 'x')");
const question = (own: string): fc.Arbitrary<Question> =>
  fc
    .record({
      kind: fc.constantFrom(...questionKinds),
      ...{ label: words, hint: fc.oneof(fc.constant(''), words), unit: fc.constantFrom('', 'người', '%') },
      required: fc.boolean(),
      ...{ relevant: formula, constraint: formula, calculation: formula, message: fc.oneof(fc.constant(''), words) },
      choices: fc.uniqueArray(fc.record({ name, label: words }), {
        minLength: 2,
        maxLength: 4,
        selector: (one) => one.name,
      }),
      sum: fc.constantFrom(
        null,
        { way: 'total' as const, part: '', whole: '' },
        { way: 'share' as const, part: 'a', whole: 'b' },
      ),
    })
    .chain((said) => fc.constantFrom(said, { ...said, indicator: '01997a8e-0000-7000-8000-000000000001' }))
    .map(({ choices, ...said }) => ({
      ...blankQuestion(said.kind, own),
      ...said,
      choices: said.kind === 'choice' || said.kind === 'choices' ? choices : [],
    }));
const forms: fc.Arbitrary<Form> = fc
  .uniqueArray(name, { minLength: 2, maxLength: 8 })
  .chain((names) =>
    fc.record({
      ...{ title: words, note: fc.oneof(fc.constant(''), words) },
      questions: fc.tuple(...names.slice(1).map(question)),
      group: fc.record({ label: words, relevant: formula, from: fc.nat(6) }),
      own: fc.constant(names[0] ?? 'g'),
    }),
  )
  .map(({ title, note, questions, group, own }) => {
    const at = group.from % questions.length;
    const within: Group = {
      kind: 'group',
      name: own,
      label: group.label,
      relevant: group.relevant,
      questions: questions.slice(at, at + 2),
    };
    return { title, note, items: [...questions.slice(0, at), within, ...questions.slice(at + 2)] };
  });

describe('a form as XLSForm', () => {
  it('comes back as it went out', () => {
    fc.assert(
      fc.property(forms, (form) => {
        expect(readXlsForm(writeXlsForm(form, '1'), '')).toEqual({ form, told: [] });
      }),
    );
    for (const { form } of readyForms) expect(readXlsForm(writeXlsForm(form, '1'), '')).toEqual({ form, told: [] });
  });

  it('has the sheets, columns and types of the documentation', () => {
    const [first] = readyForms;
    const [asked, choices, settings] = writeXlsForm(first?.form as Form, '20260615');
    expect(asked?.rows[0]?.slice(0, 10)).toEqual([
      'type',
      'name',
      'label',
      'hint',
      'required',
      'relevant',
      'constraint',
      'constraint_message',
      'calculation',
      'appearance',
    ]);
    expect(asked?.rows.map(([type]) => type)).toContain('begin_group');
    expect(choices?.rows[0]).toEqual(['list_name', 'name', 'label']);
    expect(settings?.rows[1]?.slice(0, 3)).toEqual([
      'Số liệu tham gia bảo hiểm y tế',
      'so_lieu_tham_gia_bao_hiem_y_te',
      '20260615',
    ]);
  });

  it('of other tools is read with what it has, and each thing left out is said with its row', () => {
    const rows = [
      [
        'type',
        'name',
        'label::English (en)',
        'label::Tiếng Việt (vi)',
        'relevance',
        'required',
        'default',
        'media::image',
      ],
      ['start', 'start', '', '', '', '', '', ''],
      ['select one co_khong', 'c', 'Posted?', 'Đã niêm yết?', '', 'yes', '', ''],
      ['geopoint', 'where', 'Where', 'Ở đâu', '', '', '', ''],
      ['begin repeat', 'r', '', '', '', '', '', ''],
      ['integer', 'inside', 'n', 'n', '', '', '', ''],
      ['end repeat', '', '', '', '', '', '', ''],
      ['integer', 'n', 'How many', 'Bao nhiêu', 'pulldata(1)', '', '5', ''],
    ];
    const sheets = survey(rows, [
      ['co_khong', 'co', 'Có'],
      ['co_khong', 'khong', 'Không'],
    ]);
    const { form } = readXlsForm(sheets, 'Tên tệp');
    expect(form.title).toBe('Tên tệp');
    expect(form.items.map((item) => [item.kind, item.name, item.label])).toEqual([
      ['choice', 'c', 'Đã niêm yết?'],
      ['integer', 'n', 'Bao nhiêu'],
    ]);
    const told = messages(sheets);
    for (const part of [
      '1: Cột “label” có nhiều ngôn ngữ',
      '1: Cột “media::image”',
      '2: Loại câu hỏi “start”',
      '4: Loại câu hỏi “geopoint”',
      '5: Nhóm lặp',
      '8: Công thức ở cột “relevant”',
      '8: Cột “default”',
    ])
      expect(told.some((line) => line.startsWith(part))).toBe(true);
  });

  it('of groups within groups keeps the order and the conditions of both', () => {
    const rows = [
      ['type', 'name', 'label', 'relevant'],
      ['begin_group', 'g', 'Ngoài', '${a} > 1'],
      ['integer', 'a', 'A', ''],
      ['begin_group', 'h', 'Trong', '${a} > 2'],
      ['integer', 'b', 'B', ''],
      ['end_group', '', '', ''],
      ['integer', 'c', 'C', ''],
      ['end_group', '', '', ''],
      ['integer', 'd', 'D', ''],
    ];
    const { form } = readXlsForm(survey(rows), 'x');
    const line = (item: Form['items'][number]) =>
      'questions' in item ? `${item.relevant}: ${item.questions.map((one) => one.name)}` : item.name;
    expect(form.items.map(line)).toEqual(['${a} > 1: a', '(${a} > 1) and (${a} > 2): b', '${a} > 1: c', 'd']);
  });

  it('without a sheet of questions is said to be none', () => {
    expect(messages([{ sheet: 'Sheet1', rows: [['a']] }])[0]).toMatch(/không có trang tính “survey”/);
  });
});
