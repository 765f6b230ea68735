import type { Chance } from './chance.ts';
import { type ColumnKind, chooseColumns, type HeadedColumn, whoHeaders } from './headers.ts';
import { type GridCell, line, type Piece, type TablePiece, title } from './pieces.ts';
import type { Planned, PlannedGroup } from './tasks.ts';
import type { Format } from './write.ts';

/** How this paper's table looks. */
export type Look = {
  columns: HeadedColumn[];
  /** a wider header over who leads and who cooperates */
  who: string | null;
  columnNumbers: boolean;
  /** "I", "1" starting again under each group; "1" going on; "1.1" */
  numbering: 'restart' | 'running' | 'dotted';
  groups: 'merged' | 'beside-number' | 'unmerged' | 'none';
  /** a component stands once, beside all its tasks; its number too where it counts components */
  mergedComponents: boolean;
  /** the format has merged cells; where it has none, the places below are empty */
  merges: boolean;
  between: string;
  capitals: boolean;
  counted: boolean;
  blankRows: boolean;
  doubleSpaces: boolean;
  repeatedHeader: boolean;
  titleInside: boolean;
  cut: 'none' | 'header-repeats' | 'bare';
};

export function chooseLook(chance: Chance, format: Format): Look {
  const columns = chooseColumns(chance);
  const numbered = columns[0]?.kind === 'number';
  const merges = format === 'docx' || format === 'html';
  const beside = columns.findIndex(({ kind }) => kind === 'lead');
  const both = columns[beside + 1]?.kind === 'cooperate';
  return {
    columns,
    who: both && merges && chance.often(0.35) ? chance.pick(whoHeaders) : null,
    columnNumbers: chance.often(0.2),
    numbering: numbered ? chance.pick(['restart', 'restart', 'running', 'dotted'] as const) : 'running',
    groups: chance.often(0.15)
      ? 'none'
      : merges
        ? chance.pick(['merged', 'beside-number', 'unmerged'] as const)
        : 'unmerged',
    mergedComponents: chance.often(merges ? 0.6 : 0.4),
    merges,
    between: chance.pick(format === 'txt' ? ['; ', ', '] : ['; ', ', ', '\n', ';\n', '\n- ']),
    capitals: chance.often(0.6),
    counted: format === 'docx' && chance.often(0.5),
    blankRows: chance.often(0.15),
    doubleSpaces: chance.often(0.2),
    repeatedHeader: chance.often(0.1),
    titleInside: merges && chance.often(0.08),
    cut: chance.often(0.35) ? chance.pick(['header-repeats', 'bare'] as const) : 'none',
  };
}

/** A row and what it is, so that noise knows where it may stand. */
type Laid = { cells: GridCell[]; kind: 'group' | 'task' | 'more' | 'noise'; planned?: Planned };

const romans = ['I', 'II', 'III', 'IV', 'V', 'VI', 'VII', 'VIII'];

/** The table of a paper, cut in two where its look says so. */
export function layOut(groups: PlannedGroup[], look: Look, chance: Chance): Piece[] {
  const header = headerOf(look);
  const rows = noisy(rowsOf(groups, look), header, look, chance);
  const made = (laid: Laid[], head: GridCell[][]): TablePiece => ({
    kind: 'table',
    rows: [...head, ...laid.map(({ cells }) => cells)],
    headerRows: head.length,
    landscape: true,
  });
  const at = look.cut === 'none' ? -1 : cutAt(rows, look);
  if (at < 0) return [made(rows, header)];
  const [above, below] = tear(rows[at] as Laid, look, chance);
  const page = line(String(chance.between(2, 9)));
  const first = [...rows.slice(0, at), { ...(rows[at] as Laid), cells: above }];
  const rest: Laid[] = [{ cells: below, kind: 'task' }, ...rows.slice(at + 1)];
  return [made(first, header), page, made(rest, look.cut === 'bare' ? [] : header)];
}

function headerOf({ columns, who, columnNumbers, titleInside }: Look): GridCell[][] {
  const bold = (text: string, spans: Partial<GridCell> = {}): GridCell => ({ text, bold: true, ...spans });
  const lead = columns.findIndex(({ kind }) => kind === 'lead');
  const rows: GridCell[][] =
    who === null
      ? [columns.map(({ header }) => bold(header))]
      : [
          columns.flatMap(({ header }, at) => {
            if (at === lead) return [bold(who, { colSpan: 2 })];
            return at === lead + 1 ? [] : [bold(header, { rowSpan: 2 })];
          }),
          [bold('Chủ trì'), bold('Phối hợp')],
        ];
  if (columnNumbers) rows.push(columns.map((_, at) => ({ text: `(${at + 1})` })));
  if (titleInside) rows.unshift([bold('DANH MỤC NHIỆM VỤ NĂM 2026', { colSpan: columns.length })]);
  return rows;
}

function rowsOf(groups: PlannedGroup[], look: Look): Laid[] {
  let running = 0;
  return groups.flatMap(({ field, tasks }, at) => {
    const head: Laid[] = look.groups === 'none' ? [] : [{ cells: groupRow(field, at, look), kind: 'group' }];
    const body = tasks.flatMap((planned, here) => {
      running++;
      const number = { restart: `${here + 1}`, running: `${running}`, dotted: `${at + 1}.${here + 1}` }[look.numbering];
      return taskRows(planned, number, here === 0 ? tasks.reduce((sum, one) => sum + rowsFor(one, look), 0) : 0, look);
    });
    return [...head, ...body];
  });
}

const has = ({ columns }: Look, kind: ColumnKind) => columns.some((column) => column.kind === kind);
const rowsFor = (planned: Planned, look: Look) => (has(look, 'result') ? planned.products.length : 1);

function groupRow(field: string, at: number, { columns, groups, capitals, numbering, counted }: Look): GridCell[] {
  const name = capitals ? field : field.charAt(0) + field.slice(1).toLowerCase();
  const label = numbering === 'dotted' ? `${at + 1}` : (romans[at] ?? '');
  const numbered = columns[0]?.kind === 'number';
  if (!numbered || groups === 'merged') return [{ text: `${label}. ${name}`, colSpan: columns.length, bold: true }];
  const number: GridCell = { text: label, bold: true, ...(counted && numbering !== 'dotted' && { counted: 0 }) };
  if (groups === 'beside-number') return [number, { text: name, colSpan: columns.length - 1, bold: true }];
  const empty = columns.slice(2).map(() => ({ text: '' }));
  return [number, { text: name, bold: true }, ...empty];
}

/** A task's rows: its own, and one for each further product. `covers` is how far a merged component hangs down. */
function taskRows(planned: Planned, number: string, covers: number, look: Look): Laid[] {
  const counted =
    look.counted && look.numbering === 'restart' && (look.groups === 'beside-number' || look.groups === 'unmerged');
  const merged = look.mergedComponents && has(look, 'component');
  const cells = look.columns.flatMap(({ kind }): GridCell[] => {
    if (kind === 'number') return [{ text: number, ...(counted && { counted: 1 }) }];
    if (kind === 'component' && merged) return once({ text: planned.component }, covers, look);
    return [{ text: said(planned, kind, look) }];
  });
  const more = planned.products.slice(1, rowsFor(planned, look)).map((product): Laid => {
    const kinds = look.columns.filter(({ kind }) => !(kind === 'component' && merged && look.merges));
    return { cells: kinds.map(({ kind }) => ({ text: kind === 'result' ? product : '' })), kind: 'more' };
  });
  return [{ cells, kind: 'task', planned }, ...more];
}

/** A cell over `covers` rows; 0 where one above reaches down. */
function once(cell: GridCell, covers: number, { merges }: Look): GridCell[] {
  if (!merges) return [covers > 0 ? cell : { text: '' }];
  return covers > 0 ? [{ ...cell, ...(covers > 1 && { rowSpan: covers }) }] : [];
}

function said(planned: Planned, kind: ColumnKind, { between }: Look): string {
  const names = (list: string[]) => `${between === '\n- ' && list.length > 1 ? '- ' : ''}${list.join(between)}`;
  const cells: Record<ColumnKind, string> = {
    number: '',
    component: planned.component,
    text: planned.text,
    result: planned.products[0] ?? '',
    lead: names(planned.lead),
    cooperate: names(planned.cooperate),
    time: planned.time?.print ?? '',
    extra: planned.remark,
  };
  return cells[kind];
}

/** Blank rows, the header again in the middle, two spaces where one belongs. */
function noisy(rows: Laid[], header: GridCell[][], look: Look, chance: Chance): Laid[] {
  const merged = rows.some(({ cells }) => cells.some(({ rowSpan }) => rowSpan !== undefined));
  const out = rows.flatMap((row, at): Laid[] => {
    const blank = look.blankRows && !merged && row.kind !== 'more' && chance.often(0.1);
    const again =
      look.repeatedHeader && !merged && at > 3 && row.kind === 'task' && chance.often(0.15) && header.length === 1;
    const before: Laid[] = [];
    if (blank) before.push({ cells: look.columns.map(() => ({ text: '' })), kind: 'noise' });
    if (again) before.push({ cells: header[0] as GridCell[], kind: 'noise' });
    return [...before, row];
  });
  if (!look.doubleSpaces) return out;
  const doubled = (text: string) => (chance.often(0.3) ? text.replace(' ', '  ') : text);
  return out.map((row) => ({ ...row, cells: row.cells.map((cell) => ({ ...cell, text: doubled(cell.text) })) }));
}

/** A row in the second half that no merged cell reaches over and that has enough words to be torn. */
function cutAt(rows: Laid[], look: Look): number {
  if (look.mergedComponents && has(look, 'component')) return -1;
  return rows.findIndex(
    ({ kind, planned, cells }, at) =>
      kind === 'task' &&
      at > rows.length / 2 &&
      (planned?.text.split(' ').length ?? 0) > 9 &&
      rows[at + 1]?.kind === 'task' &&
      cells.length === look.columns.length,
  );
}

/**
 * The lower part of a long task stands on the next page; where its cell of agencies is a list, the rest of that too, and
 * sometimes the name of an agency is cut in two.
 */
function tear({ cells }: Laid, { columns, between }: Look, chance: Chance): [GridCell[], GridCell[]] {
  const lists = chance.often(0.5) && between !== ', ';
  const halves = cells.map((cell, at): [string, string] => {
    const kind = columns[at]?.kind;
    if (kind === 'text') return tornText(cell.text, chance);
    return lists && (kind === 'lead' || kind === 'cooperate') ? tornList(cell.text, between) : [cell.text, ''];
  });
  return [
    cells.map((cell, at) => ({ ...cell, text: halves[at]?.[0] ?? '' })),
    halves.map(([, below]) => ({ text: below })),
  ];
}

function tornText(text: string, chance: Chance): [string, string] {
  const words = text.split(' ');
  const from = chance.between(5, 8);
  const low = words.findIndex((word, here) => here >= from && /^\p{Ll}/u.test(word));
  const cut = low < 0 ? words.findIndex((word, here) => here > 3 && /^\p{Ll}/u.test(word)) : low;
  return [words.slice(0, cut).join(' '), words.slice(cut).join(' ')];
}

/** After the separator that stands nearest the middle; it stays above. */
function tornList(text: string, between: string): [string, string] {
  const names = text.split(between);
  if (names.length < 2) return [text, ''];
  const cut = Math.ceil(names.length / 2);
  const end = between.replace(/\s*(?:\n- |\n)?$/u, '');
  return [
    `${names.slice(0, cut).join(between)}${end}`,
    `${between === '\n- ' ? '- ' : ''}${names.slice(cut).join(between)}`,
  ];
}

export const appendixTitles = (chance: Chance): Piece[] => [
  title(chance.pick(['PHỤ LỤC', 'Phụ lục I', 'PHỤ LỤC 01'])),
  title(
    chance.pick([
      'NHIỆM VỤ CẢI CÁCH HÀNH CHÍNH NĂM 2026',
      'PHÂN CÔNG NHIỆM VỤ CẢI CÁCH HÀNH CHÍNH NĂM 2026',
      'DANH MỤC NHIỆM VỤ TRỌNG TÂM NĂM 2026',
    ]),
  ),
  line('(Kèm theo Kế hoạch số 21/KH-UBND ngày 16/01/2026 của UBND tỉnh Minh Hà)', { centred: true }),
];
