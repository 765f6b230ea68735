import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { sayDay } from '../../../src/kernel/plain-date.ts';
import type { RoundLine } from '../../../src/report/views.ts';
import { Loaded } from '../../components/Loaded.tsx';
import { EmptyState } from '../../components/Notice.tsx';
import { Tag } from '../../components/Tag.tsx';
import { allRounds } from './api.ts';
import { RoundBar } from './RoundBar.tsx';
import { sayPlan, sayRound, saySpan } from './say.ts';

/** The reporting periods of all plans within reach, and how far each is. */
export function Rounds({ year }: { year: number }) {
  const query = useQuery(allRounds(year));
  return (
    <Loaded query={query} label="Đang tải các kỳ báo cáo">
      {({ rounds, spans, plans }) => {
        if (rounds.length === 0)
          return (
            <div className="card">
              <EmptyState
                title={`Năm ${year} chưa có kỳ báo cáo nào`}
                text="Kỳ báo cáo có khi một kế hoạch ghi chế độ báo cáo được giao cho các đơn vị."
              />
            </div>
          );
        const names = new Map(plans.map((plan) => [plan.id, sayPlan(plan)]));
        return (
          <div className="card">
            {spans.length > 0 && (
              <p className="text-spans">
                Nhiều kỳ gộp lại:{' '}
                {spans.map(({ planId, round, rounds: each }, at) => (
                  <span key={`${planId} ${round.key}`}>
                    {at > 0 && ' · '}
                    <Link to="/bao-cao/ky" search={{ ke: planId, ky: round.key, phan: 'tong-hop' }}>
                      {round.label}
                    </Link>{' '}
                    ({each.length} kỳ{spans.some((one) => one.planId !== planId) && `, ${names.get(planId)}`})
                  </span>
                ))}
              </p>
            )}
            <table className="register reports">
              <thead>
                <tr>
                  <th scope="col">Kỳ báo cáo</th>
                  <th scope="col">Kế hoạch</th>
                  <th scope="col">Hạn của đơn vị</th>
                  <th scope="col">Đã gửi</th>
                </tr>
              </thead>
              <tbody>
                {rounds.map((line) => (
                  <Row key={`${line.planId} ${line.round.key}`} line={line} plan={names.get(line.planId) ?? ''} />
                ))}
              </tbody>
            </table>
          </div>
        );
      }}
    </Loaded>
  );
}

function Row({ line, plan }: { line: RoundLine; plan: string }) {
  return (
    <tr>
      <td>
        <Link to="/bao-cao/ky" search={{ ke: line.planId, ky: line.round.key }} className="name">
          {line.round.label}
        </Link>
        <small>số liệu từ {saySpan(line.round)}</small>
      </td>
      <td>{plan}</td>
      <td data-word="Hạn:">{line.due ? sayDay(line.due) : 'Chưa có ngày'}</td>
      <td>
        <RoundBar line={line} />
        <small>{sayRound(line)}</small>
        {line.closed && <Tag tone="idle">Đã khóa</Tag>}
      </td>
    </tr>
  );
}
