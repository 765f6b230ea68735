import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { getRouteApi, Link } from '@tanstack/react-router';
import { lazy, Suspense, useState } from 'react';
import { Button } from 'react-aria-components';
import { sayNumber } from '../../../src/kernel/number.ts';
import { kindWords, overWords } from '../../../src/report/indicator/model.ts';
import { sayTarget, sayValue } from '../../../src/report/indicator/say.ts';
import { summarize } from '../../../src/report/indicator/summarize.ts';
import type { IndicatorDetailView } from '../../../src/report/indicator/views.ts';
import { ChoiceField } from '../../components/ChoiceField.tsx';
import { Fact } from '../../components/Fact.tsx';
import { Loaded } from '../../components/Loaded.tsx';
import { Refusal, Skeleton } from '../../components/Notice.tsx';
import { Scene } from '../../components/Scene.tsx';
import { say } from '../../state/toasts.ts';
import { today } from '../follow/useFollow.ts';
import { sayPlan } from '../reports/say.ts';
import { everyIndicator, indicatorApi, oneIndicator } from './api.ts';
import { DefinitionSheet } from './DefinitionSheet.tsx';
import { Importing } from './Importing.tsx';
import { Matrix } from './Matrix.tsx';
import { lastMonth } from './months.ts';
import { shortNames } from './names.ts';
import { Standing } from './Standing.tsx';
import { givenOf, periodOf, seriesOf } from './series.ts';
import { UnitTargets } from './UnitTargets.tsx';

const route = getRouteApi('/chi-tieu/$id');
// The drawing library is larger than all else here: it comes after the figures.
const Chart = lazy(() => import('./Chart.tsx').then(({ Chart }) => ({ default: Chart })));

/** One indicator: what it is, its course over the months, and its figures unit by unit. */
export function IndicatorScene() {
  const { id } = route.useParams();
  const { nam } = route.useSearch();
  const query = useQuery(oneIndicator(id, nam));
  const title = query.data?.indicator.definition.name ?? 'Chỉ tiêu';
  return (
    <Scene
      title={title}
      lead={
        <Link to="/chi-tieu" className="back">
          ← Chỉ tiêu
        </Link>
      }
      sub={query.data && <Sub detail={query.data} />}
      actions={query.data && <Acts detail={query.data} />}
    >
      <Loaded query={query} label="Đang tải chỉ tiêu">
        {(detail) => <Body detail={detail} />}
      </Loaded>
    </Scene>
  );
}

function Sub({ detail }: { detail: IndicatorDetailView }) {
  const { definition } = detail.indicator;
  const { judged, standing, missing } = summarize(definition, detail.units, givenOf(detail.cells), periodOf(detail));
  const target = definition.targets.find((one) => one.agencyId === null && one.year <= detail.year);
  return (
    <>
      {sayValue(definition, judged.value)}
      {target && ` so với mục tiêu ${sayTarget(definition, target)}`}
      {missing.length > 0 && `; ${sayNumber(missing.length)}/${sayNumber(detail.units.length)} đơn vị chưa có số liệu`}.{' '}
      <Standing of={standing} />
    </>
  );
}

function Acts({ detail }: { detail: IndicatorDetailView }) {
  const { indicator, year, keeps } = detail;
  const navigate = route.useNavigate();
  const client = useQueryClient();
  const [editing, setEditing] = useState(false);
  const end = useMutation({
    mutationFn: (verb: 'retire' | 'restore') => indicatorApi.end(indicator.id, verb),
    onSuccess: ({ indicator: { retired } }) =>
      say(retired ? 'Đã thôi theo dõi chỉ tiêu; số liệu vẫn được giữ.' : 'Đã theo dõi lại chỉ tiêu.'),
    onSettled: () => client.invalidateQueries(everyIndicator),
  });
  const now = Number(today().slice(0, 4));
  return (
    <>
      <ChoiceField
        label="Năm"
        value={String(year)}
        choices={[...new Set([year, now, now - 1, now - 2])].map((one) => ({ value: String(one), label: String(one) }))}
        onChange={(nam) => void navigate({ search: (was) => ({ ...was, nam: Number(nam) }) })}
      />
      <a className="btn" href={`/api/indicators/${indicator.id}/table.xlsx?year=${year}`} download>
        Tải Excel
      </a>
      {detail.enters.length > 0 && <Importing indicatorId={indicator.id} month={lastMonth()} />}
      {keeps && (
        <>
          <Button className="btn" onPress={() => setEditing(true)}>
            Sửa chỉ tiêu
          </Button>
          <Button
            className="btn"
            isDisabled={end.isPending}
            onPress={() => end.mutate(indicator.retired ? 'restore' : 'retire')}
          >
            {indicator.retired ? 'Theo dõi lại' : 'Thôi theo dõi'}
          </Button>
          <Refusal error={end.error} />
        </>
      )}
      {editing && <DefinitionSheet detail={detail} onClose={() => setEditing(false)} />}
    </>
  );
}

function Body({ detail }: { detail: IndicatorDetailView }) {
  const { dv } = route.useSearch();
  const navigate = route.useNavigate();
  const names = shortNames(detail.agencies);
  const [goals, setGoals] = useState(false);
  const unit = dv !== undefined && detail.units.includes(dv) ? dv : undefined;
  const { indicator, plans } = detail;
  const { definition } = indicator;
  return (
    <div className="indicator-page">
      <section className="card" aria-label="Về chỉ tiêu">
        <dl className="indicator-facts">
          <Fact name="Cách tính">
            {kindWords[definition.kind]}; {overWords[definition.over].toLowerCase()}
          </Fact>
          <Fact name="Nội dung">
            {[definition.index, definition.code, definition.component].filter(Boolean).join(' · ') || 'Chưa gắn'}
          </Fact>
          <Fact name="Từ nhiệm vụ">
            {indicator.itemText ? `${indicator.itemText} (${sayPlan(plans[0])})` : 'Tự lập'}
          </Fact>
          <Fact name="Mục tiêu">
            {definition.targets.length === 0
              ? 'Chưa đặt'
              : definition.targets
                  .toSorted((a, b) => Number(a.agencyId !== null) - Number(b.agencyId !== null))
                  .map(
                    (one) =>
                      `${one.year}${one.agencyId ? `, ${names.get(one.agencyId) ?? ''}` : ''}: ${sayTarget(definition, one)}`,
                  )
                  .join('; ')}{' '}
            {detail.keeps && detail.units.length > 0 && (
              <Button className="link" onPress={() => setGoals(true)}>
                Mục tiêu từng đơn vị
              </Button>
            )}
          </Fact>
          <Fact name="Gốc so sánh">
            {definition.baselines.length === 0
              ? definition.kind === 'change'
                ? 'Số kỳ gốc, nhập cùng số liệu'
                : 'Chưa có'
              : definition.baselines
                  .map(
                    (one) =>
                      `${one.year}: ${sayNumber(one.value)}${definition.unit === '%' ? '%' : ` ${definition.unit}`}${one.source ? ` (${one.source})` : ''}`,
                  )
                  .join('; ')}
          </Fact>
          <Fact name="Nguồn số liệu">
            {definition.evidence
              ? 'Cộng từ tài liệu kiểm chứng của nhiệm vụ'
              : definition.source.kind === 'system'
                ? (definition.source.name ?? 'Hệ thống phần mềm')
                : `Văn bản, sổ sách${definition.source.name ? `: ${definition.source.name}` : ''}`}
          </Fact>
        </dl>
      </section>
      <section className="card indicator-chart" aria-label="Diễn biến">
        <header className="row">
          <h2>Diễn biến năm {detail.year}</h2>
          {detail.units.length > 1 && (
            <ChoiceField
              label="Của"
              value={unit ?? ''}
              none={`Tất cả ${sayNumber(detail.units.length)} đơn vị`}
              choices={detail.units.map((value) => ({ value, label: names.get(value) ?? '' }))}
              onChange={(next) =>
                void navigate({ search: (was) => ({ ...(was.nam && { nam: was.nam }), ...(next && { dv: next }) }) })
              }
            />
          )}
        </header>
        <Suspense fallback={<Skeleton lines={4} label="Đang vẽ biểu đồ" />}>
          <Chart definition={definition} series={seriesOf(detail, unit, today())} />
        </Suspense>
      </section>
      <Matrix key={`${indicator.id} ${detail.year}`} detail={detail} names={names} />
      {goals && <UnitTargets detail={detail} onClose={() => setGoals(false)} />}
    </div>
  );
}
