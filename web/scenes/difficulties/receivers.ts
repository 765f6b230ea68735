import { fold, squish } from '../../../src/kernel/text.ts';
import type { AgencyLine } from '../../../src/place/views.ts';

/** Who can be asked about a task, those most likely to answer first; never the unit that asks. */
export function findReceivers(
  agencies: readonly AgencyLine[],
  leads: readonly string[],
  own: string,
): { likely: AgencyLine[]; others: AgencyLine[] } {
  const others = agencies.filter(({ id, kind }) => id !== own && kind !== 'village' && kind !== 'division');
  const printed = leads.map((name) => fold(squish(name)));
  const above = agencies.find(({ id }) => id === own)?.parentId ?? null;
  const likely = [
    ...others.filter((one) => printed.some((name) => isNamed(one, name))),
    ...others.filter(({ id }) => id === above),
  ];
  const first = new Set(likely);
  return { likely: [...first], others: others.filter((one) => !first.has(one) && one.level === 'province') };
}

const isNamed = ({ name, shortName }: AgencyLine, printed: string): boolean =>
  [name, shortName].some((own) => own !== null && (fold(own) === printed || fold(own).startsWith(`${printed} `)));
