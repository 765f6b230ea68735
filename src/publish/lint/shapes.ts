import type { Attributes } from '../../document/package/xml.ts';
import type { DrawnLine } from './laid-out.ts';

/** A drawing while it is read: how wide it is, and whether it is a line. Names of drawings stand under no known prefix. */
export type Drawing = { width: number | null; line: boolean };

const pointsInEmu = 1 / 12_700;
/** A drawn rectangle no higher than this is a line too. */
const thin = 3;
const lines = new Set(['line', 'straightConnector1', 'lineInv']);
/** Word's own numbers of the two shapes it draws a line with. */
const oldLines = /^#_x0000_t(?:20|32)$/;

/** What an element inside tells of its drawing. */
export function look(drawing: Drawing, name: string, attributes: Attributes): void {
  const local = name.slice(name.indexOf(':') + 1);
  if (local === 'extent' && name.startsWith('?')) {
    drawing.width ??= measure(Number(attributes.cx) * pointsInEmu);
    if (Number(attributes.cy) * pointsInEmu <= thin && Number(attributes.cx) > 0) drawing.line = true;
  } else if (local === 'prstGeom' && lines.has(attributes.prst ?? '')) drawing.line = true;
  else if (name === '?:line') {
    drawing.line = true;
    drawing.width ??= spanOf(attributes);
  } else if (name === '?:shape' || name === '?:rect') {
    const { width, height } = sizeOf(attributes.style ?? '');
    drawing.width ??= width;
    if (oldLines.test(attributes.type ?? '') || (height !== null && height <= thin && width !== null))
      drawing.line = true;
  }
}

export const drawn = ({ line, width }: Drawing): DrawnLine[] => (line ? [{ length: width }] : []);

const measure = (points: number): number | null => (Number.isFinite(points) && points > 0 ? points : null);

/** "from" and "to" of a line of VML: "0,2pt", "150pt,2pt". */
function spanOf({ from = '', to = '' }: Attributes): number | null {
  const [start, end] = [from, to].map((point) => pointsOf(point.split(',')[0] ?? ''));
  return start == null || end == null ? null : measure(Math.abs(end - start));
}

const pointsIn: Record<string, number> = { '': 0.75, px: 0.75, pt: 1, in: 72, cm: 72 / 2.54, mm: 72 / 25.4 };

function pointsOf(text: string): number | null {
  const [, number, unit = ''] = /^\s*(-?[\d.]+)\s*(px|pt|in|cm|mm)?\s*$/.exec(text) ?? [];
  return number === undefined ? null : Number(number) * (pointsIn[unit] ?? 1);
}

function sizeOf(style: string): { width: number | null; height: number | null } {
  const of = (name: string): number | null => pointsOf(new RegExp(`(?:^|;)\\s*${name}:([^;]*)`).exec(style)?.[1] ?? '');
  return { width: of('width'), height: of('height') };
}
