import { describe, expect, test } from 'vitest';
import type { Block, Paragraph } from '../model.ts';
import { readHtml } from './read-html.ts';

const blocks = (html: string) => readHtml(html).blocks;
const texts = (html: string) => blocks(html).map((block) => (block.kind === 'paragraph' ? block.text : cellsOf(block)));
const cellsOf = (block: Block | undefined) => (block?.kind === 'table' ? block.cells.map(({ text }) => text) : []);

describe('paragraphs of a page', () => {
  test('are its blocks and the bare text between them', () => {
    expect(texts('<div>một <b>hai</b> ba<p>bốn</p>năm<section>sáu</section></div>')).toEqual([
      'một hai ba',
      'bốn',
      'năm',
      'sáu',
    ]);
  });

  test('collapse white space, keep line breaks and read entities', () => {
    expect(texts('<p>Số:&nbsp; 12 &lt;KH&gt;<br>\n  dòng\n hai<br/></p>')).toEqual(['Số: 12 <KH>\ndòng hai']);
  });

  test('leave out what is not shown or only moves around the page', () => {
    const hidden =
      '<nav>Trang chủ</nav><p hidden>a</p><p style="display: none">b</p><span style="mso-hide:all">c</span>';
    expect(
      texts(`<head><title>x</title></head><style>p{}</style>${hidden}<!-- d --><p>thấy</p><script>e</script>`),
    ).toEqual(['thấy']);
  });

  test('know headings, alignment and what is strong', () => {
    const [heading, duty] = blocks(
      '<h2 align="center">KẾ HOẠCH</h2><p style="text-align:justify"><span style="font-weight:700">Sở Nội vụ</span> chủ trì</p>',
    ) as Paragraph[];
    expect(heading).toMatchObject({ heading: 2, align: 'center' });
    expect(duty).toMatchObject({ align: 'justify', strongTo: 'Sở Nội vụ'.length, bold: false, heading: null });
  });

  test('number lists as they are shown, and not twice', () => {
    const list = '<ol type="a" start="3"><li>ba</li><li><p>bốn</p><p>tiếp</p><ul><li>gạch</li></ul></li></ol>';
    expect(texts(list)).toEqual(['c) ba', 'd) bốn', 'tiếp', '- gạch']);
    expect(texts('<ol><li value="7">bảy</li><li>8. tám</li></ol>')).toEqual(['7. bảy', '8. tám']);
    expect(texts('<ul><li>- gạch</li><li>a) chữ</li></ul><ul style="list-style:none"><li>trơn</li></ul>')).toEqual([
      '- gạch',
      'a) chữ',
      'trơn',
    ]);
  });

  test('take the numbers Word leaves in saved pages', () => {
    const marker = "<![if !supportLists]><span style='mso-list:Ignore'>1.<span>&nbsp;&nbsp; </span></span><![endif]>";
    expect(texts(`<p class=MsoListParagraph>${marker}Mục đích</p>`)).toEqual(['1. Mục đích']);
    expect(texts("<p><span style='font-family:Symbol'>·&nbsp;</span>Gạch</p>")).toEqual(['- Gạch']);
  });
});

describe('tables of a page', () => {
  test('are grids, with thead or rows of header cells as header', () => {
    const [table] = blocks(
      '<table><thead><tr><th>TT<th>Nhiệm vụ</thead><tr><td rowspan=2>1<td><p>a</p><ul><li>b</li></ul></tr><tr><td>c</table>',
    );
    expect(table).toMatchObject({ kind: 'table', rows: 3, columns: 2, headerRows: 1 });
    expect(cellsOf(table)).toEqual(['TT', 'Nhiệm vụ', '1', 'a\n- b', 'c']);
    expect(blocks('<table><tr><th>a<th>b<tr><td>c<td>d</table>')[0]).toMatchObject({ headerRows: 1 });
  });

  test('inside cells are read as their paragraphs; a frame of one cell is none', () => {
    const inner = '<table><tr><td>1<td>2<tr><td>3<td>4</table>';
    expect(texts(`<table><tr><td>a${inner}<td>b</table>`)).toEqual([['a\n1\n2\n3\n4', 'b']]);
    expect(texts(`<table><tr><td>a${inner}</table>`)).toEqual(['a', ['1', '2', '3', '4']]);
  });

  test('put their caption before and their foot last', () => {
    expect(
      texts('<table><caption>Biểu</caption><tfoot><tr><td>c<td>d</tfoot><tbody><tr><td>a<td>b</tbody></table>'),
    ).toEqual(['Biểu', ['a', 'b', 'c', 'd']]);
  });

  test('without any text are left out', () => {
    expect(blocks('<table><tr><td>&nbsp;<td></table><p></p>')).toEqual([]);
  });
});
