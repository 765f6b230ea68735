import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { sayDay } from '../../../src/kernel/plain-date.ts';
import { roleWords } from '../../../src/plan/words/roles.ts';
import type { AssignmentDetail, HistoryEntry } from '../../api-work.ts';
import { ErrorState, Skeleton } from '../../components/Notice.tsx';
import { Sheet } from '../../components/Sheet.tsx';
import { Tag } from '../../components/Tag.tsx';
import { pastReminders } from '../../queries-follow.ts';
import { oneAssignment } from '../../queries-work.ts';
import { sayWhyDue } from '../../words/due.ts';
import { sayMoment } from '../../words/time.ts';
import { sayStanding } from '../../words/work.ts';
import { today } from '../follow/useFollow.ts';
import { AssignmentHistory } from '../my-work/AssignmentHistory.tsx';
import { ReassignOne } from './ReassignOne.tsx';

/** One assignment: who has it, each of its days, and everything that was done about it. */
export function HistorySheet({ id, onClose }: { id: string | undefined; onClose: () => void }) {
  return (
    <Sheet title="Việc được giao" kind="large" isOpen={id !== undefined} onClose={onClose}>
      {id !== undefined && <Loaded key={id} id={id} />}
    </Sheet>
  );
}

function Loaded({ id }: { id: string }) {
  const detail = useQuery(oneAssignment(id));
  if (detail.isError) return <ErrorState error={detail.error} onRetry={() => void detail.refetch()} />;
  if (!detail.data) return <Skeleton lines={6} label="Đang tải lịch sử" />;
  return <Whole detail={detail.data} />;
}

function Whole({ detail }: { detail: AssignmentDetail }) {
  const { item, assignment, agencies, acts } = detail;
  const name = (of: string) => agencies.find((one) => one.id === of)?.name ?? '';
  const { agencyId, firstAgencyId, role, printed, since, accepted, closed } = assignment;
  return (
    <>
      <p className="prose pre">{item.text}</p>
      <dl className="facts work-facts given-facts">
        <div>
          <dt>{roleWords[role]}</dt>
          <dd>
            <Link to="/don-vi/$id" params={{ id: agencyId }}>
              {name(agencyId)}
            </Link>
            {accepted ? ', đã nhận việc' : ', chưa nhận việc'}
            {closed && (closed === 'cancelled' ? ', đã hủy' : ', đã thay thế')}
          </dd>
        </div>
        <div>
          <dt>Trong văn bản</dt>
          <dd>
            “{printed}”, giao từ {sayDay(since)}
            {firstAgencyId !== agencyId && `, lúc đầu cho ${name(firstAgencyId)}`}
          </dd>
        </div>
      </dl>
      <ul className="owed-lines" aria-label="Các kỳ">
        {assignment.occurrences.map((owed) => (
          <Day key={owed.id} owed={owed} history={detail.history} />
        ))}
      </ul>
      <ReassignOne assignment={assignment} />
      {acts.length > 0 && (
        <section>
          <h3>Việc cụ thể của đơn vị</h3>
          <ul className="lines">
            {acts.map((act) => (
              <li key={act.id}>
                {act.doneOn ? '● ' : '○ '}
                {act.text}
                {act.doneOn
                  ? `, xong ngày ${sayDay(act.doneOn)}, ${act.doneBy} ghi`
                  : act.due
                    ? `, hạn ${sayDay(act.due)}`
                    : ''}
              </li>
            ))}
          </ul>
        </section>
      )}
      <AssignmentHistory detail={detail} may={false} />
    </>
  );
}

type Owed = AssignmentDetail['assignment']['occurrences'][number];

function Day({ owed, history }: { owed: Owed; history: readonly HistoryEntry[] }) {
  const { tone, word } = sayStanding(owed, today());
  const { data } = useQuery({ ...pastReminders(owed.id), enabled: owed.status !== 'done' });
  const { period, due, event } = owed;
  return (
    <li className="owed-line">
      <div>
        <p className="work-tags">
          <Tag tone={tone}>{word}</Tag>
          <span>
            {[period, due ? `phải xong ngày ${sayDay(due)}` : `chờ: ${event ?? 'sự kiện'}`].filter(Boolean).join(', ')}
          </span>
        </p>
        <p className="role">{sayWhyDue(owed, history)}</p>
        {data?.map(({ at, by, byUnit, note, people, readBy }) => (
          <p key={at} className="role">
            Đã nhắc lúc {sayMoment(at)}: {by}, {byUnit}; {readBy} trong {people} người đã đọc{note ? `. “${note}”` : ''}
          </p>
        ))}
      </div>
    </li>
  );
}
