import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { sayDay } from '../../../src/kernel/plain-date.ts';
import { Tag } from '../../components/Tag.tsx';
import { nameAgencies } from '../../words/work.ts';
import { myParts } from './api.ts';
import { sayPlan, saySpan, statusTags } from './say.ts';

/** What my agency sums up for others: the tasks it leads over all units, or the communes of its district. Nothing where it has none. */
export function MyParts({ year }: { year: number }) {
  const { data } = useQuery(myParts(year));
  if (!data || data.parts.length === 0) return null;
  const names = nameAgencies(data.agencies);
  const plans = new Map(data.plans.map((plan) => [plan.id, plan]));
  return (
    <section className="card" aria-labelledby="my-parts">
      <h2 id="my-parts" className="text-under">
        Phần tổng hợp của đơn vị tôi
      </h2>
      <table className="register reports">
        <thead>
          <tr>
            <th scope="col">Kỳ báo cáo</th>
            <th scope="col">Kế hoạch</th>
            <th scope="col">Nội dung</th>
            <th scope="col">Trạng thái</th>
          </tr>
        </thead>
        <tbody>
          {data.parts.map((part) => (
            <tr key={`${part.planId} ${part.round.key} ${part.scope} ${part.agencyId}`}>
              <td>
                <Link
                  to="/bao-cao/tong-hop"
                  search={{
                    ...{ ke: part.planId, ky: part.round.key, cua: part.agencyId },
                    ...(part.scope === 'lead' && { truc: 'chu-tri' as const }),
                  }}
                  className="name"
                >
                  {part.round.label}
                </Link>
                <small>số liệu từ {saySpan(part.round)}</small>
              </td>
              <td>{sayPlan(plans.get(part.planId))}</td>
              <td>
                {part.tasks === null ? 'Báo cáo của các xã trong huyện' : `${part.tasks} nhiệm vụ chủ trì`}
                <small>{names.get(part.agencyId)}</small>
              </td>
              <td>
                <Tag tone={statusTags[part.status].tone}>{statusTags[part.status].word}</Tag>
                {part.sentOn && <small>gửi ngày {sayDay(part.sentOn)}</small>}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}
