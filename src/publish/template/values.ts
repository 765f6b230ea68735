import type { Appendix, Block, Paper, Row, Table } from '../paper/model.ts';
import { partClosing, sectionsOf } from '../paper/sections.ts';
import { attachedLine, capitals, dayLine, listed, numberLine } from '../paper/wording.ts';
import { flagPrefix } from './fields.ts';
import type { PaperKind } from './kinds.ts';
import type { Blocks, Filled, Value, Values } from './model.ts';
import { partsOfKind, type Rows, rowsOfKind } from './parts.ts';

/** What a finished paper fills a template of its kind with: nothing is said in a template that the paper does not say. */
export function valuesOf(kind: PaperKind, { paper, facts }: Filled): Values {
  const said: Values = { ...lettersOf(paper), ...facts, ...partValues(kind, paper), ...rowValues(kind, paper) };
  return { ...said, ...flagsOf(said, paper) };
}

function lettersOf(paper: Paper): Values {
  const { addressees, signature, recipients } = paper;
  const sayDay = dayLine({ ...paper, place: '' }).replace(/^, /u, '');
  return {
    co_quan_chu_quan: paper.superior ?? '',
    co_quan_ban_hanh: paper.issuer,
    so_ky_hieu: numberLine(paper).replace('Số: ', ''),
    dia_danh: dayLine(paper).slice(0, -sayDay.length - 2),
    ngay_thang_nam: sayDay,
    ten_loai: paper.type,
    trich_yeu: paper.title,
    kinh_gui: addressees.length > 1 ? listed(addressees) : addressees,
    can_cu: paper.bases,
    noi_nhan: listed(recipients),
    quyen_han_chuc_vu: [...signature.authority, signature.title].filter((line) => line !== '').map(capitals),
    ho_ten_ky: signature.name ?? '',
    cac_phu_luc: { appendices: paper.appendices },
    kem_theo: attachedLine(paper),
  };
}

/** The formula that ends a document is its own field, and no part of the section it stands behind. */
function partValues(kind: PaperKind, { blocks }: Paper): Values {
  const { body, closing } = partClosing(blocks);
  const [opening, ...sections] = sectionsOf(body);
  const parts = partsOfKind[kind];
  const named = new Map(parts.map(({ name, heading }) => [heading, name]));
  const others = sections.filter(({ heading }) => heading === null || !named.has(heading));
  const of = (heading: string) => sections.filter((one) => one.heading === heading).flatMap((one) => one.blocks);
  return {
    noi_dung: { blocks: [...body] },
    mo_dau: { blocks: opening?.blocks ?? [] },
    ket_luan: closing ?? '',
    cac_muc_khac: {
      blocks: others.flatMap(({ heading, blocks: own }): Block[] => [
        ...(heading === null ? [] : [{ kind: 'heading', level: 1, text: heading } as const]),
        ...own,
      ]),
    },
    ...Object.fromEntries(parts.map(({ name, heading }) => [name, { blocks: of(heading) }])),
  };
}

function rowValues(kind: PaperKind, { appendices }: Paper): Values {
  const rows = rowsOfKind[kind];
  if (rows === undefined) return {};
  const table = findTable(appendices);
  const groups = table ? groupsOf(table, rows) : [];
  const all = groups.flatMap(({ own }) => own);
  if (!rows.grouped) return { [rows.name]: all };
  return { [rows.name]: all, nhom: groups.map(({ name, own }) => ({ ten_nhom: name, [rows.name]: own })) };
}

const findTable = ([first]: readonly Appendix[]): Table | undefined =>
  first?.blocks.find((block) => block.kind === 'table')?.table;

function groupsOf({ rows }: Table, { columns }: Rows): { name: string; own: Values[] }[] {
  const groups: { name: string; own: Values[] }[] = [];
  let count = 0;
  for (const row of rows) {
    if (row.kind === 'group' || groups.length === 0)
      groups.push({ name: row.kind === 'group' ? row.name : '', own: [] });
    if (row.kind === 'row') groups.at(-1)?.own.push({ stt: String(++count), ...cellsOf(row, columns) });
  }
  return groups;
}

const cellsOf = ({ cells }: Row & { kind: 'row' }, columns: Rows['columns']): Values =>
  Object.fromEntries(columns.map(({ name }, at) => [name, cells[at]?.lines ?? []]));

/** "co_x" for each field there is something of; a flag is a row without fields of its own, or none. */
function flagsOf(values: Values, { addressees }: Paper): Values {
  const flag = (on: boolean): Value => (on ? [{}] : []);
  const said = Object.entries(values).map(([name, value]) => [`${flagPrefix}${name}`, flag(saysAnything(value))]);
  return {
    ...Object.fromEntries(said),
    mot_noi_kinh_gui: flag(addressees.length === 1),
    nhieu_noi_kinh_gui: flag(addressees.length > 1),
    co_phu_luc: flag(saysAnything(values.cac_phu_luc ?? '')),
  };
}

export const isBlocks = (value: Value | undefined): value is Blocks =>
  typeof value === 'object' && !Array.isArray(value) && value !== null;

function saysAnything(value: Value): boolean {
  if (isBlocks(value)) return ('blocks' in value ? value.blocks : value.appendices).length > 0;
  return value.length > 0;
}
