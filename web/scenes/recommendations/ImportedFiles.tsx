import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { Button } from 'react-aria-components';
import { sayNumber } from '../../../src/kernel/number.ts';
import { Refusal } from '../../components/Notice.tsx';
import { say } from '../../state/toasts.ts';
import { sayMoment } from '../../words/time.ts';
import { everyRecommendation, pastImports, recommendationApi } from './api.ts';

/** Files that were taken over, each to be taken back: what somebody has worked on since stays. */
export function ImportedFiles() {
  const { data } = useQuery(pastImports());
  const client = useQueryClient();
  const undo = useMutation({
    mutationFn: (id: string) => recommendationApi.undoImport(id),
    onSuccess: ({ withdrawn, kept }) =>
      say(
        [
          `Đã rút ${sayNumber(withdrawn)} kiến nghị`,
          kept > 0 && `giữ lại ${sayNumber(kept)} kiến nghị đã có người xử lý từ khi nhập`,
        ]
          .filter(Boolean)
          .join('; ')
          .concat('.'),
      ),
    onSettled: () => client.invalidateQueries(everyRecommendation),
  });
  if (!data || data.imports.length === 0) return null;
  return (
    <section aria-label="Tệp đã nhập">
      <h3>Tệp đã nhập</h3>
      <Refusal error={undo.error} />
      <ul className="left-out">
        {data.imports.map(({ id, name, at, by, count, undoneAt }) => (
          <li key={id}>
            {name}: {sayNumber(count)} kiến nghị, {by}, {sayMoment(at)}.{' '}
            {undoneAt ? (
              <span className="muted">Đã hoàn tác {sayMoment(undoneAt)}.</span>
            ) : (
              <Button className="link" isDisabled={undo.isPending} onPress={() => undo.mutate(id)}>
                Hoàn tác<span className="sr-only"> nhập tệp {name}</span>
              </Button>
            )}
          </li>
        ))}
      </ul>
    </section>
  );
}
