import { keepPreviousData, queryOptions } from '@tanstack/react-query';
import type { ItemLinksView, ItemLinkView } from '../../../src/assignment/link/views.ts';
import { queryString, request } from '../../api.ts';

/** The way to the server for pairs of tasks that may be one. Keys begin with "work": whoever acts lets go of them too. */

export type Pair = ItemLinkView;
export type Side = Pair['item'];
export type Decision = Exclude<Pair['decision'], null>;
export type Asked = { plan?: string | undefined; item?: string | undefined };

const path = '/work-items/links';

export const decidePair = (item: string, other: string, decision: Decision | null) =>
  request<null>('POST', path, { item, other, decision });

export const pairList = (asked: Asked & { state: 'undecided' | Decision }) =>
  queryOptions({
    queryKey: ['work', 'pairs', asked],
    queryFn: () => request<ItemLinksView>('GET', `${path}${queryString(asked)}`),
    placeholderData: keepPreviousData,
  });

/** How many there are, without listing them. */
export const pairCounts = (asked: Asked) =>
  queryOptions({
    queryKey: ['work', 'pairs', 'counts', asked],
    queryFn: async () => (await request<ItemLinksView>('GET', `${path}${queryString({ ...asked, most: '0' })}`)).counts,
  });
