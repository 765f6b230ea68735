import { strFromU8, strToU8, zipSync } from 'fflate';
import type { PlainDate } from '../../kernel/plain-date.ts';
import { appendixXml, blocksXml, sectionXml } from '../paper/docx/block-xml.ts';
import { textWidth, twips } from '../paper/measures.ts';
import type { Paper } from '../paper/model.ts';
import { printable } from '../paper/wording.ts';
import { type Data, openEngine } from './engine.ts';
import { type Foundation, foundation } from './foundation.ts';
import type { PaperKind } from './kinds.ts';
import { type OpenLists, openLists } from './lists.ts';
import { marks, settleParagraphs, withoutMarks } from './marks.ts';
import type { Blocks, Filled, Value, Values } from './model.ts';
import type { TemplateParts } from './open-template.ts';
import { settleSections } from './sections.ts';
import { mergeStyles } from './style-ids.ts';
import { isBlocks, valuesOf } from './values.ts';
import { withNumbering } from './with-numbering.ts';

/** A paper by a template of its kind as a Word file. The same gives the same bytes on the same day. */
export async function fillTemplate(
  kind: PaperKind,
  parts: TemplateParts,
  filled: Filled,
  day: PlainDate,
): Promise<Uint8Array> {
  const ground = await foundation();
  const lists = openLists(textOf(parts, parts.numbering), ground);
  const engine = openEngine(kind, parts);
  engine.render(dataOf(valuesOf(kind, filled), filled.paper, lists));
  const files = new Map<string, Uint8Array>();
  const zip = engine.getZip();
  for (const name of Object.keys(zip.files)) files.set(name, zip.files[name]?.asUint8Array() ?? new Uint8Array());
  settle(files, parts, ground, lists);
  return pack(files, filled.paper, day);
}

const textOf = ({ files }: Pick<TemplateParts, 'files'>, name: string | undefined): string | undefined => {
  const bytes = name === undefined ? undefined : files.get(name);
  return bytes && strFromU8(bytes);
};

/** The values as text of the file: lines between marks, blocks as paragraphs and tables. */
function dataOf(values: Values, paper: Paper, lists: OpenLists): Data {
  const said = (value: Value): Data[string] => {
    if (typeof value === 'string') return value === '' ? marks.empty : clean(value);
    if (isBlocks(value)) return xmlOf(value, paper, lists);
    if (isLines(value)) return linesOf(value);
    return value.map((row) => dataOf(row, paper, lists));
  };
  return Object.fromEntries(Object.entries(values).map(([name, value]) => [name, said(value)]));
}

const clean = (text: string): string => withoutMarks(printable(text));

/** A list of rows without any is no list of lines: both print nothing. */
const isLines = (value: readonly string[] | readonly Values[]): value is readonly string[] =>
  typeof value[0] === 'string';

function linesOf(lines: readonly string[]): string {
  const [only = '', second] = lines.map(clean);
  return second === undefined ? only : `${marks.begin}${lines.map(clean).join(marks.next)}${marks.end}`;
}

function xmlOf(value: Blocks, paper: Paper, lists: OpenLists): string {
  if ('blocks' in value) {
    return value.blocks.length === 0 ? '' : blocksXml(value.blocks, twips(textWidth(false)), lists.open());
  }
  const { appendices } = value;
  if (appendices.length === 0) return '';
  const broken = (section: string): string => `<w:p><w:pPr>${section}</w:pPr></w:p>`;
  const each = appendices.map((appendix, at) => {
    const section = sectionXml(appendix.landscape);
    const ends = at + 1 < appendices.length ? broken(section) : `${marks.last}${section}${marks.last}`;
    return appendixXml(paper, appendix, lists.open()) + ends;
  });
  return broken(marks.section) + each.join('');
}

const running = /^word\/(?:header|footer)\d*\.xml$/u;

/** What docxtemplater leaves to be done: paragraphs, sections, and the styles and lists our blocks are set with. */
function settle(files: Map<string, Uint8Array>, parts: TemplateParts, ground: Foundation, lists: OpenLists): void {
  const change = (name: string, to: (xml: string) => string) => {
    const bytes = files.get(name);
    if (bytes) files.set(name, strToU8(to(strFromU8(bytes))));
  };
  for (const name of files.keys()) if (running.test(name)) change(name, settleParagraphs);
  const main = settleSections(settleParagraphs(strFromU8(files.get(parts.main) ?? new Uint8Array())));
  const used = new Set([...main.matchAll(/<w:pStyle w:val="([^"]+)"/gu)].map(([, id = '']) => id));
  const ours = new Set([...used].filter((id) => ground.styles.has(id)));
  const { styles, idOf } = mergeStyles(textOf({ files }, parts.styles) ?? '', ground, ours);
  if (parts.styles !== undefined) files.set(parts.styles, strToU8(styles));
  files.set(parts.main, strToU8(main.replace(/(<w:pStyle w:val=")([^"]+)"/gu, (_, to, id) => `${to}${idOf(id)}"`)));
  withNumbering(files, parts, lists.into);
}

function pack(files: ReadonlyMap<string, Uint8Array>, { title, issuer }: Paper, day: PlainDate): Uint8Array {
  const [year, month, date] = day.split('-').map(Number);
  const all = Object.fromEntries(files);
  const core = all['docProps/core.xml'];
  if (core) all['docProps/core.xml'] = strToU8(coreOf(strFromU8(core), title, issuer, day));
  return zipSync(all, { mtime: new Date(year ?? 1980, (month ?? 1) - 1, date), level: 6 });
}

/** The paper's own title and body, not those of whoever made the template. */
function coreOf(core: string, title: string, issuer: string, day: PlainDate): string {
  const escaped = (text: string): string =>
    printable(text).replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
  const put = (xml: string, tag: string, text: string): string =>
    xml.replace(new RegExp(`(<${tag}>)[^<]*(</${tag}>)`, 'u'), (_, open, close) => `${open}${escaped(text)}${close}`);
  return put(put(put(core, 'dc:title', title), 'dc:creator', issuer), 'cp:lastModifiedBy', issuer).replace(
    /(<dcterms:\w+[^>]*>)[^<]*/gu,
    `$1${day}T00:00:00Z`,
  );
}
