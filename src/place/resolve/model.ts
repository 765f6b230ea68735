import type { PlainDate } from '../../kernel/plain-date.ts';
import type { Directory, Level } from '../model.ts';
import type { Units } from '../units/model.ts';

/**
 * A group by what it asks, never by a list: a commune that begins tomorrow joins "UBND các xã" tomorrow. `of` is the id of the
 * people's committee within whose area is looked, or of what became of it.
 *
 * - `bodies`: the body of this name ("Công an", "Ủy ban nhân dân") at every unit of the levels; where types of unit are printed
 *   ("các phường"), at those alone
 * - `departments`: specialised agencies (sở, phòng) of every committee of the levels; `services`: their service units
 * - `only`: those whose name begins so ("Sở")
 * - `mass`: mass organisations of the levels; `press`, `schools`, `villages`: those within the area
 */
export type Query =
  | { query: 'bodies'; name: string; levels: readonly Level[]; types: readonly string[] | null; of: string }
  | { query: 'departments' | 'services' | 'mass'; levels: readonly Level[]; of: string; only?: string }
  | { query: 'press' | 'schools' | 'villages'; of: string };

/** Everybody that any of the queries finds. */
export type Group = readonly Query[];

/** Somebody the printed name may mean, for a person to choose; `why` where there is more to say than likeness. */
export type Candidate =
  | { agencyId: string; name: string; score: number; why?: string }
  | { group: Group; name: string; score: number; why?: string };

/**
 * What a printed name means. `agencies` and `group` are certain enough to act on; `nothing` is certain to name nobody of the
 * directory in particular ("các cơ quan có liên quan", "Nhân dân"): whoever issues the work chooses; `queue` waits for a person.
 */
export type Resolution = {
  /** 0–1: how sure; a queued one has that of its best candidate */
  score: number;
  /** why, in Vietnamese */
  reason: string;
  /** best first; the chosen among them */
  candidates: readonly Candidate[];
} & (
  | { to: 'agencies'; agencyIds: readonly string[] }
  | { to: 'group'; group: Group }
  | { to: 'nothing' }
  | { to: 'queue' }
);

/** What an officer said a name means. */
export type Meaning =
  | { to: 'agencies'; agencyIds: readonly string[] }
  | { to: 'group'; group: Group }
  | { to: 'nothing' };

/** The day of the plan, and who issued it: "UBND các xã" of a town are that town's. */
export type Context = {
  directory: Directory;
  on: PlainDate;
  issuerId: string;
  /** what officers have answered about this issuer's names, by `agencyKey` */
  answers?: ReadonlyMap<string, Meaning>;
  /** the units of the country, where a suggestion should say by which resolution one became another */
  units?: Units;
};
