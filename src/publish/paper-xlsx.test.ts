import { strFromU8, unzipSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import type { Appendix, Block, Paper, Table } from './paper/model.ts';
import { draft } from './paper/testing.ts';
import { hasTables, paperXlsx } from './paper-xlsx.ts';

const row = (...texts: string[]): Table['rows'][number] => ({
  kind: 'row',
  cells: texts.map((text) => ({ lines: text === '' ? [] : text.split('\n') })),
});
const table = (rows: Table['rows'], counted: Table['counted'] = 'through'): Block => ({
  kind: 'table',
  table: {
    columns: ['Nhiệm vụ', 'Tình trạng', 'Số hộ'].map((header) => ({ header, share: 33, align: 'left' })),
    ...{ counted, rows },
  },
});
const appendix = (label: string, ...blocks: Block[]): Appendix => ({ label, title: label, landscape: true, blocks });
const paperWith = (...appendices: Appendix[]): Paper => ({ ...draft, blocks: [], appendices });

async function partsOf(paper: Paper) {
  const files = unzipSync(await paperXlsx(paper));
  const part = (name: string) => strFromU8(files[name] ?? new Uint8Array());
  const strings = [...part('xl/sharedStrings.xml').matchAll(/<si><t[^>]*>([^<]*)<\/t><\/si>/g)].map(([, text]) => text);
  const cells = (sheet: number) =>
    Object.fromEntries(
      [
        ...part(`xl/worksheets/sheet${sheet}.xml`).matchAll(
          /<c r="(\w+)"([^>]*)>(?:<f>([^<]*)<\/f>)?(?:<v>([^<]*)<\/v>)?<\/c>/g,
        ),
      ].map(([, at = '', looks = '', formula, value]) => [
        at,
        formula ? `=${formula}` : looks.includes('t="s"') ? strings[Number(value)] : Number(value),
      ]),
    );
  const names = [...part('xl/workbook.xml').matchAll(/<sheet [^>]*name="([^"]*)"/g)].map(([, name]) => name);
  return { cells, names, sheet: part('xl/worksheets/sheet1.xml') };
}

describe('the tables of a paper as a workbook', () => {
  it('count their rows, sum their figures and say how many rows stand how', async () => {
    const rows = [
      { kind: 'group', label: '1', name: 'Công khai' } as const,
      row('Niêm yết\ntại thôn', 'Hoàn thành', '12'),
      row('=2+2', 'Quá hạn', '3'),
      row('Đối thoại', 'Hoàn thành', '0'),
    ];
    const { cells, names, sheet } = await partsOf(paperWith(appendix('Phụ lục', table(rows))));
    expect(names).toEqual(['Phụ lục']);
    expect(sheet).toContain('ySplit="1"');
    expect(cells(1)).toMatchObject({
      ...{ A1: 'TT', B1: 'Nhiệm vụ', A2: '1', B2: 'Công khai' },
      ...{ A3: 1, B3: 'Niêm yết\ntại thôn', C3: 'Hoàn thành', D3: 12, B4: "'=2+2", A5: 3, D5: 0 },
      ...{ B6: 'Tổng cộng', D6: '=SUM(D$2:D$5)' },
      ...{ B8: 'Hoàn thành', C8: '=COUNTIF(C$2:C$5,$B8)', B9: 'Quá hạn', C9: '=COUNTIF(C$2:C$5,$B9)' },
    });
  });

  it('without figures have no sums, and each stands on a sheet of its own name', async () => {
    const one = table([row('Họp dân', '', 'nhiều')], null);
    const { cells, names } = await partsOf(paperWith(appendix('Phụ lục I', one, one), appendix('Phụ lục II', one)));
    expect(names).toEqual(['Phụ lục I (1)', 'Phụ lục I (2)', 'Phụ lục II']);
    expect(cells(3)).toEqual({ A1: 'Nhiệm vụ', B1: 'Tình trạng', C1: 'Số hộ', A2: 'Họp dân', C2: 'nhiều' });
  });

  it('are told from a paper without any', () => {
    expect([hasTables(paperWith()), hasTables(paperWith(appendix('Phụ lục', table([]))))]).toEqual([false, true]);
  });
});
