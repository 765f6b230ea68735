import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { readDocument } from '../../document/read.ts';
import type { PlainDate } from '../../kernel/plain-date.ts';
import { readPlan } from '../../plan/read.ts';
import { lint } from '../lint/lint.ts';
import { planPaper } from '../paper/plan.ts';
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

  it('of a plan, filled with one, is read back to the same plan', async () => {
    const sample = join(import.meta.dirname, '..', '..', '..', 'samples', 'hon-suong-2026.docx');
    const reading = readPlan(await readDocument(new Uint8Array(readFileSync(sample))));
    const paper = planPaper(reading);
    const template = openTemplate(await builtInTemplate('plan', day), 'mau.docx');
    const filled = await fillTemplate('plan', template, { paper, facts: {} }, day);
    const again = readPlan(await readDocument(filled));
    const plain = readPlan(await readDocument(await writeDocx(paper, day)));
    const said = ({ tasks, duties, reporting, document }: typeof reading) => ({
      tasks: tasks.map(({ text, component, lead, implement, cooperate, schedule }) => ({
        ...{ text, component, lead, implement, cooperate, schedule },
      })),
      ...{ duties: duties.map(({ agencies, items }) => ({ agencies, items })), reporting: reporting.length },
      ...{ title: document.title, number: document.number },
    });
    expect(again.tasks.length).toBeGreaterThan(5);
    expect(said(again)).toEqual(said(plain));
    expect(said(again).tasks).toEqual(said(reading).tasks);
  });
});
