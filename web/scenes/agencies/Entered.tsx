import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { Button } from 'react-aria-components';
import { sayNumber } from '../../../src/kernel/number.ts';
import { sayDay } from '../../../src/kernel/plain-date.ts';
import { EmptyState, ErrorState, Skeleton } from '../../components/Notice.tsx';
import { toProblem } from '../../problem.ts';
import { say } from '../../state/toasts.ts';
import { sayMoment } from '../../words/time.ts';
import { agenciesApi, enteredReorganisations } from './api.ts';
import { enteredWord } from './words.ts';

/** Reorganisations as they were entered; each can be taken back while nothing was built upon it. */
export function Entered({ may }: { may: boolean }) {
  const found = useQuery(enteredReorganisations());
  const client = useQueryClient();
  const undo = useMutation({
    mutationFn: agenciesApi.undo,
    onSuccess: () =>
      say(
        'Đã hoàn tác: việc, vướng mắc, vai trò trở lại nơi cũ; những gì đã làm từ khi sắp xếp được giữ và tính cho nơi cũ.',
      ),
    onError: (error) => say(toProblem(error).message, { tone: 'late' }),
    onSettled: () => client.invalidateQueries(),
  });
  if (!found.data)
    return (
      <div className="card">
        {found.isError ? <ErrorState error={found.error} onRetry={() => void found.refetch()} /> : <Skeleton />}
      </div>
    );
  if (found.data.length === 0)
    return (
      <div className="card">
        <EmptyState
          title="Chưa có lần sắp xếp nào"
          text="Mỗi lần sắp xếp đơn vị được ghi lại ở đây và hoàn tác được."
        />
      </div>
    );
  return (
    <section className="card panel" aria-label="Các lần sắp xếp">
      <ol>
        {found.data.map(({ id, kind, effective, resolution, at, by, undone, moved, movesOn }) => (
          <li key={id} className="panel-row">
            <div>
              {undone ? <s>{enteredWord(kind)}</s> : enteredWord(kind)} từ ngày {sayDay(effective)}
              {undone && ' (đã hoàn tác)'}
              <small>
                {by}, {sayMoment(at)}
                {resolution && ` · ${resolution}`} · {sayNumber(moved.agencies ?? 0)} đơn vị
                {movesOn === null &&
                  `, ${sayNumber(moved.assignments ?? 0)} việc, ${sayNumber(moved.difficulties ?? 0)} vướng mắc, ${sayNumber(moved.grants ?? 0)} vai trò`}
              </small>
              {movesOn !== null && (
                <small>
                  Việc và vai trò sẽ chuyển ngày {sayDay(movesOn)}; đến hết ngày hôm trước đơn vị cũ vẫn làm. Hoàn tác
                  trước ngày đó thì không có gì chuyển.
                </small>
              )}
            </div>
            {may && !undone && kind !== 'undo' && (
              <Button className="btn small" isDisabled={undo.isPending} onPress={() => undo.mutate(id)}>
                Hoàn tác
              </Button>
            )}
          </li>
        ))}
      </ol>
    </section>
  );
}
