import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import type { DifficultyAct } from '../../../src/assignment/model.ts';
import { sayDay } from '../../../src/kernel/plain-date.ts';
import type { DifficultyDetail } from '../../api-work.ts';
import { ErrorState, Skeleton } from '../../components/Notice.tsx';
import { Sheet } from '../../components/Sheet.tsx';
import { Story } from '../../components/Story.tsx';
import { Tag } from '../../components/Tag.tsx';
import { currentSession } from '../../queries.ts';
import { oneDifficulty } from '../../queries-work.ts';
import { sayMoment } from '../../words/time.ts';
import { nameAgencies } from '../../words/work.ts';
import { AnswerForms } from './AnswerForms.tsx';
import { sayDifficultyAct, sayState } from './say.ts';

/** One difficulty: what, of which task, its history, and what those it concerns can do. */
export function DifficultySheet({ id, onClose }: { id: string | undefined; onClose: () => void }) {
  return (
    <Sheet title="Vướng mắc" kind="large" isOpen={id !== undefined} onClose={onClose}>
      {id !== undefined && <Detail key={id} id={id} />}
    </Sheet>
  );
}

function Detail({ id }: { id: string }) {
  const { data: session } = useQuery(currentSession());
  const detail = useQuery(oneDifficulty(id));
  if (detail.isError && !detail.data) return <ErrorState error={detail.error} onRetry={() => void detail.refetch()} />;
  if (!detail.data) return <Skeleton lines={5} label="Đang tải vướng mắc" />;
  return (
    <>
      <Facts detail={detail.data} />
      <AnswerForms detail={detail.data} session={session} />
      <Story {...detail.data} none="Chưa ai trả lời.">
        {({ act }) => <Told act={act as DifficultyAct} names={nameAgencies(detail.data.agencies)} />}
      </Story>
    </>
  );
}

/** What was done; an amendment leads on to the plan that is to be amended. */
function Told({ act, names }: { act: DifficultyAct; names: ReadonlyMap<string, string> }) {
  return (
    <>
      <p className="pre">{sayDifficultyAct(act, names)}</p>
      {act.kind === 'amend' && act.planId !== null && (
        <Link className="link" to="/ke-hoach/$id/ra-soat" params={{ id: act.planId }}>
          Mở kế hoạch để sửa
        </Link>
      )}
    </>
  );
}

function Facts({ detail: { difficulty, agencies } }: { detail: DifficultyDetail }) {
  const names = nameAgencies(agencies);
  const { tone, word } = sayState(difficulty);
  return (
    <>
      <div>
        <p className="work-tags">
          <Tag tone={tone}>{word}</Tag>
        </p>
        <p className="work-full pre prose">{difficulty.text}</p>
      </div>
      <dl className="work-facts">
        <div>
          <dt>Nhiệm vụ</dt>
          <dd>{difficulty.itemText}</dd>
        </div>
        <div>
          <dt>Đơn vị nêu</dt>
          <dd>
            {names.get(difficulty.agencyId)}, {difficulty.raisedBy}, {sayMoment(difficulty.raisedAt)}
          </dd>
        </div>
        <div>
          <dt>Nơi trả lời</dt>
          <dd>
            {names.get(difficulty.toAgencyId)}
            {difficulty.answerBy && `, chậm nhất ngày ${sayDay(difficulty.answerBy)}`}
          </dd>
        </div>
      </dl>
    </>
  );
}
