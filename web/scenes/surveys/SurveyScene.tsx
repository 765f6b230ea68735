import { useQuery } from '@tanstack/react-query';
import { getRouteApi, Link } from '@tanstack/react-router';
import { sayNumber } from '../../../src/kernel/number.ts';
import type { SurveyView } from '../../../src/survey/views.ts';
import { Loaded } from '../../components/Loaded.tsx';
import { EmptyState } from '../../components/Notice.tsx';
import { Scene } from '../../components/Scene.tsx';
import { oneSurvey } from './api.ts';
import { DesignPanel } from './DesignPanel.tsx';
import { DictionaryPanel } from './DictionaryPanel.tsx';
import { EstimatePanel } from './EstimatePanel.tsx';
import { RemoveSurvey } from './RemoveSurvey.tsx';
import { Runs } from './Runs.tsx';
import type { SurveyPart } from './search.ts';

const route = getRouteApi('/khao-sat/$id');

/** One survey: its estimates first; how it was drawn, what was asked, and what was kept stand beside. */
export function SurveyScene() {
  const { id } = route.useParams();
  const query = useQuery(oneSurvey(id));
  return (
    <Scene
      title={query.data?.title ?? 'Khảo sát'}
      lead={
        <Link to="/khao-sat" className="back">
          ← Khảo sát và ước lượng
        </Link>
      }
      sub={query.data && saySurvey(query.data)}
      actions={query.data?.manages && <RemoveSurvey survey={query.data} />}
    >
      <Loaded query={query} label="Đang tải khảo sát">
        {(survey) => <Body key={survey.rev} survey={survey} />}
      </Loaded>
    </Scene>
  );
}

const saySurvey = ({ year, agency, rows, summary }: SurveyView): string =>
  [
    `Năm ${year}${agency ? `, ${agency}` : ''}: ${sayNumber(rows)} người trả lời`,
    summary
      ? `${sayNumber(summary.psus)} cụm thuộc ${sayNumber(summary.strata)} tầng, ${sayNumber(summary.df)} bậc tự do.`
      : 'chưa khai thiết kế mẫu nên chưa tính được ước lượng.',
  ].join('; ');

function Body({ survey }: { survey: SurveyView }) {
  const search = route.useSearch();
  const tabs: { key: SurveyPart | undefined; label: string }[] = [
    { key: undefined, label: 'Ước lượng' },
    { key: 'da-luu', label: `Kết quả đã lưu (${sayNumber(survey.saved.length)})` },
    { key: 'thiet-ke', label: 'Thiết kế mẫu' },
    { key: 'bang-hoi', label: 'Bảng hỏi' },
  ];
  const { xem, ...asked } = search;
  return (
    <>
      <nav className="tabs no-print" aria-label="Xem">
        {tabs.map(({ key, label }) => (
          <Link
            key={label}
            to="/khao-sat/$id"
            params={{ id: survey.id }}
            search={{ ...asked, ...(key && { xem: key }) }}
            className="tab"
            aria-current={xem === key ? 'page' : undefined}
            activeOptions={{ exact: true, includeSearch: true }}
          >
            {label}
          </Link>
        ))}
      </nav>
      {xem === 'thiet-ke' && <DesignPanel survey={survey} />}
      {xem === 'bang-hoi' && <DictionaryPanel survey={survey} />}
      {xem === 'da-luu' && <Runs survey={survey} />}
      {xem === undefined && (survey.design ? <EstimatePanel survey={survey} /> : <Undeclared survey={survey} />)}
    </>
  );
}

const Undeclared = ({ survey }: { survey: SurveyView }) => (
  <div className="card">
    <EmptyState
      title="Chưa khai thiết kế mẫu"
      text="Muốn có khoảng tin cậy đúng thì phải biết mẫu được chọn thế nào: tầng, cụm, quyền số. Khai một lần, mọi ước lượng đều dùng."
    >
      {survey.manages && (
        <Link to="/khao-sat/$id" params={{ id: survey.id }} search={{ xem: 'thiet-ke' }} className="btn primary">
          Khai thiết kế mẫu
        </Link>
      )}
    </EmptyState>
  </div>
);
