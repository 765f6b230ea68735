import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import { Button } from 'react-aria-components';
import { sayNumber } from '../../../src/kernel/number.ts';
import type { AgencyTree, WaitingName } from '../../../src/place/views.ts';
import { EmptyState, ErrorState, Skeleton } from '../../components/Notice.tsx';
import { AnsweredNames } from './AnsweredNames.tsx';
import { printedNames } from './api.ts';
import { NameChoice } from './NameChoice.tsx';
import { type Meaning, useNameAnswer } from './useNameAnswer.ts';

/** Printed names nobody could tell for certain: answered once, they hold for every plan of the issuer. */
export function WaitingNames({ tree, may }: { tree: AgencyTree; may: boolean }) {
  const found = useQuery(printedNames());
  if (!found.data)
    return (
      <div className="card">
        {found.isError ? <ErrorState error={found.error} onRetry={() => void found.refetch()} /> : <Skeleton />}
      </div>
    );
  const { waiting, answered } = found.data;
  return (
    <>
      {waiting.length === 0 ? (
        <div className="card">
          <EmptyState
            title="Không còn tên nào chưa rõ"
            text="Mọi tên cơ quan trong các kế hoạch đã xác nhận đều có nơi nhận."
          />
        </div>
      ) : (
        <ul className="waiting-names">
          {waiting.map((name) => (
            <WaitingItem key={`${name.issuerId} ${name.printed}`} name={name} tree={tree} may={may} />
          ))}
        </ul>
      )}
      <AnsweredNames names={answered} tree={tree} may={may} />
    </>
  );
}

function WaitingItem({ name, tree, may }: { name: WaitingName; tree: AgencyTree; may: boolean }) {
  const [other, setOther] = useState(false);
  const answer = useNameAnswer(name, null);
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
        <>
          <ul className="name-suggestions" aria-label={`Gợi ý cho “${name.printed}”`}>
            {name.candidates.map(({ name: suggested, why, meaning }) => (
              <li key={JSON.stringify(meaning)}>
                <Button
                  className="btn small"
                  isDisabled={answer.isPending}
                  onPress={() => answer.mutate(meaning as Meaning)}
                >
                  Là {suggested}
                </Button>
                {why && <span className="muted"> {why}</span>}
              </li>
            ))}
          </ul>
          <div className="row">
            <Button className="btn small" aria-expanded={other} onPress={() => setOther(!other)}>
              Cơ quan khác, nhiều cơ quan hoặc cả nhóm
            </Button>
            {!other && (
              <Button
                className="btn small"
                isDisabled={answer.isPending}
                onPress={() => answer.mutate({ to: 'nothing' })}
              >
                Không giao cho đơn vị cụ thể nào
              </Button>
            )}
          </div>
        </>
      )}
      {other && (
        <NameChoice
          issuerId={name.issuerId}
          tree={tree}
          chosen={[]}
          isPending={answer.isPending}
          onAnswer={(meaning) => answer.mutate(meaning)}
        />
      )}
    </li>
  );
}
