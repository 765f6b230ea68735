import type { Reading } from '../../src/plan/model.ts';
import { cell, par, row, table } from '../torture/word.ts';

/** A document nobody has seen. What the contract says it says stands in `expected/`, by its name. */
export type Paper = { name: string; bytes: Uint8Array };

/** Only the keys named are compared. */
export type Expected = {
  document?: Partial<Reading['document']>;
  goals?: string[];
  /** section, agencies, how many items */
  duties?: [section: string | null, agencies: string[], items: number][];
  /** who, to, kind of schedule */
  reporting?: [who: string[], to: string | null, schedule: string | null][];
  groups?: [index: string | null, dimension: string | number | null][];
  tasks: Partial<Reading['tasks'][number]>[];
};

export const bytesOf = (text: string): Uint8Array => new TextEncoder().encode(text);

export const html = (...body: string[]): Uint8Array =>
  bytesOf(`<!doctype html><html lang="vi"><meta charset="utf-8"><body>${body.join('\n')}</body></html>`);

export const lines = (...texts: string[]): string => texts.map((text) => `<p>${text}</p>`).join('');

/** A table in HTML: a cell is its text, or its text and attributes. */
export function grid(...rows: (string | [text: string, attributes: string])[][]): string {
  const made = rows.map((cells) => {
    const inside = cells.map((one) => (typeof one === 'string' ? `<td>${one}</td>` : `<td ${one[1]}>${one[0]}</td>`));
    return `<tr>${inside.join('')}</tr>`;
  });
  return `<table border="1">${made.join('')}</table>`;
}

/** The letterhead as offices set it: two columns without borders. */
export const letterhead = (issuer: string[], number: string, dated: string): string =>
  table(
    2,
    row([
      cell([...issuer, '_______', number].join('\n')),
      cell(['CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM', 'Độc lập - Tự do - Hạnh phúc', '________', dated].join('\n')),
    ]),
  );

/** Recipients on the left, signature on the right. */
export const closing = (recipients: string[], signature: string[]): string =>
  table(2, row([cell(['Nơi nhận:', ...recipients].join('\n')), cell(signature.join('\n'))]));

export const pars = (...texts: string[]): string => texts.map((text) => par(text)).join('');
