import { useQuery } from '@tanstack/react-query';
import { getRouteApi, Link } from '@tanstack/react-router';
import { sayDay } from '../../../src/kernel/plain-date.ts';
import type { PlanName, ReportsView, ReportView } from '../../../src/report/views.ts';
import { ChoiceField } from '../../components/ChoiceField.tsx';
import { Loaded } from '../../components/Loaded.tsx';
import { EmptyState } from '../../components/Notice.tsx';
import { Scene } from '../../components/Scene.tsx';
import { Tag } from '../../components/Tag.tsx';
import { useMay } from '../../state/may.ts';
import { nameAgencies } from '../../words/work.ts';
import { today } from '../follow/useFollow.ts';
import { myParts, myReports } from './api.ts';
import { MyParts } from './MyParts.tsx';
import { Regime } from './Regime.tsx';
import { Rounds } from './Rounds.tsx';
import { askedWords, sayPlan, sayReport, saySpan } from './say.ts';

const route = getRouteApi('/bao-cao');

const mayArrange = 'Cơ quan thường trực đặt được chế độ báo cáo; thêm, miễn, dời được báo cáo của đơn vị';

/** Báo cáo: what my unit is to report, period by period, and how far the rounds are. */
export function ReportsScene() {
  const { nam, xem } = route.useSearch();
  const navigate = route.useNavigate();
  const may = useMay();
  const year = nam ?? Number(today().slice(0, 4));
  const list = useQuery(myReports(year));
  const parts = useQuery(myParts(year));
  const hasOwn = list.data?.reports.length !== 0 || parts.data?.parts.length !== 0;
  // Who owes no report and sums up none comes to look at those of others.
  const tab = xem ?? (hasOwn ? 'cua-toi' : 'cac-ky');
  const tabs = [
    { key: 'cua-toi' as const, label: 'Của đơn vị tôi' },
    { key: 'cac-ky' as const, label: 'Các kỳ báo cáo' },
    ...(may(mayArrange) ? [{ key: 'che-do' as const, label: 'Chế độ báo cáo' }] : []),
  ];
  return (
    <Scene
      title="Báo cáo"
      sub={list.data && saySummary(list.data)}
      actions={
        <ChoiceField
          label="Năm"
          value={String(year)}
          choices={[1, 0, -1, -2].map((past) => {
            const one = String(Number(today().slice(0, 4)) + past);
            return { value: one, label: one };
          })}
          onChange={(one) => void navigate({ search: (now) => ({ ...now, nam: Number(one) }) })}
        />
      }
    >
      <nav className="tabs" aria-label="Xem">
        {tabs.map(({ key, label }) => (
          <Link
            key={label}
            to="/bao-cao"
            activeOptions={{ exact: true }}
            search={{ ...(nam !== undefined && { nam }), xem: key }}
            className={tab === key ? 'tab on' : 'tab'}
            aria-current={tab === key ? 'page' : undefined}
          >
            {label}
          </Link>
        ))}
      </nav>
      {tab === 'cac-ky' ? (
        <Rounds year={year} />
      ) : tab === 'che-do' && may(mayArrange) ? (
        <Regime year={year} />
      ) : (
        <>
          <Loaded query={list} label="Đang tải báo cáo của đơn vị">
            {(all) => <Mine all={all} year={year} />}
          </Loaded>
          <MyParts year={year} />
        </>
      )}
    </Scene>
  );
}

/** What waits: not sent and owed by a day. */
const waits = ({ status, elsewhere, asked }: ReportView): boolean =>
  !elsewhere && asked !== 'when-needed' && (status === 'writing' || status === 'returned' || status === 'submitted');

function saySummary({ reports }: ReportsView): string {
  const open = reports.filter(waits);
  const next = open.find(({ late }) => late === 0);
  const late = open.filter((one) => one.late > 0).length;
  if (reports.length === 0) return 'Chưa có báo cáo nào phải gửi.';
  const parts = [
    late > 0 && `${late} báo cáo trễ hạn`,
    next?.due && `báo cáo gần nhất phải gửi chậm nhất ngày ${sayDay(next.due)}`,
    open.length === 0 && 'Đã gửi đủ báo cáo',
  ];
  const said = parts.filter(Boolean).join('; ');
  return `${said.charAt(0).toLocaleUpperCase('vi')}${said.slice(1)}.`;
}

function Mine({ all, year }: { all: ReportsView; year: number }) {
  if (all.reports.length === 0)
    return (
      <div className="card">
        <EmptyState
          title={`Năm ${year} đơn vị chưa có báo cáo phải gửi`}
          text="Khi kế hoạch có chế độ báo cáo được giao cho đơn vị, từng kỳ báo cáo hiện ở đây với hạn và nội dung đã điền sẵn. Báo cáo của các đơn vị khác xem ở “Các kỳ báo cáo”."
        />
      </div>
    );
  const plans = new Map(all.plans.map((plan) => [plan.id, plan]));
  const names = nameAgencies(all.agencies);
  const several = new Set(all.reports.map(({ agencyId }) => agencyId)).size > 1;
  return (
    <div className="card">
      <table className="register reports">
        <thead>
          <tr>
            <th scope="col">Báo cáo</th>
            <th scope="col">Kế hoạch</th>
            <th scope="col">Hạn gửi</th>
            <th scope="col">Trạng thái</th>
          </tr>
        </thead>
        <tbody>
          {all.reports.map((report) => (
            <Row
              key={report.id}
              report={report}
              plan={plans.get(report.planId)}
              unit={several ? names.get(report.agencyId) : undefined}
            />
          ))}
        </tbody>
      </table>
    </div>
  );
}

function Row({ report, plan, unit }: { report: ReportView; plan: PlanName | undefined; unit: string | undefined }) {
  const { tone, word } = sayReport(report, today());
  const open = waits(report) && report.writes;
  return (
    <tr>
      <td>
        <Link to="/bao-cao/$id" params={{ id: report.id }} className="name">
          {report.round.label}
        </Link>
        <small>
          {askedWords[report.asked]}
          {unit && ` của ${unit}`}; số liệu từ {saySpan(report.round)}
        </small>
      </td>
      <td>{sayPlan(plan)}</td>
      <td data-word="Hạn gửi:">
        {report.due ? sayDay(report.due) : 'Khi có phát sinh'}
        {report.moved && <small>{report.moved}</small>}
      </td>
      <td>
        <Tag tone={tone}>{word}</Tag>
        {open && (
          <small>
            <Link to="/bao-cao/$id" params={{ id: report.id }}>
              {report.begun ? 'Soạn tiếp' : 'Soạn báo cáo'}
            </Link>
          </small>
        )}
      </td>
    </tr>
  );
}
