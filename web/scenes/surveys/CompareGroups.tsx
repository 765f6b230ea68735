import { useQuery } from '@tanstack/react-query';
import { getRouteApi } from '@tanstack/react-router';
import type { EstimateRequest, Statistic } from '../../../src/survey/model.ts';
import type { DifferenceView, SentDifference, SurveyView } from '../../../src/survey/views.ts';
import { ChoiceField } from '../../components/ChoiceField.tsx';
import { Refusal, Skeleton } from '../../components/Notice.tsx';
import { difference } from './api.ts';
import { type Drawn, sayFigure, sayLevel } from './figures.ts';

const route = getRouteApi('/khao-sat/$id');

type Props = { survey: SurveyView; asked: EstimateRequest; figure: Statistic; lines: readonly Drawn[]; level: number };

/** Two groups side by side: how far apart they are, and whether that is more than chance. Those kept back are not offered. */
export function CompareGroups({ survey, asked, figure, lines, level }: Props) {
  const { n1, n2 } = route.useSearch();
  const navigate = route.useNavigate();
  const by = asked.by.find((columns) => columns.length > 0) ?? [];
  const told = lines.filter(({ row }) => row.hidden === null);
  const [first, second] = [n1, n2].map((wanted) => told.find((line) => nameOf(line, by) === wanted));
  if (figure.kind === 'quantile' || told.length < 2) return null;
  const both = first !== undefined && second !== undefined && first !== second;
  const choices = told.map((line) => ({ value: nameOf(line, by), label: line.label }));
  const choose = (next: { n1?: string; n2?: string }) =>
    void navigate({ search: (now) => ({ ...now, ...next }), replace: true, resetScroll: false });
  const valuesOf = ({ row }: Drawn) => by.map((name) => row.by[name] ?? null);
  return (
    <section className={both ? 'survey-compare' : 'survey-compare no-print'} aria-label="So sánh hai nhóm">
      <h3>So sánh hai nhóm</h3>
      <div className="row no-print">
        <ChoiceField
          label="Nhóm thứ nhất"
          none="Chọn nhóm"
          value={first ? nameOf(first, by) : ''}
          choices={choices}
          onChange={(next) => choose({ n1: next })}
        />
        <ChoiceField
          label="Nhóm thứ hai"
          none="Chọn nhóm"
          value={second ? nameOf(second, by) : ''}
          choices={choices.filter(({ value }) => value !== n1)}
          onChange={(next) => choose({ n2: next })}
        />
      </div>
      {both && (
        <Apart
          survey={survey}
          names={[first.label, second.label]}
          statistic={first.row.statistic}
          sent={{
            ...{ of: figure, by: [...by], first: valuesOf(first), second: valuesOf(second), level },
            ...(asked.only && { only: asked.only }),
          }}
        />
      )}
    </section>
  );
}

const nameOf = ({ row }: Drawn, by: readonly string[]): string =>
  by.map((name) => encodeURIComponent(String(row.by[name]))).join('*');

type ApartProps = { survey: SurveyView; names: [string, string]; statistic: string; sent: SentDifference };

function Apart({ survey, names, statistic, sent }: ApartProps) {
  const query = useQuery(difference(survey.id, survey.rev, sent));
  if (query.isError) return <Refusal error={query.error} />;
  if (!query.data) return <Skeleton lines={1} label="Đang so sánh" />;
  return <p role="status">{sayDifference(query.data, names, statistic, sent.level ?? 0.95)}</p>;
}

const p = new Intl.NumberFormat('vi-VN', { maximumFractionDigits: 3 });

/** "Xã A cao hơn Xã B 0,42 …": a difference is only called one when its interval leaves out nothing at all. */
function sayDifference(
  { estimate, low, high, p: chance }: DifferenceView,
  [first, second]: [string, string],
  statistic: string,
  level: number,
): string {
  if (estimate === null || low === null || high === null)
    return `Chưa tính được sai số của chênh lệch giữa ${first} và ${second}: hai nhóm có quá ít cụm.`;
  const unit = statistic.startsWith('proportion') ? ' điểm phần trăm' : '';
  const say = (value: number): string => sayFigure(value, statistic).replace('%', '');
  const ends = estimate < 0 ? [-high, -low] : [low, high];
  const told = `${first} ${estimate < 0 ? 'thấp' : 'cao'} hơn ${second} ${say(Math.abs(estimate))}${unit}; khoảng tin cậy ${sayLevel(level)} của chênh lệch từ ${say(ends[0] ?? 0)} đến ${say(ends[1] ?? 0)}`;
  const sure = low > 0 || high < 0;
  const by = chance === null ? '' : chance < 0.001 ? ' (p < 0,001)' : ` (p = ${p.format(chance)})`;
  return sure
    ? `${told}. Hai nhóm khác nhau, nhiều hơn mức ngẫu nhiên${by}.`
    : `${told}. Khoảng này có cả số 0: chưa đủ căn cứ để nói hai nhóm khác nhau${by}.`;
}
