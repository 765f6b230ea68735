import Type, { type Static } from 'typebox';
import file from '../../../data/law/che-do-bao-cao.json' with { type: 'json' };
import { Id } from '../../assignment/act.ts';
import { closed, nullable, oneOf } from '../../kernel/shapes.ts';

/** The general regime of reports: which periods a tenant's units report for in a year, beside what single plans ask. */

export const regimePeriods = ['month', 'quarter', 'half-year', 'nine-months', 'year'] as const;
export type RegimePeriod = (typeof regimePeriods)[number];

/** Units told by what they are, so that nobody has to name a hundred. */
export const regimeGroups = ['departments', 'districts', 'communes'] as const;
export type RegimeGroup = (typeof regimeGroups)[number];

const day = Type.Integer({ minimum: 1, maximum: 31 });

/**
 * `day` of the last month of a period units send by; `focalDay` by which the office that keeps the plans sends what it made of
 * them, null where nobody waits for that. Who consolidates is not among those it sums up.
 */
export const RegimeChoice = Type.Object(
  {
    periods: Type.Array(oneOf(...regimePeriods), { minItems: 1, maxItems: 5, uniqueItems: true }),
    day,
    focalDay: nullable(day),
    groups: Type.Array(oneOf(...regimeGroups), { maxItems: 3, uniqueItems: true }),
    agencyIds: Type.Array(Id, { maxItems: 2000, uniqueItems: true }),
  },
  closed,
);
export type RegimeChoice = Static<typeof RegimeChoice>;

type Said = { clause: string; verified: boolean };

/** What the decree and practice say of it, as data with its source. */
export type RegimeLaw = {
  title: string;
  decree: string;
  source: string;
  note: string;
  cutDay: Said & { day: number };
  periods: (Said & { kind: RegimePeriod; name: string; window: string })[];
  sending: Record<'unitDay' | 'focalDay' | 'toGovernment', Said & { day: number }> & {
    leastWorkingDays: Said & { days: number };
  };
};
export const regimeLaw = file as RegimeLaw;

/** What is usual where nobody has chosen. */
export const usualChoice: RegimeChoice = {
  periods: ['quarter', 'half-year', 'nine-months', 'year'],
  day: regimeLaw.sending.unitDay.day,
  focalDay: regimeLaw.sending.focalDay.day,
  groups: ['departments', 'communes'],
  agencyIds: [],
};
