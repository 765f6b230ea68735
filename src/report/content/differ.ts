import type { FieldPlace, LineField, ReportContent } from './model.ts';
import { emptyLine, wholeFields } from './model.ts';
import { valueAt } from './quick.ts';

/** A place that says something else in the later of two contents. */
export type Difference = { place: FieldPlace; before: unknown; after: unknown };

const lineFields = Object.keys(emptyLine) as LineField[];

/** What changed from one sent version of a report to another, in the order of the printed report; keys in the order they come. */
export function differ(before: ReportContent, after: ReportContent): Difference[] {
  const places: FieldPlace[] = [
    ...wholeFields.map((field): FieldPlace => ({ of: 'whole', field })),
    ...(['component', 'item'] as const).flatMap((of) => {
      const part = of === 'item' ? 'items' : 'components';
      const keys = new Set([...Object.keys(before[part]), ...Object.keys(after[part])]);
      return [...keys].flatMap((key) => lineFields.map((field): FieldPlace => ({ of, key, field })));
    }),
  ];
  return places
    .map((place) => ({ place, before: valueAt(before, place), after: valueAt(after, place) }))
    .filter((one) => said(one.before) !== said(one.after));
}

/** What is empty says the same, however it is empty; the parts of a figure stand in any order. */
const said = (value: unknown): string => {
  if (value === null || value === undefined || value === '') return '';
  if (!Array.isArray(value)) return JSON.stringify(value);
  return value.length === 0 ? '' : JSON.stringify(value.map((one) => Object.entries(one).toSorted()));
};
