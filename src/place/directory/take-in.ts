import { formatPlainDate, type PlainDate } from '../../kernel/plain-date.ts';
import { fold } from '../../kernel/text.ts';
import type { Agency, AgencySpan, Directory, Succession } from '../model.ts';
import { nameKey } from '../units/name.ts';
import { ancestorsOf, findAgency, spanOn } from './on.ts';
import type { SheetAgency, SheetRead, WrongRow } from './sheet-read.ts';

/** What a file would do to one agency, by the row where the file begins to speak of it. */
export type IntakeRow = {
  row: number;
  name: string;
  what: 'added' | 'changed' | 'unchanged' | 'refused';
  /** what changes, or why it is refused */
  told: readonly string[];
};

/** What a file would do to a directory: nothing of it while any row is refused. */
export type Intake = {
  rows: readonly IntakeRow[];
  added: readonly Agency[];
  changed: readonly Agency[];
  aliases: readonly { id: string; alias: string }[];
  successions: readonly Succession[];
};

/**
 * Holds a file against the directory: what it adds, what it would change of agencies that are known, and what cannot be. Agencies are
 * known by their code, else by where they stand. An end of an agency is no matter of a file: its work must go somewhere.
 */
export function takeIn(known: Directory, read: SheetRead): Intake {
  const found = recognise(known, read);
  const there = new Map(known.agencies.map((agency) => [agency.id, agency]));
  const after = new Map(found.agencies.map(({ agency }) => [agency.id, agency]));
  const kept = known.agencies.map((agency) => after.get(agency.id) ?? agency);
  const fresh = [...after.values()].filter(({ id }) => !there.has(id));
  const result: Directory = { agencies: [...kept, ...fresh], successions: known.successions };
  const checks: Checks = { result, known, names: namesIn(result), children: childrenIn(result), seen: new Set() };
  const rows = [
    ...found.agencies.map((one) => judge(one, there.get(one.agency.id), checks)),
    ...read.wrong.map(({ what, ...at }): IntakeRow => ({ ...at, what: 'refused', told: [what] })),
  ];
  const changed = found.agencies
    .map(({ agency }) => agency)
    .filter((agency) => {
      const before = there.get(agency.id);
      return before !== undefined && differences(before, agency, result).length > 0;
    });
  const aliases = found.agencies.flatMap(({ agency }) => {
    const before = there.get(agency.id);
    return before ? newAliases(before, agency).map((alias) => ({ id: agency.id, alias })) : [];
  });
  const freshIds = new Set(fresh.map(({ id }) => id));
  const successions = found.successions.filter(({ fromId, toId }) => freshIds.has(fromId) || freshIds.has(toId));
  return { rows: rows.sort((a, b) => a.row - b.row), added: fresh, changed, aliases, successions };
}

/** Where an agency first stood, by names up to the top: the same in two directories that share no id. */
function pathOf(directory: Directory, { id, spans: [first] }: Agency): string {
  if (!first) return id;
  const above = ancestorsOf(directory, id, first.from).map(({ span }) => keyOf(span.name));
  return [first.from, keyOf(first.name), ...above].join('/');
}

const keys = new Map<string, string>();

/** The key of a name, made once: a directory has few names and many agencies that bear them. */
function keyOf(name: string): string {
  const known = keys.get(name);
  if (known !== undefined) return known;
  // What is kept is bounded however many files are read.
  if (keys.size > 50_000) keys.clear();
  const made = nameKey(name);
  keys.set(name, made);
  return made;
}

/** Communes of one name have councils of one name at the top: their units tell them apart. */
const mayBeOne = (a: Pick<Agency, 'unit'>, b: Pick<Agency, 'unit'>): boolean =>
  a.unit === null || b.unit === null || (a.unit.code === b.unit.code && a.unit.validFrom === b.unit.validFrom);

/** The file's agencies under the ids of those the directory has by the same path. */
function recognise(known: Directory, { agencies, successions, keepsShortNames }: SheetRead) {
  const own = new Map(known.agencies.map((agency) => [agency.id, agency]));
  const fresh = agencies.filter(({ agency }) => !own.has(agency.id));
  const both: Directory = { agencies: [...known.agencies, ...fresh.map(({ agency }) => agency)], successions: [] };
  const byPath = Map.groupBy(fresh.length > 0 ? known.agencies : [], (agency) => pathOf(known, agency));
  const ids = new Map(
    fresh.map(({ agency }) => {
      const [same, ...more] = (byPath.get(pathOf(both, agency)) ?? []).filter((other) => mayBeOne(agency, other));
      return [agency.id, same && more.length === 0 ? same.id : agency.id];
    }),
  );
  const idOf = (id: string): string => ids.get(id) ?? id;
  return {
    agencies: agencies.map(({ agency, rows }): SheetAgency => {
      const before = own.get(idOf(agency.id));
      const spans = agency.spans.map((span, i) => ({
        ...span,
        parentId: span.parentId && idOf(span.parentId),
        shortName: keepsShortNames && before ? (before.spans[i]?.shortName ?? null) : span.shortName,
      }));
      const position = before?.position ?? agency.position;
      return { agency: { ...agency, id: idOf(agency.id), position, spans }, rows };
    }),
    successions: successions.map((one) => ({ ...one, fromId: idOf(one.fromId), toId: idOf(one.toId) })),
  };
}

type Standing = { id: string; span: AgencySpan };
type Checks = {
  result: Directory;
  known: Directory;
  names: ReadonlyMap<string, readonly Standing[]>;
  children: ReadonlyMap<string, readonly Standing[]>;
  /** ids the file has spoken of */
  seen: Set<string>;
};

const placeKey = ({ parentId, name }: AgencySpan): string => `${parentId ?? ''}/${keyOf(name)}`;
const standing = ({ agencies }: Directory): Standing[] =>
  agencies.flatMap(({ id, spans }) => spans.map((span) => ({ id, span })));
const namesIn = (directory: Directory) => Map.groupBy(standing(directory), ({ span }) => placeKey(span));
const childrenIn = (directory: Directory) => Map.groupBy(standing(directory), ({ span }) => span.parentId ?? '');

function judge({ agency, rows }: SheetAgency, before: Agency | undefined, checks: Checks): IntakeRow {
  const row = rows[0] ?? 0;
  const name = agency.spans.at(-1)?.name ?? '';
  const changes = before ? differences(before, agency, checks.result) : [];
  const doubled = checks.seen.has(agency.id);
  checks.seen.add(agency.id);
  if (doubled) return { row, name, what: 'refused', told: ['dòng khác của tệp đã nói về chính cơ quan này'] };
  if (!before || changes.length > 0) {
    const wrong = [
      ...(before ? unchangeable(before, agency) : []),
      ...(before ? orphans(before, agency, checks) : []),
      ...agency.spans.flatMap((span, i) =>
        faults(agency.id, span, checks).map((what) => (rows[i] === row ? what : `dòng ${rows[i]}: ${what}`)),
      ),
    ];
    if (wrong.length > 0) return { row, name, what: 'refused', told: [...new Set(wrong)] };
  }
  if (!before) return { row, name, what: 'added', told: [] };
  const more = newAliases(before, agency).map((alias) => `thêm cách gọi “${alias}”`);
  const told = [...changes, ...more];
  return { row, name, what: told.length > 0 ? 'changed' : 'unchanged', told };
}

const overlap = (a: AgencySpan, b: AgencySpan): boolean =>
  (a.to === null || b.from <= a.to) && (b.to === null || a.from <= b.to);

/** What is wrong with where one span of an agency stands. */
function faults(id: string, span: AgencySpan, { result, names }: Checks): string[] {
  const self = findAgency(result, id);
  const twin = names.get(placeKey(span))?.find((other) => {
    const agency = other.id === id ? undefined : findAgency(result, other.id);
    return agency && self && mayBeOne(agency, self) && overlap(other.span, span);
  });
  const told = twin ? [`cùng nơi đã có một “${span.name}”`] : [];
  if (span.parentId === null) return told;
  if (span.parentId === id || isLoop(result, id, span)) return [...told, 'trực thuộc chính nó qua một vòng'];
  const parent = findAgency(result, span.parentId);
  const gap = parent && lackOf(parent, span);
  return gap ? [...told, gap] : told;
}

/** On the first day of the span, or on one when somebody above it begins to stand elsewhere. */
function isLoop(result: Directory, id: string, { from, to }: AgencySpan): boolean {
  const above = ancestorsOf(result, id, from).flatMap(({ agency }) => agency.spans.map((span) => span.from));
  const later = above.filter((day) => day > from && (to === null || day <= to));
  return [...new Set([from, ...later])].some((day) => meetsItself(result, id, day));
}

function meetsItself(result: Directory, id: string, day: PlainDate): boolean {
  const seen = new Set<string>();
  for (let at = findAgency(result, id); at; ) {
    const parentId: string | null = spanOn(at, day)?.parentId ?? null;
    if (parentId === id) return true;
    // A loop further up is told of those in it.
    if (parentId === null || seen.has(parentId)) return false;
    seen.add(parentId);
    at = findAgency(result, parentId);
  }
  return false;
}

/** Why a parent cannot be one on all days of a span: begun later, ended earlier. */
function lackOf({ spans }: Agency, { from, to }: AgencySpan): string | null {
  const [first, last] = [spans[0], spans.at(-1)];
  if (!first || !last) return null;
  if (from < first.from) return `trực thuộc “${first.name}” trước khi có đơn vị đó (${formatPlainDate(first.from)})`;
  if (last.to !== null && (to === null || to > last.to))
    return `trực thuộc “${last.name}” sau khi đơn vị đó đã kết thúc (${formatPlainDate(last.to)})`;
  return null;
}

/** What of a known agency is no matter of a file. */
function unchangeable(before: Agency, after: Agency): string[] {
  const told: string[] = [];
  if (before.kind !== after.kind || before.level !== after.level)
    told.push('loại, cấp của cơ quan đã có không sửa bằng tệp được');
  if (after.unit && (before.unit?.code !== after.unit.code || before.unit.validFrom !== after.unit.validFrom))
    told.push('đơn vị hành chính của cơ quan đã có không sửa bằng tệp được');
  const [was, is] = [before.spans.at(-1)?.to ?? null, after.spans.at(-1)?.to ?? null];
  if ((was === null) !== (is === null))
    told.push('kết thúc hoặc lập lại một cơ quan phải ghi ở “Sắp xếp đơn vị”, để việc và vai trò được chuyển theo');
  return told;
}

/** Those under an agency that would stand under nobody. */
function orphans(before: Agency, after: Agency, { children }: Checks): string[] {
  const lost = (children.get(after.id) ?? []).find(({ span }) => !lackOf(before, span) && lackOf(after, span));
  return lost ? [`“${lost.span.name}” trực thuộc cơ quan này cả những ngày đã bỏ`] : [];
}

const newAliases = (before: Agency, after: Agency): string[] => {
  const had = new Set(before.aliases.map(fold));
  return after.aliases.filter((alias) => !had.has(fold(alias)));
};

/** What a file says otherwise than the directory, in words. */
function differences(before: Agency, after: Agency, result: Directory): string[] {
  const parent = (id: string | null): string =>
    id === null ? 'không' : (findAgency(result, id)?.spans.at(-1)?.name ?? id);
  const day = (on: PlainDate | null): string => (on ? formatPlainDate(on) : 'nay');
  const said = (span: AgencySpan): [string, string][] => [
    ['tên', `“${span.name}”`],
    ['tên viết tắt', span.shortName ? `“${span.shortName}”` : 'không'],
    ['trực thuộc', parent(span.parentId)],
    ['từ ngày', day(span.from)],
    ['đến hết ngày', day(span.to)],
  ];
  const told: string[] = [];
  if (before.spans.length !== after.spans.length)
    told.push(`${before.spans.length} giai đoạn → ${after.spans.length} giai đoạn`);
  for (const [i, span] of after.spans.entries()) {
    const was = before.spans[i] ? said(before.spans[i]) : [];
    const sameParent = before.spans[i]?.parentId === span.parentId;
    for (const [at, [what, is]] of said(span).entries()) {
      const old = was[at]?.[1];
      const same = what === 'trực thuộc' ? sameParent : old === is;
      if (old !== undefined && !same) told.push(`${what}: ${old} → ${is}`);
    }
  }
  if (before.kind !== after.kind || before.level !== after.level) told.push('loại, cấp');
  if (after.unit && (before.unit?.code !== after.unit.code || before.unit.validFrom !== after.unit.validFrom))
    told.push('đơn vị hành chính');
  return told;
}

/** The rows that keep a file from being taken in. */
export const refusedIn = ({ rows }: Intake): WrongRow[] =>
  rows.filter(({ what }) => what === 'refused').map(({ row, name, told }) => ({ row, name, what: told.join('; ') }));
