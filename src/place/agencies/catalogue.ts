import file from '../../../data/agencies/agencies.json' with { type: 'json' };

export type AgencyLevel = 'central' | 'province' | 'district' | 'commune';

/** An agency by its full name, with how it is written short and what became of it. */
export type KnownAgency = {
  name: string;
  levels: readonly AgencyLevel[];
  short: readonly string[];
  /** first and last-but-one day of the name, where the reorganisation of 2025 gave or took it */
  from: string | null;
  to: string | null;
  /** who took its work over; `for` where each took a part of it */
  successors: readonly { name: string; for: string | null }[];
};

type Printed = {
  name: string;
  levels: string[];
  short: string[];
  from?: string;
  to?: string;
  successors: { name: string; for?: string }[];
};

/** Every agency of the data file, in its order: where a short form serves two, the first is meant. */
export const knownAgencies: readonly KnownAgency[] = (file.agencies as readonly Printed[]).map((agency) => ({
  name: agency.name,
  levels: agency.levels as AgencyLevel[],
  short: agency.short,
  from: agency.from ?? null,
  to: agency.to ?? null,
  successors: agency.successors.map((successor) => ({ name: successor.name, for: successor.for ?? null })),
}));
