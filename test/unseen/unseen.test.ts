import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { readDocument } from '../../src/document/read.ts';
import type { Reading } from '../../src/plan/model.ts';
import { readPlan } from '../../src/plan/read.ts';
import { communes } from './communes.ts';
import { hard } from './hard.ts';
import { odd } from './odd.ts';
import type { Expected, Paper } from './papers.ts';
import { province } from './province-prose.ts';
import { provinces } from './provinces.ts';

/** Documents written for these tests, each with its reading worked out by hand from the contract beforehand. */

const expectedOf = ({ name }: Paper): Expected =>
  JSON.parse(readFileSync(new URL(`./expected/${name}.json`, import.meta.url), 'utf8'));

const read = async ({ bytes, name }: Paper): Promise<Reading> => readPlan(await readDocument(bytes, { name }));

const said = (reading: Reading, expected: Expected) => ({
  goals: reading.document.goals.map(({ quote }) => quote),
  duties: reading.duties.map(({ section, agencies, items }) => [section, agencies, items.length]),
  reporting: reading.reporting.map(({ who, to, schedule }) => [who, to, schedule?.kind ?? null]),
  groups: reading.groups.map(({ index, dimension }) => [index, dimension]),
  tasks: reading.tasks.map((task, at) => pick(task, expected.tasks[at] ?? { text: '' })),
});

/** Only the keys the expectation names, so that a failure prints what matters. */
const pick = (from: object, like: object) =>
  Object.fromEntries(Object.keys(like).map((key) => [key, (from as Record<string, unknown>)[key]]));

describe.each([...provinces, ...communes, ...hard, ...odd, province])('$name', (paper) => {
  test('is read as its writer meant it', async () => {
    const reading = await read(paper);
    const expected = expectedOf(paper);
    const { document = {}, tasks, ...rest } = expected;
    const got = said(reading, expected);
    expect(pick(reading.document, document)).toEqual(document);
    expect(pick(got, rest)).toEqual(rest);
    expect(got.tasks).toEqual(tasks);
  });
});
