import { describe, expect, it } from 'vitest';
import { lint } from './lint.ts';
import {
  bodyLook,
  centre,
  centred,
  code,
  connector,
  field,
  type Pieces,
  page,
  par,
  pieces,
  run,
  size,
  table,
  vml,
  writeWord,
} from './testing-word.ts';

const rules = (change: Partial<Pieces>): string[] =>
  lint(writeWord({ ...pieces(), ...change }), { name: 'thử.docx' }).findings.map(
    ({ rule, severity }) => `${rule} ${severity}`,
  );
const [bold, italic] = ['<w:b/>', '<w:i/>'];
const long =
  'Ủy ban nhân dân xã giao các thôn, tổ dân phố tổ chức thực hiện nhiệm vụ, báo cáo kết quả trước ngày 15 tháng cuối quý.';
const many = (paragraph: string): string => paragraph.repeat(30);
const style = (id: string, inside: string, more = ''): string =>
  `<w:style w:type="paragraph" w:styleId="${id}"${more}>${inside}</w:style>`;
const fonts = (ascii: string, beyond: string): string => `<w:rFonts w:ascii="${ascii}" w:hAnsi="${beyond}"/>`;
const times = fonts('Times New Roman', 'Times New Roman');
const left = (number: string): string =>
  `${centred('UBND TỈNH MINH HÀ', 13)}${par(`${run('SỞ NỘI VỤ', bold + size(13))}${connector(30)}`, centre)}${centred(number, 13)}`;
const right = (title: string): string => `${title}${centred('Minh Hà, ngày 05 tháng 3 năm 2026', 14, italic)}`;
const motto = par(`${run('Độc lập - Tự do - Hạnh phúc', bold + size(14))}${connector(170)}`, centre);
const nation = centred('CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM', 13, bold);

describe('one document, written in the ways of Word', () => {
  it('passes as it is', () => {
    expect(rules({})).toEqual([]);
  });

  it('has its looks from styles that are based on one another', () => {
    const styles =
      style('Normal', `<w:rPr>${times}${size(14)}</w:rPr>`, ' w:default="1"') +
      style('Lines', '<w:basedOn w:val="Normal"/><w:pPr><w:jc w:val="both"/></w:pPr>') +
      style('Text', '<w:basedOn w:val="Lines"/><w:pPr><w:spacing w:before="120"/><w:ind w:firstLine="567"/></w:pPr>');
    expect(rules({ styles, body: many(par(long, '<w:pStyle w:val="Text"/>')) })).toEqual([]);
    expect(rules({ styles, body: many(par(long, '<w:pStyle w:val="Lines"/>')) })).toEqual([
      'body-indent fault',
      'body-gap fault',
    ]);
  });

  it('takes its fonts from the theme', () => {
    const styles =
      '<w:docDefaults><w:rPrDefault><w:rPr><w:rFonts w:asciiTheme="minorHAnsi" w:hAnsiTheme="minorHAnsi" w:ascii="Arial"/></w:rPr></w:rPrDefault></w:docDefaults>';
    expect(rules({ styles, theme: 'Times New Roman' })).toEqual([]);
    expect(rules({ styles, theme: 'Calibri' })).toEqual(['font fault']);
  });

  it('sets letters beyond ASCII, so most of Vietnamese, in a font of their own', () => {
    const look = fonts('Times New Roman', 'Calibri') + size(14);
    expect(rules({ body: many(par(run(long, look), bodyLook)) })).toEqual(['font fault']);
  });

  it('has a size for other scripts, which no letter here is set in', () => {
    expect(rules({ body: many(par(run(long, `${size(14)}<w:szCs w:val="20"/>`), bodyLook)) })).toEqual([]);
  });

  it('types in small letters what is shown in capitals', () => {
    const title =
      par(run('Kế hoạch', `<w:caps/>${bold}${size(14)}`), centre) +
      par(`${run('Kiểm tra năm 2026', bold + size(14))}${connector(50)}`, centre);
    expect(rules({ title })).toEqual([]);
  });

  it('breaks lines inside a paragraph of the head', () => {
    const head = table(
      `${par(`${run('UBND TỈNH MINH HÀ\n', size(13))}${run('SỞ NỘI VỤ', bold + size(13))}${connector(30)}`, centre)}${centred('Số: 15/KH-SNV', 13)}`,
      right(
        par(
          `${run('CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM\n', bold + size(13))}${run('Độc lập - Tự do - Hạnh phúc', bold + size(14))}${connector(170)}`,
          centre,
        ),
      ),
    );
    expect(rules({ head })).toEqual([]);
  });

  it('sets the two columns of the head by tabs', () => {
    const tab = '<w:r><w:tab/></w:r>';
    const head =
      par(run('UBND TỈNH MINH HÀ', size(13)) + tab + run('CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM', bold + size(13))) +
      par(
        run('SỞ NỘI VỤ', bold + size(13)) +
          tab +
          run('Độc lập - Tự do - Hạnh phúc', bold + size(14)) +
          connector(30) +
          connector(170),
      ) +
      par(run('Số: 15/KH-SNV', size(13)) + tab + run('Minh Hà, ngày 05 tháng 3 năm 2026', italic + size(14)));
    expect(rules({ head })).toEqual([]);
  });

  it('sets them in rows of a table', () => {
    const row = (one: string, other: string): string => table(one, other);
    const names = `${centred('UBND TỈNH MINH HÀ', 13)}${par(`${run('SỞ NỘI VỤ', bold + size(13))}${vml(30)}`, centre)}`;
    const second = row(centred('Số: 15/KH-SNV', 13), centred('Minh Hà, ngày 05 tháng 3 năm 2026', 14, italic));
    const inner = (text: string): string => text.replace('<w:tbl><w:tblPr/>', '').replace('</w:tbl>', '');
    const head = `<w:tbl><w:tblPr/>${inner(row(names, nation + motto))}${inner(second)}</w:tbl>`;
    expect(rules({ head })).toEqual([]);
  });

  it.each([
    ['a line of VML', (points: number) => vml(points)],
    ['a connector', (points: number) => connector(points)],
    [
      'a thin rectangle',
      (points: number) =>
        `<w:r><w:pict><v:rect style="position:absolute;width:${points}pt;height:.75pt"/></w:pict></w:r>`,
    ],
  ])('draws %s below the motto, long or short', (_what, draw) => {
    const of = (points: number) =>
      table(
        left('Số: 15/KH-SNV'),
        right(nation + par(run('Độc lập - Tự do - Hạnh phúc', bold + size(14)) + draw(points), centre)),
      );
    expect(rules({ head: of(170) })).toEqual([]);
    expect(rules({ head: of(40) })).toEqual(['motto-line-length fault']);
  });

  it('has its lines in blank paragraphs, as borders, or all three hung on one', () => {
    const plain = (text: string, points: number): string => par(run(text, bold + size(points)), centre);
    const border = '<w:pBdr><w:bottom w:val="single" w:sz="6"/></w:pBdr>';
    const names = centred('UBND TỈNH MINH HÀ', 13) + plain('SỞ NỘI VỤ', 13);
    const number = centred('Số: 15/KH-SNV', 13);
    const plainMotto = plain('Độc lập - Tự do - Hạnh phúc', 14);
    const bare = `${centred('KẾ HOẠCH', 14, bold)}${plain('Kiểm tra cải cách hành chính năm 2026', 14)}`;
    const blank = (points: number): string => par(connector(points), centre);
    for (const one of [border, border.replace('w:bottom', 'w:top')])
      expect(rules({ head: table(names + blank(30) + number, right(nation + plainMotto + par('', one))) })).toEqual([]);
    const hung = par(run('UBND TỈNH MINH HÀ', size(13)) + connector(30) + connector(170) + connector(100), centre);
    expect(
      rules({ head: table(hung + plain('SỞ NỘI VỤ', 13) + number, right(nation + plainMotto)), title: bare }),
    ).toEqual([]);
    expect(rules({ head: table(names + number, right(nation + plainMotto)), title: bare })).toEqual([
      'motto-line fault',
      'issuer-line fault',
      'subject-line fault',
    ]);
  });

  it('does not take a picture or a text box for a line', () => {
    const picture =
      '<w:r><w:drawing><wp:inline><wp:extent cx="900000" cy="900000"/><a:graphic><a:graphicData/></a:graphic></wp:inline></w:drawing></w:r>';
    const head = table(
      left('Số: 15/KH-SNV'),
      right(nation + par(run('Độc lập - Tự do - Hạnh phúc', bold + size(14)) + picture, centre)),
    );
    expect(rules({ head })).toEqual(['motto-line fault']);
  });
});

describe('the number of the page', () => {
  const simple = `<w:fldSimple w:instr=" PAGE   \\* MERGEFORMAT ">${run('2', size(14))}</w:fldSimple>`;
  const split = field('begin') + code(' PA') + code('GE ') + field('separate') + run('2', size(14)) + field('end');
  it.each([
    ['a simple field', par(simple, centre)],
    ['a field in pieces', par(split, centre)],
    ['a field without a result', par(field('begin') + code('PAGE') + field('end'), centre)],
    [
      'a control of Word',
      `<w:sdt><w:sdtPr><w:docPartObj><w:docPartGallery w:val="Page Numbers (Top of Page)"/></w:docPartObj></w:sdtPr><w:sdtContent>${par(simple, centre)}</w:sdtContent></w:sdt>`,
    ],
    ['a frame in the middle', par(simple, '<w:framePr w:wrap="around" w:hAnchor="margin" w:xAlign="center" w:y="1"/>')],
    ['a tab to the middle', par(`<w:r><w:ptab w:alignment="center" w:relativeTo="margin"/></w:r>${simple}`)],
    ['a paragraph of a style', `${par('')}${par(simple, centre)}`],
  ])('is %s', (_what, header) => {
    expect(rules({ header })).toEqual([]);
  });

  it('is another field than the number of all pages', () => {
    expect(
      rules({ header: par(`<w:fldSimple w:instr=" NUMPAGES ">${run('9', size(14))}</w:fldSimple>`, centre) }),
    ).toEqual(['page-number fault']);
  });

  it('may be made not to show on the first page', () => {
    const header = par(
      field('begin') +
        code(' IF ') +
        split +
        code(' &gt; 1 ') +
        split +
        field('separate') +
        run('2', size(14)) +
        field('end'),
      centre,
    );
    const section = page().replace('<w:titlePg/>', '');
    expect(rules({ section })).toEqual(['page-number-first fault']);
    expect(rules({ section, header })).toEqual([]);
  });

  it('must stand on left pages too where those differ', () => {
    expect(rules({ settings: '<w:evenAndOddHeaders/>' })).toEqual(['page-number fault']);
  });
});

describe('pages, lists, revisions and old letters', () => {
  it('lets an appendix lie across, its margins turned with it', () => {
    const across = page('<w:pgNumType w:start="1"/>')
      .replace('w:w="11906" w:h="16838"', 'w:w="16838" w:h="11906" w:orient="landscape"')
      .replace(
        'w:top="1134" w:right="1134" w:bottom="1134" w:left="1701"',
        'w:top="1701" w:right="1134" w:bottom="1134" w:left="1134"',
      );
    const closing = `${pieces().closing}${par('', page())}${centred('Phụ lục', 14, bold)}${centred('DANH MỤC NHIỆM VỤ', 14, bold)}${centred('(Kèm theo Kế hoạch số 15/KH-SNV ngày 05 tháng 3 năm 2026 của Sở Nội vụ)', 14, italic)}`;
    const body = pieces().body + par(run(`Danh mục nhiệm vụ tại Phụ lục kèm theo. ${long}`, size(14)), bodyLook);
    expect(rules({ body, closing, section: across })).toEqual([]);
    const still = across.replace('<w:pgNumType w:start="1"/>', '');
    expect(rules({ body, closing, section: still })).toEqual(['appendix-pages fault']);
  });

  it('sees what Word takes where the page is not said', () => {
    expect(rules({ section: '' })).toEqual(['paper fault', 'margins fault', 'page-number fault']);
  });

  it('lets Word number paragraphs and write dashes', () => {
    const numbered = '<w:numPr><w:ilvl w:val="0"/><w:numId w:val="1"/></w:numPr>';
    const numbering =
      '<w:abstractNum w:abstractNumId="0"><w:lvl w:ilvl="0"><w:numFmt w:val="decimal"/><w:lvlText w:val="%1."/></w:lvl></w:abstractNum><w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num>';
    const body = many(par(run(long, size(14)), `${numbered}<w:jc w:val="both"/><w:spacing w:before="120"/>`));
    const closing = pieces().closing.replace(
      /<w:p><w:pPr><\/w:pPr>(<w:r><w:rPr><w:sz w:val="22"\/><\/w:rPr><w:t xml:space="preserve">)- /g,
      `<w:p><w:pPr>${numbered}</w:pPr>$1`,
    );
    expect(closing).not.toContain('>- ');
    expect(rules({ numbering, body, closing })).toEqual([]);
  });

  it('reads what a revision leaves, not what it takes away', () => {
    const changed = (text: string, other: string): string =>
      par(`<w:del><w:r><w:delText>${text}</w:delText></w:r></w:del><w:ins>${run(other, size(13))}</w:ins>`, centre);
    const head = (number: string) => table(left('').replace(/<w:p>(?!.*<w:p>).*$/, '') + number, right(nation + motto));
    expect(rules({ head: head(changed('Số: 5/KH-SNV', 'Số: 15/KH-SNV')) })).toEqual([]);
    expect(rules({ head: head(changed('Số: 15/KH-SNV', 'Số: 5/KH-SNV')) })).toEqual(['number-zero fault']);
  });

  it('finds its way in a document of an old font and names the font only', () => {
    const old = (text: string, font: string, more: string) => run(text, fonts(font, font) + more);
    const title =
      par(old('KÕ ho¹ch', '.VnTimeH', bold + size(14)), centre) +
      par(old('KiÓm tra c¶i c¸ch hµnh chÝnh n¨m 2026', '.VnTime', bold + size(14)) + connector(100), centre);
    expect(rules({ title })).toEqual(['encoding fault']);
  });

  it('takes the lighter blacks of a theme for black', () => {
    const body = (colour: string) =>
      many(par(run(long, `<w:color w:val="${colour}" w:themeColor="text1"/>${size(14)}`), bodyLook));
    expect(['auto', '000000', '0D0D0D', '262626'].flatMap((colour) => rules({ body: body(colour) }))).toEqual([]);
    expect(rules({ body: body('404040') })).toEqual(['colour fault']);
  });

  it('does not part the name of one agency that goes over two lines', () => {
    const names = `${centred('VĂN PHÒNG ĐOÀN ĐẠI BIỂU QUỐC HỘI VÀ', 13, bold)}${par(`${run('HỘI ĐỒNG NHÂN DÂN TỈNH MINH HÀ', bold + size(13))}${connector(90)}`, centre)}`;
    expect(rules({ head: table(names + centred('Số: 15/KH-VP', 13), right(nation + motto)) })).toEqual([]);
  });

  it('says of a paper of the Party that it goes by other rules', () => {
    const party = centred('ĐẢNG CỘNG SẢN VIỆT NAM', 15, bold);
    const head = table(
      centred('TỈNH ỦY MINH HÀ', 14, bold),
      party + centred('Minh Hà, ngày 05 tháng 3 năm 2026', 14, italic),
    );
    expect(rules({ head })).toEqual(['party advice']);
    // Where both stand, as in a letter to the Party, it is a paper of the State.
    const both = table(left('Số: 5/KH-SNV'), right(nation + motto)) + party;
    expect(rules({ head: both })).toEqual(['number-zero fault']);
  });

  it('looks past a stamp and a text box', () => {
    const box = `<w:r><w:drawing><wp:anchor><wp:extent cx="900000" cy="300000"/><a:graphic><a:graphicData><wps:wsp><wps:txbx><w:txbxContent>${centred('DỰ THẢO', 13, bold)}</w:txbxContent></wps:txbx></wps:wsp></a:graphicData></a:graphic></wp:anchor></w:drawing></w:r>`;
    expect(rules({ head: par(box) + pieces().head })).toEqual([]);
    expect(rules({ head: centred('DỰ THẢO LẦN 2', 13, bold) + pieces().head })).toEqual([]);
  });
});
