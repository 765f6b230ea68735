import type { Document } from '../../../src/document/model.ts';
import type { Reading, Source } from '../../../src/plan/model.ts';
import { type PieceIndex, piecesOf } from './link.ts';

/** A place a warning is about: its pieces, or the page alone where nothing was read from it. */
export type Place = { name: string; pieces: string[]; page: number | null };

/** One thing the reader told; `place` null where it is about the whole document, or the place is not to be found. */
export type Told = { code: string; message: string; place: Place | null };

/** What was told under one code: its different wordings, and the places it is about. */
export type WarningGroup = { code: string; sayings: string[]; places: Place[] };

export function tellWarnings(reading: Reading, document: Document, index: PieceIndex): Told[] {
  return [...reading.warnings, ...document.warnings].map(({ code, message, source }) => {
    return { code, message, place: source && placeOf(source, document, index) };
  });
}

function placeOf(source: Source, { layout }: Document, index: PieceIndex): Place | null {
  const pieces = piecesOf(source, index);
  const page = source.page !== null && layout?.[source.page - 1] ? source.page : null;
  return pieces.length > 0 || page !== null ? { name: namePlace(source), pieces, page } : null;
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
  for (const { code, message, place } of told) {
    const group = groups.get(code) ?? { code, sayings: [], places: [] };
    groups.set(code, group);
    if (!group.sayings.includes(message)) group.sayings.push(message);
    if (place && !group.places.some(({ name }) => name === place.name)) group.places.push(place);
  }
  return [...groups.values()];
}
