import type { FieldPlace, SentField } from '../../../src/report/content/model.ts';
import { overlay } from '../../../src/report/content/overlay.ts';
import type { ReportDetailView, SavedFieldsView } from '../../../src/report/views.ts';

/** What is typed into a report and not yet answered by the server, place by place: kept on this machine over reloads and lost lines. */

export type Content = NonNullable<ReportDetailView['content']>;
export type Pending = Readonly<Record<string, SentField>>;

/** What the server last said: the content with the revision of each field somebody wrote. */
export type Known = Pick<ReportDetailView, 'fields'> & { content: Content };

export const nameOf = (place: FieldPlace): string =>
  place.of === 'whole' ? `whole ${place.field}` : `${place.of} ${place.key} ${place.field}`;

/** The revision a place has: 0 where it says what the report opened with. */
export const revOf = ({ fields }: Pick<Known, 'fields'>, place: FieldPlace): number =>
  fields.find((one) => nameOf(one.place) === nameOf(place))?.rev ?? 0;

/** One more value typed. What was typed there before and not yet answered began from the same. */
export function typed(pending: Pending, known: Known, place: FieldPlace, was: unknown, value: unknown): Pending {
  const name = nameOf(place);
  const before = pending[name];
  const from = before ?? { base: revOf(known, place), was };
  return { ...pending, [name]: { place, base: from.base, was: from.was, value } };
}

/**
 * What is still to be sent after an answer: what was typed since it was sent goes on from what the server has now.
 */
export function answered(pending: Pending, sent: Pending, saved: SavedFieldsView['fields']): Pending {
  const after: Record<string, SentField> = { ...pending };
  for (const one of saved) {
    const name = nameOf(one.place);
    const [now, then] = [after[name], sent[name]];
    if (now === undefined || then === undefined) continue;
    if (JSON.stringify(now.value) === JSON.stringify(then.value)) delete after[name];
    else after[name] = { ...now, base: one.rev, was: one.value };
  }
  return after;
}

/** What is shown: what the server has, and over it what is typed. */
export const shown = ({ content }: Known, pending: Pending): Content =>
  overlay(content, Object.values(pending)) as Content;

/** What the server has after it saved some fields. */
export function applied(known: Known, saved: SavedFieldsView['fields'], by: string, at: string): Known {
  const names = new Set(saved.map(({ place }) => nameOf(place)));
  return {
    content: overlay(known.content, saved) as Content,
    fields: [
      ...known.fields.filter(({ place }) => !names.has(nameOf(place))),
      ...saved.map(({ place, rev }) => ({ place, rev, by, at })),
    ],
  };
}

const place = (id: string): string => `thang.report.${id}`;

/** What waits on this machine for a report; a torn entry is left out. */
export function readPending(store: Pick<Storage, 'getItem'>, id: string): Pending {
  try {
    const kept = JSON.parse(store.getItem(place(id)) ?? '{}') as Pending;
    return Object.fromEntries(
      Object.entries(kept).filter(([name, one]) => one?.place !== undefined && nameOf(one.place) === name),
    );
  } catch {
    return {};
  }
}

/** False where the browser refused to keep it: the screen still holds it. */
export function keepPending(store: Pick<Storage, 'setItem' | 'removeItem'>, id: string, pending: Pending): boolean {
  try {
    if (Object.keys(pending).length === 0) store.removeItem(place(id));
    else store.setItem(place(id), JSON.stringify(pending));
    return true;
  } catch {
    return false;
  }
}
