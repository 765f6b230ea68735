import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { sayNumber } from '../../../src/kernel/number.ts';
import { sayDay } from '../../../src/kernel/plain-date.ts';
import { Tag } from '../../components/Tag.tsx';
import { useMay } from '../../state/may.ts';
import { waitingWork } from './api.ts';
import { mayArrange } from './words.ts';

/** Open work of agencies that are no more, as far as who is here may say whose it is. */
export function useWaitingWork(agencyId?: string) {
  const may = useMay()(mayArrange);
  const { data } = useQuery({ ...waitingWork(), enabled: may });
  const holders = (data ?? []).filter((one) => agencyId === undefined || one.agencyId === agencyId);
  return { holders: may ? holders : [], works: holders.reduce((sum, { work }) => sum + work.length, 0) };
}

/** Says of one agency, or of all, that work of what is no more waits for a person to choose; nothing where none does. */
export function WaitingHint({ agencyId }: { agencyId?: string }) {
  const { holders, works } = useWaitingWork(agencyId);
  const [first] = holders;
  if (!first) return null;
  return (
    <p className="waiting-hint">
      <Tag tone="late">{sayNumber(works)} việc chờ nơi nhận</Tag>{' '}
      {agencyId === undefined
        ? `của ${sayNumber(holders.length)} cơ quan đã kết thúc, chưa ai làm.`
        : `Cơ quan đã kết thúc ngày ${sayDay(first.endedOn)}; việc ở đây chưa ai làm.`}{' '}
      <Link to="/don-vi" search={{ xem: 'cho-noi-nhan' }}>
        Chọn nơi nhận
      </Link>
    </p>
  );
}
