import { fold, squish } from '../../kernel/text.ts';
import { matchAgency } from '../agencies.ts';
import type { AgencyKind, Level } from '../model.ts';
import { nameKey } from '../units/name.ts';
import { agencyKey, type Day, dayOf, inspectorates, type Listed, unitOfCommittee } from './day.ts';
import { chainOf } from './issuer.ts';
import type { Context, Group } from './model.ts';
import { readScope, type Scope } from './scope.ts';

/** What a name of one body came to. */
export type Named =
  | { kind: 'one'; found: Listed; sure: number; how: string }
  | { kind: 'group'; group: Group; how: string }
  | { kind: 'several'; found: readonly Listed[]; why: string }
  | { kind: 'levels'; own: Listed; group: Group }
  | { kind: 'absent'; base: string; scope: Scope }
  | { kind: 'elsewhere'; base: string; scope: UnitScope }
  | { kind: 'unknown' };

/** Offices within a body rather than its head: "Thanh tra Sở Y tế" is not Sở Y tế. */
const within =
  /^(?:các )?(?:thanh tra|văn phòng|công an|đảng ủy|công đoàn|ban thường vụ|thường trực|kế toán|văn thư)/iu;

/** Reads a printed name as that of one body, or of the same body in many units. */
export function readNamed(printed: string, context: Context): Named {
  const day = dayOf(context.directory, context.on);
  const exact = nearest(day.byKey.get(agencyKey(printed)) ?? [], context);
  if (exact.length === 1 && exact[0])
    return { kind: 'one', found: exact[0], sure: 0.99, how: 'Đúng tên trong danh bạ' };
  const local = inOwnPlace(printed, context);
  if (local) return { kind: 'one', found: local, sure: 0.97, how: 'Tên trong danh bạ, của nơi ban hành' };
  const match = matchAgency(printed);
  if (!match) return exact.length > 1 ? ambiguous(exact) : { kind: 'unknown' };
  if (match.name === inspectorates) return readInspectorate(printed, context);
  if (match.title && within.test(match.title)) return readWithin(`${match.title} ${match.name}`, context);
  const how = said(printed, match.name);
  const scope = readScope((match.place ?? '').replace(motherland, ''));
  const named = find(match.name, scope, context, how);
  // "Tỉnh đoàn", "Đài Phát thanh … tỉnh": a level in the catalogue's own name.
  return named.kind === 'absent' && exact.length > 1 ? ambiguous(exact) : named;
}

const said = (printed: string, name: string): { sure: number; how: string } =>
  fold(squish(printed)).includes(fold(name))
    ? { sure: 0.98, how: `Tên đầy đủ của ${name}` }
    : { sure: 0.95, how: `Viết khác của ${name}` };

const ambiguous = (found: readonly Listed[]): Named => ({
  kind: 'several',
  found,
  why: 'Nhiều cơ quan cùng tên, văn bản không nói rõ của nơi nào.',
});

/** "UUBMT Tổ quốc Việt Nam": the end of the Front's own name, after a slip in its beginning. */
const motherland = /^(?:tổ quốc )?việt nam\s*/iu;

/** "Ban Tuyên giáo Thành ủy", "Thành đoàn": called after the unit, whose name the issuer need not print. */
function inOwnPlace(printed: string, context: Context): Listed | undefined {
  const day = dayOf(context.directory, context.on);
  for (const { agency } of chainOf(context.directory, context.on, context.issuerId)) {
    const { name } = unitOfCommittee(day, agency);
    const own = (day.byKey.get(agencyKey(`${printed} ${name}`)) ?? []).filter(({ owner }) => owner?.id === agency.id);
    if (own.length === 1) return own[0];
  }
  return undefined;
}

/** "Thanh tra các sở" is each of them; "Thanh tra Sở GD&ĐT" one. */
function readInspectorate(printed: string, context: Context): Named {
  const department = printed.replace(/^\s*thanh tra\s+/iu, '');
  const match = matchAgency(department);
  if (match) return readWithin(`Thanh tra ${match.name}`, context);
  return /^(?:các )?sở(?: tỉnh| thành phố)?\s*$/iu.test(department)
    ? group(inspectorates, everyOf(['province']), context, 'Thanh tra của từng sở')
    : { kind: 'unknown' };
}

function readWithin(name: string, context: Context): Named {
  const day = dayOf(context.directory, context.on);
  const found = nearest(day.byKey.get(agencyKey(name)) ?? [], context);
  if (found.length === 1 && found[0])
    return { kind: 'one', found: found[0], sure: 0.97, how: `Tên đầy đủ của ${found[0].span.name}` };
  return found.length > 1 ? ambiguous(found) : { kind: 'unknown' };
}

/** Of several, those of the issuer's own unit; else those of the nearest unit above it. */
function nearest(found: readonly Listed[], { directory, on, issuerId }: Context): readonly Listed[] {
  if (found.length < 2) return found;
  for (const { agency } of chainOf(directory, on, issuerId)) {
    const own = found.filter(({ owner }) => owner?.id === agency.id);
    if (own.length > 0) return own;
  }
  return found;
}

function find(base: string, scope: Scope, context: Context, { sure, how }: { sure: number; how: string }): Named {
  const day = dayOf(context.directory, context.on);
  const all = day.byBase.get(base) ?? [];
  if (all.length === 0) return { kind: 'absent', base, scope };
  // "UBND các tỉnh, thành phố" are the country's, of which the directory has one.
  if (scope.kind === 'levels' && scope.types && scope.levels.includes('province'))
    return { kind: 'several', found: all, why: 'Văn bản nói về các tỉnh, thành phố.' };
  if (scope.kind === 'levels') return group(base, scope, context, how);
  if (scope.kind === 'all-levels') return group(base, everyOf(levelsFrom(context)), context, how);
  const chain = chainOf(context.directory, context.on, context.issuerId);
  const found = scope.kind === 'none' ? ownOrAbove(all, chain) : inUnit(all, scope, chain, day);
  const [own] = found;
  if (scope.kind === 'none' && own && found.length === 1) {
    const levels = levelsOfItsOwn(all, context);
    if (levels.length > 1) return { kind: 'levels', own, group: groupOf(base, everyOf(levels), context) };
  }
  if (found.length === 1 && own) return { kind: 'one', found: own, sure, how };
  if (found.length > 1) return ambiguous(found);
  if (scope.kind === 'unit' && scope.name !== null) return { kind: 'elsewhere', base, scope };
  return { kind: 'several', found: all, why: 'Văn bản không nói rõ của nơi nào.' };
}

/** Nothing said: the issuer's own, else the nearest above. */
function ownOrAbove(all: readonly Listed[], chain: readonly Listed[]): readonly Listed[] {
  for (const { agency } of chain) {
    const own = all.filter(({ owner }) => owner?.id === agency.id);
    if (own.length > 0) return own;
  }
  return [];
}

type UnitScope = Extract<Scope, { kind: 'unit' }>;

/** "thành phố": the issuer's own unit or one above of that type; with a name, whichever unit is so called. */
function inUnit(
  all: readonly Listed[],
  { type, name }: UnitScope,
  chain: readonly Listed[],
  day: Day,
): readonly Listed[] {
  if (name === null) {
    for (const { agency } of chain) {
      if (unitOfCommittee(day, agency).type !== type) continue;
      return all.filter(({ owner }) => owner?.id === agency.id);
    }
    return [];
  }
  const fits = all.filter(({ owner }) => {
    const unit = owner && unitOfCommittee(day, owner);
    return unit && nameKey(unit.name) === nameKey(name) && (type === null || unit.type === type);
  });
  const near = fits.filter(({ owner }) => chain.some(({ agency }) => agency.id === owner?.id));
  return near.length === 1 ? near : fits;
}

const ownAtEachLevel: ReadonlySet<AgencyKind> = new Set(['committee', 'council', 'front', 'mass']);

/**
 * Committees, councils, the Front and mass organisations stand by themselves at each level: "MTTQ" of a province beside "UBND cấp
 * xã" may be the communes'. An office of a ministry answers for those below it: "Công an" is the unit's own.
 */
function levelsOfItsOwn(all: readonly Listed[], context: Context): Level[] {
  const there = new Set(all.flatMap(({ agency }) => (ownAtEachLevel.has(agency.kind) ? agency.level : [])));
  return levelsFrom(context).filter((level) => there.has(level));
}

function levelsFrom({ directory, on, issuerId }: Context): Level[] {
  const own = dayOf(directory, on).byId.get(issuerId)?.agency.level ?? 'province';
  const ladder: Level[] = ['province', 'district', 'commune'];
  return ladder.slice(Math.max(0, ladder.indexOf(own)));
}

type Reach = { levels: readonly Level[]; types: readonly string[] | null };
const everyOf = (levels: readonly Level[]): Reach => ({ levels, types: null });

function group(name: string, reach: Reach, context: Context, how: string | { how: string }): Named {
  const told = typeof how === 'string' ? how : how.how;
  return { kind: 'group', group: groupOf(name, reach, context), how: told };
}

function groupOf(name: string, { levels, types }: Reach, { directory, on, issuerId }: Context): Group {
  const top = levels.includes('province') ? chainOf(directory, on, issuerId).at(-1)?.agency.id : undefined;
  return [{ query: 'bodies', name, levels, types, of: top ?? issuerId }];
}
