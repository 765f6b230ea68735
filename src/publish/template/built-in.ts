import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate';
import type { PlainDate } from '../../kernel/plain-date.ts';
import { paragraphXml } from '../paper/docx/table.ts';
import type { Appendix, Block, Paper, Row } from '../paper/model.ts';
import { attachedLine, sayDate } from '../paper/wording.ts';
import { writeDocx } from '../paper/write-docx.ts';
import { flagPrefix } from './fields.ts';
import type { PaperKind } from './kinds.ts';
import { partsOfKind, type Rows, rowsOfKind } from './parts.ts';
import { sampleOf } from './samples.ts';
import { sentencesOf } from './sentences.ts';

/** Stand in a template being written where a field belongs whose place a paper fills with something else. */
const title = 'Kết quả thực hiện các nhiệm vụ nâng cao chất lượng quản trị';
const date = '2099-12-31' as PlainDate;

/**
 * The template a province begins with: our own paper of the kind with fields where its words stand. Filled, it says what the
 * paper says that is written without it.
 */
export async function builtInTemplate(kind: PaperKind, day: PlainDate): Promise<Uint8Array> {
  const paper = templatePaper(kind);
  const files = unzipSync(await writeDocx(paper, day));
  const main = strFromU8(files['word/document.xml'] ?? new Uint8Array());
  files['word/document.xml'] = strToU8(withFields(main, kind, paper));
  const [year, month, at] = day.split('-').map(Number);
  return zipSync(files, { mtime: new Date(year ?? 1980, (month ?? 1) - 1, at), level: 6 });
}

function templatePaper(kind: PaperKind): Paper {
  const { paper } = sampleOf(kind);
  const rows = rowsOfKind[kind];
  const [appendix] = paper.appendices;
  return {
    type: paper.type,
    ...{ superior: '{co_quan_chu_quan}', issuer: '{co_quan_ban_hanh}', number: '{so_ky_hieu}', symbol: null },
    ...{ place: '{dia_danh}', date, year: null, title, addressees: ['{kinh_gui}'], bases: ['{can_cu}'] },
    blocks: [...bodyOf(kind), { kind: 'paragraph', text: '{ket_luan}' }],
    signature: { authority: ['{quyen_han_chuc_vu}'], title: '', name: '{ho_ten_ky}' },
    recipients: ['{noi_nhan}'],
    appendices: rows && appendix ? [appendixOf(appendix, rows)] : [],
  };
}

const paragraph = (text: string): Block => ({ kind: 'paragraph', text });

function bodyOf(kind: PaperKind): Block[] {
  const parts = partsOfKind[kind].flatMap(({ name, heading }): Block[] => [
    paragraph(`{#${flagPrefix}${name}}`),
    { kind: 'heading', level: 1, text: heading },
    paragraph(`{${name}}`),
    paragraph(`{/${flagPrefix}${name}}`),
  ]);
  const sentences = sentencesOf[kind];
  return parts.length === 0 ? sentences : [...sentences, ...parts, paragraph('{cac_muc_khac}')];
}

function appendixOf(appendix: Appendix, rows: Rows): Appendix {
  const table = appendix.blocks.find((block) => block.kind === 'table')?.table;
  const typed = rows.columns.map(({ name }) => `{${name}}`);
  const open = `{#${rows.name}}`;
  const close = `{/${rows.name}}${rows.grouped ? '{/nhom}' : ''}`;
  const cells = typed.map((text, at) => ({
    lines: [`${at === 0 ? open : ''}${text}${at === typed.length - 1 ? close : ''}`],
  }));
  const repeated: Row[] = [
    ...(rows.grouped ? [{ kind: 'group', label: null, name: '{#nhom}{ten_nhom}' } as const] : []),
    { kind: 'row', cells },
  ];
  return {
    ...appendix,
    title: appendix.title.replace(/ chậm .+$/u, ' chậm {viec_phai_bao_cao}'),
    blocks: table ? [{ kind: 'table', table: { ...table, rows: repeated } }] : [],
  };
}

const own = (text: string): string => paragraphXml('NoiDung', text);

/** Where one addressee stands beside “Kính gửi:”, several stand below. */
const addressed = [
  own('{#mot_noi_kinh_gui}'),
  paragraphXml('KinhGui', 'Kính gửi: {kinh_gui}'),
  own('{/mot_noi_kinh_gui}'),
  own('{#nhieu_noi_kinh_gui}'),
  paragraphXml('KinhGui', 'Kính gửi:'),
  paragraphXml('KinhGuiDanhSach', '- {kinh_gui}'),
  paragraphXml('NoiDung', ''),
  own('{/nhieu_noi_kinh_gui}'),
].join('');

function withFields(main: string, kind: PaperKind, paper: Paper): string {
  const plan = kind === 'plan' || kind === 'own-plan';
  const xml = main
    .replaceAll(attachedLine(paper), '{kem_theo}')
    .replaceAll(sayDate(date), '{ngay_thang_nam}')
    .replaceAll(paper.type === 'Công văn' ? `V/v ${title}` : title, '{trich_yeu}')
    .replaceAll('{noi_nhan}.', '{noi_nhan}')
    .replaceAll(plan ? '>KẾ HOẠCH<' : '\u0000', '>{TEN_LOAI}<')
    .replace(/<w:p>(?:(?!<w:p>).)*\{kinh_gui\}(?:(?!<w:p>).)*<\/w:p>/su, () => addressed);
  if (paper.appendices.length === 0) return atEnd(xml, own('{cac_phu_luc}'));
  const label = xml.indexOf('<w:pStyle w:val="PhuLuc"/>');
  const at = xml.lastIndexOf('<w:p>', label);
  return atEnd(`${xml.slice(0, at)}${own('{#co_phu_luc}')}${xml.slice(at)}`, own('{/co_phu_luc}'));
}

/** Before the section at the end of the document. */
function atEnd(xml: string, added: string): string {
  const at = xml.lastIndexOf('<w:sectPr');
  return `${xml.slice(0, at)}${added}${xml.slice(at)}`;
}
