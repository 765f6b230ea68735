import { type ParagraphLine, type ReportContent, type WholeField, wholeFields } from '../content/model.ts';
import { ownKey, type Paragraph, type Printed, type Settled } from './paragraph.ts';

/**
 * Drafted paragraphs with what the office made of them. Words it wrote stay when the sources change, and are marked; what it
 * only accepted follows the sources, and is marked too. Words whose draft is gone stand at the end of their section.
 */
export function settle(paragraphs: readonly Paragraph[], lines: Readonly<Record<string, ParagraphLine>>): Settled[] {
  const known = new Set(paragraphs.map(({ key }) => key));
  const gone = Object.entries(lines).filter(([key, { standing }]) => !known.has(key) && standing === 'rewritten');
  return wholeFields.flatMap((section) => [
    ...paragraphs.filter((one) => one.section === section).map((one) => settleOne(one, lines[one.key])),
    ...gone
      .filter(([key]) => sectionOf(key) === section && key !== ownKey(section))
      .map(([key, line]) => goneOne(key, line)),
    ownOne(section, lines[ownKey(section)]),
  ]);
}

const sectionOf = (key: string): string => key.slice(0, key.indexOf('/'));

function settleOne(one: Paragraph, line: ParagraphLine | undefined): Settled {
  const { standing, text, from } = line ?? { standing: null, text: one.text, from: one.text };
  const rewritten = standing === 'rewritten';
  const printed = standing === 'dropped' ? null : rewritten ? text : one.text;
  return {
    ...{ ...one, standing, printed: printed?.trim() ? printed : null, from },
    ...{ changed: standing !== null && from !== one.text, gone: false },
  };
}

const bare = { under: null, list: false, text: '', sources: [], by: null } as const;

const goneOne = (key: string, { standing, text, from }: ParagraphLine): Settled => ({
  ...{ ...bare, key, section: sectionOf(key) as WholeField, standing, from },
  ...{ printed: text.trim() ? text : null, changed: true, gone: true },
});

const ownOne = (section: WholeField, line: ParagraphLine | undefined): Settled => ({
  ...{ ...bare, key: ownKey(section), section, standing: line?.text.trim() ? 'rewritten' : null, from: '' },
  ...{ printed: line?.text.trim() ? line.text : null, changed: false, gone: false },
});

export const printedOf = (settled: readonly Settled[]): Printed[] =>
  settled.flatMap(({ printed, text: _, from: __, changed: ___, gone: ____, ...rest }) =>
    printed === null ? [] : [{ ...rest, text: printed }],
  );

/** The texts of the whole as they are sent. */
export function wholeOf(printed: readonly Printed[]): ReportContent['whole'] {
  const of = (section: WholeField) =>
    printed
      .filter((one) => one.section === section)
      .map(({ list, text }) => (list ? `- ${text}` : text))
      .join('\n');
  return Object.fromEntries(wholeFields.map((section) => [section, of(section)])) as ReportContent['whole'];
}
