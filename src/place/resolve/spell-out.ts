import { matchAgency } from '../agencies.ts';
import { readScope } from './scope.ts';

/**
 * The names of one cell, each with the level it shares with its neighbour: in "UBMT Tổ quốc Việt Nam và Đoàn thể các cấp" the Front
 * is that of every level too, and beside "UBND cấp xã" a "Ban Thanh tra nhân dân" is each commune's.
 */
export function spellOut(names: readonly string[]): string[] {
  const spelt: string[] = [];
  for (const [at, name] of names.toReversed().entries()) {
    const before = names[names.length - at - 2];
    const after = spelt[0];
    spelt.unshift(withLevelOf(name, { before, after }));
  }
  return spelt;
}

function withLevelOf(name: string, { before, after }: { before: string | undefined; after: string | undefined }) {
  const match = matchAgency(name);
  if (!match || match.title !== null || !isBare(match.place)) return name;
  if (standsAtEachLevel.test(match.name) && /\scác cấp$/iu.test(after ?? '')) return `${name} các cấp`;
  const place = (before && matchAgency(before)?.place) ?? '';
  return match.level === 'commune' && isEveryCommune(place) ? `${name} ${place}` : name;
}

/** "UBMT" is enough for the catalogue: the rest of the Front's name is no place. */
const isBare = (place: string | null): boolean => /^(?:(?:tổ quốc )?việt nam)?$/iu.test(place ?? '');

const standsAtEachLevel =
  /^(?:(?:Ban Thường trực )?Ủy ban Mặt trận|Hội đồng nhân dân|Ủy ban nhân dân|Hội |Đoàn Thanh niên)/u;

function isEveryCommune(place: string): boolean {
  const scope = readScope(place);
  return scope.kind === 'levels' && scope.levels.length === 1 && scope.levels[0] === 'commune';
}
