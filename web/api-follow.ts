import type { Static } from 'typebox';
import type { AskedExtensionsView } from '../src/assignment/extension/views.ts';
import type { Act } from '../src/assignment/model.ts';
import type { NudgedView, PastNudgeView } from '../src/assignment/remind/views.ts';
import type {
  AgencyView,
  DeskView,
  HeadDeskView,
  HeatMapView,
  ItemListView,
  TakenView,
  UnitWorkView,
} from '../src/assignment/views.ts';
import { queryString, request } from './api.ts';
import { inPortions } from './api-portions.ts';

/** The way to the server for following how far work is, a unit's page, and steering what was given out. */

export type HeatMap = HeatMapView;
export type Agency = AgencyView;
export type HeadDesk = Static<typeof HeadDeskView>;
export type UnitWork = Static<typeof UnitWorkView>;
export type UnitOwed = UnitWork['owed'][number];
export type ItemList = Static<typeof ItemListView>;
export type Taken = Static<typeof TakenView>;
export type Nudged = Static<typeof NudgedView>;

/** Days of a period, both included. */
export type Days = { from: string; to: string };
export type Narrowing = { plan?: string | undefined; index?: string | undefined; component?: string | undefined };
export type Desk = 'lead' | 'monitor';
/** An act of whoever leads, under an id made here: sent again it counts once. */
export type Steering = {
  id: string;
  assignmentId: string;
  occurrenceId: string | null;
  act: Extract<Act, { kind: 'return' | 'extend' | 'decline' | 'cancel' | 'reassign' }>;
};

const at = (path: string, id: string, query: Record<string, string | undefined> = {}): string =>
  `${path}/${encodeURIComponent(id)}${queryString(query)}`;

export const followApi = {
  heatMap: (asked: Days & Narrowing, signal?: AbortSignal) =>
    request<HeatMap>('GET', `/follow/heat-map${queryString(asked)}`, undefined, signal),
  desk: (role: Desk, asked: Days & { agency?: string | undefined }) =>
    request<Static<typeof DeskView>>('GET', at('/follow/desks', role, asked)),
  heads: (days: Days) => request<HeadDesk>('GET', `/follow/heads${queryString(days)}`),
  unit: (id: string, days: Days) => request<UnitWork>('GET', at('/follow/units', id, days)),
  items: (asked: Days & Narrowing & { q?: string | undefined; after?: string }) =>
    request<ItemList>('GET', `/work-items${queryString(asked)}`),
  extensions: () => request<AskedExtensionsView>('GET', '/extensions'),
  /** what cannot be done is left out and told of */
  steer: (acts: readonly Steering[]) =>
    inPortions(acts, (portion) =>
      request<Taken>('POST', '/assignments/steering', { acts: portion, skipRefused: acts.length > 1 }),
    ),
  remind: (occurrences: readonly string[], note: string | null) =>
    request<Nudged>('POST', '/reminders', { occurrences, note }),
  reminders: (occurrence: string) =>
    request<{ reminders: Static<typeof PastNudgeView>[] }>(
      'GET',
      `/occurrences/${encodeURIComponent(occurrence)}/reminders`,
    ),
};
