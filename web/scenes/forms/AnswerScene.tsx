import { useQuery } from '@tanstack/react-query';
import { getRouteApi, Link } from '@tanstack/react-router';
import { useState } from 'react';
import { sayDay } from '../../../src/kernel/plain-date.ts';
import type { Answers } from '../../../src/report/form/model.ts';
import { standingOf } from '../../../src/report/form/stand.ts';
import type { AnswerDetailView } from '../../../src/report/form/views.ts';
import { Loaded } from '../../components/Loaded.tsx';
import { EmptyState } from '../../components/Notice.tsx';
import { Scene } from '../../components/Scene.tsx';
import { Tag } from '../../components/Tag.tsx';
import { currentSession } from '../../queries.ts';
import { say } from '../../state/toasts.ts';
import { sayMoment } from '../../words/time.ts';
import { nameAgencies } from '../../words/work.ts';
import { EvidencePanel } from '../evidence/EvidencePanel.tsx';
import { today } from '../follow/useFollow.ts';
import { Saved } from '../reports/Saved.tsx';
import { sayReportAct } from '../reports/say.ts';
import { AnswerActs } from './AnswerActs.tsx';
import { oneAnswer } from './api.ts';
import { FormBody } from './FormBody.tsx';
import { InRegister } from './InRegister.tsx';
import { SheetTools } from './SheetTools.tsx';
import { sayAnswerState } from './say.ts';
import { useAnswerDraft } from './useAnswerDraft.ts';

const route = getRouteApi('/phieu/$id');

/** Trả lời phiếu số liệu: one form, answered by its unit or read by who sent it. */
export function AnswerScene() {
  const { id } = route.useParams();
  const query = useQuery(oneAnswer(id));
  const { data: session } = useQuery(currentSession());
  const detail = query.data;
  return (
    <Scene
      title={detail?.form.title ?? 'Phiếu số liệu'}
      lead={
        <Link to="/phieu" className="back">
          ← Phiếu số liệu
        </Link>
      }
      sub={detail && <Sub detail={detail} />}
    >
      <Loaded query={query} label="Đang tải phiếu">
        {(loaded) =>
          loaded.answers === null ? (
            <div className="card">
              <EmptyState
                title="Đơn vị chưa gửi phiếu này"
                text="Nội dung đang nhập chỉ đơn vị xem được. Khi đơn vị gửi, phiếu hiện ở đây để tiếp nhận hoặc trả lại."
              />
            </div>
          ) : (
            <Desk key={id} detail={{ ...loaded, answers: loaded.answers }} by={session?.officer ?? ''} />
          )
        }
      </Loaded>
    </Scene>
  );
}

function Sub({ detail: { answer, agencies } }: { detail: AnswerDetailView }) {
  const names = nameAgencies(agencies);
  const { tone, word } = sayAnswerState(answer, today());
  return (
    <>
      {names.get(answer.agencyId)} gửi {names.get(answer.ownerId)}. {answer.label}
      {answer.due && !answer.label.startsWith('Hạn') && `; chậm nhất ngày ${sayDay(answer.due)}`}.{' '}
      <Tag tone={tone}>{word}</Tag>
    </>
  );
}

function Desk({ detail, by }: { detail: AnswerDetailView & { answers: Answers }; by: string }) {
  const draft = useAnswerDraft(detail, by);
  const [wanted, setWanted] = useState(false);
  const { answer, form } = detail;
  const readOnly = !detail.writable;
  const standing = standingOf(form, draft.answers, { pieces: detail.pieces, today: today() });
  const left = standing.faults.length;
  const before = async (kind: string): Promise<boolean> => {
    if (!(await draft.flush())) return false;
    if ((kind !== 'send' && kind !== 'submit') || left === 0) return true;
    setWanted(true);
    say(`Còn ${left} câu phải xem lại trước khi gửi.`, { tone: 'late' });
    document.querySelector('[data-fault]')?.scrollIntoView({ block: 'center' });
    return false;
  };
  return (
    <div className="report-desk form-desk">
      {answer.reason && answer.status !== 'received' && answer.status !== 'sent' && (
        <div className="notice late" role="note">
          <p>
            <b>{answer.status === 'returned' ? 'Bị trả lại' : 'Cần sửa'}:</b> {answer.reason}
          </p>
        </div>
      )}
      <div className="report-bar">
        <AnswerActs detail={detail} onBefore={before} />
        {!readOnly && <Saved draft={draft as never} />}
        {!readOnly && (
          <p className="muted" aria-live="polite">
            {left === 0 ? 'Đã đủ để gửi' : `Còn ${left} câu phải trả lời hoặc xem lại`}
          </p>
        )}
        {!readOnly && <SheetTools id={answer.id} form={form} draft={draft} />}
      </div>
      {(form.note || detail.note) && (
        <div className="card form-intro">
          {form.note && <p className="pre prose">{form.note}</p>}
          {detail.note && (
            <p className="pre prose">
              <b>Lời nhắn khi gửi:</b> {detail.note}
            </p>
          )}
        </div>
      )}
      <div className="card form-paper">
        <FormBody
          {...{ form, standing, readOnly }}
          answers={readOnly ? detail.answers : draft.answers}
          previous={detail.previous}
          tellsAll={wanted}
          onWrite={draft.write}
          evidence={<Papers detail={detail} readOnly={readOnly} />}
        />
      </div>
      <InRegister detail={detail} />
      <History detail={detail} />
    </div>
  );
}

function Papers({ detail: { answer }, readOnly }: { detail: AnswerDetailView; readOnly: boolean }) {
  return (
    <EvidencePanel
      agencyId={answer.agencyId}
      today={today()}
      shows={({ uses }) => uses.some(({ occurrenceId }) => occurrenceId === answer.id)}
      addTo={() => answer.id}
      readOnly={readOnly}
    />
  );
}

function History({ detail: { history } }: { detail: AnswerDetailView }) {
  if (history.length === 0) return null;
  return (
    <section className="card form-intro" aria-labelledby="form-history">
      <h2 id="form-history">Quá trình</h2>
      <ol className="history">
        {history.map(({ id, at, by, act }) => (
          <li key={id}>
            {sayReportAct(act).replaceAll('báo cáo', 'phiếu')}
            <p className="role">
              {by}, {sayMoment(at)}
            </p>
          </li>
        ))}
      </ol>
    </section>
  );
}
