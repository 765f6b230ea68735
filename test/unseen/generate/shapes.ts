import type { ExpectedTask } from '../../judge.ts';
import type { Chance } from './chance.ts';
import { offices } from './content.ts';
import { type GridCell, line, type Piece, type TablePiece, title } from './pieces.ts';
import type { Planned, PlannedGroup } from './tasks.ts';
import type { Format } from './write.ts';

/** Ways of setting out tasks that are not one row with one column for each thing. */
export type Shaped = { pieces: Piece[]; expected: ExpectedTask[] };
export type Shape = (groups: PlannedGroup[], chance: Chance, format: Format) => Shaped;

const bold = (text: string, spans: Partial<GridCell> = {}): GridCell => ({ text, bold: true, ...spans });
const cells = (...texts: string[]): GridCell[] => texts.map((text) => ({ text }));
const table = (rows: GridCell[][], headerRows: number): TablePiece => ({
  kind: 'table',
  rows,
  headerRows,
  landscape: true,
});
const merges = (format: Format) => format === 'docx' || format === 'html';
const romans = ['I', 'II', 'III', 'IV', 'V', 'VI', 'VII', 'VIII'];

const meant = (planned: Planned, more: Partial<ExpectedTask> = {}): ExpectedTask => ({
  text: planned.text,
  result: planned.products[0] ?? null,
  lead: planned.lead,
  implement: [],
  cooperate: planned.cooperate,
  monitor: [],
  time: planned.time?.print ?? null,
  schedule: planned.time?.schedule ?? null,
  ...more,
});

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

/** Parts, under them numbered objectives without agencies, under them the tasks: by letters, dashes or "1.1". */
export const nested: Shape = (groups, chance, format) => {
  const style = chance.pick(['letters', 'dashes', 'dotted'] as const);
  const expected: ExpectedTask[] = [];
  const wide = (number: string, name: string, full: boolean): GridCell[] =>
    full && merges(format)
      ? [bold(number), bold(name, { colSpan: 5 })]
      : [bold(number), bold(name), ...cells('', '', '', '')];
  const spanned = chance.often(0.5);
  const header = ['TT', 'Nhiệm vụ', 'Sản phẩm', 'Cơ quan chủ trì', 'Cơ quan phối hợp', 'Thời gian'].map((text) =>
    bold(text),
  );
  const rows = groups.flatMap(({ field, tasks }, at) => [
    wide(romans[at] ?? '', field, spanned),
    wide('1', tasks[0]?.component ?? '', spanned),
    ...tasks.map((planned, here) => {
      expected.push(meant(planned));
      const label = { letters: `${'abcdefgh'[here]})`, dashes: '-', dotted: `1.${here + 1}` }[style];
      return cells(
        label,
        planned.text,
        planned.products[0] ?? '',
        planned.lead.join('; '),
        planned.cooperate.join('; '),
        planned.time?.print ?? '',
      );
    }),
  ]);
  return { pieces: [table([header, ...rows], 1)], expected };
};

/** A table of its own under each heading of the body. */
export const tablesInBody: Shape = (groups, chance) => {
  const expected: ExpectedTask[] = [];
  const words = chance.some(['Cơ quan chủ trì', 'Đơn vị chủ trì', 'Chủ trì'], 1)[0] as string;
  const again = chance.often(0.7);
  const pieces = groups.flatMap(({ field, tasks }, at): Piece[] => {
    const header = [['TT', 'Nội dung nhiệm vụ', words, 'Phối hợp', 'Thời hạn', 'Kết quả'].map((text) => bold(text))];
    const rows = tasks.map((planned, here) => {
      expected.push(meant(planned));
      return cells(
        `${here + 1}`,
        planned.text,
        planned.lead.join(', '),
        planned.cooperate.join(', '),
        planned.time?.print ?? '',
        planned.products[0] ?? '',
      );
    });
    return [
      line(`${at + 1}. ${field.charAt(0)}${field.slice(1).toLowerCase()}`, { bold: true }),
      table([...(again || at === 0 ? header : header), ...rows], 1),
    ];
  });
  return { pieces, expected };
};

/** Who leads and who helps stand in one cell, each after its label; or at the end of the task itself. */
export const labelsInCells: Shape = (groups, chance, format) => {
  const inText = chance.often(0.4);
  const label = chance.pick(['Cơ quan', 'Đơn vị']);
  const join = format === 'txt' ? '; ' : chance.pick(['\n', '; ', '.\n']);
  const dash = join.includes('\n') && chance.often(0.5) ? '- ' : '';
  const who = ({ lead, cooperate }: Planned) =>
    [
      `${dash}${label} chủ trì: ${lead.join(', ')}`,
      ...(cooperate.length > 0 ? [`${dash}${label} phối hợp: ${cooperate.join(', ')}`] : []),
    ].join(join);
  const expected: ExpectedTask[] = [];
  const header = (
    inText
      ? ['TT', 'Nhiệm vụ', 'Sản phẩm', 'Thời gian']
      : ['TT', 'Nhiệm vụ', 'Phân công thực hiện', 'Sản phẩm', 'Thời gian']
  ).map((text) => bold(text));
  const rows = groups
    .flatMap(({ tasks }) => tasks)
    .map((planned, at) => {
      expected.push(meant(planned));
      const last = [planned.products[0] ?? '', planned.time?.print ?? ''];
      return inText
        ? cells(`${at + 1}`, `${planned.text}.${format === 'txt' ? ' ' : '\n'}${who(planned)}`, ...last)
        : cells(`${at + 1}`, planned.text, who(planned), ...last);
    });
  return { pieces: [table([header, ...rows], 1)], expected };
};

/** Agencies and times merged over all tasks of a part. */
export const mergedAgencies: Shape = (groups) => {
  const expected: ExpectedTask[] = [];
  const header = [
    'TT',
    'Nhóm nhiệm vụ',
    'Nhiệm vụ cụ thể',
    'Kết quả',
    'Cơ quan chủ trì',
    'Cơ quan phối hợp',
    'Thời gian',
  ].map((text) => bold(text));
  const rows = groups.flatMap(({ tasks }, at) =>
    tasks.map((planned, here) => {
      const first = tasks[0] as Planned;
      const shared = { lead: first.lead, cooperate: first.cooperate, time: first.time };
      expected.push(meant({ ...planned, ...shared }, { component: planned.component }));
      const tall = tasks.length > 1 ? { rowSpan: tasks.length } : {};
      const own: GridCell[] = cells(planned.text, planned.products[0] ?? '');
      if (here > 0) return own;
      const hung = [first.lead.join('; '), first.cooperate.join('; '), first.time?.print ?? ''].map((text) => ({
        text,
        ...tall,
      }));
      return [{ text: `${at + 1}`, ...tall }, { text: first.component, ...tall }, ...own, ...hung];
    }),
  );
  return { pieces: [table([header, ...rows], 1)], expected };
};

/** Three rows of header: who over two roles over two levels. */
export const threeRows: Shape = (groups) => {
  const expected: ExpectedTask[] = [];
  const tall = { rowSpan: 3 };
  const header = [
    [bold('STT', tall), bold('Nhiệm vụ', tall), bold('Phân công', { colSpan: 3 }), bold('Thời gian hoàn thành', tall)],
    [bold('Chủ trì', { rowSpan: 2 }), bold('Phối hợp', { colSpan: 2 })],
    [bold('Cấp tỉnh'), bold('Cấp xã')],
  ];
  const rows = groups
    .flatMap(({ tasks }) => tasks)
    .map((planned, at) => {
      const here = planned.cooperate.filter((name) => !name.startsWith('UBND'));
      expected.push({ ...meant(planned), result: null, cooperate: [...here, 'UBND các xã, phường, đặc khu'] });
      return cells(
        `${at + 1}`,
        planned.text,
        planned.lead.join('; '),
        here.join('; '),
        'UBND các xã, phường, đặc khu',
        planned.time?.print ?? '',
      );
    });
  return { pieces: [table([...header, ...rows], 3)], expected };
};

/** Several appendices, numbers starting again in each. */
export const appendices: Shape = (groups, chance) => {
  const expected: ExpectedTask[] = [];
  const pieces = groups.flatMap(({ field, tasks }, at): Piece[] => {
    const header = ['TT', 'Nhiệm vụ', 'Đơn vị thực hiện', 'Đơn vị theo dõi, đôn đốc', 'Thời gian'].map((text) =>
      bold(text),
    );
    const rows = tasks.map((planned, here) => {
      const monitor = [chance.pick(offices)];
      expected.push({ ...meant(planned), result: null, lead: [], cooperate: [], implement: planned.lead, monitor });
      return cells(`${here + 1}`, planned.text, planned.lead.join('\n'), monitor.join(), planned.time?.print ?? '');
    });
    return [title(`PHỤ LỤC ${romans[at]}`), title(`NHIỆM VỤ ${field}`), table([header, ...rows], 1)];
  });
  return { pieces, expected };
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

/** Tasks by agency: its name is a group row, or the heading above a table of its own. */
export const byAgency: Shape = (groups, chance, format) => {
  const expected: ExpectedTask[] = [];
  const apart = chance.often(0.4);
  const helps = chance.often(0.5);
  const named = ['TT', 'Nhiệm vụ', 'Sản phẩm', ...(helps ? ['Cơ quan phối hợp'] : []), 'Thời gian hoàn thành'];
  const header = named.map((text) => bold(text));
  const owners = chance.some(offices, groups.length);
  const capitals = chance.often(0.5);
  const parts = groups.map(({ tasks }, at) => {
    const owner = owners[at] as string;
    const rows = tasks.map((planned, here) => {
      const cooperate = planned.cooperate.filter((name) => name !== owner);
      expected.push({ ...meant(planned), lead: [owner], cooperate: helps ? cooperate : [] });
      const help = helps ? [cooperate.join('; ')] : [];
      return cells(`${here + 1}`, planned.text, planned.products[0] ?? '', ...help, planned.time?.print ?? '');
    });
    return { owner: capitals ? owner.toUpperCase() : owner, rows };
  });
  if (apart) {
    const pieces = parts.flatMap(({ owner, rows }, at): Piece[] => [
      line(`${at + 1}. ${owner}`, { bold: true }),
      table([header, ...rows], 1),
    ]);
    return { pieces, expected };
  }
  const rows = parts.flatMap(({ owner, rows: own }, at) => {
    const label = bold(romans[at] ?? '');
    const wide = [label, bold(owner, { colSpan: named.length - 1 })];
    const flat = [label, bold(owner), ...cells(...named.slice(2).map(() => ''))];
    return [merges(format) ? wide : flat, ...own];
  });
  return { pieces: [table([header, ...rows], 1)], expected };
};

/** Who leads stands first, once for all its tasks. */
export const agencyFirst: Shape = (groups, chance, format) => {
  const expected: ExpectedTask[] = [];
  const header = ['TT', 'Cơ quan chủ trì', 'Nhiệm vụ', 'Cơ quan phối hợp', 'Thời hạn'].map((text) => bold(text));
  const owners = chance.some(offices, groups.length);
  const rows = groups.flatMap(({ tasks }, at) =>
    tasks.map((planned, here): GridCell[] => {
      const owner = owners[at] as string;
      const cooperate = planned.cooperate.filter((name) => name !== owner);
      expected.push({ ...meant(planned), result: null, lead: [owner], cooperate });
      const own = cells(planned.text, cooperate.join('; '), planned.time?.print ?? '');
      if (!merges(format)) return [...cells(here === 0 ? `${at + 1}` : '', here === 0 ? owner : ''), ...own];
      const tall = tasks.length > 1 ? { rowSpan: tasks.length } : {};
      return here === 0 ? [{ text: `${at + 1}`, ...tall }, { text: owner, ...tall }, ...own] : own;
    }),
  );
  return { pieces: [table([header, ...rows], 1)], expected };
};

/** Shapes that need merged cells are not written in plain formats. */
export const mergedShapes: Shape[] = [
  quarterTicks,
  agencyTicks,
  nested,
  tablesInBody,
  labelsInCells,
  mergedAgencies,
  threeRows,
  appendices,
  byAgency,
  agencyFirst,
  letters,
];
export const plainShapes: Shape[] = [
  quarterTicks,
  agencyTicks,
  nested,
  tablesInBody,
  labelsInCells,
  appendices,
  byAgency,
  agencyFirst,
  letters,
];
