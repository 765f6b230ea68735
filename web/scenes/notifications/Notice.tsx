import { useMutation, useQueryClient } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { Button } from 'react-aria-components';
import { reportNews } from '../../../src/assignment/remind/model.ts';
import type { NoticeLineView, NoticeView } from '../../../src/assignment/remind/views.ts';
import { sayNumber } from '../../../src/kernel/number.ts';
import { formatPlainDate, type PlainDate } from '../../../src/kernel/plain-date.ts';
import { Tag } from '../../components/Tag.tsx';
import { toProblem } from '../../problem.ts';
import { say } from '../../state/toasts.ts';
import { sayMoment } from '../../words/time.ts';
import type { MyWorkSearch } from '../my-work/search.ts';
import { noticesApi } from './api.ts';
import { sayMail, sayNotice, sayStanding, stepOrder, stepWords } from './words.ts';

/** What I was told at one time: a digest of a day, somebody's urging with their note, or news of work, a difficulty or oversight. */
export function Notice({ notice, today, onGo }: { notice: NoticeView; today: PlainDate; onGo?: () => void }) {
  const mark = useMark(notice);
  const { id, at, by, byUnit, note, readAt, mail, lines, total, oversight, difficulty } = notice;
  const steps = stepOrder.filter((step) => lines.some((line) => line.step === step));
  return (
    <article className="card notice" data-unread={readAt === null || undefined} aria-labelledby={`notice-${id}`}>
      <header>
        <div>
          <h2 id={`notice-${id}`}>
            {readAt === null && <span className="notice-dot" aria-hidden="true" />}
            {sayNotice(notice)}
            {readAt === null && <span className="sr-only"> (chưa đọc)</span>}
          </h2>
          <p className="muted notice-from">
            {[byUnit && by && byUnit, sayMoment(at), sayMail(mail)].filter(Boolean).join(' · ')}
          </p>
        </div>
        <Button className="btn small" isDisabled={mark.isPending} onPress={() => mark.mutate(readAt === null)}>
          {readAt === null ? 'Đã đọc' : 'Để lại chưa đọc'}
        </Button>
      </header>
      {note !== null && <blockquote className="pre">{note}</blockquote>}
      {steps.map((step) => (
        <div key={step}>
          {notice.kind === 'digest' && <h3>{stepWords[step]}</h3>}
          <ul>
            {lines
              .filter((line) => line.step === step)
              .map((line) => (
                <Line
                  key={`${line.remedy?.id ?? line.concreteId ?? line.occurrenceId} ${line.step}`}
                  {...{ line, today, kind: notice.kind }}
                  {...(onGo && { onGo })}
                />
              ))}
          </ul>
        </div>
      ))}
      {oversight && (
        <p>
          <Link to="/giam-sat" search={{ xem: oversight.id }} {...(onGo && { onClick: onGo })}>
            Mở ghi nhận giám sát
          </Link>
          {notice.kind === 'recommended' && oversight.wishedBy !== null && (
            <span className="muted"> · mong được trả lời chậm nhất ngày {formatPlainDate(oversight.wishedBy)}</span>
          )}
        </p>
      )}
      {difficulty && (
        <p>
          <Link to="/vuong-mac" search={{ xem: difficulty.id }} {...(onGo && { onClick: onGo })}>
            Mở vướng mắc
          </Link>
          {notice.kind !== 'difficulty-answered' && difficulty.answerBy !== null && (
            <span className="muted"> · mong được trả lời chậm nhất ngày {formatPlainDate(difficulty.answerBy)}</span>
          )}
        </p>
      )}
      {isOfReport(notice.kind) && total === 0 && (
        <p>
          <Link to="/bao-cao" search={{}} {...(onGo && { onClick: onGo })}>
            Mở Báo cáo
          </Link>
        </p>
      )}
      {total > lines.length && <p className="muted">Và {sayNumber(total - lines.length)} việc khác.</p>}
    </article>
  );
}

const isOfReport = (kind: NoticeView['kind']): boolean => reportNews.some((one) => one === kind);

/** Work of one's own unit opens with a click; what the focal office is told of belongs to others. */
type LineProps = { line: NoticeLineView; kind: NoticeView['kind']; today: PlainDate; onGo?: () => void };

function Line({ line, kind, today, onGo }: LineProps) {
  const { text, agency, plan, due, dueNow } = line;
  const { tone, words } = sayStanding(line, today);
  const said = text.replace(/^- /, '');
  const told = dueNow ?? due;
  const opens = line.step !== 'focal' && tone !== 'ok' && (tone !== 'idle' || line.status === 'waiting');
  return (
    <li className="notice-line">
      <Tag tone={tone}>{words}</Tag>
      <div>
        <p>
          {line.remedy ? (
            <RemedyLink remedy={line.remedy} said={said} {...(onGo && { onGo })} />
          ) : isOfReport(kind) ? (
            <Link to="/bao-cao/$id" params={{ id: line.occurrenceId ?? '' }} onClick={onGo}>
              {said}
            </Link>
          ) : !opens ? (
            said
          ) : kind === 'form-sent' ? (
            <Link to="/phieu/$id" params={{ id: line.occurrenceId ?? '' }} onClick={onGo}>
              {said}
            </Link>
          ) : kind === 'extension-asked' ? (
            <Link to="/giao-viec" search={{ xem: line.assignmentId ?? '' }} onClick={onGo}>
              {said}
            </Link>
          ) : (
            <Link to="/viec-cua-toi" search={searchOf(line)} onClick={onGo}>
              {said}
            </Link>
          )}
        </p>
        <small>
          {[agency, plan && `Kế hoạch ${plan}`, told && `hạn ${formatPlainDate(told)}`].filter(Boolean).join(' · ')}
          {dueNow !== null && due !== null && dueNow !== due && ` (lúc nhắc là ${formatPlainDate(due)})`}
        </small>
      </div>
    </li>
  );
}

type Remedy = NonNullable<NoticeLineView['remedy']>;

/** What an inspection found opens where it stands, what was recommended in the register. */
function RemedyLink({ remedy, said, onGo }: { remedy: Remedy; said: string; onGo?: () => void }) {
  if (remedy.within === null)
    return (
      <Link to="/kien-nghi" search={{ xem: remedy.id }} onClick={onGo}>
        {said}
      </Link>
    );
  return (
    <Link to="/kiem-tra/$id" params={{ id: remedy.within }} onClick={onGo}>
      {said}
    </Link>
  );
}

/** A concrete act is found in the sheet of its task. */
const searchOf = ({ occurrenceId, concreteId }: NoticeLineView): MyWorkSearch => ({
  ...(occurrenceId !== null && { viec: occurrenceId }),
  ...(concreteId !== null && { lam: 'cu-the' as const }),
});

function useMark({ id }: NoticeView) {
  const client = useQueryClient();
  return useMutation({
    mutationFn: (read: boolean) => noticesApi.mark(id, read),
    onSuccess: () => client.invalidateQueries({ queryKey: ['notices'] }),
    onError: (error) => say(toProblem(error).message, { tone: 'late' }),
  });
}
