import type { ExpectedTask } from '../../judge.ts';
import { type Chance, chanceOf } from './chance.ts';
import { others, otherTable } from './controls.ts';
import { appendixTitles, chooseLook, type Look, layOut } from './lay-out.ts';
import { line, type Piece, title } from './pieces.ts';
import { resolution } from './resolution.ts';
import { mergedShapes, plainShapes } from './shapes.ts';
import { type Planned, planTasks } from './tasks.ts';
import { type Format, write } from './write.ts';

/** A paper nobody has written before, and what it says. */
export type Generated = {
  /** its tables that hold no tasks, by what they are */
  others?: string[];
  name: string;
  bytes: Uint8Array;
  expected: ExpectedTask[];
  look?: Look;
};

const formats: Format[] = ['docx', 'html', 'md', 'txt'];

/** An annual reform plan with its table of tasks. */
export async function reformPlan(seed: number): Promise<Generated> {
  const chance = chanceOf(seed);
  const format = chance.pick(formats);
  const commune = chance.often(0.25);
  const groups = planTasks(chance, commune);
  const look = chooseLook(chance, format);
  const tables = [...appendixTitles(chance), ...layOut(groups, look, chance)];
  const other = chance.often(0.4) ? chance.pick(others) : undefined;
  const beside = other ? otherTable(other, chance) : [];
  const appendices = chance.often(0.5) ? [...tables, ...beside] : [...beside, ...tables];
  const pieces = [...opening(chance, commune), ...closing(), ...appendices];
  const decomposed = chance.often(0.1);
  const bytes = await write(decomposed ? pieces.map(decompose) : pieces, format);
  const expected = groups.flatMap(({ tasks }) => tasks.map((task) => expect(task, look)));
  return { name: `reform-${seed}.${format}`, bytes, expected, look, ...(other && { others: [other.kind] }) };
}

function expect(planned: Planned, { columns }: Look): ExpectedTask {
  const has = new Set(columns.map(({ kind }) => kind));
  return {
    ...(has.has('component') && { component: planned.component }),
    text: planned.text,
    result: has.has('result') ? planned.products.join('\n') : null,
    lead: planned.lead,
    implement: [],
    cooperate: has.has('cooperate') ? planned.cooperate : [],
    monitor: [],
    time: has.has('time') ? (planned.time?.print ?? null) : null,
    schedule: has.has('time') ? (planned.time?.schedule ?? null) : null,
  };
}

export function decompose(piece: Piece): Piece {
  if (piece.kind === 'paragraph') return { ...piece, text: piece.text.normalize('NFD') };
  return {
    ...piece,
    rows: piece.rows.map((row) => row.map((cell) => ({ ...cell, text: cell.text.normalize('NFD') }))),
  };
}

export function opening(chance: Chance, commune: boolean): Piece[] {
  const office = commune ? 'XÃ TÂN LẬP' : 'TỈNH MINH HÀ';
  return [
    title('ỦY BAN NHÂN DÂN'),
    title(office),
    line('Số: 21/KH-UBND'),
    line('Minh Hà, ngày 16 tháng 01 năm 2026'),
    title('KẾ HOẠCH'),
    title(
      `Cải cách hành chính nhà nước ${office.toLowerCase().replace('minh hà', 'Minh Hà').replace('tân lập', 'Tân Lập')} năm 2026`,
    ),
    line('I. MỤC ĐÍCH, YÊU CẦU', { bold: true }),
    line('1. Xây dựng nền hành chính dân chủ, chuyên nghiệp, hiện đại, phục vụ Nhân dân.'),
    ...(chance.often(0.5) ? [line('2. Gắn cải cách hành chính với chuyển đổi số và thực hành tiết kiệm.')] : []),
    line('II. NHIỆM VỤ', { bold: true }),
    line('Chi tiết tại Phụ lục kèm theo Kế hoạch này.'),
    line('III. TỔ CHỨC THỰC HIỆN', { bold: true }),
    line('1. Các cơ quan, đơn vị căn cứ nhiệm vụ được giao xây dựng kế hoạch trước ngày 31/01/2026.'),
  ];
}

export const closing = (): Piece[] => [
  line('Nơi nhận:', { bold: true }),
  line('- Như trên;'),
  line('- Lưu: VT, SNV.'),
  title('TM. ỦY BAN NHÂN DÂN'),
  title('CHỦ TỊCH'),
  title('Trần Minh Khôi'),
];

/** Tasks set out otherwise: by crosses, nested, in several tables, with labels in cells. */
export async function shapedPlan(seed: number): Promise<Generated> {
  const chance = chanceOf(seed);
  const format = chance.pick(formats);
  const shape = chance.pick(format === 'docx' || format === 'html' ? mergedShapes : plainShapes);
  const { pieces, expected } = shape(planTasks(chance, false), chance, format);
  const bytes = await write([...opening(chance, false), ...closing(), ...appendixTitles(chance), ...pieces], format);
  return { name: `${shape.name}-${seed}.${format}`, bytes, expected };
}

/** Papers without any task: decisions on members, lists, budgets, forms. */
export async function control(seed: number): Promise<Generated> {
  const chance = chanceOf(seed);
  const format = chance.pick(formats);
  const chosen = chance.some(others, chance.between(1, 3));
  const [type, subject] = chance.pick(subjects);
  const pieces: Piece[] = [
    title('ỦY BAN NHÂN DÂN'),
    title('TỈNH MINH HÀ'),
    line(`Số: ${chance.between(10, 99)}/${type === 'QUYẾT ĐỊNH' ? 'QĐ' : 'TB'}-UBND`),
    line('Minh Hà, ngày 20 tháng 02 năm 2026'),
    title(type),
    title(subject),
    line('Căn cứ Luật Tổ chức chính quyền địa phương ngày 16/6/2025;'),
    ...closing(),
    ...chosen.flatMap((other) => otherTable(other, chance)),
  ];
  const bytes = await write(pieces, format);
  return { name: `control-${seed}.${format}`, bytes, expected: [], others: chosen.map(({ kind }) => kind) };
}

const subjects: [type: string, subject: string][] = [
  ['QUYẾT ĐỊNH', 'Về việc kiện toàn Ban Chỉ đạo cải cách hành chính tỉnh Minh Hà'],
  ['QUYẾT ĐỊNH', 'Về việc công bố danh mục thủ tục hành chính'],
  ['QUYẾT ĐỊNH', 'Về việc phân bổ dự toán ngân sách năm 2026'],
  ['THÔNG BÁO', 'Kết quả Chỉ số cải cách hành chính năm 2025'],
];

/** A resolution of the Government, mostly as Markdown. */
export async function centralResolution(seed: number): Promise<Generated> {
  const chance = chanceOf(seed);
  const format = chance.often(0.7) ? 'md' : chance.pick(formats);
  const { pieces, expected } = resolution(chance);
  return { name: `resolution-${seed}.${format}`, bytes: await write(pieces, format), expected };
}
