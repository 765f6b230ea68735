import { createHash } from 'node:crypto';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { limits } from '../../document/limits.ts';
import { Refusal } from '../../document/refuse.ts';
import { openPdf } from './open-pdf.ts';
import { deflated, show, type TestObject, type TestPage, writePdf } from './testing.ts';

/** All words of all pages, or the code of the refusal; nothing else may be thrown. */
async function read(bytes: Uint8Array): Promise<string[] | string> {
  try {
    const file = await openPdf(bytes);
    try {
      const words: string[] = [];
      for (let number = 1; number <= file.pages; number++) {
        words.push(...(await file.readPage(number)).words.map(({ text }) => text));
      }
      return words;
    } finally {
      await file.close();
    }
  } catch (error) {
    if (error instanceof Refusal) return error.code;
    throw error;
  }
}

const page = { content: show('Kế hoạch', 50, 700) };
const text = (bytes: Uint8Array): string => Buffer.from(bytes).toString('latin1');
const bytesOf = (content: string): Uint8Array => new Uint8Array(Buffer.from(content, 'latin1'));

describe('a font whose map holds more codes than there are letters', () => {
  const map = 'begincmap 1 beginbfrange <8f00> <8fFF00> <a4FF> endbfrange endcmap';
  const withMap = (data: string | Uint8Array, dictionary = '') =>
    writePdf([page], { objects: { 9: { dictionary, data } } });
  it('is refused, compressed or not', async () => {
    expect(await read(withMap(map))).toBe('document-too-complex');
    const { dictionary, data } = deflated(map);
    expect(await read(withMap(data as Uint8Array, dictionary))).toBe('document-too-complex');
  });
});

afterEach(() => vi.unstubAllGlobals());

describe('a damaged PDF', () => {
  it('without a table of objects is read all the same', async () => {
    expect(await read(bytesOf(text(writePdf([page])).replace(/xref[\s\S]*?trailer/, 'trailer')))).toEqual([
      'Kế',
      'hoạch',
    ]);
  });

  it('with a wrong table of objects is read all the same', async () => {
    const wrong = text(writePdf([page])).replace(/(\d{10}) 00000 n/g, '0000000007 00000 n');
    expect(await read(bytesOf(wrong))).toEqual(['Kế', 'hoạch']);
  });

  it('with bytes before and after it is read all the same', async () => {
    const around = `From: a@b\r\n\r\n${text(writePdf([page]))}\n--boundary--\n`;
    expect(await read(bytesOf(around))).toEqual(['Kế', 'hoạch']);
  });

  it.each([0, 0.1, 0.3, 0.5])('cut off after %f of it is refused', async (share) => {
    const whole = writePdf([page, page]);
    expect(await read(whole.slice(0, Math.floor(whole.length * share)))).toBe('file-damaged');
  });

  it.each(['%PDF-1.7\n', '%PDF-1.7\ntrailer << /Root 1 0 R >>'])('that is only %j is refused', async (content) => {
    expect(await read(bytesOf(content))).toMatch(/^file-(damaged|empty)$/);
  });

  it('without pages is refused', async () => {
    expect(await read(writePdf([]))).toMatch(/^file-(damaged|empty)$/);
  });

  it('with nonsense among the drawing operations gives what can be read', async () => {
    const content = `((( <</A ] ${show('một', 50, 700)} ) >> 1 2 3 re Q Q Q Tj`;
    expect(await read(writePdf([{ content }, page]))).toEqual(expect.arrayContaining(['Kế', 'hoạch']));
  });

  it('with numbers out of this world gives what can be read', async () => {
    const wild = ['9'.repeat(300), '-99999999999999999999', '0.00000000000000001', '4294967296'];
    const content = wild.map((n) => `q ${n} 0 0 ${n} ${n} ${n} cm 0 0 m ${n} ${n} l S ${show('x', 1, 1)} Q`).join('\n');
    expect(await read(writePdf([{ content: content + page.content }]))).toEqual(['Kế', 'hoạch']);
  });

  it.each(['[0 0 0 0]', '[0 0 1e30 1e30]', '[595 842 0 0]', '(x)'])(
    'with the page box %s is read or refused',
    async (box) => {
      const whole = text(writePdf([page])).replace('[0 0 595 842]', box);
      expect(await read(bytesOf(whole))).toBeDefined();
    },
  );
});

describe('a locked PDF', () => {
  it('that only forbids changes is read', async () => {
    expect(await read(encrypted(page, ''))).toEqual(['Kế', 'hoạch']);
  });

  it('that asks for a password is refused by name', async () => {
    expect(await read(encrypted(page, 'bí mật'))).toBe('file-encrypted');
  });
});

describe('a PDF that wants to be run', () => {
  it('is read without running scripts, opening attachments, filling forms or fetching anything', async () => {
    const fetched = vi.fn();
    vi.stubGlobal('fetch', fetched);
    const catalog = `/OpenAction << /S /JavaScript /JS (globalThis.hacked = 1) >>
      /AA << /WC << /S /Launch /F (calc.exe) >> >> /AcroForm << /XFA 20 0 R /Fields [] >>
      /Names << /JavaScript << /Names [(a) << /S /JavaScript /JS (globalThis.hacked = 1) >>] >>
      /EmbeddedFiles << /Names [(a.exe) << /Type /Filespec /F (a.exe) /EF << /F 21 0 R >> >>] >> >>`;
    const objects = {
      20: { dictionary: '', data: '<xdp:xdp xmlns:xdp="http://ns.adobe.com/xdp/"><script>x</script></xdp:xdp>' },
      21: deflated(Buffer.alloc(80_000_000), 1, '/Type /EmbeddedFile'),
      22: {
        dictionary: '/Type /XObject /Subtype /Image /Width 10 /Height 10 /F (http://a.vn/b.png) /FFilter /DCTDecode',
        data: '',
      },
    };
    const linked = {
      content: `${page.content} q 9 0 0 9 0 0 cm /I Do Q`,
      entries: '/Annots [<< /Type /Annot /Subtype /Link /Rect [0 0 595 842] /A << /S /URI /URI (http://a.vn) >> >>]',
      resources: '/XObject << /I 22 0 R >>',
    };
    const bytes = writePdf([linked], { catalog, objects });
    expect(await read(bytes)).toEqual(['Kế', 'hoạch']);
    const file = await openPdf(bytes);
    await file.drawPage(1, 50);
    await file.close();
    expect(fetched).not.toHaveBeenCalled();
    expect(globalThis).not.toHaveProperty('hacked');
  });
});

describe('a PDF made to exhaust the machine', { timeout: 15_000 }, () => {
  const nothing = Buffer.alloc(200_000_000, ' ');
  const bombs: [string, TestObject][] = [
    ['compressed once', deflated(nothing)],
    ['compressed twice', deflated(nothing, 2)],
    ['compressed three times', deflated(nothing, 3)],
  ];

  it.each(bombs)('by drawing operations %s is refused', async (_, bomb) => {
    expect(await read(writePdf([page], { objects: { 101: bomb } }))).toBe('file-expands-too-much');
  });

  it('by a list of objects is refused', async () => {
    const objects = { 50: deflated(nothing, 1, '/Type /ObjStm /N 1 /First 4') };
    expect(await read(writePdf([page], { objects }))).toBe('file-expands-too-much');
  });

  it('by a million operations on a page is refused', async () => {
    const content = '0 0 m 9 9 l S\n'.repeat(limits.pdfOperations + 1_000);
    expect(await read(writePdf([{ content }]))).toBe('document-too-complex');
  });

  it('by a path with more lines than a drawing has is read without them', async () => {
    const content = `0 0 m ${'500 0 l 0 500 l '.repeat(200_000)} S ${page.content}`;
    const file = await openPdf(writePdf([{ content }]));
    const { words, rules } = await file.readPage(1);
    expect([words.length, rules.length]).toEqual([2, 0]);
    await file.close();
  });

  it('by white letters on more fields than can be looked at is read with them', async () => {
    const fields = '9 9 9 9 re f\n'.repeat(60_000);
    const letters = '<0041> Tj 10 0 Td '.repeat(1_000);
    const content = `${fields} 1 1 1 rg BT /F 1 Tf 0.05 0 0 1 50 700 Tm ${letters} ET`;
    expect(await read(writePdf([{ content }]))).toHaveLength(1_000);
  });

  it('by forms inside forms, ten of each in each, is refused', async () => {
    const objects: Record<number, TestObject> = {};
    for (let at = 20; at < 32; at++) {
      const dictionary = `/Type /XObject /Subtype /Form /BBox [0 0 9 9] /Resources << /XObject << /A ${at + 1} 0 R >> >>`;
      objects[at] = { dictionary, data: '/A Do '.repeat(10) };
    }
    objects[32] = { dictionary: '/Type /XObject /Subtype /Form /BBox [0 0 9 9]', data: '0 0 m 9 9 l S' };
    expect(await read(writePdf([{ content: '/A Do', resources: '/XObject << /A 20 0 R >>' }], { objects }))).toBe(
      'document-too-complex',
    );
  });

  it('by a form that draws itself ends', async () => {
    const self = {
      dictionary: '/Type /XObject /Subtype /Form /BBox [0 0 9 9] /Resources << /XObject << /A 20 0 R >> >>',
    };
    const objects = { 20: { ...self, data: '/A Do' } };
    const looping = { content: `/A Do ${page.content}`, resources: '/XObject << /A 20 0 R >>' };
    expect(await read(writePdf([looping], { objects }))).toEqual(['Kế', 'hoạch']);
  });

  it('by 5,000 forms one in another ends', async () => {
    const objects: Record<number, TestObject> = {};
    for (let at = 1_000; at < 6_000; at++) {
      const dictionary = `/Type /XObject /Subtype /Form /BBox [0 0 9 9] /Resources << /XObject << /A ${at + 1} 0 R >> >>`;
      objects[at] = { dictionary, data: '/A Do' };
    }
    const deep = { content: `/A Do ${page.content}`, resources: '/XObject << /A 1000 0 R >>' };
    expect(await read(writePdf([deep], { objects }))).toBeDefined();
  });

  it('by more pages than we read is refused', async () => {
    expect(await read(writePdf(Array.from({ length: limits.pdfPages + 1 }, () => page)))).toBe(
      'file-has-too-many-pages',
    );
  });

  it('by pages it does not have is read for those it has, or refused', async () => {
    const lying = text(writePdf([page])).replace('/Count 1', '/Count 900');
    expect([['Kế', 'hoạch'], 'file-damaged']).toContainEqual(await read(bytesOf(lying)));
  });

  it('by a tree of pages that goes round is refused', async () => {
    const objects = { 2: { dictionary: '/Type /Pages /Kids [2 0 R 2 0 R] /Count 2' } };
    expect(await read(writePdf([page], { objects }))).toMatch(/^file-/);
  });

  it('by a picture too large to be held is not drawn', async () => {
    const dictionary =
      '/Type /XObject /Subtype /Image /Width 20000 /Height 20000 /ColorSpace /DeviceGray /BitsPerComponent 8';
    const huge = { content: 'q 595 0 0 842 0 0 cm /I Do Q', resources: '/XObject << /I 20 0 R >>' };
    const file = await openPdf(writePdf([huge], { objects: { 20: { dictionary, data: 'x' } } }));
    expect(await file.readPage(1)).toMatchObject({ words: [], pictures: 1 });
    await expect(file.drawPage(1, 200)).rejects.toMatchObject({ code: 'picture-too-large' });
    await file.close();
  });

  it('by a page as large as a field is drawn with fewer dots', async () => {
    const file = await openPdf(writePdf([{ ...page, box: [0, 0, 14_400, 14_400] }]));
    const { width, height, dpi } = await file.drawPage(1, 300);
    expect(width * height).toBeLessThan(25_000_000);
    expect(dpi).toBeLessThan(30);
    await file.close();
  });
});

/** RC4 of 40 bits (PDF 1.4, revision 2): the owner's password is always "chủ". */
function encrypted(one: TestPage, password: string): Uint8Array {
  const owner = Buffer.alloc(32, 1);
  const id = Buffer.alloc(16, 2);
  const permissions = Buffer.from([0xfc, 0xff, 0xff, 0xff]);
  const padded = Buffer.concat([Buffer.from(password, 'latin1'), padding]).subarray(0, 32);
  const key = md5(Buffer.concat([padded, owner, permissions, id])).subarray(0, 5);
  const objectKey = md5(Buffer.concat([key, Buffer.from([101, 0, 0, 0, 0])])).subarray(0, 10);
  const trailer = `/Encrypt << /Filter /Standard /V 1 /R 2 /O <${owner.toString('hex')}> /U <${rc4(key, padding).toString('hex')}> /P -4 >> /ID [<${id.toString('hex')}> <${id.toString('hex')}>]`;
  // The map of the fonts (object 9) has to be encrypted too.
  const plain = text(writePdf([one]));
  const map = /9 0 obj[\s\S]*?stream\n([\s\S]*?)\nendstream/.exec(plain)?.[1] ?? '';
  const mapKey = md5(Buffer.concat([key, Buffer.from([9, 0, 0, 0, 0])])).subarray(0, 10);
  const objects = { 9: { dictionary: '', data: rc4(mapKey, Buffer.from(map, 'latin1')) } };
  return writePdf([{ ...one, content: rc4(objectKey, Buffer.from(String(one.content), 'latin1')) }], {
    objects,
    trailer,
  });
}

const padding = Buffer.from('28bf4e5e4e758a4164004e56fffa01082e2e00b6d0683e802f0ca9fe6453697a', 'hex');
const md5 = (data: Buffer): Buffer => createHash('md5').update(data).digest();

/** Written out: OpenSSL no longer offers it. */
function rc4(key: Buffer, data: Buffer): Buffer {
  const state = Uint8Array.from({ length: 256 }, (_, at) => at);
  const swap = (a: number, b: number) => {
    [state[a], state[b]] = [state[b] ?? 0, state[a] ?? 0];
  };
  for (let i = 0, j = 0; i < 256; i++) {
    j = (j + (state[i] ?? 0) + (key[i % key.length] ?? 0)) & 255;
    swap(i, j);
  }
  let i = 0;
  let j = 0;
  return Buffer.from(
    data.map((byte) => {
      i = (i + 1) & 255;
      j = (j + (state[i] ?? 0)) & 255;
      swap(i, j);
      return byte ^ (state[((state[i] ?? 0) + (state[j] ?? 0)) & 255] ?? 0);
    }),
  );
}
