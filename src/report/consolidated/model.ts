import type { Target } from '../../plan/model.ts';
import type { LineState, ReportContent, StateCounts } from '../content/model.ts';
import type { Evidence } from '../evidence/model.ts';
import type { EvidenceSum } from '../evidence/sum.ts';
import type { Measure } from '../measure/model.ts';

/** What reports of a period are put together from, and what they come to. */

/** What a period asks about: an item of the plan, by its key in the reports. */
export type AskedItem = {
  key: string;
  index: string | null;
  dimension: string | null;
  component: string | null;
  text: string;
  targets: readonly Target[];
};

/** A piece of evidence as it is counted; `piece` null: somebody counted it and did not say of what kind it is. */
export type CountedPiece = { id: string; piece: Evidence | null };

/** A report as it was received: `items` are the keys of what the unit owes, `evidence` its pieces by item. */
export type UnitReport = {
  reportId: string;
  agencyId: string;
  late: number;
  content: ReportContent;
  items: readonly string[];
  evidence: Readonly<Record<string, readonly CountedPiece[]>>;
};

/**
 * Who is to report. `reported` false: nothing came, `items` is what is missing; `excluded`: it came, but whoever consolidates
 * leaves it out, with a reason that is printed; `excused`: it need not report.
 */
export type Expected = {
  agencyId: string;
  items: readonly string[];
  reported: boolean;
  excused: string | null;
  excluded: string | null;
};

export type Source = { agencyId: string; reportId: string };

/** The same words from several units once, with all who said them. */
export type Voice = { text: string; sources: readonly Source[]; itemKey: string | null };

/** `evidence` pieces in all; `kinds` what they are, kind by kind; the rest were counted without a kind; `proofs` the reports they are of. */
export type Proven = { evidence: number; kinds: readonly EvidenceSum[]; proofs: readonly Source[] };

type Spoken = { results: readonly Voice[]; difficulties: readonly Voice[]; proposals: readonly Voice[] };

export type ItemResult = Proven &
  Spoken & {
    key: string;
    owed: number;
    counts: StateCounts;
    measures: readonly Measure[];
    /** the reports it is made of, by state: every figure opens to them */
    sources: Readonly<Record<LineState | 'silent', readonly Source[]>>;
    /** the reports that state a figure for each target */
    measured: readonly (readonly Source[])[];
    missing: readonly string[];
  };

/** `results` and the like: what units wrote of the component as a whole, where they answer by component. */
export type ComponentResult = Proven &
  Spoken & {
    key: string;
    index: string | null;
    dimension: string | null;
    component: string | null;
    itemKeys: readonly string[];
    counts: StateCounts;
  };

export type UnitsResult = {
  expected: number;
  reported: number;
  late: readonly { agencyId: string; days: number }[];
  missing: readonly string[];
  /** of several periods: who reported for some of them only, and which are missing */
  partly: readonly { agencyId: string; rounds: readonly string[] }[];
  excused: readonly { agencyId: string; reason: string }[];
  excluded: readonly { agencyId: string; reason: string }[];
};

/** `evidence`: of the whole, each piece once. */
export type Consolidation = Proven & {
  units: UnitsResult;
  /** the reports that are counted in */
  counted: readonly Source[];
  items: readonly ItemResult[];
  components: readonly ComponentResult[];
  /** of the whole of a report, no single task */
  results: readonly Voice[];
  shortcomings: readonly Voice[];
  difficulties: readonly Voice[];
  proposals: readonly Voice[];
  next: readonly Voice[];
};

export type ConsolidationQuestion = {
  items: readonly AskedItem[];
  expected: readonly Expected[];
  reports: readonly UnitReport[];
};

/** What one figure of a target was stated as, and of how many units it is. */
export type Stated = { target: number } & Pick<Measure, 'value' | 'part' | 'whole' | 'of'>;

/**
 * What a unit said of one task in states and figures, so that the sums can be recounted from it; `together`: what an office below
 * summed up of its own. Kept with what was approved: whatever units say later, the approved figures recount.
 */
export type Answer = {
  agencyId: string;
  together: boolean;
  key: string;
  counts: Readonly<Partial<Record<LineState | 'silent', number>>>;
  stated: readonly Stated[];
};
