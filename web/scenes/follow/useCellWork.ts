import { useQueries, useQuery } from '@tanstack/react-query';
import { useMemo } from 'react';
import type { OccurrenceView } from '../../../src/assignment/views.ts';
import type { Role } from '../../../src/plan/model.ts';
import type { Days, UnitWork } from '../../api-follow.ts';
import type { Item, ItemDetail } from '../../api-work.ts';
import { currentSession } from '../../queries.ts';
import { unitWork } from '../../queries-follow.ts';
import { oneItem } from '../../queries-work.ts';
import { seesUnit } from './useFollow.ts';

/** One thing owed behind a cell, with the names it is told under. */
export type Line = { owed: OccurrenceView; item: Item; agency: string; role: Role; request: boolean };

/** So many tasks are asked for one by one; of more the first are shown. */
const most = 12;

/**
 * What lies behind a cell: of a unit, of tasks, or of both. A unit within reach is asked for as a whole; whoever only leads
 * or monitors tasks asks for those, and sees all who owe them.
 */
export function useCellWork({
  agencyId,
  agencyName,
  itemIds,
  days,
}: {
  agencyId: string;
  agencyName: string;
  itemIds: readonly string[];
  days: Days;
}) {
  const { data: session } = useQuery(currentSession());
  const whole = agencyId !== '' && seesUnit(session, agencyId);
  const unit = useQuery({ ...unitWork(agencyId, days), enabled: whole });
  const asked = whole || !session ? [] : itemIds.slice(0, most);
  const items = useQueries({ queries: asked.map((id) => oneItem(id)) });
  const stamp = items.map(({ dataUpdatedAt }) => dataUpdatedAt).join();
  // biome-ignore lint/correctness/useExhaustiveDependencies: the stamp stands for the answers, whose list is new each time
  const lines = useMemo(() => {
    const wanted = new Set(itemIds);
    const all = whole
      ? ofUnit(unit.data, agencyName)
      : items.flatMap(({ data }) => (data ? linesOfItem(data, days) : []));
    return all
      .filter(
        ({ owed, item }) => wanted.has(item.id) && counts(owed, days) && (!agencyId || owed.agencyId === agencyId),
      )
      .toSorted(urgentFirst);
  }, [whole, unit.data, agencyName, stamp, itemIds, agencyId, days.from, days.to]);
  const failed = whole ? unit.error : items.find(({ error }) => error)?.error;
  return {
    ...{ lines, failed: failed ?? null, left: whole ? 0 : Math.max(0, itemIds.length - most) },
    pending: whole ? unit.isPending : !session || items.some(({ isPending }) => isPending),
    again: () => void (whole ? unit.refetch() : Promise.all(items.map(({ refetch }) => refetch()))),
  };
}

function ofUnit(unit: UnitWork | undefined, agency: string): Line[] {
  const items = new Map(unit?.items.map((item) => [item.id, item]));
  return (unit?.owed ?? []).flatMap(({ role, request, ...owed }) => {
    const item = items.get(owed.itemId);
    return item ? [{ owed, item, agency, role, request }] : [];
  });
}

/** All that is owed of a task in a period, whoever owes it, the most urgent first. */
export function linesOfItem({ item, assignments, agencies }: ItemDetail, days: Days): Line[] {
  const names = new Map(agencies.map(({ id, name }) => [id, name]));
  return assignments
    .flatMap(({ role, request, occurrences }) =>
      occurrences.map((owed) => ({ owed, item, role, request, agency: names.get(owed.agencyId) ?? '' })),
    )
    .filter(({ owed }) => counts(owed, days))
    .toSorted(urgentFirst);
}

/** As the cells count: due in the period or waiting for a day, and not given up. */
const counts = ({ due, status }: OccurrenceView, { from, to }: Days): boolean =>
  status !== 'cancelled' && status !== 'superseded' && (due === null || (due >= from && due <= to));

const urgentFirst = (a: Line, b: Line): number =>
  Number(a.owed.status === 'done') - Number(b.owed.status === 'done') ||
  (a.owed.due ?? '9').localeCompare(b.owed.due ?? '9') ||
  a.agency.localeCompare(b.agency, 'vi');
