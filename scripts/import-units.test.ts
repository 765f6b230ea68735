import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, describe, expect, it, test } from 'vitest';
import { sharedAvailable, sharedPath } from '../test/shared.ts';
import { importUnits } from './import-units.ts';

const folder = sharedPath('reference', 'units');
if (!sharedAvailable)
  console.log('skipped: the tables of units stand beside the project (THANG_SHARED) and are not there');

describe.skipIf(!sharedAvailable)('the import of units', () => {
  let broken: string | undefined;
  afterEach(() => broken && rmSync(broken, { recursive: true, force: true }));

  it('gives what data/units holds', () => {
    for (const [name, text] of Object.entries(importUnits(folder)))
      expect(text === readFileSync(join(import.meta.dirname, '..', 'data', 'units', name), 'utf8'), name).toBe(true);
  });

  test.each([
    ['a commune is missing', 'communes_after.csv', /^00004,.*\n/m, '', /communes after: 3320/],
    ['a pair points nowhere', 'commune_map.csv', '00004,00004', '00004,99999', /no such new unit/],
    ['a part is called whole', 'commune_map.csv', ',part,', ',whole,', /pairs that are parts/],
    [
      'a commune lies in another province',
      'communes_before.csv',
      '00004,Trúc Bạch,Phường,001,01',
      '00004,Trúc Bạch,Phường,001,02',
      /00004/,
    ],
    ['a successor lies in another province', 'commune_map.csv', '00004,00004,', '00004,01273,', /another province/],
    ['a change is of another name', 'changes_since_2025-07.csv', 'Xã Lộc Ninh', 'Xã Lộc Ninh 2', /change of 25270/],
  ])('fails where %s', (_what, file, from, to, why) => {
    broken = mkdtempSync(join(tmpdir(), 'thang-units-'));
    cpSync(folder, broken, { recursive: true, filter: (path) => !path.includes('geo') });
    const path = join(broken, file);
    const text = readFileSync(path, 'utf8');
    expect(text.replace(from, to)).not.toBe(text);
    rmSync(path, { force: true });
    writeFileSync(path, text.replace(from, to));
    expect(() => importUnits(broken as string)).toThrow(why);
  });
});
