import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import { Button } from 'react-aria-components';
import { sayNumber } from '../../../src/kernel/number.ts';
import type { AgencyTree, NameAnswer, WaitingName } from '../../../src/place/views.ts';
import { EmptyState, ErrorState, Skeleton } from '../../components/Notice.tsx';
import { toProblem } from '../../problem.ts';
import { say } from '../../state/toasts.ts';
import { AgencyPick } from './AgencyPick.tsx';
import { agenciesApi, waitingNames } from './api.ts';

/** Printed names nobody could tell for certain: answered once, they hold for every plan of the issuer. */
export function WaitingNames({ tree, may }: { tree: AgencyTree; may: boolean }) {
  const found = useQuery(waitingNames());
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
          title="Không còn tên nào chưa rõ"
          text="Mọi tên cơ quan trong các kế hoạch đã xác nhận đều có nơi nhận."
        />
      </div>
    );
  return (
    <ul className="waiting-names">
      {found.data.map((name) => (
        <WaitingItem key={`${name.issuerId} ${name.printed}`} name={name} tree={tree} may={may} />
      ))}
    </ul>
  );
}

function WaitingItem({ name, tree, may }: { name: WaitingName; tree: AgencyTree; may: boolean }) {
  const client = useQueryClient();
  const [other, setOther] = useState(false);
  const answer = useMutation({
    mutationFn: (meaning: NameAnswer['meaning']) =>
      agenciesApi.answer({ issuerId: name.issuerId, printed: name.printed, meaning }),
    onSuccess: () => say(`Đã ghi “${name.printed}”. Giao lại kế hoạch để việc đến đúng nơi.`),
    onError: (error) => say(toProblem(error).message, { tone: 'late' }),
    onSettled: () => client.invalidateQueries({ queryKey: ['agencies', 'waiting'] }),
  });
  return (
    <li className="card panel">
      <h2>“{name.printed}”</h2>
      <p>{name.reason}</p>
      <p className="muted">
        {name.issuer} · {sayNumber(name.times)} lần trong{' '}
        {name.plans.map(({ id, title }, i) => (
          <span key={id}>
            {i > 0 && ', '}
            <Link to="/ke-hoach/$id/ra-soat" params={{ id }}>
              {title ?? 'kế hoạch chưa có tên'}
            </Link>
          </span>
        ))}
      </p>
      {may && (
        <div className="row">
          {name.candidates.map(({ name: suggested, meaning }) => (
            <Button
              key={suggested}
              className="btn small"
              isDisabled={answer.isPending}
              onPress={() => answer.mutate(meaning as NameAnswer['meaning'])}
            >
              Là {suggested}
            </Button>
          ))}
          <Button className="btn small" isDisabled={answer.isPending} onPress={() => setOther(!other)}>
            Cơ quan khác
          </Button>
          <Button className="btn small" isDisabled={answer.isPending} onPress={() => answer.mutate({ to: 'nothing' })}>
            Không giao cho đơn vị cụ thể nào
          </Button>
        </div>
      )}
      {other && (
        <AgencyPick
          label="Là cơ quan"
          lines={tree.agencies}
          value=""
          onChange={(id) => id !== '' && answer.mutate({ to: 'agencies', agencyIds: [id] })}
        />
      )}
    </li>
  );
}
