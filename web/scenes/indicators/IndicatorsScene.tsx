import { useQuery } from '@tanstack/react-query';
import { getRouteApi, Link } from '@tanstack/react-router';
import { sayNumber } from '../../../src/kernel/number.ts';
import { sayPeriod } from '../../../src/report/indicator/period.ts';
import type { IndicatorsView } from '../../../src/report/indicator/views.ts';
import { ChoiceField } from '../../components/ChoiceField.tsx';
import { Loaded } from '../../components/Loaded.tsx';
import { Scene } from '../../components/Scene.tsx';
import { useMay } from '../../state/may.ts';
import { sayPlan } from '../reports/say.ts';
import { enterSentence, indicatorList, registerUrl } from './api.ts';
import { Files } from './Files.tsx';
import { List } from './List.tsx';
import { Making } from './Making.tsx';
import { lastMonth, monthsToChoose } from './months.ts';
import { type IndicatorsSearch, standingNames } from './search.ts';
import { UnitSheet } from './UnitSheet.tsx';

const route = getRouteApi('/chi-tieu');

/** Chỉ tiêu: the measurable results of the plans, how each stands in a month, and where a unit gives its own. */
export function IndicatorsScene() {
  const search = route.useSearch();
  const navigate = route.useNavigate();
  const may = useMay();
  const month = search.thang ?? lastMonth();
  const change = (next: { [key in keyof IndicatorsSearch]?: IndicatorsSearch[key] | undefined }) =>
    void navigate({
      search: (now) =>
        Object.fromEntries(Object.entries({ ...now, ...next }).filter(([, value]) => value)) as IndicatorsSearch,
    });
  const query = useQuery(indicatorList({ month, plan: search.ke, retired: search.xem === 'thoi-theo-doi' }));
  const enters = may(enterSentence);
  const tabs = [
    { key: undefined, label: 'Các chỉ tiêu' },
    ...(enters ? [{ key: 'nhap' as const, label: 'Nhập số liệu' }] : []),
    ...(enters ? [{ key: 'tep' as const, label: 'Tệp đã nhập' }] : []),
    ...(query.data?.keeps ? [{ key: 'thoi-theo-doi' as const, label: 'Thôi theo dõi' }] : []),
  ];
  return (
    <Scene
      title="Chỉ tiêu"
      sub={query.data && search.xem === undefined && saySummary(query.data, month)}
      actions={
        <>
          <ChoiceField
            label="Tháng"
            value={month}
            choices={[...new Set([month, ...monthsToChoose()])].map((value) => ({ value, label: sayPeriod(value) }))}
            onChange={(thang) => change({ thang })}
          />
          {query.data && query.data.indicators.length > 0 && (
            <a className="btn" href={registerUrl(month, search.ke)} download>
              Tải Excel cả sổ
            </a>
          )}
          {query.data?.keeps && <Making />}
        </>
      }
    >
      <nav className="tabs" aria-label="Xem">
        {tabs.map(({ key, label }) => (
          <Link
            key={label}
            to="/chi-tieu"
            search={{ ...omitView(search), ...(key && { xem: key }) }}
            className={search.xem === key ? 'tab on' : 'tab'}
            aria-current={search.xem === key ? 'page' : undefined}
            activeOptions={{ exact: true, includeSearch: true }}
          >
            {label}
          </Link>
        ))}
      </nav>
      {search.xem === 'nhap' ? (
        <Loaded query={query} label="Đang tải chỉ tiêu">
          {(all) => <UnitSheet all={all} month={month} chosen={search.dv} onChoose={(dv) => change({ dv })} />}
        </Loaded>
      ) : search.xem === 'tep' ? (
        <Files month={month} />
      ) : (
        <Loaded query={query} label="Đang tải chỉ tiêu">
          {(all) => (
            <>
              <Filters all={all} search={search} onChange={change} />
              <List
                all={all}
                shown={filter(all, search)}
                keeps={all.keeps}
                filtered={Boolean(search.nd ?? search.muc ?? search.ke)}
              />
            </>
          )}
        </Loaded>
      )}
    </Scene>
  );
}

function filter({ indicators }: IndicatorsView, { nd, muc }: IndicatorsSearch): IndicatorsView['indicators'] {
  return indicators.filter(
    ({ indicator, standing }) =>
      (nd === undefined || indicator.definition.component === nd) &&
      (muc === undefined || standing === standingNames[muc]),
  );
}

/** "Tháng 10/2026: 3 đạt, 4 chưa đạt, 1 chưa có số liệu." */
function saySummary({ indicators }: IndicatorsView, month: string): string {
  if (indicators.length === 0) return '';
  const count = (...states: string[]) => indicators.filter(({ standing }) => states.includes(standing)).length;
  const parts = [
    `${sayNumber(count('met'))} chỉ tiêu đạt`,
    `${sayNumber(count('not-met'))} chưa đạt`,
    count('none') > 0 && `${sayNumber(count('none'))} chưa có số liệu`,
    count('no-target') > 0 && `${sayNumber(count('no-target'))} chưa đặt mục tiêu`,
  ];
  return `${sayPeriod(month)}: ${parts.filter(Boolean).join(', ')}.`;
}

const omitView = ({ xem: _, ...rest }: IndicatorsSearch): IndicatorsSearch => rest;

type FilterProps = {
  all: IndicatorsView;
  search: IndicatorsSearch;
  onChange: (next: { [key in keyof IndicatorsSearch]?: IndicatorsSearch[key] | undefined }) => void;
};

function Filters({ all, search, onChange }: FilterProps) {
  const components = [...new Set(all.indicators.flatMap(({ indicator }) => indicator.definition.component ?? []))];
  const plans = all.plans.filter(({ id }) => all.indicators.some(({ indicator }) => indicator.planId === id));
  return (
    <div className="row indicator-filters no-print">
      {(plans.length > 1 || search.ke) && (
        <ChoiceField
          label="Kế hoạch"
          none="Mọi kế hoạch"
          value={search.ke ?? ''}
          choices={plans.map((plan) => ({ value: plan.id, label: sayPlan(plan) }))}
          onChange={(ke) => onChange({ ke: ke || undefined })}
        />
      )}
      <ChoiceField
        label="Nội dung thành phần"
        none="Mọi nội dung"
        value={search.nd ?? ''}
        choices={components.map((value) => ({ value, label: value }))}
        onChange={(nd) => onChange({ nd: nd || undefined })}
      />
      <ChoiceField
        label="Trạng thái"
        none="Mọi trạng thái"
        value={search.muc ?? ''}
        choices={[
          { value: 'dat', label: 'Đạt' },
          { value: 'chua-dat', label: 'Chưa đạt' },
          { value: 'chua-co', label: 'Chưa có số liệu' },
          { value: 'chua-dat-muc-tieu', label: 'Chưa đặt mục tiêu' },
        ]}
        onChange={(muc) => onChange({ muc: muc || undefined })}
      />
    </div>
  );
}
