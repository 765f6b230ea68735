import { strToU8, zipSync } from 'fflate';

/**
 * Word files as hard to read as real ones, from a few lines. Pieces are OOXML strings, so that a test can put a revision,
 * a text box or a content control exactly where it hurts.
 */

const xmlSafe = (text: string) => text.replace(/&/g, '&amp;').replace(/</g, '&lt;').replace(/>/g, '&gt;');

export const run = (text: string, properties = '') =>
  `<w:r>${properties && `<w:rPr>${properties}</w:rPr>`}<w:t xml:space="preserve">${xmlSafe(text)}</w:t></w:r>`;
export const deleted = (text: string) =>
  `<w:del w:id="1" w:author="A" w:date="2026-01-01T00:00:00Z"><w:r><w:delText xml:space="preserve">${xmlSafe(text)}</w:delText></w:r></w:del>`;
export const inserted = (text: string) =>
  `<w:ins w:id="2" w:author="A" w:date="2026-01-01T00:00:00Z">${run(text)}</w:ins>`;

/** A paragraph of runs; plain text becomes one run. `numbered` is "list:level". */
export function par(content: string, options: { numbered?: string; style?: string; properties?: string } = {}): string {
  const [list, level = '0'] = options.numbered?.split(':') ?? [];
  const number = list === undefined ? '' : `<w:numPr><w:ilvl w:val="${level}"/><w:numId w:val="${list}"/></w:numPr>`;
  const style = options.style === undefined ? '' : `<w:pStyle w:val="${options.style}"/>`;
  const inside = content === '' || content.startsWith('<') ? content : run(content);
  return `<w:p><w:pPr>${style}${number}${options.properties ?? ''}</w:pPr>${inside}</w:p>`;
}

type CellOptions = { span?: number; merge?: 'start' | 'on' };
export function cell(content: string, { span, merge }: CellOptions = {}): string {
  const spans = span === undefined ? '' : `<w:gridSpan w:val="${span}"/>`;
  const merges = merge === undefined ? '' : merge === 'start' ? '<w:vMerge w:val="restart"/>' : '<w:vMerge/>';
  const inside =
    content.startsWith('<w:p') || content.startsWith('<w:tbl') || content.startsWith('<w:sdt')
      ? content
      : lines(content);
  return `<w:tc><w:tcPr>${spans}${merges}</w:tcPr>${inside}</w:tc>`;
}

const lines = (text: string) =>
  text
    .split('\n')
    .map((line) => par(line))
    .join('');

/** Cells as text or as made by `cell`. `properties` go to the row: a repeated header, a tracked row. */
export function row(cells: string[], properties = ''): string {
  const made = cells.map((one) => (one.startsWith('<w:tc>') || one.startsWith('<w:sdt>') ? one : cell(one)));
  return `<w:tr>${properties && `<w:trPr>${properties}</w:trPr>`}${made.join('')}</w:tr>`;
}

export const header = '<w:tblHeader/>';
export const rowDeleted = '<w:del w:id="3" w:author="A" w:date="2026-01-01T00:00:00Z"/>';
export const rowInserted = '<w:ins w:id="4" w:author="A" w:date="2026-01-01T00:00:00Z"/>';

export function table(columns: number, ...rows: string[]): string {
  const grid = '<w:gridCol w:w="1500"/>'.repeat(columns);
  return `<w:tbl><w:tblPr/><w:tblGrid>${grid}</w:tblGrid>${rows.join('')}</w:tbl>`;
}

/** A text box as Word writes it: once for itself and once again for readers from before 2010. */
export function textBox(text: string): string {
  const content = `<w:txbxContent>${par(text)}</w:txbxContent>`;
  return `<w:r><mc:AlternateContent><mc:Choice Requires="wps"><w:drawing><wp:anchor><a:graphic><a:graphicData uri="http://schemas.microsoft.com/office/word/2010/wordprocessingShape"><wps:wsp><wps:txbx>${content}</wps:txbx></wps:wsp></a:graphicData></a:graphic></wp:anchor></w:drawing></mc:Choice><mc:Fallback><w:pict><v:shape><v:textbox>${content}</v:textbox></v:shape></w:pict></mc:Fallback></mc:AlternateContent></w:r>`;
}

/** A level of a list: its format ("decimal", "upperRoman" …), its text ("%1.%2") and where it starts. */
type Level = [format: string, text: string, start?: number];

function numberingXml(lists: Level[][]): string {
  const abstract = lists.map((levels, list) => {
    const inside = levels.map(
      ([format, text, start = 1], at) =>
        `<w:lvl w:ilvl="${at}"><w:start w:val="${start}"/><w:numFmt w:val="${format}"/><w:lvlText w:val="${text}"/></w:lvl>`,
    );
    return `<w:abstractNum w:abstractNumId="${list}">${inside.join('')}</w:abstractNum>`;
  });
  const nums = lists.map((_, list) => `<w:num w:numId="${list + 1}"><w:abstractNumId w:val="${list}"/></w:num>`);
  return `<w:numbering ${names}>${abstract.join('')}${nums.join('')}</w:numbering>`;
}

const names = [
  'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"',
  'xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"',
  'xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006"',
  'xmlns:wp="http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing"',
  'xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main"',
  'xmlns:wps="http://schemas.microsoft.com/office/word/2010/wordprocessingShape"',
  'xmlns:v="urn:schemas-microsoft-com:vml"',
].join(' ');

const office = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const main = 'application/vnd.openxmlformats-officedocument.wordprocessingml';

/** `numbering` and `styles` are the inside of those parts; `links` more relationships, `files` more entries, as they are. */
type Parts = {
  lists?: Level[][];
  running?: { header: string; footer: string };
  numbering?: string;
  styles?: string;
  links?: string;
  files?: Record<string, string>;
};

/** The file: list n of `lists` is number n, counting from 1. */
export function word(
  body: string,
  { lists = [], running, numbering, styles, links: more = '', files: extra = {} }: Parts = {},
): Uint8Array {
  const parts: [name: string, kind: string, xml: string][] = [
    [
      'numbering',
      'numbering',
      numbering === undefined ? numberingXml(lists) : `<w:numbering ${names}>${numbering}</w:numbering>`,
    ],
    ...(styles === undefined
      ? []
      : ([['styles', 'styles', `<w:styles ${names}>${styles}</w:styles>`]] as [string, string, string][])),
    ...(running === undefined
      ? []
      : ([
          ['header1', 'header', `<w:hdr ${names}>${par(running.header)}</w:hdr>`],
          ['footer1', 'footer', `<w:ftr ${names}>${par(running.footer)}</w:ftr>`],
        ] as [string, string, string][])),
  ];
  const references = running
    ? '<w:headerReference w:type="default" r:id="header1"/><w:footerReference w:type="default" r:id="footer1"/>'
    : '';
  const document = `<w:document ${names}><w:body>${body}<w:sectPr>${references}</w:sectPr></w:body></w:document>`;
  const types = parts.map(
    ([name, kind]) => `<Override PartName="/word/${name}.xml" ContentType="${main}.${kind}+xml"/>`,
  );
  const links = parts.map(
    ([name, kind]) => `<Relationship Id="${name}" Type="${office}/${kind}" Target="${name}.xml"/>`,
  );
  const files = {
    '[Content_Types].xml': `<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Override PartName="/word/document.xml" ContentType="${main}.document.main+xml"/>${types.join('')}</Types>`,
    '_rels/.rels': `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="d" Type="${office}/officeDocument" Target="word/document.xml"/></Relationships>`,
    'word/_rels/document.xml.rels': `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">${links.join('')}${more}</Relationships>`,
    'word/document.xml': document,
    ...Object.fromEntries(parts.map(([name, , xml]) => [`word/${name}.xml`, xml])),
    ...extra,
  };
  const xml = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';
  return zipSync(Object.fromEntries(Object.entries(files).map(([name, text]) => [name, strToU8(xml + text)])));
}
