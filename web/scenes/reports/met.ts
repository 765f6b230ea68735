import type { FieldPlace } from '../../../src/report/content/model.ts';
import type { SavedFieldsView } from '../../../src/report/views.ts';
import { nameOf, type Pending } from './drafting.ts';

/** Places two wrote at once: what each wrote, kept on this machine until somebody has looked at both. */

/** `kept`: a choice, of which the other's stands; else words, of which both stand after each other. */
export type Met = { place: FieldPlace; mine: unknown; theirs: unknown; kept: boolean };

/** What of a save met another's writing; whether a paragraph was accepted is told, not asked about. */
export const metIn = (sent: Pending, saved: SavedFieldsView['fields']): Met[] =>
  saved.flatMap(({ place, how, theirs }) => {
    const mine = sent[nameOf(place)]?.value;
    const told = place.of === 'paragraph' && place.field !== 'text';
    return !told && (how === 'met' || how === 'kept') ? [{ place, mine, theirs, kept: how === 'kept' }] : [];
  });

/** A place that met again tells of the last time. */
export const withMet = (met: readonly Met[], more: readonly Met[]): Met[] => {
  const names = new Set(more.map(({ place }) => nameOf(place)));
  return [...met.filter(({ place }) => !names.has(nameOf(place))), ...more];
};

const keyOf = (id: string): string => `thang.report-met.${id}`;

/** What waits to be looked at on this machine; a torn entry is left out. */
export function readMet(store: Pick<Storage, 'getItem'>, id: string): Met[] {
  try {
    const kept = JSON.parse(store.getItem(keyOf(id)) ?? '[]') as Met[];
    return Array.isArray(kept) ? kept.filter((one) => typeof one?.place?.field === 'string') : [];
  } catch {
    return [];
  }
}

/** Where the browser refuses to keep it, the screen still shows it. */
export function keepMet(store: Pick<Storage, 'setItem' | 'removeItem'>, id: string, met: readonly Met[]): void {
  try {
    if (met.length === 0) store.removeItem(keyOf(id));
    else store.setItem(keyOf(id), JSON.stringify(met));
  } catch {
    // Told on the screen all the same.
  }
}
