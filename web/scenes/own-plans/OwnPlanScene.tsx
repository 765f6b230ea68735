import { useQuery } from '@tanstack/react-query';
import { getRouteApi, Link } from '@tanstack/react-router';
import { sayDay } from '../../../src/kernel/plain-date.ts';
import type { OwnPlanView } from '../../../src/publish/own-plan/views.ts';
import { Loaded } from '../../components/Loaded.tsx';
import { Scene } from '../../components/Scene.tsx';
import { Papers } from '../reports/Papers.tsx';
import { oneOwnPlan, paperHref } from './api.ts';
import { BringFile } from './BringFile.tsx';
import { Checks } from './Checks.tsx';
import { FileMatch } from './FileMatch.tsx';
import { HeadFields } from './HeadFields.tsx';
import { IssueForm } from './IssueForm.tsx';
import { SavedDraft } from './SavedDraft.tsx';
import { Tasks } from './Tasks.tsx';
import { useOwnDraft } from './useOwnDraft.ts';

const route = getRouteApi('/ke-hoach-don-vi/$plan/$agency');

/** Dự thảo kế hoạch của một đơn vị: edited on screen, taken away as Word or PDF, issued. */
export function OwnPlanScene() {
  const { plan, agency } = route.useParams();
  const { ngay } = route.useSearch();
  const query = useQuery(oneOwnPlan({ plan, agency }, ngay));
  const view = query.data;
  return (
    <Scene
      title={view ? `Kế hoạch của ${view.unit.name}` : 'Kế hoạch của đơn vị'}
      lead={
        <Link to="/ke-hoach-don-vi" search={{ ke: plan }} className="back">
          ← Kế hoạch của đơn vị
        </Link>
      }
      sub={view && saySub(view)}
    >
      <Loaded query={query} label="Đang tải dự thảo">
        {(loaded) => (loaded.issued ? <Issued view={loaded} /> : <Open key={`${plan} ${agency}`} view={loaded} />)}
      </Loaded>
    </Scene>
  );
}

const saySub = ({ plan, due, issued }: OwnPlanView): string =>
  [
    `Thực hiện ${plan.name}`,
    issued
      ? `đã ban hành số ${issued.number ?? 'chưa rõ'} ngày ${sayDay(issued.date)}`
      : due && `ban hành chậm nhất ngày ${sayDay(due)}`,
  ]
    .filter(Boolean)
    .join('; ');

function Open({ view }: { view: OwnPlanView }) {
  return view.file ? <FileMatch view={view} file={view.file} /> : <Desk view={view} />;
}

function Desk({ view }: { view: OwnPlanView }) {
  const desk = useOwnDraft(view);
  const which = { plan: view.plan.id, agency: view.unit.id };
  const { draft } = desk;
  return (
    <div className="own-desk">
      <div className="own-bar">
        <SavedDraft desk={desk} readOnly={!view.may.edit} />
        <Papers href={paperHref(which, view.days)} what="Dự thảo" tables />
      </div>
      <HeadFields {...{ view, desk }} />
      <Checks checks={view.checks} draft={draft} />
      <Tasks {...{ view, desk }} />
      {view.may.issue && (
        <IssueForm view={view} issuing={{ seq: view.seq, file: null }} waiting={desk.pending > 0} number="" date="" />
      )}
      {view.may.edit && !view.may.issue && (
        <p className="muted">
          Soạn xong, thủ trưởng đơn vị vào trang này để ban hành: nhập số, ngày của văn bản đã ký.
        </p>
      )}
      {view.may.edit && <BringFile which={which} />}
    </div>
  );
}

/** What an issued plan came to, and the way to it. */
function Issued({ view }: { view: OwnPlanView }) {
  const { issued } = view;
  if (!issued) return null;
  return (
    <div className="own-desk">
      <section className="card own-part">
        <h2>Đã ban hành</h2>
        <p>
          Kế hoạch đã thành kế hoạch con trong phần mềm: các bộ phận của đơn vị nhận việc theo kế hoạch này, tiến độ tự
          cộng lên nhiệm vụ tương ứng của kế hoạch cấp trên. Khi mọi việc của một nhiệm vụ đã xong, đơn vị tự gửi hoàn
          thành ở Việc của tôi.
        </p>
        <p className="row">
          <Link className="btn" to="/nhiem-vu" search={{ 'ke-hoach': issued.childId }}>
            Nhiệm vụ của kế hoạch này
          </Link>
          <Link className="btn" to="/theo-doi" search={{ 'ke-hoach': issued.childId } as never}>
            Theo dõi tiến độ
          </Link>
          <a className="btn" href={`/api/plans/${issued.childId}/file`} download>
            Tải văn bản
          </a>
        </p>
        <Papers href={`/api/plans/${issued.childId}/paper`} what="Bản in theo biểu mẫu" tables />
      </section>
      <Checks checks={view.checks} draft={null} />
    </div>
  );
}
