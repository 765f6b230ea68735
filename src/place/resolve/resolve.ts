import { formatPlainDate } from '../../kernel/plain-date.ts';
import { fold, squish } from '../../kernel/text.ts';
import { matchAgency } from '../agencies.ts';
import { inheritorsOn } from '../directory/heirs.ts';
import { type Collective, type Kind, levelsIn, readCollective } from './collective.ts';
import { agencyKey, dayOf, type Listed, unitOfCommittee } from './day.ts';
import { suggestNext } from './ended.ts';
import { suggestHeirs } from './heirs.ts';
import { chainOf, levelsBelow } from './issuer.ts';
import { suggestJoined } from './joined.ts';
import { findListed } from './listed.ts';
import { membersOf } from './members.ts';
import type { Candidate, Context, Group, Meaning, Query, Resolution } from './model.ts';
import { type Named, readNamed } from './named.ts';
import { rank } from './rank.ts';
import { sayGroup } from './say.ts';
import { readScope, type Scope } from './scope.ts';

/** Surely enough that no person need look. */
const groupSure = 0.97;
/** A suggestion that needs a nod. */
const likely = 0.6;

/**
 * What a printed name means on the plan's day, seen from who issued it. What is uncertain is never guessed: it is queued, with
 * suggestions, for a wrong addressee is far worse than a question.
 */
export function resolve(printed: string, context: Context): Resolution {
  const answered = context.answers?.get(agencyKey(printed));
  if (answered) return resolveAnswered(answered, printed, context);
  const collective = readCollective(printed);
  if (collective) return resolveCollective(collective, printed, context);
  // "Đ/c …", "Sở Nội vụ (Phòng CCHC)": the brackets say who within it.
  const bare = squish(printed).replace(/\(([^()]*)\)/g, ' ');
  // "UBND tỉnh (Sở Nội vụ)": two agencies, and not said which is meant.
  const bracketed = /\(([^()]*)\)/.exec(printed)?.[1];
  if (bracketed && matchAgency(bracketed) && matchAgency(bracketed)?.name !== matchAgency(bare)?.name)
    return queued('Tên và phần trong ngoặc là hai cơ quan.', ranked(printed, context));
  const found = resolveNamed(readNamed(bare, context), printed, context);
  if (found.to === 'group' && bracketed) return resolveListed(found, bracketed, context);
  return deputies.test(bare) && found.to !== 'queue'
    ? queued('Đại biểu là người, không phải cơ quan: cần nói rõ cơ quan nào nhận.', found.candidates)
    : found;
}

const deputies = /^\s*(?:các )?đại biểu(?=\s)/iu;

/** "UBND các huyện (Ninh Sơn, Thuận Bắc)": those of the group alone that the brackets name; else a person must say. */
function resolveListed(found: Resolution & { to: 'group' }, bracketed: string, context: Context): Resolution {
  const listed = findListed(found.group, bracketed, context);
  if (!listed) return queued('Phần trong ngoặc giới hạn nơi nhận: cần nói rõ là những nơi nào.', found.candidates);
  const candidates = listed.map((one) => candidate(one, groupSure));
  const reason = 'Những nơi kể tên trong ngoặc.';
  return { to: 'agencies', agencyIds: listed.map(({ agency }) => agency.id), score: groupSure, reason, candidates };
}

/** An answer holds while those it names are there; once one is no more, a person looks again. */
function resolveAnswered(answer: Meaning, printed: string, context: Context): Resolution {
  const reason = 'Cán bộ đã trả lời.';
  if (answer.to === 'nothing') return { to: 'nothing', score: 1, reason, candidates: [] };
  if (answer.to === 'group') return resolveGroup(answer.group, 'Cán bộ đã trả lời', printed, context);
  const { directory, on } = context;
  const named = answer.agencyIds.map((id) => dayOf(directory, on).byId.get(id));
  const there = named.filter((one) => one !== undefined);
  if (there.length === named.length) {
    const candidates = there.map((one) => candidate(one, 1));
    return { to: 'agencies', agencyIds: answer.agencyIds, score: 1, reason, candidates };
  }
  const heirs = answer.agencyIds.flatMap((id) => inheritorsOn(directory, id, on).map(({ agency }) => agency));
  const next = heirs.map(({ id }) => dayOf(directory, on).byId.get(id)).filter((one) => one !== undefined);
  return queued(
    `Ngày ${formatPlainDate(on)} cơ quan đã trả lời không còn; đây là nơi nhận việc.`,
    next.map((one) => candidate(one, likely)),
  );
}

/** For those who fan work out: the agencies meant, none for a name of nobody in particular, or that a person must say. */
export function agenciesMeant(printed: string, context: Context): readonly string[] | 'queued' {
  const found = resolve(printed, context);
  if (found.to === 'queue') return 'queued';
  if (found.to === 'nothing') return [];
  if (found.to === 'agencies') return found.agencyIds;
  return membersOf(context.directory, found.group, context.on).map(({ agency }) => agency.id);
}

function resolveNamed(named: Named, printed: string, context: Context): Resolution {
  switch (named.kind) {
    case 'one': {
      const { found, sure, how } = named;
      if (ofRegion(printed) && !ofRegion(found.span.name))
        return queued('Cơ quan khu vực hoặc cơ sở: danh bạ chưa có.', [candidate(found, likely / 2)]);
      const candidates = [candidate(found, sure)];
      return { to: 'agencies', agencyIds: [found.agency.id], score: sure, reason: `${how}.`, candidates };
    }
    case 'group':
      return resolveGroup(named.group, named.how, printed, context);
    case 'several': {
      const near = named.found.slice(0, 4).map((one) => candidate(one, likely / 2));
      return queued(named.why, [...suggestEvery(named.found, context), ...near]);
    }
    case 'levels':
      return queued('Cấp nào cũng có, văn bản không nói rõ cấp nào.', [
        suggestGroup(named.group),
        candidate(named.own, likely / 2),
      ]);
    case 'absent':
      return resolveAbsent(named, printed, context);
    case 'elsewhere':
      return resolveElsewhere(named, printed, context);
    case 'unknown':
      return resolveUnknown(printed, context);
  }
}

/** A body of a unit of which there is none so called that day: never whoever took over without a nod. */
function resolveElsewhere(
  { base, scope }: Named & { kind: 'elsewhere' },
  printed: string,
  context: Context,
): Resolution {
  const day = formatPlainDate(context.on);
  const place = [scope.type?.toLowerCase() ?? '', scope.name ?? ''].join(' ').trim();
  const next = suggestNext(base, scope, context);
  if (next.length === 0) return queued(`Ngày ${day} danh bạ không có ${base} ${place}.`, ranked(printed, context));
  return queued(`Ngày ${day} không có ${base} ${place}; đây là nơi nhận việc của cơ quan ấy.`, next);
}

/** No body of the catalogue: units called without their committees, several names in one; else whoever is most alike. */
function resolveUnknown(printed: string, context: Context): Resolution {
  const scope = readScope(printed);
  const committees = scope.kind === 'none' ? undefined : readNamed(`Ủy ban nhân dân ${squish(printed)}`, context);
  if (committees?.kind === 'group' && scope.kind === 'levels') {
    // "Các xã, phường" are their committees; "cấp xã" may be any body of it.
    if (scope.types?.length) return resolveGroup(committees.group, 'Tên các đơn vị hành chính', printed, context);
    return queued('Văn bản chỉ nói cấp nào, không nói cơ quan nào.', [suggestGroup(committees.group)]);
  }
  if (committees?.kind === 'one' && scope.kind === 'unit' && scope.type !== null)
    return queued('Văn bản chỉ ghi tên đơn vị hành chính, không nói cơ quan nào.', [
      candidate(committees.found, likely),
    ]);
  const joined = suggestJoined(printed, context, resolve);
  if (joined.length > 0) return queued('Nhiều cơ quan ghi chung một tên.', joined);
  return queued('Danh bạ chưa có tên này.', ranked(printed, context));
}

/** "Bảo hiểm xã hội cơ sở", "Kho bạc Nhà nước khu vực": not the province's own. */
const ofRegion = (name: string): boolean => /\b(?:khu vuc|co so)\b/.test(fold(name));

const candidate = ({ agency, span }: Listed, score: number): Candidate => ({
  agencyId: agency.id,
  name: span.name,
  score,
});

const queued = (reason: string, candidates: readonly Candidate[]): Resolution => ({
  to: 'queue',
  score: candidates[0]?.score ?? 0,
  reason,
  candidates,
});

const ranked = (printed: string, { directory, on, issuerId }: Context): Candidate[] =>
  rank(dayOf(directory, on), printed, issuerId);

/** The same body in every unit: the likeliest of what a name without a place may mean. */
function suggestEvery(found: readonly Listed[], { issuerId }: Context): Candidate[] {
  const [first] = found;
  if (!first?.base || found.length < 3) return [];
  const levels = [...new Set(found.map(({ agency }) => agency.level))];
  return [suggestGroup([{ query: 'bodies', name: first.base, levels, types: null, of: issuerId }])];
}

const suggestGroup = (group: Group): Candidate => ({ group, name: sayGroup(group), score: likely });

/** Known by name and not there that day: before it began, after it ended, or never listed here. */
function resolveAbsent({ base, scope }: Named & { kind: 'absent' }, printed: string, context: Context): Resolution {
  const named = scope.kind === 'unit' && scope.name !== null ? suggestNext(base, scope, context) : [];
  const candidates = named.length > 0 ? named : suggestHeirs(base, context);
  if (candidates.length > 0)
    return queued(
      `Ngày ${formatPlainDate(context.on)} không có ${base}; đây là nơi nhận việc của cơ quan ấy.`,
      candidates,
    );
  const next = 'Nếu địa phương có cơ quan này, hãy thêm vào danh bạ.';
  return queued(`Danh bạ chưa có ${base}. ${next}`, ranked(printed, context));
}

function resolveGroup(group: Group, how: string, printed: string, context: Context): Resolution {
  const members = membersOf(context.directory, group, context.on);
  const kept = new Set(['villages', 'schools']);
  // Villages and schools are listed by their communes, often later: the group holds all the same.
  if (members.length === 0 && !group.every(({ query }) => kept.has(query)))
    return queued(`Ngày ${formatPlainDate(context.on)} không có ${sayGroup(group)}.`, ranked(printed, context));
  const candidates = [{ group, name: sayGroup(group), score: groupSure }];
  return { to: 'group', group, score: groupSure, reason: `${how}: ${sayGroup(group)}.`, candidates };
}

function resolveCollective(collective: Collective, printed: string, context: Context): Resolution {
  if (collective.kind === 'nothing')
    return { to: 'nothing', score: groupSure, reason: collective.reason, candidates: [] };
  if (collective.kind === 'unclear') return queued(collective.reason, ranked(printed, context));
  const seat = seatOf(collective.scope, collective.kinds, context);
  if (!seat) return queued('Văn bản không nói rõ của nơi nào.', ranked(printed, context));
  if (collective.scope.kind === 'none' && collective.kinds.every((kind) => kind === 'mass'))
    return resolveMass(seat, printed, context);
  const { only } = collective;
  const asked = collective.kinds.flatMap((kind) => queriesOf(kind, collective.scope, seat, context));
  const group = asked.map((query) => (only && query.query === 'departments' ? { ...query, only } : query));
  if (collective.kinds.includes('departments') && seat.agency.level === 'province' && /phòng/iu.test(printed))
    return queued('Chưa rõ các phòng của cơ quan nào.', ranked(printed, context));
  return resolveGroup(group, 'Cụm từ chỉ một nhóm', printed, context);
}

/** "Các đoàn thể" with no level: each level has its own, so which are meant is clear only where there is none below. */
function resolveMass({ agency }: Listed, printed: string, context: Context): Resolution {
  const { directory, on } = context;
  const of = agency.id;
  const own: Group = [{ query: 'mass', levels: [agency.level], of }];
  const below = levelsBelow(directory, on, agency.level);
  if (below.length === 0) return resolveGroup(own, 'Cụm từ chỉ một nhóm', printed, context);
  const every: Group = [{ query: 'mass', levels: [agency.level, ...below], of }];
  return queued('Cấp nào cũng có, văn bản không nói rõ cấp nào.', [suggestGroup(every), suggestGroup(own)]);
}

/** From where the phrase looks: the issuer, or who of those above it is named; departments (sở) are always the province's. */
function seatOf(scope: Scope, kinds: readonly Kind[], { directory, on, issuerId }: Context): Listed | undefined {
  const chain = chainOf(directory, on, issuerId);
  if (kinds.includes('provincial-departments')) return chain.find(({ agency }) => agency.level === 'province');
  if (scope.kind !== 'unit') return chain[0];
  const day = dayOf(directory, on);
  return chain.find(({ agency }) => unitOfCommittee(day, agency).type === scope.type);
}

function queriesOf(kind: Kind, scope: Scope, seat: Listed, { directory, on }: Context): Query[] {
  const of = seat.agency.id;
  // "phòng, ban, ngành, tổ chức chính trị - xã hội các cấp": every level of the last alone.
  const own = scope.kind === 'all-levels' && kind !== 'mass';
  const levels = own ? [seat.agency.level] : levelsIn(scope, seat.agency.level);
  switch (kind) {
    case 'provincial-departments':
      return [{ query: 'departments', levels: ['province'], of }];
    case 'localities': {
      const [below] = levelsBelow(directory, on, seat.agency.level);
      return below ? [{ query: 'bodies', name: 'Ủy ban nhân dân', levels: [below], types: null, of }] : [];
    }
    case 'departments':
    case 'services':
    case 'mass':
      return [{ query: kind, levels, of }];
    default:
      return [{ query: kind, of }];
  }
}
