import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { Button } from 'react-aria-components';
import { sayNumber } from '../../../src/kernel/number.ts';
import { sayDay } from '../../../src/kernel/plain-date.ts';
import type { AgencyTree, WaitingHolder } from '../../../src/place/views.ts';
import { EmptyState, ErrorState, Skeleton } from '../../components/Notice.tsx';
import { Tag } from '../../components/Tag.tsx';
import { toProblem } from '../../problem.ts';
import { say } from '../../state/toasts.ts';
import { AgencyPick } from './AgencyPick.tsx';
import { agenciesApi, waitingWork } from './api.ts';

/** Open work of agencies that are no more, where several or none took over: a person says whose it is. */
export function WaitingWork({ tree }: { tree: AgencyTree }) {
  const found = useQuery(waitingWork());
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
          title="Không còn việc nào chờ nơi nhận"
          text="Mọi việc đang mở đều do một cơ quan đang hoạt động giữ."
        />
      </div>
    );
  return (
    <ul className="waiting-names">
      {found.data.map((holder) => (
        <Holder key={holder.agencyId} holder={holder} tree={tree} />
      ))}
    </ul>
  );
}

function Holder({ holder, tree }: { holder: WaitingHolder; tree: AgencyTree }) {
  const groups = Map.groupBy(holder.work, ({ component }) => component ?? 'Việc khác');
  return (
    <li className="card panel waiting-holder">
      <h2>{holder.name}</h2>
      <Tag tone="late">{sayNumber(holder.work.length)} việc chờ nơi nhận</Tag>
      <p>
        Kết thúc ngày {sayDay(holder.endedOn)}, việc ở đây chưa ai làm cho đến khi chọn nơi nhận.{' '}
        {holder.choices.length > 0
          ? `${sayNumber(holder.choices.length)} cơ quan nhận từng phần việc: ${holder.choices.map(sayChoice).join('; ')}.`
          : 'Danh bạ không ghi cơ quan nào nhận việc.'}
      </p>
      <ul>
        {groups.size > 1 && <Group component="Tất cả việc" work={holder.work} holder={holder} tree={tree} />}
        {[...groups].map(([component, work]) => (
          <Group key={component} component={component} work={work} holder={holder} tree={tree} />
        ))}
      </ul>
    </li>
  );
}

const sayChoice = ({ name, functions }: WaitingHolder['choices'][number]): string =>
  functions.length > 0 ? `${name} (${functions.join('; ')})` : name;

type Grouped = { component: string; work: WaitingHolder['work']; holder: WaitingHolder; tree: AgencyTree };

/** Work under one component goes together, to one of those who took over or to any other agency of today. */
function Group({ component, work, holder, tree }: Grouped) {
  const client = useQueryClient();
  const [other, setOther] = useState(holder.choices.length === 0);
  const [to, setTo] = useState('');
  const give = useMutation({
    mutationFn: (toId: string) =>
      agenciesApi.handOver({
        ...{ fromId: holder.agencyId, toId, assignmentIds: work.map(({ assignmentId }) => assignmentId) },
      }),
    onSuccess: ({ assignments }) => say(`Đã giao ${sayNumber(assignments)} việc cho nơi nhận, kèm lịch sử.`),
    onError: (error) => say(toProblem(error).message, { tone: 'late' }),
    onSettled: () => client.invalidateQueries(),
  });
  return (
    <li className="handing">
      <div>
        {component}
        <details>
          <summary>{sayNumber(work.length)} việc</summary>
          <ul>
            {work.map(({ assignmentId, text, days }) => (
              <li key={assignmentId}>
                {text} ({sayNumber(days)} kỳ)
              </li>
            ))}
          </ul>
        </details>
      </div>
      <div className="row">
        {other ? (
          <AgencyPick label={`Nơi nhận: ${component}`} lines={tree.agencies} value={to} onChange={setTo} />
        ) : (
          <select
            className="input"
            aria-label={`Nơi nhận: ${component}`}
            value={to}
            onChange={({ target }) => (target.value === 'other' ? setOther(true) : setTo(target.value))}
          >
            <option value="" disabled>
              Chọn nơi nhận
            </option>
            {holder.choices.map((choice) => (
              <option key={choice.id} value={choice.id}>
                {sayChoice(choice)}
              </option>
            ))}
            <option value="other">Cơ quan khác</option>
          </select>
        )}
        <Button className="btn small" isDisabled={to === '' || give.isPending} onPress={() => give.mutate(to)}>
          {give.isPending ? 'Đang giao…' : 'Giao cho nơi nhận'}
        </Button>
      </div>
    </li>
  );
}
