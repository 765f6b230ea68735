import { queryOptions } from '@tanstack/react-query';
import type { SavedView } from '../../../src/people/saved/views.ts';
import { request } from '../../api.ts';

type Views = { views: SavedView[] };

/** The way to the server for filters kept under names; whatever is done, all there are come back. */
export const savedViewsApi = {
  save: ({ id, ...view }: SavedView) => request<Views>('PUT', `/saved-views/${encodeURIComponent(id)}`, view),
  remove: (id: string) => request<Views>('DELETE', `/saved-views/${encodeURIComponent(id)}`),
};

export const savedViews = (officerId: string) =>
  queryOptions({
    queryKey: ['saved-views', officerId],
    queryFn: async () => (await request<Views>('GET', '/saved-views')).views,
    staleTime: 60_000,
  });
