import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { getRouteApi, Link } from '@tanstack/react-router';
import { useState } from 'react';
import { Button } from 'react-aria-components';
import type { IssueView } from '../../../src/assignment/views.ts';
import { sayDay } from '../../../src/kernel/plain-date.ts';
import type { PlanSummary } from '../../../src/plan/views.ts';
import { workApi } from '../../api-work.ts';
import { EmptyState, ErrorState, Refusal, Skeleton } from '../../components/Notice.tsx';
import { focusHeading, Scene } from '../../components/Scene.tsx';
import { Tag } from '../../components/Tag.tsx';
import { onePlan } from '../../queries.ts';
import { issuePreview } from '../../queries-work.ts';
import { DuplicatesHint } from '../duplicates/DuplicatesHint.tsx';
import { today } from '../follow/useFollow.ts';
import { OwnPlansHint } from '../own-plans/OwnPlansHint.tsx';
import { AgencyTable } from './AgencyTable.tsx';
import { Attention } from './Attention.tsx';
import { FromChoice } from './FromChoice.tsx';
import { isToChoose } from './from.ts';
import { NobodyNote, nobodyNote } from './NobodyNote.tsx';
import { Replaces, Superseded } from './Replaces.tsx';
import { type Replacing, sayWithReplaced, useReplacing } from './replacing.ts';
import { changesOf, isForNobody, sayFigures, sayIssueButton, sayIssued } from './say.ts';
import { askedOf, searchOf } from './search.ts';
import { Changes, Totals } from './Totals.tsx';
import { Withdraw } from './Withdraw.tsx';

const route = getRouteApi('/ke-hoach/$id/giao');

/** Giao nhiệm vụ: what giving out a confirmed plan would do, before anything is made, and doing it. */
export function IssueScene() {
  const { id } = route.useParams();
  const plan = useQuery(onePlan(id));
  if (plan.data) return <IssuePage key={id} plan={plan.data.plan} />;
  return (
    <Scene title="Giao nhiệm vụ" lead={<Back />}>
      <div className="card">
        {plan.error ? (
          <ErrorState error={plan.error} onRetry={() => void plan.refetch()} />
        ) : (
          <Skeleton lines={8} label="Đang tải kế hoạch" />
        )}
      </div>
    </Scene>
  );
}

const Back = () => (
  <Link to="/ke-hoach" className="back">
    ← Kế hoạch
  </Link>
);

const namePlan = ({ number, date, title, fileName }: PlanSummary): string =>
  [number ? `Kế hoạch số ${number}` : (title ?? fileName), date && `ngày ${sayDay(date)}`].filter(Boolean).join(' ');

function IssuePage({ plan }: { plan: PlanSummary }) {
  const ready = plan.status === 'confirmed' && plan.removedAt === null && plan.supersededBy === null;
  const asked = askedOf(route.useSearch());
  const preview = useQuery({ ...issuePreview(plan.id, asked), enabled: ready });
  const choose = useChoosing();
  const replacing = useReplacing(plan.id, plan.date, today(), ready);
  const issuing = useIssuing(plan.id, replacing, () => choose(undefined));
  return (
    <Scene
      title="Giao nhiệm vụ"
      lead={<Back />}
      sub={[namePlan(plan), preview.data && sayFigures(preview.data)].filter(Boolean).join(' · ')}
      actions={
        preview.data && (
          <GiveButton preview={preview.data} {...{ issuing, replacing }} isCounting={preview.isPlaceholderData} />
        )
      }
    >
      {!ready && (plan.supersededBy ? <Superseded by={plan.supersededBy} /> : <NotReady plan={plan} />)}
      <Refusal error={issuing.send.error} />
      {ready && preview.isPending && (
        <div className="card">
          <Skeleton lines={8} label="Đang tính: ai làm gì, ngày nào" />
        </div>
      )}
      {preview.isError && (
        <div className="card">
          <ErrorState error={preview.error} onRetry={() => void preview.refetch()} />
        </div>
      )}
      {issuing.done && <Done before={issuing.done} plan={plan} />}
      {(preview.data?.issues.length ?? 0) > 0 && <OwnPlansHint plan={plan.id} />}
      {(preview.data?.issues.length ?? 0) > 0 && <DuplicatesHint plan={plan.id} />}
      {preview.data && <Replaces replacing={replacing} />}
      {preview.data && <Preview plan={plan.id} preview={preview.data} asked={asked} onChoose={choose} />}
      {(preview.data?.issues.length ?? 0) > 0 && <Withdraw plan={plan.id} />}
    </Scene>
  );
}

/** The day from which the plan is owed stands in the address: a reload shows the same figures. */
function useChoosing() {
  const navigate = route.useNavigate();
  return (asked: string | undefined) => void navigate({ search: searchOf(asked), replace: true });
}

/** Issuing keeps what was shown before it, to tell afterwards what it did. */
function useIssuing(planId: string, { sent, choose }: Replacing, onDone: () => void) {
  const client = useQueryClient();
  const [done, setDone] = useState<IssueView | null>(null);
  const send = useMutation({
    // What was shown is what is done, whatever is usual by then.
    mutationFn: ({ owedFrom }: IssueView) => workApi.issue(planId, owedFrom ?? 'all', sent),
    onSuccess: (issued, before) => {
      void client.invalidateQueries({ queryKey: ['work'] });
      void client.invalidateQueries({ queryKey: ['plans'] });
      choose(undefined);
      setDone({ ...before, issues: issued.issues });
      onDone();
      focusHeading();
    },
  });
  return { send, done };
}

type Giving = {
  preview: IssueView;
  issuing: ReturnType<typeof useIssuing>;
  replacing: Replacing;
  isCounting: boolean;
};

function GiveButton({ preview, issuing, replacing, isCounting }: Giving) {
  const { send } = issuing;
  const { chosen, wrong } = replacing;
  if (changesOf(preview) === 0 && !chosen) return <Tag tone="ok">{sayIssueButton(preview)}</Tag>;
  const nobody = isForNobody(preview);
  return (
    <Button
      className="btn primary"
      {...(nobody && { 'aria-describedby': nobodyNote })}
      isDisabled={send.isPending || isCounting || wrong !== undefined || nobody}
      onPress={() => send.mutate(preview)}
    >
      {send.isPending ? 'Đang giao…' : sayWithReplaced(sayIssueButton(preview), chosen, changesOf(preview))}
    </Button>
  );
}

type Shown = {
  plan: string;
  preview: IssueView;
  asked: string | undefined;
  onChoose: (asked: string | undefined) => void;
};

function Preview({ plan, preview, asked, onChoose }: Shown) {
  return (
    <div className="issue">
      {isForNobody(preview) && <NobodyNote plan={plan} preview={preview} />}
      {isToChoose(preview) && (
        <FromChoice key={preview.issues.length} preview={preview} asked={asked} onChoose={onChoose} />
      )}
      {preview.issues.length > 0 ? <Changes preview={preview} /> : <Totals preview={preview} />}
      <Attention preview={preview} />
      <AgencyTable preview={preview} />
    </div>
  );
}

/** What was done, and where it goes on. */
function Done({ before, plan }: { before: IssueView; plan: PlanSummary }) {
  return (
    <section className="card issue-done" aria-label="Kết quả giao" aria-live="polite">
      <p>
        <span className="tag ok">● Đã giao</span> {sayIssued(before)}
      </p>
      <p className="role">
        Giao lại bất cứ lúc nào cũng an toàn: chỉ những gì khác mới thay đổi, việc đã làm và lịch sử được giữ nguyên.
      </p>
      <div className="row">
        <Link className="btn" to="/nhiem-vu" search={{ 'ke-hoach': plan.id }}>
          Xem trong ma trận
        </Link>
        <Link className="btn" to="/theo-doi" search={{ 'ke-hoach': plan.id }}>
          Mở Theo dõi
        </Link>
      </div>
    </section>
  );
}

function NotReady({ plan }: { plan: PlanSummary }) {
  return (
    <div className="card">
      <EmptyState
        title={plan.removedAt ? 'Kế hoạch đã được bỏ' : 'Kế hoạch chưa xác nhận'}
        text="Chỉ giao được nhiệm vụ của kế hoạch đã rà soát và xác nhận. Hãy mở rà soát rồi xác nhận kế hoạch."
      >
        <Link className="btn primary" to="/ke-hoach/$id/ra-soat" params={{ id: plan.id }}>
          Mở rà soát
        </Link>
      </EmptyState>
    </div>
  );
}
