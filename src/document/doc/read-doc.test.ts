import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { compound } from '../../../test/office/container.ts';
import { sharedAvailable, sharedPath } from '../../../test/shared.ts';
import { Problem } from '../../kernel/problem.ts';
import { readPlan } from '../../plan/read.ts';
import type { Document } from '../model.ts';
import { readDocument } from '../read.ts';

/** Word 97–2003 files: the same plans as their newer copies say. */

const root = join(import.meta.dirname, '..', '..', '..');
const read = (path: string) => readDocument(readFileSync(path), { name: path });
/** What a document says, without how it was kept. */
const shown = ({ blocks }: Document) =>
  JSON.parse(JSON.stringify(blocks, (key, value) => (key === 'align' ? undefined : value)));
const tasksOf = (document: Document) => readPlan(document).tasks;

describe.skipIf(!sharedAvailable)('a real plan as an old Word file', () => {
  test.each(['ba-don-2024', 'gia-nghia-2024', 'hung-yen-2021', 'ninh-thuan-2020', 'quang-nam-2023'])(
    '%s is block by block what its newer copy is',
    async (plan) => {
      const old = await read(sharedPath('plans', `${plan}.doc`));
      expect(old).toMatchObject({ format: 'doc', warnings: [] });
      expect(shown(old)).toEqual(shown(await read(sharedPath('plans', `${plan}.docx`))));
    },
  );
});

describe('a sample plan as an old Word file', () => {
  test.each(['minh-ha-2025', 'minh-ha-2026'])('%s, with merged cells and tracked changes', async (plan) => {
    const [old, now] = [
      await read(join(root, 'test/office', `${plan}.doc`)),
      await read(join(root, 'samples', `${plan}.docx`)),
    ];
    expect(shown(old)).toEqual(shown(now));
    expect(tasksOf(old)).toEqual(tasksOf(now));
  });
});

describe('an old Word file that is broken or made to do harm', () => {
  const plan = new Uint8Array(readFileSync(join(root, 'test/office/minh-ha-2025.doc')));
  const problemOf = async (bytes: Uint8Array): Promise<string> => {
    try {
      await readDocument(bytes, { name: 'kế hoạch.doc' });
    } catch (error) {
      if (error instanceof Problem) return error.code;
      throw error;
    }
    return 'none';
  };
  const head = (edit: (view: DataView) => void): Uint8Array => {
    const stream = new Uint8Array(4096);
    const view = new DataView(stream.buffer);
    view.setUint16(0, 0xa5ec, true);
    view.setUint16(2, 0xc1, true);
    edit(view);
    return stream;
  };

  test.each<[string, string, Uint8Array]>([
    ['encrypted', 'file-encrypted', head((view) => view.setUint16(10, 0x0100, true))],
    ['older than 1997', 'file-is-old-word', head((view) => view.setUint16(2, 101, true))],
    ['of another kind', 'file-is-old-word', head((view) => view.setUint16(0, 0xa5dc, true))],
    ['without its text', 'file-damaged', head(() => {})],
    ['empty', 'file-damaged', new Uint8Array(0)],
  ])('%s', async (_, code, stream) => {
    expect(await problemOf(compound({ WordDocument: stream, '0Table': new Uint8Array(512) }))).toBe(code);
  });

  test('whose sectors follow each other in a circle, or lead outside, is damaged', async () => {
    const streams = { WordDocument: head(() => {}), '0Table': new Uint8Array(9000) };
    const circle = compound(streams, (table) => {
      for (const [at, next] of table.entries()) if (next === at + 1) table[at] = at;
    });
    expect(await problemOf(circle)).toBe('file-damaged');
    const outside = compound(streams, (table) => {
      for (const [at, next] of table.entries()) if (next === at + 1) table[at] = 1_000_000;
    });
    expect(await problemOf(outside)).toBe('file-damaged');
  });

  test('cut anywhere is read or refused, in time', async () => {
    for (const share of [0.05, 0.2, 0.4, 0.6, 0.8, 0.95]) {
      const code = await problemOf(plan.slice(0, Math.floor(plan.length * share)));
      expect(['none', 'file-damaged', 'file-unknown', 'file-is-old-word']).toContain(code);
    }
  });

  test('with bytes changed at random is read or refused, never fails', async () => {
    let seed = 20260101;
    const next = (below: number): number => {
      seed = (seed * 1_103_515_245 + 12_345) % 2_147_483_648;
      return Math.floor((seed / 2_147_483_648) * below);
    };
    for (let round = 0; round < 150; round++) {
      const changed = plan.slice();
      for (let change = 0; change < 1 + next(12); change++) changed[next(changed.length)] = next(256);
      await problemOf(changed);
    }
  }, 30_000);

  test('goes to a converter where there is one, else its bare text is taken with a warning', async () => {
    const old = compound({ WordDocument: head((view) => view.setUint16(2, 101, true)), '0Table': new Uint8Array(512) });
    const docx = new Uint8Array(readFileSync(join(root, 'samples/minh-ha-2025.docx')));
    const converted = await readDocument(old, { tools: { convertToDocx: async () => docx } });
    expect(converted.format).toBe('doc');
    expect(tasksOf(converted).length).toBeGreaterThan(20);
    const bare = await readDocument(old, {
      tools: { convertToDocx: async () => undefined, extractDoc: async () => 'KẾ HOẠCH\nGiao Sở Nội vụ chủ trì.' },
    });
    expect(bare.warnings.map(({ code }) => code)).toEqual(['doc-without-office']);
    expect(bare.blocks).toHaveLength(2);
  });
});
