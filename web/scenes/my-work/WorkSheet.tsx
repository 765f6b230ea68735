import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useRef } from 'react';
import { Button } from 'react-aria-components';
import type { MyWorkView } from '../../../src/assignment/views.ts';
import type { Item, Owed } from '../../api-work.ts';
import { EmptyState, ErrorState, Skeleton } from '../../components/Notice.tsx';
import { Sheet } from '../../components/Sheet.tsx';
import { Tag } from '../../components/Tag.tsx';
import { currentSession } from '../../queries.ts';
import { oneAssignment } from '../../queries-work.ts';
import { doers, holdsFor } from '../../state/reach.ts';
import { sayAsking, sayComponent, sayStanding } from '../../words/work.ts';
import { EvidencePanel } from '../evidence/EvidencePanel.tsx';
import { Asked } from './Asked.tsx';
import { AssignmentHistory } from './AssignmentHistory.tsx';
import { ConcreteActs } from './ConcreteActs.tsx';
import { DueFacts } from './DueFacts.tsx';
import type { ChangeSearch, FormName, MyWorkSearch } from './search.ts';
import { useLeads } from './useLeads.ts';
import { WorkForm } from './WorkForm.tsx';

type Props = { work: MyWorkView | undefined; search: MyWorkSearch; change: ChangeSearch };
type Known = { owed: Owed; item: Item };

/** One thing I owe, over the list: why that day, what can be done, its concrete acts, its history. */
export function WorkSheet({ work, search, change }: Props) {
  const last = useRef<Known | null>(null);
  const found = findOwed(work, search.viec);
  if (found) last.current = found;
  // What has just been completed has left the list and is still looked at.
  const known = found ?? (last.current?.owed.id === search.viec ? last.current : undefined);
  const close = () => change({ viec: undefined, lam: undefined });
  return (
    <Sheet
      title={known ? sayComponent(known.item) : 'Việc được giao'}
      kind="large"
      isOpen={search.viec !== undefined && work !== undefined}
      onClose={close}
    >
      {known && work ? (
        <WorkDetail key={known.owed.id} known={known} today={work.today} lam={search.lam} change={change} />
      ) : (
        <EmptyState
          title="Không còn trong việc phải làm"
          text="Việc này đã hoàn thành, đã được thu hồi hoặc thuộc đơn vị khác."
        >
          <Button className="btn" onPress={close}>
            Đóng
          </Button>
        </EmptyState>
      )}
    </Sheet>
  );
}

function findOwed(work: MyWorkView | undefined, id: string | undefined): Known | undefined {
  const owed = work?.owed.find((one) => one.id === id);
  const item = owed && work?.items.find((one) => one.id === owed.itemId);
  return owed && item ? { owed, item } : undefined;
}

type DetailProps = { known: Known; today: string; lam: FormName | undefined; change: ChangeSearch };

function WorkDetail({ known: { owed, item }, today, lam, change }: DetailProps) {
  const { data: session } = useQuery(currentSession());
  const detail = useQuery(oneAssignment(owed.assignmentId));
  const leads = useLeads([item]).get(item.id) ?? [];
  const now = { ...owed, ...detail.data?.assignment.occurrences.find(({ id }) => id === owed.id) };
  const { tone, word } = sayStanding(now, today);
  const may = holdsFor(session, doers, owed.agencyId);
  return (
    <>
      <div>
        <p className="work-tags">
          <Tag tone={tone}>{word}</Tag>
          {owed.request && <span className="tag idle">Đề nghị</span>}
        </p>
        <p className="work-full pre prose">{item.text}</p>
        {item.kind === 'form' && (
          <p>
            <Link to="/phieu/$id" params={{ id: owed.id }} className="btn primary">
              Mở phiếu để trả lời
            </Link>
          </p>
        )}
        {item.kind === 'reporting' && (
          <p>
            <Link to="/bao-cao/$id" params={{ id: owed.id }} className="btn primary">
              Mở báo cáo để soạn
            </Link>
          </p>
        )}
        {now.returned && <p className="work-returned">Bị trả lại: “{now.returned}”</p>}
        <Asked owed={now} />
        {sayAsking(item) && <p className="work-note">{sayAsking(item)}</p>}
      </div>
      <DueFacts
        owed={now}
        item={item}
        leads={leads}
        accepted={detail.data?.assignment.accepted ?? owed.accepted}
        history={detail.data?.history ?? []}
      />
      {may && <WorkForm owed={now} item={item} today={today} lam={lam} change={change} />}
      <EvidencePanel
        agencyId={owed.agencyId}
        today={today}
        shows={({ uses }) => uses.some(({ occurrenceId }) => occurrenceId === owed.id)}
        // The form stands among what can be done with the work.
        addTo={() => null}
        counted={now.evidence}
        readOnly={!may}
      />
      {detail.isError && <ErrorState error={detail.error} onRetry={() => void detail.refetch()} />}
      {detail.isPending && <Skeleton lines={3} label="Đang tải lịch sử" />}
      {detail.data && (
        <>
          <ConcreteActs
            key={owed.assignmentId}
            owed={now}
            history={detail.data.history}
            today={today}
            change={change}
            readOnly={!may}
            asked={item.asksFor !== null || lam === 'cu-the'}
          />
          <AssignmentHistory detail={detail.data} occurrenceId={owed.id} may={may} />
        </>
      )}
    </>
  );
}
