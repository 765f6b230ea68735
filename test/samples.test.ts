import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { samplePlans } from '../samples/plans/all.ts';
import { writeDocx } from '../samples/write/docx.ts';
import { type Expected, expectedOf } from '../samples/write/expected.ts';
import { writeText } from '../samples/write/text.ts';
import { readDocument } from '../src/document/read.ts';
import { squish } from '../src/kernel/text.ts';
import type { Reading, Target } from '../src/plan/model.ts';
import { readPlan } from '../src/plan/read.ts';

const folder = join(import.meta.dirname, '..', 'samples');
const bytesOf = (name: string) => new Uint8Array(readFileSync(join(folder, name)));

/** Bullets and line ends differ between formats; the words do not. */
const plain = (text: string | null) =>
  text === null ? null : squish(text.replace(/(^|\s)[-+•*]\s/g, ' ')).replace(/[.;:]+$/, '');
const letter = (text: string | null) => plain(text)?.replace(/^[a-zđ]\) /, '') ?? null;
const quantity = ({ op, value }: Target) => `${op}${value}`;

const read = async (name: string): Promise<Reading> => readPlan(await readDocument(bytesOf(name), { name }));

/** The reading, cut down to what the sample states. */
function shown({ document, groups, tasks }: Reading, expected: Expected) {
  return {
    document: {
      type: document.type,
      number: document.number,
      symbol: document.symbol,
      date: document.date,
      year: document.year,
      place: document.place,
      issuer: document.issuer?.replace('Ủy ban nhân dân', 'UBND') ?? null,
      title: plain(document.title),
      signer: document.signer && { name: document.signer.name, title: document.signer.title },
      indices: document.indices,
      references: document.references.map(({ number }) => number),
      addressees: document.addressees,
    },
    groups: groups.map(({ index, dimension, directive }) => ({ index, dimension, directive: plain(directive) })),
    tasks: tasks.map((task, at) => ({
      ...pick(task),
      quantities: expected.tasks[at]?.quantities ? task.targets.map(quantity).sort() : null,
    })),
  };
}

function meant({ document, groups, tasks }: Expected) {
  const { results: _, ...head } = document;
  return {
    document: { ...head, title: plain(head.title) },
    groups: groups.map(({ index, dimension, directive }) => ({ index, dimension, directive: plain(directive) })),
    tasks: tasks.map((task) => ({ ...pick(task), quantities: task.quantities ? [...task.quantities].sort() : null })),
  };
}

type Shared = Omit<Expected['tasks'][number], 'quantities'>;
function pick({
  index,
  dimension,
  component,
  codes,
  text,
  result,
  lead,
  implement,
  cooperate,
  monitor,
  time,
  schedule,
}: Shared | Reading['tasks'][number]) {
  return {
    index,
    dimension,
    component: letter(component),
    codes,
    text: plain(text),
    result: plain(result),
    lead,
    implement,
    cooperate,
    monitor,
    time,
    schedule,
  };
}

describe.each(samplePlans)('the sample $slug', (plan) => {
  test('is written as its source says', async () => {
    expect(readFileSync(join(folder, `${plan.slug}.txt`), 'utf8')).toBe(writeText(plan));
    expect(JSON.parse(readFileSync(join(folder, 'expected', `${plan.slug}.json`), 'utf8'))).toEqual(expectedOf(plan));
    expect(Buffer.from(bytesOf(`${plan.slug}.docx`)).equals(Buffer.from(await writeDocx(plan)))).toBe(true);
  });

  test.each(['docx', 'txt'])('reads as meant from .%s', async (format) => {
    const expected = expectedOf(plan);
    const reading = await read(`${plan.slug}.${format}`);
    const got = shown(reading, expected);
    const want = meant(expected);
    expect(got.tasks.map(({ text }) => text)).toEqual(want.tasks.map(({ text }) => text));
    for (const [at, task] of got.tasks.entries()) expect.soft(task, `task ${at + 1}`).toEqual(want.tasks[at]);
    expect.soft(got.document).toEqual(want.document);
    expect.soft(got.groups).toEqual(want.groups);
    expect
      .soft(reading.reporting.map(({ who, to, via, schedule }) => ({ who, to, via, schedule })))
      .toEqual(expected.reporting);
    expect
      .soft(reading.duties.map(({ modality, agencies, items }) => ({ modality, agencies, items: items.length })))
      .toEqual(expected.duties.map(({ modality, agencies, items }) => ({ modality, agencies, items: items.length })));
  });
});
