import { useQuery } from '@tanstack/react-query';
import { useDeferredValue, useMemo } from 'react';
import { dayInVietnam } from '../../../src/kernel/plain-date.ts';
import type { Session } from '../../../src/people/views.ts';
import type { Desk } from '../../api-follow.ts';
import { heatMap, oneDesk } from '../../queries-follow.ts';
import { buildGrid } from './grid.ts';
import { readPeriod } from './period.ts';
import type { FollowSearch } from './search.ts';

export const today = (): string => dayInVietnam(new Date());

/** The heat map asked for, as a grid; at a desk only what that desk leads or monitors. */
export function useFollow(search: FollowSearch) {
  const period = readPeriod(search.ky, today());
  const days = { from: period.from, to: period.to };
  const map = useQuery({ ...heatMap({ ...days, plan: search['ke-hoach'] }), enabled: search.ban !== 'thu-truong' });
  const role: Desk = search.ban === 'theo-doi' ? 'monitor' : 'lead';
  const atDesk = search.ban === 'chu-tri' || search.ban === 'theo-doi';
  const desk = useQuery({ ...oneDesk(role, { ...days, agency: search['co-quan'] }), enabled: atDesk });
  const settled = useDeferredValue(search);
  const items = useMemo(() => desk.data && new Set(desk.data.lines.map(({ item }) => item.id)), [desk.data]);
  const grid = useMemo(
    () => (map.data && (!atDesk || items) ? buildGrid(map.data, settled, atDesk ? items : undefined) : undefined),
    [map.data, settled, atDesk, items],
  );
  return {
    period,
    map,
    grid,
    failed: map.error ?? desk.error,
    again: () => void Promise.all([map.refetch(), desk.refetch()]),
  };
}

/** Whether all of a unit's work is within reach, and not only what one follows. */
export const seesUnit = (session: Session | undefined, agencyId: string): boolean =>
  session?.roles.some(({ agencies }) => agencies === 'all' || agencies.includes(agencyId)) ?? false;
