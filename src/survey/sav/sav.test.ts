import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { shareOf } from '../../../test/shared.ts';
import { Problem } from '../../kernel/problem.ts';
import { readSav } from './read.ts';

const folder = join(import.meta.dirname, '..', '..', '..', 'test', 'peers', 'survey', 'sav');
const files = ['plain.sav', 'packed.sav', 'zipped.zsav'];
const bytesOf = (file: string): Uint8Array => new Uint8Array(readFileSync(join(folder, file)));

function read(bytes: Uint8Array) {
  const lines: string[] = [];
  const reading = readSav(bytes, 'phieu.sav');
  for (let next = reading.next(); ; next = reading.next()) {
    if (next.done) return { lines, declared: next.value };
    lines.push(next.value);
  }
}

describe('an SPSS file', () => {
  it.each(files)('%s comes as lines of CSV, with letters of several bytes whole and very long texts in one', (file) => {
    const { lines } = read(bytesOf(file));
    const long = 'Ý kiến dài về dịch vụ công ở xã. '.repeat(20).trimEnd();
    expect(lines).toEqual([
      '"tinh","hai_long","cho","ten","y_kien","ngay","luc","quyen_so"\n',
      `1,5,12.5,"Nguyễn Thị Ánh Tuyết","${long}",2026-05-01,2026-05-01 07:30:00,1234.5678901234\n`,
      '2,88,997,"Đỗ ""Mười""","ngắn",2026-12-31,2026-12-31 23:59:59,0.1\n',
      '79,,30,,,,,1e-7\n',
      `1,-9,998,"Phường Bến Nghé, Quận 1","${'ữ'.repeat(300)}",1975-04-30,2000-01-01 00:00:00,123456789012\n`,
    ]);
  });

  it.each(files)('%s says labels, choices and codes of no answer, listed or between two numbers', (file) => {
    const { variables } = read(bytesOf(file)).declared;
    const [province, content, waited] = variables;
    expect(province).toMatchObject({
      label: 'Tỉnh, thành phố nơi người trả lời đang sống',
      type: 'number',
      choices: [
        { code: '1', label: 'Hà Nội' },
        { code: '2', label: 'Hà Giang' },
        { code: '79', label: 'Thành phố Hồ Chí Minh' },
      ],
      missing: [],
    });
    expect(content?.missing).toEqual([
      { code: '88', label: 'Không biết' },
      { code: '99', label: 'Từ chối' },
    ]);
    expect(waited?.missing).toEqual([
      { code: '997', label: '997' },
      { code: '998', label: 'Từ chối' },
    ]);
    expect(variables.slice(3).map(({ type }) => type)).toEqual(['text', 'text', 'date', 'text', 'number']);
  });

  it('that is cut off or changed is read or refused with a Problem, never worse', () => {
    const whole = files.map(bytesOf);
    const torn = fc.record({
      which: fc.nat(whole.length - 1),
      cut: fc.double({ min: 0, max: 1, noNaN: true }),
      changes: fc.array(fc.tuple(fc.double({ min: 0, max: 1, noNaN: true }), fc.nat(255)), { maxLength: 6 }),
    });
    fc.assert(
      fc.property(torn, ({ which, cut, changes }) => {
        const bytes = Uint8Array.from(whole[which] ?? []);
        for (const [at, value] of changes) bytes[Math.floor(at * (bytes.length - 1))] = value;
        try {
          read(cut < 0.5 ? bytes : bytes.slice(0, Math.floor((cut - 0.5) * 2 * bytes.length)));
        } catch (error) {
          expect(error).toBeInstanceOf(Problem);
        }
      }),
      shareOf(300, 20_000),
    );
  });

  it('is refused where its texts are not in the encoding it names', () => {
    const bytes = bytesOf('plain.sav');
    const at = Buffer.from(bytes).indexOf('Hà Nội');
    bytes[at + 1] = 0xff;
    expect(() => read(bytes)).toThrow(/UTF-8/);
  });
});
