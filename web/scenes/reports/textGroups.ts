import { ownKey, type Settled } from '../../../src/report/consolidated/paragraph.ts';
import { type WholeField, wholeFields } from '../../../src/report/content/model.ts';
import { closedAtFirst } from './useFolds.ts';

/** The paragraphs of a section under one heading, as the paper prints them; `left`: those nobody has looked at. */
export type TextGroup = {
  id: string;
  section: WholeField;
  under: string | null;
  paragraphs: Settled[];
  left: number;
  total: number;
};

/** Whether somebody has yet to look at a paragraph. */
export const isLeft = ({ standing, key, section, text, gone }: Settled): boolean =>
  standing === null && text !== '' && !gone && key !== ownKey(section);

/** A text by its sections and the headings in them, in the order of the paper. */
export const textGroups = (settled: readonly Settled[]): TextGroup[] =>
  wholeFields.flatMap((section) => {
    const own = settled.filter((one) => one.section === section);
    return [...Map.groupBy(own, ({ under }) => under)].map(([under, paragraphs], at) => ({
      ...{ id: `muc-${section}-${at}`, section, under, paragraphs },
      left: paragraphs.filter(isLeft).length,
      total: paragraphs.filter(({ key, text }) => text !== '' && key !== ownKey(section)).length,
    }));
  });

const many = 8;

/** What is closed at first: of a long text all headings but the first that has something to look at. */
export function foldedAtFirst(groups: readonly TextGroup[]): ReadonlySet<string> {
  const headed = groups.filter(({ under }) => under !== null);
  return closedAtFirst(headed, headed.length > many);
}
