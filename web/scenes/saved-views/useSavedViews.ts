import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useEffect } from 'react';
import { newId } from '../../../src/kernel/ids.ts';
import type { SavedView, Screen } from '../../../src/people/saved/views.ts';
import { toProblem } from '../../problem.ts';
import { say } from '../../state/toasts.ts';
import { savedViews, savedViewsApi } from './api.ts';
import { takeOver } from './takeOver.ts';

/** The filters an officer keeps for a screen; saving under a name that is there takes its place. */
export function useSavedViews(officerId: string, screen: Screen) {
  const client = useQueryClient();
  const options = savedViews(officerId);
  const found = useQuery(options);
  const all = found.data;
  // biome-ignore lint/correctness/useExhaustiveDependencies: once, when what the server has is known
  useEffect(() => {
    if (!all) return;
    const handing = takeOver(officerId, all).then((any) =>
      any ? client.invalidateQueries({ queryKey: options.queryKey }) : undefined,
    );
    handing.catch((error) => say(toProblem(error).message, { tone: 'late' }));
  }, [all === undefined]);
  const change = useMutation({
    mutationFn: (run: () => Promise<{ views: SavedView[] }>) => run(),
    onSuccess: ({ views }) => client.setQueryData(options.queryKey, views),
    onError: (error) => say(toProblem(error).message, { tone: 'late' }),
  });
  const views = all?.filter((one) => one.screen === screen);
  const put = (view: SavedView, done: string) =>
    change.mutateAsync(() => savedViewsApi.save(view)).then(() => say(done));
  return {
    views,
    failed: found.isError,
    busy: change.isPending,
    save: (name: string, query: string) => {
      const id = views?.find((one) => one.name === name)?.id ?? newId();
      return put({ id, screen, name, query }, `Đã lưu bộ lọc “${name}”.`);
    },
    rename: (view: SavedView, name: string) => put({ ...view, name }, `Đã đổi tên bộ lọc thành “${name}”.`),
    remove: (view: SavedView) =>
      change
        .mutateAsync(() => savedViewsApi.remove(view.id))
        .then(() => {
          const run = () => void put(view, `Đã khôi phục bộ lọc “${view.name}”.`).catch(() => {});
          say(`Đã bỏ bộ lọc “${view.name}”.`, { action: { label: 'Hoàn tác', run } });
        }),
  };
}
