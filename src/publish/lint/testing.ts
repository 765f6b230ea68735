import {
  AlignmentType,
  convertMillimetersToTwip,
  Document,
  Footer,
  Header,
  ImportedXmlComponent,
  type ISectionOptions,
  LineRuleType,
  NumberFormat,
  Packer,
  PageNumber,
  PageOrientation,
  Paragraph,
  type ParagraphChild,
  Table,
  TableBorders,
  TableCell,
  TableRow,
  TextRun,
  WidthType,
} from 'docx';

/** A line as it is set: what a test changes to plant a fault. Lengths in points, indents in centimetres. */
export type SetLine = {
  text: string;
  size: number;
  bold?: boolean;
  italics?: boolean;
  underline?: boolean;
  font?: string;
  color?: string;
  align?: 'left' | 'center' | 'right' | 'both';
  indent?: number;
  before?: number;
  after?: number;
  line?: number;
  /** length of a line drawn below */
  rule?: number;
};

export type Numbered = { size: number; align?: 'left' | 'center' | 'right'; italics?: boolean; text?: string };

export type SetDocument = {
  paper: { width: number; height: number };
  margins: { top: number; bottom: number; left: number; right: number };
  /** the number of the page at the top, at the bottom, and whether the first page has none */
  top: Numbered | null;
  bottom: Numbered | null;
  firstApart: boolean;
  start?: number;
  roman?: boolean;
  left: SetLine[];
  right: SetLine[];
  title: SetLine[];
  addressee: SetLine[];
  bases: SetLine[];
  body: SetLine[];
  recipients: SetLine[];
  signature: SetLine[];
  appendices: { lines: SetLine[]; rows: number; restart: boolean; apart: boolean }[];
};

const aligns = {
  left: AlignmentType.LEFT,
  center: AlignmentType.CENTER,
  right: AlignmentType.RIGHT,
  both: AlignmentType.JUSTIFIED,
};

/** Writes it with another's library, as a word processor would. */
export async function writeSet(document: SetDocument): Promise<Uint8Array> {
  const { left, right, title, addressee, bases, body, recipients, signature, appendices } = document;
  const head = [columns(left, right), blank(), ...[...title, ...addressee, ...bases, ...body].map(paragraph)];
  const main = [...head, columns(recipients, signature)];
  const apart = appendices.filter((one) => one.apart);
  const joined = appendices.filter((one) => !one.apart);
  const first = { ...section(document, false), children: [...main, ...joined.flatMap(appendixOf)] };
  const others = apart.map((one) => ({
    ...section(document, true, one.restart),
    children: appendixOf(one),
  }));
  const file = new Document({
    styles: { default: { document: { run: { font: 'Times New Roman', size: 28 } } } },
    sections: [first, ...others] as ISectionOptions[],
  });
  return new Uint8Array(await Packer.toBuffer(file));
}

function section(
  { paper, margins, top, bottom, firstApart, start, roman }: SetDocument,
  across: boolean,
  restart = false,
) {
  const { width, height } = { width: twips(paper.width), height: twips(paper.height) };
  const margin = Object.fromEntries(Object.entries(margins).map(([side, value]) => [side, twips(value)]));
  const begin = across ? (restart ? 1 : undefined) : start;
  const pageNumbers = {
    ...(begin === undefined ? {} : { start: begin }),
    ...(roman ? { formatType: NumberFormat.LOWER_ROMAN } : {}),
  };
  const size = { width, height, orientation: across ? PageOrientation.LANDSCAPE : PageOrientation.PORTRAIT };
  const furniture = (one: Numbered | null) => (one ? [numbered(one)] : [new Paragraph('')]);
  return {
    properties: { titlePage: firstApart, page: { size, margin, pageNumbers } },
    headers: {
      default: new Header({ children: furniture(top) }),
      first: new Header({ children: [new Paragraph('')] }),
    },
    footers: { default: new Footer({ children: furniture(bottom) }) },
  };
}

const twips = (millimetres: number): number => convertMillimetersToTwip(millimetres);

const numbered = ({ size, align = 'center', italics = false, text = '' }: Numbered): Paragraph =>
  new Paragraph({
    alignment: aligns[align],
    children: [new TextRun({ children: [text, PageNumber.CURRENT], size: size * 2, italics })],
  });

const blank = (): Paragraph => new Paragraph('');

function columns(left: readonly SetLine[], right: readonly SetLine[]): Table {
  const cell = (lines: readonly SetLine[]) =>
    new TableCell({
      children: lines.length > 0 ? lines.map(paragraph) : [blank()],
      width: { size: 50, type: WidthType.PERCENTAGE },
    });
  return new Table({
    borders: TableBorders.NONE,
    width: { size: 100, type: WidthType.PERCENTAGE },
    rows: [new TableRow({ children: [cell(left), cell(right)] })],
  });
}

function paragraph(line: SetLine): Paragraph {
  const { text, size, bold = false, italics = false, underline, font, color, align = 'center', rule } = line;
  const run = new TextRun({
    ...{ text, size: size * 2, bold, italics },
    ...(underline ? { underline: {} } : {}),
    ...(font ? { font } : {}),
    ...(color ? { color } : {}),
  });
  return new Paragraph({
    alignment: aligns[align],
    indent: { firstLine: Math.round(((line.indent ?? 0) * 1440) / 2.54) },
    spacing: {
      ...{ before: (line.before ?? 0) * 20, after: (line.after ?? 0) * 20 },
      ...{ line: Math.round((line.line ?? 1) * 240), lineRule: LineRuleType.AUTO },
    },
    children: [run, ...(rule === undefined ? [] : [drawnLine(rule)])],
  });
}

/** A line as Word draws one, floating below the paragraph. */
function drawnLine(points: number): ParagraphChild {
  const emu = Math.round(points * 12_700);
  return ImportedXmlComponent.fromXmlString(
    `<w:r xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><w:drawing><wp:anchor xmlns:wp="http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing" distT="0" distB="0" distL="0" distR="0" simplePos="0" relativeHeight="1" behindDoc="0" locked="0" layoutInCell="1" allowOverlap="1"><wp:simplePos x="0" y="0"/><wp:positionH relativeFrom="column"><wp:align>center</wp:align></wp:positionH><wp:positionV relativeFrom="paragraph"><wp:posOffset>250000</wp:posOffset></wp:positionV><wp:extent cx="${emu}" cy="0"/><wp:wrapNone/><wp:docPr id="1" name="Line"/><a:graphic xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main"><a:graphicData uri="http://schemas.microsoft.com/office/word/2010/wordprocessingShape"><wps:wsp xmlns:wps="http://schemas.microsoft.com/office/word/2010/wordprocessingShape"><wps:cNvCnPr/><wps:spPr><a:xfrm><a:off x="0" y="0"/><a:ext cx="${emu}" cy="0"/></a:xfrm><a:prstGeom prst="line"><a:avLst/></a:prstGeom></wps:spPr><wps:bodyPr/></wps:wsp></a:graphicData></a:graphic></wp:anchor></w:drawing></w:r>`,
  ) as unknown as ParagraphChild;
}

function appendixOf({ lines, rows }: SetDocument['appendices'][number]): (Paragraph | Table)[] {
  const texts = ['STT', 'Nội dung nhiệm vụ', 'Cơ quan chủ trì', 'Thời hạn hoàn thành'];
  const row = (cells: readonly string[]) =>
    new TableRow({ children: cells.map((text) => new TableCell({ children: [paragraph({ text, size: 12 })] })) });
  const task = (at: number) => [
    `${at + 1}`,
    'Niêm yết công khai danh sách hộ nghèo tại nhà văn hóa thôn',
    'Ủy ban nhân dân xã',
    'Quý II',
  ];
  const table = new Table({
    width: { size: 100, type: WidthType.PERCENTAGE },
    rows: [row(texts), ...Array.from({ length: rows }, (_, at) => row(task(at)))],
  });
  return [...lines.map(paragraph), blank(), table];
}
