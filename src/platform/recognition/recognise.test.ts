import { readdir } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { createCanvas, GlobalFonts } from '@napi-rs/canvas';
import { describe, expect, it } from 'vitest';
import type { Picture } from '../../document/page/model.ts';
import type { Recognise } from '../../document/tools.ts';
import { findCommand, recogniseByCommand } from './command.ts';
import { recogniseByScript } from './script.ts';
import { parseTsv } from './tsv.ts';

const fonts = dirname(createRequire(import.meta.url).resolve('@fontsource/tinos/package.json'));
GlobalFonts.registerFromPath(join(fonts, 'files', 'tinos-latin-400-normal.woff2'), 'Letters');

/** One line of print. */
function printed(text: string): Picture {
  const canvas = createCanvas(text.length * 18 + 60, 70);
  const context = canvas.getContext('2d');
  context.fillStyle = 'white';
  context.fillRect(0, 0, canvas.width, canvas.height);
  context.fillStyle = 'black';
  context.font = '36px Letters';
  context.fillText(text, 20, 48);
  const { data } = context.getImageData(0, 0, canvas.width, canvas.height);
  const gray = Uint8Array.from({ length: canvas.width * canvas.height }, (_, at) => data[at * 4] ?? 0);
  return { width: canvas.width, height: canvas.height, gray, dpi: 200 };
}

const command = findCommand();
const engines: [string, Recognise][] = [['tesseract.js', recogniseByScript]];
if (command) engines.push(['the command', recogniseByCommand(command)]);

describe.each(engines)('recognition by %s', (_, recognise) => {
  it('gives the words of each piece with their places', async () => {
    const pieces = [printed('Quy trong nam 2026'), printed('giao ban')];
    const [first, second] = await recognise(
      pieces.map((picture) => ({ picture, layout: 'line' })),
      {},
    );
    expect(second?.map(({ text }) => text)).toEqual(['giao', 'ban']);
    const year = first?.at(-1);
    expect(year?.text).toBe('2026');
    expect(year?.confidence).toBeGreaterThan(0.8);
    expect(year?.x0).toBeGreaterThan(first?.[0]?.x1 ?? 0);
  });

  it('is given up at once, and leaves nothing behind', async () => {
    const caller = new AbortController();
    const pieces = Array.from({ length: 60 }, () => ({ picture: printed('giao ban'), layout: 'line' as const }));
    const recognising = recognise(pieces, { signal: caller.signal });
    setTimeout(() => caller.abort(), 50);
    await expect(recognising).rejects.toThrow();
    const left = (await readdir(tmpdir())).filter((name) => name.startsWith(`thang-recognition-${process.pid}-`));
    expect(left).toEqual([]);
  });
});

it('finds no command where PATH has none', () => {
  expect(findCommand('')).toBeUndefined();
  expect(findCommand(import.meta.dirname)).toBeUndefined();
});

it('takes from a table of values only words, each with its line', () => {
  const rows = ['level\tpage_num', '4\t1\t1\t1\t1\t0\t0\t0\t9\t9\t-1\t', '5\t2\t1\t1\t1\t1\t10\t20\t30\t8\t91.5\tSở'];
  const words = { text: 'Sở', x0: 10, y0: 20, x1: 40, y1: 28, confidence: 0.915, line: 0 };
  expect(parseTsv(rows.join('\n'), 2)).toEqual([[], [words]]);
});
