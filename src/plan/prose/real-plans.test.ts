import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { sharedAvailable, sharedPath } from '../../../test/shared.ts';
import { readDocument } from '../../document/read.ts';
import { squish } from '../../kernel/text.ts';
import { readHead } from '../head/read-head.ts';
import { readProse } from './read-prose.ts';

async function read(plan: string, format: string) {
  const document = await readDocument(readFileSync(sharedPath('plans', `${plan}.${format}`)), {
    name: `${plan}.${format}`,
  });
  const head = readHead(document);
  const { duties, reporting } = readProse(document, head, true);
  return { head, duties, reporting };
}

const plans = ['ba-don-2024', 'gia-nghia-2024', 'hung-yen-2021', 'ninh-thuan-2020', 'quang-nam-2023'];

test.skipIf(!sharedAvailable).each(plans)('%s says the same in text, HTML and DOCX', async (plan) => {
  const text = await read(plan, 'txt');
  expect(await read(plan, 'html')).toEqual(text);
  expect(await read(plan, 'docx')).toEqual(text);
});

test.skipIf(!sharedAvailable).each(plans)('every duty of %s stands in it, word for word', async (plan) => {
  const source = words(readFileSync(sharedPath('plans', `${plan}.txt`), 'utf8'));
  const { duties } = await read(plan, 'txt');
  expect(duties.length).toBeGreaterThan(0);
  for (const { text } of duties.flatMap(({ items }) => items)) {
    const said = words(text).split(' ');
    const runs = said.slice(3).map((_, at) => said.slice(at, at + 4).join(' '));
    expect(runs.filter((run) => !source.includes(run))).toEqual([]);
  }
});

/** Lone letters and numbers between pages are left out on both sides. */
const words = (text: string): string =>
  squish(text.replace(/^\s*(?:\p{L}|\d+)\s*$/gmu, ' '))
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, ' ');

const gold = sharedAvailable ? ['gia-nghia-2024', 'quang-nam-2023'] : [];

test.skipIf(!sharedAvailable).each(gold)('%s has the duties and reports counted by hand', async (plan) => {
  const { meta } = JSON.parse(readFileSync(sharedPath('gold', `${plan}.json`), 'utf8'));
  const { head, duties, reporting } = await read(plan, 'txt');
  expect(Object.fromEntries(duties.map(({ section, items }) => [section, items.length]))).toEqual(meta.duties);
  expect(reporting.map(({ to, via }) => [to, via?.toLowerCase() ?? null])).toEqual(
    meta.reporting
      .map(({ to, via }: { to: string; via?: string }) => [long(to), via?.toLowerCase() ?? null])
      .map(expectedTo(reporting)),
  );
  expect(head.references.map(({ number }) => number)).toEqual(meta.references);
  expect(head.indices).toEqual(meta.indices);
});

const long = (name: string): string => name.replace(/^UBND/u, 'Ủy ban nhân dân');
/** Gold writes UBND where the plan may write it out. */
const expectedTo =
  (printed: { to: string | null }[]) =>
  ([to, via]: (string | null)[], at: number): (string | null)[] => {
    const said = printed[at]?.to ?? null;
    return [said !== null && long(said) === to ? said : (to ?? null), via ?? null];
  };

/**
 * Counted by reading the three plans without a gold file: items of each section, reports, references. Without a number: what
 * Ba Đồn's last sentence asks beside carrying out the plan, and the three orders in Hưng Yên's part on inspection (II.3).
 */
const counted: [string, Record<string, number>, number, string[]][] = [
  ['ba-don-2024', { 1: 7, 2: 3, 3: 4, 4: 1, 5: 3, 6: 3, 7: 2, null: 1 }, 3, ['1290/UBND-NCVX']],
  ['hung-yen-2021', { null: 3, 1: 2, 2: 5, 3: 5, 4: 1, 5: 1 }, 4, ['06/CT-CTUBND']],
  [
    'ninh-thuan-2020',
    { 1: 7, 2: 1, 3: 1, 4: 3, 5: 2, 6: 1, 7: 2, 8: 1, 9: 1, 10: 4, 11: 5, 12: 1, 13: 1 },
    2,
    ['1976/QĐ-UBND', '04-NQ/TU'],
  ],
];

test.skipIf(!sharedAvailable).each(counted)(
  '%s has the duties, reports and references counted by reading it',
  async (plan, items, reports, numbers) => {
    const { head, duties, reporting } = await read(plan, 'txt');
    const found: Record<string, number> = {};
    for (const { section, items: told } of duties) found[`${section}`] = (found[`${section}`] ?? 0) + told.length;
    expect(found).toEqual(items);
    expect(reporting).toHaveLength(reports);
    expect(head.references.map(({ number }) => number)).toEqual(numbers);
  },
);
