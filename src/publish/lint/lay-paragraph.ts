import type { ParagraphFrame } from '../../document/docx/paragraph.ts';
import type { XmlNode } from '../../document/package/xml.ts';
import type { OpenField } from './fields.ts';
import type { Align, DrawnLine, LaidParagraph, LaidRun, PageField, Spacing } from './laid-out.ts';
import type { Lines, Look } from './looks.ts';

/** A paragraph while it is read. `centre`: what stands in it is pushed to the middle by a frame or a tab. */
export type OpenParagraph = {
  look: Look;
  style: ParagraphFrame['style'];
  styleId: string | undefined;
  ownIndent: boolean;
  centre: boolean;
  runs: LaidRun[];
  lines: DrawnLine[];
  fields: OpenField[];
  page: PageField | null;
  section: XmlNode | undefined;
};

const aligns: Record<string, Align> = {
  center: 'center',
  right: 'right',
  end: 'right',
  both: 'justify',
  distribute: 'justify',
};

/** A paragraph that was read, with its look as it prints. */
export function layParagraph(
  open: OpenParagraph,
  place: Pick<LaidParagraph, 'number' | 'cell' | 'section'>,
): LaidParagraph {
  const {
    align,
    left = 0,
    firstLine = 0,
    before = 0,
    after = 0,
    contextual = false,
    list = 0,
    border,
    borderAbove,
  } = open.look.lines;
  const text = open.runs.map((run) => run.text).join('');
  const listed = list !== 0;
  const told = (listed && !open.ownIndent) || text.startsWith('\t');
  return {
    ...place,
    ...{ text, runs: joined(open.runs), before, after, contextual, listed, style: open.styleId, page: open.page },
    align: open.centre ? 'center' : (aligns[align ?? ''] ?? 'left'),
    indent: told ? null : left + firstLine,
    line: spacingOf(open.look.lines),
    // Above a text a border belongs to what stands before it; of a blank paragraph either is a line of its own.
    lines: border || (borderAbove && text.trim() === '') ? [...open.lines, { length: null }] : open.lines,
  };
}

function spacingOf({ line = 240, lineRule = 'auto' }: Lines): Spacing {
  return lineRule === 'auto' ? { lines: line / 240 } : { points: line / 20, least: lineRule === 'atLeast' };
}

/** Runs of one look are one: Word cuts them for its own reasons. */
function joined(runs: readonly LaidRun[]): LaidRun[] {
  const found: LaidRun[] = [];
  for (const run of runs) {
    const last = found.at(-1);
    if (last && alike(last, run)) found[found.length - 1] = { ...last, text: last.text + run.text };
    else found.push(run);
  }
  return found;
}

const alike = (one: LaidRun, other: LaidRun): boolean =>
  (Object.keys(one) as (keyof LaidRun)[]).every((key) => key === 'text' || one[key] === other[key]);
