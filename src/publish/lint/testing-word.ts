import { strToU8, zipSync } from 'fflate';

/**
 * The same official document as a Word file written by hand, piece by piece, so that a test can write any piece in another
 * of the ways that Word and its users have.
 */
export type Pieces = {
  head: string;
  title: string;
  body: string;
  closing: string;
  section: string;
  styles: string;
  /** the theme's Latin font, where there is one */
  theme?: string;
  settings: string;
  /** the default header; the first page's is empty */
  header: string;
  numbering: string;
};

export const run = (text: string, properties = ''): string =>
  `<w:r><w:rPr>${properties}</w:rPr>${text
    .split('\n')
    .map((line) => `<w:t xml:space="preserve">${line}</w:t>`)
    .join('<w:br/>')}</w:r>`;

export const par = (inside: string, properties = ''): string =>
  `<w:p><w:pPr>${properties}</w:pPr>${inside.startsWith('<') || inside === '' ? inside : run(inside)}</w:p>`;

export const size = (points: number): string => `<w:sz w:val="${points * 2}"/>`;
export const centre = '<w:jc w:val="center"/>';
const [bold, italic] = ['<w:b/>', '<w:i/>'];

export const centred = (text: string, points: number, more = ''): string =>
  par(run(text, `${more}${size(points)}`), centre);

export const table = (...cells: string[]): string =>
  `<w:tbl><w:tblPr/><w:tr>${cells.map((cell) => `<w:tc>${cell}</w:tc>`).join('')}</w:tr></w:tbl>`;

/** A line of VML, as Word wrote it until 2007 and still does for those who read so. */
export const vml = (points: number): string =>
  `<w:r><w:pict><v:line from="0,2pt" to="${points}pt,2pt"/></w:pict></w:r>`;

/** A connector as Word draws it, with what it writes for older readers. */
export const connector = (points: number): string =>
  `<w:r><mc:AlternateContent><mc:Choice Requires="wps"><w:drawing><wp:anchor><wp:extent cx="${points * 12_700}" cy="0"/><a:graphic><a:graphicData><wps:wsp><wps:spPr><a:prstGeom prst="straightConnector1"/></wps:spPr></wps:wsp></a:graphicData></a:graphic></wp:anchor></w:drawing></mc:Choice><mc:Fallback><w:pict><v:shape type="#_x0000_t32" style="width:${points}pt;height:0"/></w:pict></mc:Fallback></mc:AlternateContent></w:r>`;

export const field = (type: 'begin' | 'separate' | 'end'): string =>
  `<w:r><w:rPr>${size(14)}</w:rPr><w:fldChar w:fldCharType="${type}"/></w:r>`;
export const code = (text: string): string =>
  `<w:r><w:rPr>${size(14)}</w:rPr><w:instrText xml:space="preserve">${text}</w:instrText></w:r>`;

const sentence =
  'Ủy ban nhân dân xã giao các thôn, tổ dân phố tổ chức thực hiện nhiệm vụ, báo cáo kết quả về Văn phòng trước ngày 15 tháng cuối quý để tổng hợp.';

export const bodyLook =
  '<w:jc w:val="both"/><w:spacing w:before="120" w:line="276" w:lineRule="auto"/><w:ind w:firstLine="720"/>';

export const page = (more = ''): string =>
  `<w:sectPr><w:headerReference w:type="default" r:id="header1"/><w:headerReference w:type="first" r:id="header2"/><w:pgSz w:w="11906" w:h="16838"/><w:pgMar w:top="1134" w:right="1134" w:bottom="1134" w:left="1701"/><w:titlePg/>${more}</w:sectPr>`;

/** Nothing in it is against the decree. */
export const pieces = (): Pieces => ({
  head: table(
    `${centred('UBND TỈNH MINH HÀ', 13)}${par(`${run('SỞ NỘI VỤ', bold + size(13))}${connector(30)}`, centre)}${centred('Số: 15/KH-SNV', 13)}`,
    `${centred('CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM', 13, bold)}${par(`${run('Độc lập - Tự do - Hạnh phúc', bold + size(14))}${connector(170)}`, centre)}${centred('Minh Hà, ngày 05 tháng 3 năm 2026', 14, italic)}`,
  ),
  title: `${centred('KẾ HOẠCH', 14, bold)}${par(`${run('Kiểm tra cải cách hành chính năm 2026', bold + size(14))}${connector(100)}`, centre)}`,
  body: Array.from({ length: 25 }, () => par(run(sentence, size(14)), bodyLook)).join(''),
  closing: table(
    par(run('Nơi nhận:', bold + italic + size(12))) +
      ['- UBND tỉnh (để b/c);', '- Các phòng, đơn vị;', '- Lưu: VT, CCHC.']
        .map((words) => par(run(words, size(11))))
        .join(''),
    `${centred('KT. GIÁM ĐỐC', 14, bold)}${centred('PHÓ GIÁM ĐỐC', 14, bold)}${par('')}${centred('Lê Văn Thành', 14, bold)}`,
  ),
  section: page(),
  styles:
    '<w:docDefaults><w:rPrDefault><w:rPr><w:rFonts w:ascii="Times New Roman" w:hAnsi="Times New Roman"/></w:rPr></w:rPrDefault></w:docDefaults>',
  settings: '',
  header: par(field('begin') + code(' PAGE ') + field('separate') + run('2', size(14)) + field('end'), centre),
  numbering: '',
});

const names = [
  ['w', 'http://schemas.openxmlformats.org/wordprocessingml/2006/main'],
  ['r', 'http://schemas.openxmlformats.org/officeDocument/2006/relationships'],
  ['mc', 'http://schemas.openxmlformats.org/markup-compatibility/2006'],
  ['wp', 'http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing'],
  ['a', 'http://schemas.openxmlformats.org/drawingml/2006/main'],
  ['wps', 'http://schemas.microsoft.com/office/word/2010/wordprocessingShape'],
  ['v', 'urn:schemas-microsoft-com:vml'],
]
  .map(([prefix, uri]) => `xmlns:${prefix}="${uri}"`)
  .join(' ');

const office = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const packages = 'http://schemas.openxmlformats.org/package/2006';

export function writeWord({
  head,
  title,
  body,
  closing,
  section,
  styles,
  theme,
  settings,
  header,
  numbering,
}: Pieces): Uint8Array {
  const parts: [name: string, kind: string, xml: string][] = [
    ['styles', 'styles', `<w:styles ${names}>${styles}</w:styles>`],
    ['settings', 'settings', `<w:settings ${names}>${settings}</w:settings>`],
    ['numbering', 'numbering', `<w:numbering ${names}>${numbering}</w:numbering>`],
    ['header1', 'header', `<w:hdr ${names}>${header}</w:hdr>`],
    ['header2', 'header', `<w:hdr ${names}>${par('')}</w:hdr>`],
    ...(theme === undefined ? [] : ([['theme1', 'theme', themeOf(theme)]] as [string, string, string][])),
  ];
  const links = parts.map(
    ([name, kind]) => `<Relationship Id="${name}" Type="${office}/${kind}" Target="${name}.xml"/>`,
  );
  const document = `<w:document ${names}><w:body>${head}${par('')}${title}${par('')}${body}${closing}${section}</w:body></w:document>`;
  const files = {
    '[Content_Types].xml': `<Types xmlns="${packages}/content-types"><Override PartName="/word/document.xml" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"/></Types>`,
    '_rels/.rels': `<Relationships xmlns="${packages}/relationships"><Relationship Id="d" Type="${office}/officeDocument" Target="word/document.xml"/></Relationships>`,
    'word/_rels/document.xml.rels': `<Relationships xmlns="${packages}/relationships">${links.join('')}</Relationships>`,
    'word/document.xml': document,
    ...Object.fromEntries(parts.map(([name, , xml]) => [`word/${name}.xml`, xml])),
  };
  return zipSync(Object.fromEntries(Object.entries(files).map(([name, text]) => [name, strToU8(text)])));
}

const themeOf = (font: string): string =>
  `<a:theme ${names}><a:themeElements><a:fontScheme name="Office"><a:majorFont><a:latin typeface="Cambria"/></a:majorFont><a:minorFont><a:latin typeface="${font}"/></a:minorFont></a:fontScheme></a:themeElements></a:theme>`;
