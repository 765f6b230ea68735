import type { PlainDate } from '../../kernel/plain-date.ts';
import type { ParagraphLine, WholeField } from '../content/model.ts';
import type { Inspected } from '../inspection/figures.ts';
import type { Answer, AskedItem, Consolidation, Source } from './model.ts';

/** An inspection of a unit. */
export type Visit = { id: string; agencyId: string };

/**
 * A consolidated report as text: paragraphs drafted from what the reports come to, each with the reports it was made of, and what
 * the office makes of each.
 */
export type Paragraph = {
  /** begins with its section and says what it is about, so that it is found again when the sources have changed */
  key: string;
  section: WholeField;
  /** the heading it stands under, where its section has some */
  under: string | null;
  /** stands after a dash */
  list: boolean;
  text: string;
  sources: readonly Source[];
  /** the inspections it was made of, where it tells of them */
  inspections?: readonly Visit[];
  /** whose words it is: the lead or the district whose part it came in with; null: drafted from figures and units' words */
  by: string | null;
};

/** A paragraph as it stands after what the office made of it. */
export type Settled = Paragraph & {
  standing: ParagraphLine['standing'];
  /** what is printed; null where it was dropped or says nothing */
  printed: string | null;
  /** the draft at the time the office decided about it */
  from: string;
  /** the draft says something else now than when the office decided */
  changed: boolean;
  /** there is no such draft any more */
  gone: boolean;
};

export type Printed = Omit<Paragraph, 'text'> & Pick<ParagraphLine, 'standing' | 'text'>;

/** What is kept of an approved consolidated report beside its text, so that its paper stays what was approved. */
export type Gathered = {
  paragraphs: readonly Printed[];
  /** drafts the office left out, by their keys */
  dropped: readonly string[];
  items: readonly AskedItem[];
  result: Consolidation;
  names: Readonly<Record<string, string>>;
  /** what each unit said, so that the figures can be recounted; not there in what was approved before it was kept */
  answers?: readonly Answer[];
  /** the leads and districts whose parts were taken in */
  parts?: readonly string[];
};

/** A part another office sent for this report: a lead of its components, a district of its communes; `null`: not sent. */
export type Part = { agencyId: string; gathered: Gathered | null };

/** `cut`: the last day of the period (ngày chốt số liệu). */
export type After = { cut: PlainDate; units: readonly { agencyId: string; tasks: number }[] };

export type DraftQuestion = {
  result: Consolidation;
  items: readonly AskedItem[];
  /** names of agencies by their ids */
  names: ReadonlyMap<string, string>;
  leads: readonly Part[];
  districts: readonly Part[];
  /** what units did after the last day of the period: no figure of it, told of beside them */
  after?: After | undefined;
  /** what was inspected in the period, for a report of the whole */
  inspected?: Inspected | undefined;
};

/** The key of the paragraph an office writes of its own, one in each section. */
export const ownKey = (section: WholeField): string => `${section}/own`;
