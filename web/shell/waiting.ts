import { useQuery } from '@tanstack/react-query';
import { currentSession, planList } from '../queries.ts';
import { askedExtensions, maySteer } from '../queries-follow.ts';
import { hasOwnWork, myWork } from '../queries-work.ts';
import { useWaitingWork } from '../scenes/agencies/WaitingHint.tsx';
import { inspectionCount, seeSentence } from '../scenes/inspections/api.ts';
import { answerSentence, entryCount, maySentence } from '../scenes/oversight/api.ts';
import { useMay } from '../state/may.ts';

const reviewSentence = 'Cơ quan thường trực và đơn vị chủ trì rà soát được kế hoạch';

/** What waits for me on a page of the navigation, and what it is. */
export type Waiting = { count: number; words: string };

/** By address: what waits for whoever is here; pages where nothing does are not in it. */
export function useWaiting(): ReadonlyMap<string, Waiting> {
  const [mine, plans, extensions] = [useMyWork(), usePlans(), useExtensions()];
  const [oversight, inspections, works] = [useOversight(), useInspections(), useWaitingWork().works];
  const all: [string, number, string][] = [
    ['/viec-cua-toi', mine, 'việc chờ làm'],
    ['/ke-hoach', plans, 'kế hoạch chờ rà soát'],
    ['/giao-viec', extensions, 'đề nghị gia hạn chờ trả lời'],
    ['/giam-sat', oversight, 'ghi nhận giám sát chờ xử lý'],
    ['/kiem-tra', inspections, 'tồn tại chờ xử lý'],
    ['/don-vi', works, 'việc chờ chọn nơi nhận'],
  ];
  return new Map(all.filter(([, count]) => count > 0).map(([to, count, words]) => [to, { count, words }]));
}

/** What waits for me now: returned, late, or due this week. A reader of all units is waited for by none of it. */
function useMyWork(): number {
  const { data: session } = useQuery(currentSession());
  const own = hasOwnWork(session);
  const { data } = useQuery({ ...myWork(), enabled: own });
  // Who reads all units has these figures too, once they have opened the page.
  if (!own || !data) return 0;
  const { returned, overdue, today, week } = data.counts;
  return returned + overdue + today + week;
}

function usePlans(): number {
  const may = useMay();
  const { data } = useQuery(planList({}));
  return (may(reviewSentence) && data?.filter(({ status }) => status === 'draft').length) || 0;
}

/** Units that wait for my answer to the day they have asked for. */
function useExtensions(): number {
  const { data: session } = useQuery(currentSession());
  const { data } = useQuery({ ...askedExtensions(), enabled: maySteer(session) });
  return data?.owed.length ?? 0;
}

/** Recommendations my unit is to answer, and answers to what I recommended. */
function useOversight(): number {
  const may = useMay();
  const { data } = useQuery({ ...entryCount(), enabled: may(maySentence) || may(answerSentence) });
  return data ? data.toAnswer + data.toJudge : 0;
}

/** Findings my unit is to remedy, and remedies I am to look at. */
function useInspections(): number {
  const { data } = useQuery({ ...inspectionCount(), enabled: useMay()(seeSentence) });
  return data ? data.toRemedy + data.toCheck : 0;
}
