import type { ExpectedTask } from '../../judge.ts';
import { offices } from './content.ts';
import { agencyTicks, letters, quarterTicks } from './marked.ts';
import { type GridCell, line, type Piece, title } from './pieces.ts';
import { bold, cells, meant, merges, romans, type Shape, table } from './shape.ts';
import type { Planned } from './tasks.ts';

/** Parts, under them numbered objectives without agencies, under them the tasks: by letters, dashes or "1.1". */
const nested: Shape = (groups, chance, format) => {
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
const tablesInBody: Shape = (groups, chance) => {
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
const labelsInCells: Shape = (groups, chance, format) => {
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
const mergedAgencies: Shape = (groups) => {
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
const threeRows: Shape = (groups) => {
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
const appendices: Shape = (groups, chance) => {
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

/** Tasks by agency: its name is a group row, or the heading above a table of its own. */
const byAgency: Shape = (groups, chance, format) => {
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
const agencyFirst: Shape = (groups, chance, format) => {
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
