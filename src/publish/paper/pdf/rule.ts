import type { Content } from 'pdfmake';
import { points, widthOf } from '../measures.ts';

/** A rule of a share of a line's width, centred in a column of `column` millimetres. */
export function rule(text: string, size: number, share: number, column: number): Content {
  const length = Math.min(points(column), widthOf(text, size)) * share;
  return { alignment: 'center', canvas: [{ type: 'line', x1: 0, y1: 1, x2: length, y2: 1, lineWidth: 0.75 }] };
}
