import { strFromU8, unzipSync, zipSync } from 'fflate';
import { describe, expect, test } from 'vitest';
import { cell, deleted, header, inserted, par, row, run, table, textBox, word } from '../../../test/torture/word.ts';
import type { Document, Paragraph, Table } from '../model.ts';
import { readDocument } from '../read.ts';

const paragraphsOf = ({ blocks }: Document) => blocks.filter((block): block is Paragraph => block.kind === 'paragraph');
const texts = async (body: string, parts = {}) =>
  paragraphsOf(await readDocument(word(body, parts))).map(({ text }) => text);
const tableOf = async (body: string): Promise<Table> => {
  const found = (await readDocument(word(body))).blocks.find((block) => block.kind === 'table');
  if (found?.kind !== 'table') throw new Error('no table');
  return found;
};
const layout = ({ cells }: Table) =>
  cells.map(({ row, column, rowSpan, colSpan, text }) => [row, column, rowSpan, colSpan, text]);

describe('paragraphs', () => {
  test('keep soft breaks and lose tabs, soft hyphens and page breaks', async () => {
    const body = par(
      '<w:r><w:t>Số:</w:t><w:tab/><w:t>12/KH</w:t><w:noBreakHyphen/><w:t>UBND</w:t><w:br/><w:t>hai</w:t><w:softHyphen/></w:r>' +
        '<w:r><w:lastRenderedPageBreak/><w:t> dòng</w:t></w:r>',
    );
    expect(await texts(body)).toEqual(['Số: 12/KH-UBND\nhai dòng']);
  });

  test('say what is bold, where a strong start ends, how they stand and which heading they are', async () => {
    const styles =
      '<w:style w:type="paragraph" w:styleId="h"><w:pPr><w:jc w:val="center"/><w:outlineLvl w:val="1"/></w:pPr><w:rPr><w:b/></w:rPr></w:style>';
    const body = par('KẾ HOẠCH', { style: 'h' }) + par(`${run('1. ')}${run('Sở Nội vụ:', '<w:b/>')}${run(' chủ trì')}`);
    const [title, duty] = paragraphsOf(await readDocument(word(body, { styles })));
    expect(title).toMatchObject({ bold: true, strongTo: 8, align: 'center', heading: 2 });
    expect(duty).toMatchObject({
      bold: false,
      strongTo: '1. Sở Nội vụ:'.length,
      clause: { kind: 'decimal', label: '1.' },
    });
  });

  test('leave out words struck out', async () => {
    const struck = `${run('30/6', '<w:strike/>')}${run('31/7', '<w:dstrike/>')}${run('31/8', '<w:strike w:val="0"/>')}`;
    expect(await texts(par(struck))).toEqual(['31/8']);
  });

  test('leave out hidden text and print capitals as they print', async () => {
    expect(await texts(par(`${run('kế hoạch', '<w:caps/>')}${run('ẩn', '<w:vanish/>')}`))).toEqual(['KẾ HOẠCH']);
  });

  test('take the result of a field and not its code, nested fields included', async () => {
    const field = (type: string) => `<w:r><w:fldChar w:fldCharType="${type}"/></w:r>`;
    const code = '<w:r><w:instrText>IF </w:instrText></w:r>';
    const inner = field('begin') + field('separate') + run('mã') + field('end');
    expect(
      await texts(par(`${field('begin')}${code}${inner}${field('separate')}${run('kết quả')}${field('end')}`)),
    ).toEqual(['kết quả']);
  });

  test('read base text of ruby, signs of symbol fonts, and text in other wrappers', async () => {
    const ruby =
      '<w:r><w:ruby><w:rubyPr/><w:rt><w:r><w:t>đọc</w:t></w:r></w:rt><w:rubyBase><w:r><w:t>chữ</w:t></w:r></w:rubyBase></w:ruby></w:r>';
    const sign = '<w:r><w:sym w:font="Symbol" w:char="F0B3"/></w:r>';
    const wrapped = `<w:smartTag>${run(' 90%')}</w:smartTag>`;
    expect(await texts(par(ruby + run(' ') + sign + wrapped))).toEqual(['chữ ≥ 90%']);
  });

  test('leave out a table of contents', async () => {
    const gallery = '<w:docPartObj><w:docPartGallery w:val="Table of Contents"/></w:docPartObj>';
    const contents = `<w:sdt><w:sdtPr>${gallery}</w:sdtPr><w:sdtContent>${par('I. MỤC ĐÍCH 1')}</w:sdtContent></w:sdt>`;
    expect(await texts(contents + par('I. MỤC ĐÍCH'))).toEqual(['I. MỤC ĐÍCH']);
  });

  test('read a text box where it stands, once', async () => {
    expect(await texts(par(`${textBox('Khung')}${run('Đoạn')}`) + par(`${run('Đoạn')}${textBox('Khung')}`))).toEqual([
      'Khung',
      'Đoạn',
      'Đoạn',
      'Khung',
    ]);
  });

  test('join where the mark between them was deleted', async () => {
    const mark = '<w:rPr><w:del w:id="1" w:author="a"/></w:rPr>';
    expect(await texts(par('Sở ', { properties: mark }) + par(`${deleted('cũ')}${inserted('Nội vụ')}`))).toEqual([
      'Sở Nội vụ',
    ]);
  });

  test('compose letters whose marks stand in another run', async () => {
    expect(await texts(par(run('Ho') + run('\u0300a')))).toEqual(['Hòa']);
  });
});

describe('tables', () => {
  test('cover every place of the grid once, merged cells standing at their top left', async () => {
    const found = await tableOf(
      table(
        3,
        row(['TT', 'Nhiệm vụ', 'Cơ quan'], header),
        row([cell('1', { merge: 'start' }), cell('Nhóm', { span: 2 })]),
        row([cell('', { merge: 'on' }), 'a', 'b']),
      ),
    );
    expect(found).toMatchObject({ rows: 3, columns: 3, headerRows: 1, grid: 'printed' });
    expect(layout(found).slice(3)).toEqual([
      [1, 0, 2, 1, '1'],
      [1, 1, 1, 2, 'Nhóm'],
      [2, 1, 1, 1, 'a'],
      [2, 2, 1, 1, 'b'],
    ]);
  });

  test('place rows that begin or end inside the grid', async () => {
    const found = await tableOf(
      table(3, row(['a', 'b', 'c']), row(['d'], '<w:gridBefore w:val="1"/><w:gridAfter w:val="1"/>')),
    );
    expect(layout(found).slice(3)).toEqual([
      [1, 0, 1, 1, ''],
      [1, 1, 1, 1, 'd'],
      [1, 2, 1, 1, ''],
    ]);
  });

  test('take a merge that continues nothing as a cell of its own', async () => {
    const found = await tableOf(table(2, row([cell('a', { merge: 'on' }), 'b']), row(['c', 'd'])));
    expect(layout(found)[0]).toEqual([0, 0, 1, 1, 'a']);
  });

  test('count columns too narrow for a letter with the one before', async () => {
    const widths = [1500, 20, 1500].map((width) => `<w:gridCol w:w="${width}"/>`).join('');
    const rows = row([cell('a', { span: 2 }), 'b']) + row(['c', cell('d', { span: 2 })]);
    const found = await tableOf(`<w:tbl><w:tblGrid>${widths}</w:tblGrid>${rows}</w:tbl>`);
    expect(layout(found)).toEqual([
      [0, 0, 1, 1, 'a'],
      [0, 1, 1, 1, 'b'],
      [1, 0, 1, 1, 'c'],
      [1, 1, 1, 1, 'd'],
    ]);
  });

  test('keep a narrow column that some cell has to itself', async () => {
    const widths = [300, 1500].map((width) => `<w:gridCol w:w="${width}"/>`).join('');
    const found = await tableOf(
      `<w:tbl><w:tblGrid>${widths}</w:tblGrid>${row([cell('a', { span: 2 })])}${row(['1', 'b'])}</w:tbl>`,
    );
    expect(found.columns).toBe(2);
  });

  test('inside a cell are read in order as its paragraphs', async () => {
    const found = await tableOf(table(2, row([`<w:p/>${table(2, row(['1', '2']), row(['3', '4']))}${par('5')}`, 'b'])));
    expect(found.cells[0]?.text).toBe('1\n2\n3\n4\n5');
    expect(found.cells[0]?.paragraphs.map(({ id }) => id)).toEqual(
      ['p1', 'p2', 'p3', 'p4', 'p5'].map((id) => `t1r1c1${id}`),
    );
  });

  test('of one cell are a frame whose text flows on', async () => {
    expect(await texts(table(1, row([par('Khung 1') + par('Khung 2')])))).toEqual(['Khung 1', 'Khung 2']);
  });

  test('keep the automatic number that is all of a cell', async () => {
    const body = table(2, row([par('', { numbered: '1:0' }), 'a']), row([par('', { numbered: '1:0' }), 'b']));
    const { blocks } = await readDocument(word(body, { lists: [[['decimal', '%1']]] }));
    expect(blocks[0]?.kind === 'table' && blocks[0].cells.map(({ text }) => text)).toEqual(['1', 'a', '2', 'b']);
  });
});

describe('the file', () => {
  const rename = (bytes: Uint8Array, change: (name: string, text: string) => [string, string]): Uint8Array => {
    const entries = Object.entries(unzipSync(bytes)).map(([name, part]) => {
      const [to, text] = change(name, strFromU8(part));
      return [to, new TextEncoder().encode(text)];
    });
    return zipSync(Object.fromEntries(entries));
  };

  test('may use the strict namespaces and any prefix', async () => {
    const strict = rename(word(par('Kế hoạch')), (name, text) => [
      name,
      text
        .replaceAll(
          'http://schemas.openxmlformats.org/wordprocessingml/2006/main',
          'http://purl.oclc.org/ooxml/wordprocessingml/main',
        )
        .replaceAll(
          'http://schemas.openxmlformats.org/officeDocument/2006/relationships',
          'http://purl.oclc.org/ooxml/officeDocument/relationships',
        )
        .replaceAll('xmlns:w=', 'xmlns:ns0=')
        .replaceAll(/(<\/?)w:/g, '$1ns0:')
        .replaceAll(/ w:/g, ' ns0:'),
    ]);
    expect(paragraphsOf(await readDocument(strict)).map(({ text }) => text)).toEqual(['Kế hoạch']);
  });

  test('may keep its main part anywhere', async () => {
    const moved = rename(word(par('Kế hoạch')), (name, text) => [
      name.replace('word/', 'van-ban/'),
      text.replaceAll('"word/', '"/van-ban/').replaceAll('/word/', '/van-ban/'),
    ]);
    expect(paragraphsOf(await readDocument(moved)).map(({ text }) => text)).toEqual(['Kế hoạch']);
  });

  test('may hold a part in another format, which is warned of', async () => {
    const { warnings } = await readDocument(word(`${par('a')}<w:altChunk r:id="x"/>`));
    expect(warnings.map(({ code }) => code)).toEqual(['embedded-part-ignored']);
  });
});
