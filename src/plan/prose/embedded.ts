import { findOrder, type Order } from './order.ts';

/** Where an order may begin inside a clause: at its start, after a title's colon, after a stop or a semicolon. */
const begins =
  /(?:^|[.:;]\s+|,\s+(?:đồng thời\s+)?)(?=(?:giao|đề nghị|yêu cầu|phân công)(?:\s+(?:cho|nhiệm vụ cho|trách nhiệm cho))?\s+\p{L})/giu;

/**
 * The orders said inside a clause that begins otherwise: "Về giải phóng mặt bằng: Biểu dương … Giao UBND xã Tân Lập …".
 * Each goes on to the next one.
 */
export function findEmbedded(text: string): Order[] {
  const starts = [...text.matchAll(begins)].map((match) => match.index + match[0].length);
  return starts.flatMap((start, index) => {
    const said = text.slice(start, starts[index + 1] ?? text.length).replace(/[\s,;]+$/u, '');
    const order = findOrder(said);
    return order && order.rest !== '' ? [order] : [];
  });
}
