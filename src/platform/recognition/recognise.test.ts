import { mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createCanvas, GlobalFonts } from '@napi-rs/canvas';
import { afterAll, expect, it } from 'vitest';
import { recognise } from './recognise.ts';

const folder = mkdtempSync(join(tmpdir(), 'thang-recognise-test-'));
const { PATH: path, TMPDIR: aside } = process.env;
afterAll(() => {
  process.env.PATH = path;
  if (aside === undefined) delete process.env.TMPDIR;
  else process.env.TMPDIR = aside;
  rmSync(folder, { recursive: true });
});

/** One line of large black letters on white. */
function line(text: string) {
  const canvas = createCanvas(420, 60);
  const context = canvas.getContext('2d');
  context.fillStyle = 'white';
  context.fillRect(0, 0, 420, 60);
  context.fillStyle = 'black';
  context.font = `36px ${GlobalFonts.families[0]?.family ?? 'sans-serif'}`;
  context.fillText(text, 10, 44);
  const { data } = context.getImageData(0, 0, 420, 60);
  return {
    width: 420,
    height: 60,
    dpi: 200,
    gray: Uint8Array.from({ length: 420 * 60 }, (_, at) => data[at * 4] ?? 0),
  };
}

it.skipIf(process.platform === 'win32')(
  'a tesseract command that crashes is stood in for, and what it wrote aside is gone',
  { timeout: 90_000 },
  async () => {
    writeFileSync(join(folder, 'tesseract'), '#!/bin/sh\necho garbage; exit 139\n', { mode: 0o755 });
    const own = mkdtempSync(join(folder, 'tmp-'));
    process.env.TMPDIR = own;
    process.env.PATH = `${folder}:/usr/bin:/bin`;
    const [words] = await recognise([{ picture: line('2026 123 456'), layout: 'line' }], {});
    if (GlobalFonts.families.length > 0) expect(words?.map(({ text }) => text).join(' ')).toContain('2026');
    expect(readdirSync(own)).toEqual([]);
  },
);
