import { spreadComponents } from '../consolidate.ts';
import { emptyLine, noFigure, type ReportLine, statedValue } from '../content/model.ts';
import type { Answer, AskedItem, Stated, UnitReport } from './model.ts';
import type { Gathered, Part } from './paragraph.ts';

/** The answers of units whose reports were taken in one by one, and those of districts as they sent them. */
export function answersOf(
  items: readonly AskedItem[],
  reports: readonly UnitReport[],
  districts: readonly Part[],
): Answer[] {
  const known = new Map(items.map((item) => [item.key, item]));
  const own = reports.flatMap(({ agencyId, content, items: keys }) => {
    const lines = spreadComponents(content, items).items;
    return keys.flatMap((key): Answer[] => {
      const item = known.get(key);
      return item ? [answerOf(item, agencyId, lines[key] ?? emptyLine)] : [];
    });
  });
  return [...own, ...districts.flatMap(({ agencyId, gathered }) => (gathered ? togetherOf(gathered, agencyId) : []))];
}

/** What was consolidated as the one answer of whoever did. */
export const togetherOf = ({ result }: Pick<Gathered, 'result'>, agencyId: string): Answer[] =>
  result.items.map(({ key, counts: { missing: _, ...counts }, measures }) => ({
    ...{ agencyId, together: true, key, counts },
    stated: measures.flatMap(({ part, whole, value, of }, target) =>
      of === 0 ? [] : [{ target, part, whole, value: part === null ? value : null, of }],
    ),
  }));

function answerOf({ key, targets }: AskedItem, agencyId: string, line: ReportLine): Answer {
  const stated = targets.flatMap((_, target): Stated[] => {
    const { value, part, whole } = line.figures[target] ?? noFigure;
    // A task that did not come up has no figure.
    if (line.state === 'none' || statedValue({ value, part, whole }) === null) return [];
    return [
      part !== null && whole !== null ? { target, part, whole, value: null, of: 1 } : { ...plain(value), target },
    ];
  });
  return { agencyId, together: false, key, counts: { [line.state ?? 'silent']: 1 }, stated };
}

const plain = (value: number | null) => ({ part: null, whole: null, value, of: 1 });
