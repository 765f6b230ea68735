import { useQueries } from '@tanstack/react-query';
import { useMemo } from 'react';
import type { Item } from '../../api-work.ts';
import { planTasks } from '../../queries-work.ts';

/** Who leads each item as its plan prints it, by the item's id. Nothing waits for it: names come when they come. */
export function useLeads(items: readonly Item[]): ReadonlyMap<string, readonly string[]> {
  const plans = [...new Set(items.map(({ planId }) => planId))];
  const found = useQueries({
    queries: plans.map((id) => planTasks(id)),
    combine: (results) => results.map(({ data }) => data),
  });
  return useMemo(() => {
    const byText = new Map<string, readonly string[]>();
    for (const task of found.flatMap((tasks) => tasks ?? [])) byText.set(`${task.planId} ${task.text}`, task.lead);
    return new Map(items.map(({ id, planId, text }) => [id, byText.get(`${planId} ${text}`) ?? []]));
  }, [found, items]);
}
