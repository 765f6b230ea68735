import type { PlainDate } from '../../kernel/plain-date.ts';
import { fold } from '../../kernel/text.ts';
import type { Directory, Level } from '../model.ts';
import { nameKey, splitName } from '../units/name.ts';
import { agencyKey, dayOf, type Listed, unitOfCommittee } from './day.ts';

/**
 * The committee that issued a plan, by its printed name ("UBND thành phố Gia Nghĩa", "Ủy ban nhân dân tỉnh") or its unit's ("thị xã
 * Ba Đồn"). Undefined where none or several fit.
 */
export function findIssuer(directory: Directory, printed: string, on: PlainDate): string | undefined {
  const day = dayOf(directory, on);
  const committees = day.all.filter(({ agency }) => agency.kind === 'committee');
  const [exact, ...more] = committees.filter(({ keys }) => keys.includes(agencyKey(printed)));
  if (exact) return more.length === 0 ? exact.agency.id : undefined;
  const { type, name } = splitName(printed.replace(/^(?:Ủy ban nhân dân|Uỷ ban nhân dân|UBND)\s+/iu, ''));
  const fits = committees.filter(({ agency }) => {
    const unit = unitOfCommittee(day, agency);
    if (fold(name) === 'tinh' || name === '') return agency.level === 'province';
    return nameKey(unit.name) === nameKey(name) && (type === null || unit.type === type);
  });
  return fits.length === 1 ? fits[0]?.agency.id : undefined;
}

/** Whoever issues papers under a printed name: a committee, else the one body of just that name. */
export function findBody(directory: Directory, printed: string, on: PlainDate): string | undefined {
  const [only, second] = dayOf(directory, on).byKey.get(agencyKey(printed)) ?? [];
  return findIssuer(directory, printed, on) ?? (second === undefined ? only?.agency.id : undefined);
}

/** The committee itself, then those it stands under, nearest first. */
export function chainOf(directory: Directory, on: PlainDate, issuerId: string): Listed[] {
  const day = dayOf(directory, on);
  const chain: Listed[] = [];
  const seen = new Set<string>();
  for (let id: string | null = issuerId; id !== null && !seen.has(id); ) {
    seen.add(id);
    const one = day.byId.get(id);
    if (one) chain.push(one);
    id = one?.span.parentId ?? null;
  }
  return chain;
}

const ladder: readonly Level[] = ['province', 'district', 'commune'];

/** Levels below one that have committees on the day: since July 2025 there are no districts. */
export function levelsBelow(directory: Directory, on: PlainDate, level: Level): Level[] {
  const there = new Set(
    dayOf(directory, on).all.flatMap(({ agency }) => (agency.kind === 'committee' ? agency.level : [])),
  );
  return ladder.slice(ladder.indexOf(level) + 1).filter((one) => there.has(one));
}
