import type { PlainDate } from '../../kernel/plain-date.ts';
import { fold } from '../../kernel/text.ts';
import { agenciesOn } from '../directory/on.ts';
import type { Directory } from '../model.ts';

const head = /^(?:uy ban nhan dan|ubnd)\s+/;
/** "x. tan lap", "xa tan lap": what stands before the name proper. */
const kinds = /^(?:xa|x|phuong|p|dac khu|dk|thi tran|tt|thanh pho|tp)[\s.]+/;

const bare = (name: string): string => fold(name).trim().replace(head, '');
const keyOf = (name: string): string =>
  bare(name)
    .replace(kinds, '')
    .replace(/[^a-z0-9]+/g, ' ')
    .trim();
const kindOf = (name: string): string => kinds.exec(bare(name))?.[0]?.[0] ?? '';

/**
 * "TAN LAP", "X. Tân Lâp", "P.Hòa Bình": tables of other systems print names in capitals, without their marks or with a wrong one, and
 * with their kind cut short. Who is meant is the one committee of the day that is written so; undefined where there are more or none.
 */
export function openAlike(directory: Directory, on: PlainDate): (printed: string) => string | undefined {
  const committees = agenciesOn(directory, on).filter(({ agency }) => agency.kind === 'committee');
  const byKey = Map.groupBy(committees, ({ span }) => keyOf(span.name));
  return (printed) => {
    const said = kindOf(printed);
    const found = (byKey.get(keyOf(printed)) ?? []).filter(({ span }) => said === '' || kindOf(span.name) === said);
    return found.length === 1 ? found[0]?.agency.id : undefined;
  };
}
