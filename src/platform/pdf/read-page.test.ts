import { describe, expect, it } from 'vitest';
import type { PageContent } from '../../document/page/model.ts';
import { openPdf } from './open-pdf.ts';
import { hex, show, type TestPage, writePdf } from './testing.ts';

async function read(page: TestPage | string, options?: Parameters<typeof writePdf>[1]): Promise<PageContent> {
  const file = await openPdf(writePdf([typeof page === 'string' ? { content: page } : page], options));
  try {
    return await file.readPage(1);
  } finally {
    await file.close();
  }
}
const texts = ({ words }: PageContent): string[] => words.map(({ text }) => text);
const rounded = (rules: PageContent['rules']) =>
  rules.map(({ x0, y0, x1, y1 }) => [x0, y0, x1, y1].map((value) => Math.round(value)));

describe('words', () => {
  it('are parted by spaces and stand where they are seen, counted from the top left', async () => {
    const { words, width, height } = await read(show('Kế hoạch', 100, 742));
    expect([width, height]).toEqual([595, 842]);
    expect(words.map(({ text }) => text)).toEqual(['Kế', 'hoạch']);
    expect(words[1]).toMatchObject({
      x0: 115,
      x1: 140,
      y0: 91,
      size: 10,
      bold: false,
      italic: false,
      confidence: null,
    });
  });

  it('are parted by gaps where no space is drawn, and joined over the steps of one word', async () => {
    const apart = `BT /F 10 Tf 50 700 Td [${hex('Ủy')} -300 ${hex('ban')} -30 ${hex('g')}] TJ ET`;
    const joined = show('nh', 50, 600) + show('iệm', 60, 600) + show('vụ', 80, 600);
    expect(texts(await read(apart + joined))).toEqual(['Ủy', 'bang', 'nhiệm', 'vụ']);
  });

  it('are joined though other words were drawn between their parts', async () => {
    expect(texts(await read(show('Quyết đị', 50, 600) + show('Số', 50, 500) + show('nh', 90, 600)))).toEqual([
      'Quyết',
      'định',
      'Số',
    ]);
  });

  it('have their accents composed, whether drawn after, before or over the letter', async () => {
    const after = `BT /F 10 Tf 50 700 Td [${hex('K')} ${hex('e')} ${hex('\u0302')} 500 ${hex('\u0301')} 500 ${hex('t')}] TJ ET`;
    const over = `BT /F 10 Tf 50 600 Td [${hex('be')} 500 ${hex('´')} ${hex('n')}] TJ ET`;
    const before = `BT /F 10 Tf 50 500 Td [${hex('b')} ${hex('´')} 500 ${hex('e')} ${hex('n')}] TJ ET`;
    expect(texts(await read(after + over + before))).toEqual(['Kết', 'bén', 'bén']);
  });

  it('have ligatures taken apart and what is not seen left out', async () => {
    expect(texts(await read(show('o\uFB03ce\u00AD report\u200B', 50, 700)))).toEqual(['office', 'report']);
  });

  it('are put together from letters spaced out', async () => {
    expect(texts(await read(show('C Ộ N G  H Ò A', 50, 700)))).toEqual(['CỘNG', 'HÒA']);
    expect(texts(await read(`BT /F 10 Tf 3 Tc 50 700 Td ${hex('CỘNG')} Tj ET`))).toEqual(['CỘNG']);
  });

  it('are not put together from ticks in a row of cells', async () => {
    expect(texts(await read([50, 60, 70, 80, 90].map((x) => show('x', x, 700)).join('')))).toHaveLength(5);
  });

  it('are bold by the name of the font, by filling and outlining, and by being drawn twice', async () => {
    const twice = show('hai', 50, 500) + show('hai', 50.3, 500);
    const { words } = await read(`${show('một', 50, 700, 10, 'B')} 2 Tr ${show('viền', 50, 600)} 0 Tr ${twice}`);
    expect(words.map(({ text, bold }) => [text, bold])).toEqual([
      ['một', true],
      ['viền', true],
      ['hai', true],
    ]);
  });

  it('keep the unseen text over a scan', async () => {
    expect(texts(await read(`BT 3 Tr /F 10 Tf 50 700 Td ${hex('quét')} Tj ET`))).toEqual(['quét']);
  });

  it('are left out where white on white, kept where white on a filled cell', async () => {
    const filled = `0 0 1 rg 40 590 200 30 re f 1 1 1 rg ${show('đầu', 50, 600)}`;
    expect(texts(await read(`${filled} ${show('ẩn', 50, 400)}`))).toEqual(['đầu']);
  });

  it('are left out where clipped away, off the page or in a layer that is off', async () => {
    const clipped = `q 0 0 100 842 re W n ${show('thấy', 50, 700)} ${show('khuất', 200, 700)} Q`;
    const layer = `/OC /Off BDC ${show('tắt', 50, 500)} EMC`;
    const page = { content: clipped + show('ngoài', 900, 600) + layer, resources: '/Properties << /Off 20 0 R >>' };
    const catalog = '/OCProperties << /OCGs [20 0 R] /D << /OFF [20 0 R] >> >>';
    const objects = { 20: { dictionary: '/Type /OCG /Name (x)' } };
    expect(texts(await read(page, { catalog, objects }))).toEqual(['thấy']);
  });

  it('are left out where slanted, like a watermark', async () => {
    const slanted = `BT /F 40 Tf 0.7 0.7 -0.7 0.7 100 100 Tm ${hex('BẢN SAO')} Tj ET`;
    expect(texts(await read(slanted + show('chữ', 50, 700)))).toEqual(['chữ']);
  });

  it('of a sideways head are read in order, each in a strip of its place', async () => {
    const head = `BT /F 10 Tf 0 1 -1 0 300 500 Tm ${hex('Cơ quan')} Tj 0 1 -1 0 312 500 Tm ${hex('chủ trì')} Tj ET`;
    const { words } = await read(show('một hai ba bốn năm sáu', 50, 700) + head);
    const placed = words.filter(({ x0 }) => x0 > 200);
    expect(placed.map(({ text }) => text)).toEqual(['Cơ', 'quan', 'chủ', 'trì']);
    expect(placed.every(({ y0 }, at) => at === 0 || y0 >= (placed[at - 1]?.y1 ?? 0) - 0.01)).toBe(true);
    expect(placed[0]).toMatchObject({ x0: 291, x1: 314 });
  });
});

describe('a page', () => {
  it.each([
    [0, '1 0 0 1 100 742', [595, 842]],
    [90, '0 1 -1 0 100 100', [842, 595]],
    [180, '-1 0 0 -1 495 100', [595, 842]],
    [270, '0 -1 1 0 495 742', [842, 595]],
  ])('turned by %i degrees is read as shown', async (turn, matrix, size) => {
    const { words, width, height } = await read({
      content: `BT /F 10 Tf ${matrix} Tm ${hex('Kế hoạch')} Tj ET`,
      entries: `/Rotate ${turn}`,
    });
    expect([width, height]).toEqual(size);
    expect(words[0]).toMatchObject({ text: 'Kế', x0: 100, y0: 91, x1: 110 });
  });

  it('printed sideways without saying so is turned, its lines too', async () => {
    const content = `BT /F 10 Tf 0 1 -1 0 100 100 Tm ${hex('Kế hoạch năm')} Tj ET 200 100 m 200 500 l S`;
    const page = await read(content);
    expect([page.width, page.height]).toEqual([842, 595]);
    expect(page.words[0]).toMatchObject({ text: 'Kế', x0: 100, y0: 91 });
    expect(rounded(page.rules)).toEqual([[100, 200, 500, 200]]);
  });

  it('is what its crop box shows, in units of its own', async () => {
    const page = await read({ content: show('Kế', 150, 642), entries: '/CropBox [100 100 400 700] /UserUnit 2' });
    expect([page.width, page.height]).toEqual([600, 1200]);
    expect(page.words[0]).toMatchObject({ x0: 100, y0: 98, size: 20 });
  });

  it('tells how much of it pictures cover, without decoding them', async () => {
    const image = { dictionary: '/Type /XObject /Subtype /Image /Width 9999 /Height 9999', data: 'nonsense' };
    const page = { content: 'q 595 0 0 421 0 0 cm /I Do Q', resources: '/XObject << /I 20 0 R >>' };
    expect((await read(page, { objects: { 20: image } })).pictures).toBeCloseTo(0.5);
    expect((await read(show('chữ', 50, 700))).pictures).toBe(0);
  });
});

describe('rules', () => {
  it.each([
    ['a stroked line', '50 700 m 250 700 l S'],
    ['a thin filled rectangle', '50 699.5 200 1 re f'],
    ['a dashed line', '[3 2] 0 d 50 700 m 250 700 l S'],
    ['a row of dots', [...Array(51).keys()].map((at) => `${50 + 4 * at - 0.25} 699.75 0.5 0.5 re f`).join(' ')],
    ['a line in steps', '50 700 m 150 700 l S 150 700 m 250 700 l S'],
    ['a line drawn twice', '50 700 m 250 700 l S 50 700.4 m 250 700.4 l S'],
    ['a scaled line', 'q 2 0 0 2 50 700 cm 0 0 m 100 0 l S Q'],
    ['a clipped line', 'q 50 600 200 200 re W n 0 700 m 900 700 l S Q'],
  ])('%s', async (_, content) => {
    expect(rounded((await read(content)).rules)).toEqual([[50, 142, 250, 142]]);
  });

  it('are the four sides of an outlined rectangle', async () => {
    expect(rounded((await read('50 600 200 100 re S')).rules).toSorted()).toEqual([
      [250, 142, 250, 242],
      [50, 142, 250, 142],
      [50, 142, 50, 242],
      [50, 242, 250, 242],
    ]);
  });

  it('are found in forms inside forms', async () => {
    const form = (data: string, resources = '') => ({
      dictionary: `/Type /XObject /Subtype /Form /BBox [0 0 600 900] /Matrix [1 0 0 1 10 0] /Resources << ${resources} >>`,
      data,
    });
    const objects = { 20: form('/B Do', '/XObject << /B 21 0 R >>'), 21: form('30 700 m 230 700 l S') };
    const page = { content: '/A Do', resources: '/XObject << /A 20 0 R >>' };
    expect(rounded((await read(page, { objects })).rules)).toEqual([[50, 142, 250, 142]]);
  });

  it('are not what is white, slanted, curved, filled wide or in a letter drawn as a picture', async () => {
    const content = [
      '1 1 1 RG 50 700 m 250 700 l S 0 0 0 RG',
      '50 600 m 250 640 l S',
      '50 500 m 100 550 150 550 200 500 c S',
      '0.9 g 50 300 200 100 re f',
    ].join('\n');
    expect((await read(content)).rules).toEqual([]);
  });
});
