import type { PlainDate } from '../kernel/plain-date.ts';

/** Levels of government and below; districts ended on 1 July 2025. */
export const levels = ['central', 'province', 'district', 'commune', 'village'] as const;
export type Level = (typeof levels)[number];

/**
 * What an agency is: the people's committee or council of a unit; a department (sở), a division (phòng), a service unit
 * (đơn vị sự nghiệp); party body, Front, mass organisation; a central agency in the province; a village or street group.
 */
export const agencyKinds = [
  'committee',
  'council',
  'department',
  'division',
  'service',
  'party',
  'front',
  'mass',
  'central',
  'village',
  'other',
] as const;
export type AgencyKind = (typeof agencyKinds)[number];

/** Which administrative unit: a code alone is none, most of today's communes reuse one that meant another before July 2025. */
export type UnitId = { code: string; validFrom: PlainDate };

/** What an agency is called and under whom it stands from one day to another, both included; `to` null while it lasts. */
export type AgencySpan = {
  from: PlainDate;
  to: PlainDate | null;
  name: string;
  shortName: string | null;
  parentId: string | null;
};

/** One agency of a tenant over time. Spans are in order and never overlap. */
export type Agency = {
  id: string;
  kind: AgencyKind;
  level: Level;
  unit: UnitId | null;
  /** how it stands in the official order of agencies */
  position: number;
  spans: readonly AgencySpan[];
  aliases: readonly string[];
};

/** Who took over from whom on a day; `function` null where the whole went over. */
export type Succession = { fromId: string; toId: string; effective: PlainDate; function: string | null };

/** All agencies of one tenant, over all time. What there was on a day is a question to it. */
export type Directory = { agencies: readonly Agency[]; successions: readonly Succession[] };
