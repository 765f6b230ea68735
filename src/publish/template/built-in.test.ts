import { describe, expect, it } from 'vitest';
import { readDocument } from '../../document/read.ts';
import type { PlainDate } from '../../kernel/plain-date.ts';
import { lint } from '../lint/lint.ts';
import { writeDocx } from '../paper/write-docx.ts';
import { builtInTemplate } from './built-in.ts';
import { fillTemplate } from './fill-template.ts';
import { paperKinds } from './kinds.ts';
import { openTemplate } from './open-template.ts';
import { sampleOf } from './samples.ts';

const day = '2026-06-12' as PlainDate;

const linesOf = async (bytes: Uint8Array): Promise<string[]> => {
  const { blocks } = await readDocument(bytes);
  return blocks.flatMap((block) => (block.kind === 'paragraph' ? [block.text] : block.cells.map(({ text }) => text)));
};

describe('the built-in template', () => {
  it.each(paperKinds)(
    'of %s, filled, says what the paper says without it, and is set as the decree asks',
    async (kind) => {
      const template = openTemplate(await builtInTemplate(kind, day), 'mau.docx');
      const filled = await fillTemplate(kind, template, sampleOf(kind), day);
      expect(await linesOf(filled)).toEqual(await linesOf(await writeDocx(sampleOf(kind).paper, day)));
      const { findings } = lint(filled, { name: 'mau.docx' });
      expect(findings.filter(({ severity }) => severity === 'fault')).toEqual([]);
    },
  );
});
