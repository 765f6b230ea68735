import type { ExpectedTask } from '../../judge.ts';
import { offices } from './content.ts';
import { bold, cells, meant, merges, type Shape, table } from './shape.ts';

/** Who and when told by marks in columns. */
const quarters: Record<string, [from: string, to: string]> = {
  I: ['2026-01-01', '2026-03-31'],
  II: ['2026-04-01', '2026-06-30'],
  III: ['2026-07-01', '2026-09-30'],
  IV: ['2026-10-01', '2026-12-31'],
};

/** "Thời gian" over "Quý I | II | III | IV", a cross in each quarter the work is done. */
export const quarterTicks: Shape = (groups, chance, format) => {
  const mark = chance.pick(['x', 'X', '✓', '+']);
  const over = chance.pick(['Thời gian thực hiện', 'Thời gian', 'Tiến độ thực hiện năm 2026']);
  const bare = chance.often(0.5) && merges(format);
  const names = Object.keys(quarters).map((name) => (bare ? name : `Quý ${name}`));
  const tall = { rowSpan: 2 };
  const header = merges(format)
    ? [
        [
          bold('TT', tall),
          bold('Nhiệm vụ', tall),
          bold('Cơ quan chủ trì', tall),
          bold('Cơ quan phối hợp', tall),
          bold(bare ? `${over} (quý)` : over, { colSpan: 4 }),
          bold('Sản phẩm', tall),
        ],
        names.map((name) => bold(name)),
      ]
    : [['TT', 'Nhiệm vụ', 'Cơ quan chủ trì', 'Cơ quan phối hợp', ...names, 'Sản phẩm'].map((text) => bold(text))];
  const expected: ExpectedTask[] = [];
  const rows = groups
    .flatMap(({ tasks }) => tasks)
    .map((planned, at) => {
      const first = chance.between(0, 3);
      const last = chance.often(0.7) ? first : Math.min(3, first + chance.between(1, 3));
      const [from = '', to = ''] = [Object.values(quarters)[first]?.[0], Object.values(quarters)[last]?.[1]];
      const { time: _, ...rest } = meant(planned);
      expected.push({ ...rest, schedule: { kind: 'window', from, to } });
      const ticks = names.map((_, here) => (here >= first && here <= last ? mark : ''));
      return cells(
        `${at + 1}`,
        planned.text,
        planned.lead.join('; '),
        planned.cooperate.join('; '),
        ...ticks,
        planned.products[0] ?? '',
      );
    });
  return { pieces: [table([...header, ...rows], header.length)], expected };
};

/** One column for each agency: a cross where it leads, under a wider header that says what crosses mean. */
export const agencyTicks: Shape = (groups, chance, format) => {
  const mark = chance.pick(['x', 'X', '✓', '+']);
  const all = chance.some(offices, 4);
  const role = chance.pick(['lead', 'cooperate'] as const);
  const over = role === 'lead' ? chance.pick(['Cơ quan chủ trì', 'Đơn vị chủ trì']) : 'Cơ quan phối hợp';
  const tall = { rowSpan: 2 };
  const timed = bold('Thời gian hoàn thành', tall);
  const header = [
    [
      bold('TT', tall),
      bold('Nội dung công việc', tall),
      bold(over, { colSpan: all.length }),
      ...(role === 'lead' ? [] : [bold('Cơ quan chủ trì', tall)]),
      timed,
    ],
    all.map((name) => bold(name)),
  ];
  const plain = [
    [
      'TT',
      'Nội dung công việc',
      over,
      '',
      '',
      '',
      ...(role === 'lead' ? [] : ['Cơ quan chủ trì']),
      'Thời gian hoàn thành',
    ],
    ['', '', ...all, ...(role === 'lead' ? [] : ['']), ''],
  ];
  const expected: ExpectedTask[] = [];
  const rows = groups
    .flatMap(({ tasks }) => tasks)
    .map((planned, at) => {
      const ticked = chance.some(all, chance.between(1, 3)).sort((a, b) => all.indexOf(a) - all.indexOf(b));
      const lead = planned.lead;
      expected.push({
        ...meant(planned),
        result: null,
        lead: role === 'lead' ? ticked : lead,
        cooperate: role === 'lead' ? [] : ticked,
      });
      return cells(
        `${at + 1}`,
        planned.text,
        ...all.map((name) => (ticked.includes(name) ? mark : '')),
        ...(role === 'lead' ? [] : [lead.join('; ')]),
        planned.time?.print ?? '',
      );
    });
  const head = merges(format) ? header : plain.map((texts) => texts.map((text) => bold(text)));
  return { pieces: [table([...head, ...rows], 2)], expected };
};

/** A column for each agency with letters for what it does, or for each month with crosses. */
export const letters: Shape = (groups, chance, format) => {
  const expected: ExpectedTask[] = [];
  const [leads, helps] = chance.pick([
    ['CT', 'PH'],
    ['Chủ trì', 'Phối hợp'],
    ['C', 'P'],
  ] as const);
  const all = chance.some(offices, 5);
  const over = merges(format) && chance.often(0.5) ? chance.pick(['Phân công thực hiện', 'Cơ quan thực hiện']) : null;
  const names = ['TT', 'Nhiệm vụ', ...all, 'Sản phẩm', 'Thời gian'];
  const tall = { rowSpan: 2 };
  const sides = (text: string) => bold(text, tall);
  const header =
    over === null
      ? [names.map((text) => bold(text))]
      : [
          [sides('TT'), sides('Nhiệm vụ'), bold(over, { colSpan: 5 }), sides('Sản phẩm'), sides('Thời gian')],
          all.map((text) => bold(text)),
        ];
  const rows = groups
    .flatMap(({ tasks }) => tasks)
    .map((planned, at) => {
      const [lead = '', ...cooperate] = chance.some(all, chance.between(1, 3));
      cooperate.sort((a, b) => all.indexOf(a) - all.indexOf(b));
      expected.push({ ...meant(planned), lead: [lead], cooperate });
      const marks = all.map((name) => (name === lead ? leads : cooperate.includes(name) ? helps : ''));
      return cells(`${at + 1}`, planned.text, ...marks, planned.products[0] ?? '', planned.time?.print ?? '');
    });
  return { pieces: [table([...header, ...rows], header.length)], expected };
};
