import { useQuery } from '@tanstack/react-query';
import { getRouteApi, Link } from '@tanstack/react-router';
import { Button } from 'react-aria-components';
import { sayDay } from '../../../src/kernel/plain-date.ts';
import { wholeFields } from '../../../src/report/content/model.ts';
import type { ReportDetailView } from '../../../src/report/views.ts';
import { EditText } from '../../components/EditText.tsx';
import { Loaded } from '../../components/Loaded.tsx';
import { EmptyState } from '../../components/Notice.tsx';
import { Scene } from '../../components/Scene.tsx';
import { Tag } from '../../components/Tag.tsx';
import { currentSession } from '../../queries.ts';
import { sayMoment } from '../../words/time.ts';
import { today } from '../follow/useFollow.ts';
import { ExplanationLink } from '../letters/LetterLinks.tsx';
import { oneReport } from './api.ts';
import { BothWrote } from './BothWrote.tsx';
import type { Content } from './drafting.ts';
import { countAnswered, countFilled } from './group.ts';
import { Papers } from './Papers.tsx';
import { QuickFill } from './QuickFill.tsx';
import { ReportActs } from './ReportActs.tsx';
import { ReportLines } from './ReportLines.tsx';
import { Saved } from './Saved.tsx';
import { askedWords, sayPlan, sayReport, sayReportAct, saySpan, wholeWords } from './say.ts';
import { type Draft, useReportDraft, wayOfReport } from './useReportDraft.ts';
import { sayPlace, Versions } from './Versions.tsx';

const route = getRouteApi('/bao-cao/$id');

/** Soạn báo cáo: one report, written by its unit or read by who receives it. */
export function ReportScene() {
  const { id } = route.useParams();
  const query = useQuery(oneReport(id));
  const { data: session } = useQuery(currentSession());
  const detail = query.data;
  const title = detail ? `${askedWords[detail.report.asked]}: ${detail.report.round.label}` : 'Báo cáo';
  return (
    <Scene
      title={title}
      lead={
        <Link to="/bao-cao" className="back">
          ← Báo cáo
        </Link>
      }
      sub={detail && <Sub detail={detail} />}
    >
      <Loaded query={query} label="Đang tải báo cáo">
        {(loaded) =>
          loaded.report.asked === 'consolidated' ? (
            <Elsewhere detail={loaded} />
          ) : loaded.content === null ? (
            <NotSent detail={loaded} />
          ) : (
            <Desk key={id} detail={{ ...loaded, content: loaded.content }} by={session?.officer ?? ''} />
          )
        }
      </Loaded>
    </Scene>
  );
}

function Sub({ detail: { report, agencies, plans } }: { detail: ReportDetailView }) {
  const unit = agencies.find(({ id }) => id === report.agencyId)?.name;
  const { tone, word } = sayReport(report, today());
  return (
    <>
      {unit}. {sayPlan(plans[0])}. Số liệu từ {saySpan(report.round)}
      {report.due && `; gửi chậm nhất ngày ${sayDay(report.due)}`}. <Tag tone={tone}>{word}</Tag>
    </>
  );
}

/** What is drafted from the reports of others is written where its sources stand beside it. */
function Elsewhere({ detail: { report } }: { detail: ReportDetailView }) {
  return (
    <div className="card">
      <EmptyState
        title="Báo cáo tổng hợp soạn ở màn hình Tổng hợp"
        text="Báo cáo này được dự thảo từ báo cáo của các đơn vị trong kỳ, mỗi đoạn kèm nguồn của nó."
      >
        <Link
          to="/bao-cao/tong-hop"
          search={{ ke: report.planId, ky: report.round.key, cua: report.agencyId }}
          className="btn primary"
        >
          Mở bản tổng hợp
        </Link>
      </EmptyState>
    </div>
  );
}

/** Of another unit nothing is seen before it is sent; an exception may be granted all the same. */
function NotSent({ detail }: { detail: ReportDetailView }) {
  return (
    <div className="card">
      <EmptyState
        title="Đơn vị chưa gửi báo cáo này"
        text="Bản đang soạn chỉ đơn vị xem được. Khi thủ trưởng đơn vị ký gửi, báo cáo hiện ở đây để tiếp nhận hoặc trả lại."
      />
      <ReportActs detail={detail} onBefore={async () => true} sayMissing={null} />
    </div>
  );
}

type DeskProps = { detail: ReportDetailView & { content: Content }; by: string };

function Desk({ detail, by }: DeskProps) {
  const draft = useReportDraft(detail, by, wayOfReport(detail.report.id));
  const readOnly = !detail.writable;
  const { owed, answered } = countAnswered(draft.content, detail.items);
  const missing = owed - answered;
  const { filled } = countFilled(draft.content, detail.fields, detail.items);
  return (
    <div className="report-desk">
      {detail.report.reason && detail.report.status !== 'received' && (
        <p className="notice late" role="note">
          <b>{detail.report.status === 'returned' ? 'Bị trả lại' : 'Cần sửa'}:</b> {detail.report.reason}
        </p>
      )}
      <Locked report={detail.report} />
      <div className="report-bar">
        {!readOnly && (
          <div className="report-stand">
            <Saved draft={draft} />
            {owed > 0 && (
              <span className="muted">
                Đã điền {filled}/{owed}
              </span>
            )}
          </div>
        )}
        <ReportActs
          detail={detail}
          onBefore={draft.flush}
          sayMissing={
            missing > 0
              ? `Còn ${missing} nhiệm vụ chưa nêu tình trạng; khi tổng hợp sẽ tính là “không trả lời”, không tính là 0.`
              : null
          }
        />
      </div>
      <div className="report-files">
        <Papers href={`/api/reports/${detail.report.id}/paper`} tables={owed > 0} />
        <p className="row">
          <ExplanationLink report={detail.report.id} />
        </p>
      </div>
      {!readOnly && <BothWrote draft={draft} sayPlace={(place) => sayPlace(place, detail.items)} />}
      {!readOnly && <QuickFill detail={detail} draft={draft} />}
      <Whole draft={draft} readOnly={readOnly} previous={detail.previous} />
      <ReportLines detail={detail} draft={draft} readOnly={readOnly} />
      <History detail={detail} />
    </div>
  );
}

/** Why a unit can neither send nor correct once its round is closed, or until when it may all the same. */
function Locked({ report: { closed, grantedUntil, elsewhere, writes, signs } }: Pick<DeskProps['detail'], 'report'>) {
  if (!closed || elsewhere || !(writes || signs)) return null;
  const granted = grantedUntil !== null && grantedUntil >= today();
  return (
    <p className="notice due" role="note">
      {granted
        ? `Kỳ báo cáo đã khóa; đơn vị được cho gửi, đính chính đến hết ngày ${sayDay(grantedUntil)}.`
        : 'Kỳ báo cáo đã khóa. Cần gửi hoặc đính chính, hãy đề nghị cơ quan thường trực cho gửi sau khi khóa, nêu rõ lý do.'}
    </p>
  );
}

type WholeProps = { draft: Draft; readOnly: boolean; previous: Content | null };

function Whole({ draft, readOnly, previous }: WholeProps) {
  if (readOnly && wholeFields.every((field) => draft.content.whole[field].trim() === '')) return null;
  return (
    <section className="card report-whole" aria-label="Phần chung">
      {wholeFields.map((field) => {
        const { title, hint } = wholeWords[field];
        const value = draft.content.whole[field];
        const before = previous?.whole[field] ?? '';
        if (readOnly && value.trim() === '') return null;
        return (
          <div key={field} className="report-field">
            <h3>{title}</h3>
            {readOnly ? (
              <p className="pre prose">{value}</p>
            ) : (
              <EditText
                label={title}
                placeholder={hint}
                value={value}
                onCommit={(text) => draft.write({ of: 'whole', field }, text)}
              />
            )}
            {!readOnly && value.trim() === '' && before.trim() !== '' && (
              <Button className="link" onPress={() => draft.write({ of: 'whole', field }, before)}>
                Dùng lại nội dung kỳ trước rồi sửa
              </Button>
            )}
          </div>
        );
      })}
    </section>
  );
}

function History({ detail: { history, report, items } }: { detail: ReportDetailView }) {
  if (history.length === 0) return null;
  return (
    <section className="card" aria-labelledby="report-history">
      <h2 id="report-history">Quá trình</h2>
      <ol className="history">
        {history.map(({ id, at, by, act }) => (
          <li key={id}>
            {sayReportAct(act)}
            <p className="role">
              {by}, {sayMoment(at)}
            </p>
          </li>
        ))}
      </ol>
      {report.firstSentOn !== null && <Versions id={report.id} items={items} />}
    </section>
  );
}
