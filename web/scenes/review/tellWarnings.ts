import type { Document } from '../../../src/document/model.ts';
import type { Reading, Source } from '../../../src/plan/model.ts';
import { type PieceIndex, piecesOf } from './link.ts';

/** One thing the reader told, and the pieces of the document it is about; none where it is about the whole. */
export type Told = { code: string; message: string; name: string; pieces: string[] };

/** What was told under one code: its different wordings, and the places it is about. */
export type WarningGroup = { code: string; sayings: string[]; places: { name: string; pieces: string[] }[] };

export function tellWarnings(reading: Reading, document: Document, index: PieceIndex): Told[] {
  return [...reading.warnings, ...document.warnings].map(({ code, message, source }) => {
    const pieces = source ? piecesOf(source, index) : [];
    return { code, message, name: source ? namePlace(source) : '', pieces };
  });
}

function namePlace({ page, table, row, line }: Source): string {
  const inTable = table === null ? null : row === null ? `Bảng ${table}` : `Bảng ${table}, dòng ${row}`;
  const on = page === null ? null : `trang ${page}`;
  const place = [inTable ?? (line === null ? null : `Dòng ${line}`), on].filter((part) => part !== null).join(', ');
  return place.charAt(0).toUpperCase() + place.slice(1);
}

/** Ten tables without tasks are one line with ten places, not ten lines. The first told comes first. */
export function groupWarnings(told: readonly Told[]): WarningGroup[] {
  const groups = new Map<string, WarningGroup>();
  for (const { code, message, name, pieces } of told) {
    const group = groups.get(code) ?? { code, sayings: [], places: [] };
    groups.set(code, group);
    if (!group.sayings.includes(message)) group.sayings.push(message);
    if (pieces.length > 0 && !group.places.some((place) => place.name === name)) group.places.push({ name, pieces });
  }
  return [...groups.values()];
}
