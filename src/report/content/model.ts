import Type, { type Static } from 'typebox';
import { closed, nullable, oneOf } from '../../kernel/shapes.ts';
import { fold, squish } from '../../kernel/text.ts';

/**
 * What a report says, field by field, so that two who write different fields never meet: the whole in a few texts, and a line
 * for each task, or for a component where the unit answers by component.
 */

/** Texts of the whole, in the order of the printed report. */
export const wholeFields = ['overview', 'results', 'shortcomings', 'difficulties', 'proposals', 'next'] as const;
export type WholeField = (typeof wholeFields)[number];

/** none: nothing of the kind came up in the period (không phát sinh) */
export const lineStates = ['done', 'doing', 'not-begun', 'none'] as const;
export type LineState = (typeof lineStates)[number];

const withoutNul = '^[^\\u0000]*$';
const text = (maxLength: number) => Type.String({ maxLength, pattern: withoutNul });

/**
 * What was measured of one target in the period: the value in the target's unit, or how many of how many; null: not stated,
 * which is never zero.
 */
export const Figure = Type.Object(
  { value: nullable(Type.Number()), part: nullable(Type.Number()), whole: nullable(Type.Number()) },
  closed,
);
export type Figure = Static<typeof Figure>;

export const noFigure: Figure = { value: null, part: null, whole: null };

/** The value of a figure: as stated, or part of whole in percent; null where neither is stated or the whole is 0. */
export function statedValue({ value, part, whole }: Figure): number | null {
  if (part !== null && whole !== null) return whole === 0 ? null : (100 * part) / whole;
  return value;
}

const Line = {
  state: nullable(oneOf(...lineStates)),
  percent: nullable(Type.Integer({ minimum: 0, maximum: 100 })),
  result: text(20_000),
  difficulty: text(10_000),
  proposal: text(10_000),
  /** in the order of the item's targets; shorter where the last are not stated */
  figures: Type.Array(Figure, { maxItems: 50 }),
} as const;

export const ReportLine = Type.Object(Line, closed);
export type ReportLine = Static<typeof ReportLine>;
export type LineField = keyof ReportLine;

export const emptyLine: ReportLine = {
  state: null,
  percent: null,
  result: '',
  difficulty: '',
  proposal: '',
  figures: [],
};

/**
 * What an office makes of a paragraph that was drafted for it. `text`: its own words where it rewrote them; `from`: the draft as it
 * was then, so that it is told when the sources say something else.
 */
export const standings = ['accepted', 'rewritten', 'dropped'] as const;
export type ParagraphLine = { standing: (typeof standings)[number] | null; text: string; from: string };

/** A field of the whole ("overview"), or of a line: of an item, or of a component, by their keys. */
export type FieldPlace =
  | { of: 'whole'; field: WholeField }
  | { of: 'item' | 'component'; key: string; field: LineField }
  /** of a consolidated report: what its office makes of a drafted paragraph */
  | { of: 'paragraph'; key: string; field: keyof ParagraphLine };

/** The whole as it is sent: what is kept of a version. */
export const ReportContent = Type.Object(
  {
    whole: Type.Record(Type.Enum([...wholeFields]), text(50_000)),
    items: Type.Record(Type.String({ maxLength: 100 }), ReportLine),
    components: Type.Record(Type.String({ maxLength: 600 }), ReportLine),
  },
  closed,
);
export type ReportContent = {
  whole: Readonly<Record<WholeField, string>>;
  items: Readonly<Record<string, ReportLine>>;
  components: Readonly<Record<string, ReportLine>>;
  /** of a consolidated report while it is written; what is sent keeps them as the texts of the whole */
  paragraphs?: Readonly<Record<string, ParagraphLine>>;
};

export const emptyContent: ReportContent = {
  whole: { overview: '', results: '', shortcomings: '', difficulties: '', proposals: '', next: '' },
  items: {},
  components: {},
};

/** Whether a line says anything: an untouched one is missing in every sum, not zero. */
export const saysAnything = (line: ReportLine): boolean =>
  line.state !== null ||
  line.percent !== null ||
  [line.result, line.difficulty, line.proposal].some((words) => words.trim() !== '') ||
  line.figures.some((figure) => statedValue(figure) !== null);

/** `was`: what whoever typed it began from. */
export type SentField = { place: FieldPlace; base: number; was?: unknown; value: unknown };

/** The key components of a plan are told apart by, as reports and answers by component name them. */
export const componentKey = ({
  index,
  dimension,
  component,
}: {
  index: string | null;
  dimension: string | null;
  component: string | null;
}): string => [index ?? '', dimension ?? '', fold(squish(component ?? ''))].join('|');

/** `silent`: reported, and said nothing of it. `missing`: did not report, or was left out. */
export type StateCounts = Record<LineState | 'silent' | 'missing', number>;
