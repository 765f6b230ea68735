import { getRouteApi } from '@tanstack/react-router';
import { lazy, type ReactNode, Suspense, useMemo } from 'react';
import { sayNumber } from '../../../src/kernel/number.ts';
import type { EstimateRequest } from '../../../src/survey/model.ts';
import type { EstimatesView, SurveyView, ToldRow } from '../../../src/survey/views.ts';
import { figureOfRow, sayDesign, sayVariable } from '../../../src/survey/words.ts';
import { ChoiceField } from '../../components/ChoiceField.tsx';
import { Skeleton } from '../../components/Notice.tsx';
import { CompareGroups } from './CompareGroups.tsx';
import { EstimateTable, WarningLegend } from './EstimateTable.tsx';
import { drawnOf, familiesOf, figuresOf, sayFigure, sayInterval, sayLevel } from './figures.ts';
import { WhyWide } from './WhyWide.tsx';

const route = getRouteApi('/khao-sat/$id');
// The drawing library is larger than all else here: it comes after the figures.
const IntervalPlot = lazy(() => import('./IntervalPlot.tsx').then(({ IntervalPlot }) => ({ default: IntervalPlot })));

type Props = { survey: SurveyView; found: EstimatesView; asked: EstimateRequest; title: string; children: ReactNode };

/** What came out: the sentence to read aloud, the dots with their intervals, the table, what they rest on. */
export function Result({ survey, found, asked, title, children }: Props) {
  const search = route.useSearch();
  const navigate = route.useNavigate();
  const { rows, design } = found.estimates;
  const figures = useMemo(() => figuresOf(rows, survey), [rows, survey]);
  const figure = figures[Number(search.so ?? 1) - 1] ?? figures[0];
  const byName = search.sap === 'ten';
  const { whole, lines } = useMemo(
    () => drawnOf(rows, survey, { figure: figure?.key, byName }),
    [rows, survey, figure, byName],
  );
  const families = useMemo(() => familiesOf(lines), [lines]);
  const chosen = whole && figureOfRow(whole);
  const minimum = survey.design?.minimum;
  const grouped = whole !== undefined;
  const look = { lines, level: design.level, minimum };
  const group = asked.by.find((columns) => columns.length > 0);
  const caption = [
    grouped ? figure?.label : title,
    group && `theo ${group.map((name) => sayVariable({ variables: [...survey.variables] }, name)).join(' và ')}`,
  ]
    .filter(Boolean)
    .join(', ');
  return (
    <section className="card survey-result" aria-label="Kết quả ước lượng">
      <header>
        <h2>{caption}</h2>
        {whole && whole.estimate !== null && <p className="sub">{sayWhole(whole, design.level)}</p>}
        <div className="row no-print">
          {grouped && figures.length > 1 && (
            <ChoiceField
              label="Chỉ tiêu"
              value={String(figures.findIndex((one) => one.key === figure?.key) + 1)}
              choices={figures.map(({ label }, at) => ({ value: String(at + 1), label }))}
              onChange={(so) => void navigate({ search: (now) => ({ ...now, so }), replace: true })}
            />
          )}
          <ChoiceField
            label="Xếp theo"
            value={byName ? 'ten' : 'gia-tri'}
            choices={[
              { value: 'gia-tri', label: 'Ước lượng, cao trước' },
              { value: 'ten', label: 'Tên' },
            ]}
            onChange={(sap) =>
              void navigate({
                search: ({ sap: _, ...now }) => ({ ...now, ...(sap === 'ten' && { sap: 'ten' as const }) }),
                replace: true,
              })
            }
          />
          {children}
        </div>
      </header>
      <Suspense fallback={<Skeleton lines={8} label="Đang vẽ biểu đồ" />}>
        {families.map((family) => (
          <IntervalPlot key={family[0]?.key} {...look} lines={family} whole={whole} />
        ))}
      </Suspense>
      {found.unnamed > 0 && (
        <p className="muted">
          {sayNumber(found.unnamed)} nhóm nhỏ không nêu tên: giá trị của cột này chưa có trong bảng hỏi nên có thể là
          tên hay mã của người trả lời. Khai phương án trả lời của cột ở mục “Bảng hỏi” thì nhóm được nêu tên.
        </p>
      )}
      <WhyWide rows={lines.map(({ row }) => row)} design={design} />
      {grouped && chosen && (
        <CompareGroups survey={survey} asked={asked} figure={chosen} lines={lines} level={design.level} />
      )}
      <EstimateTable
        {...look}
        lines={whole ? [{ key: 'whole', label: 'Toàn bộ', row: whole }, ...lines] : lines}
        caption={caption}
      />
      <WarningLegend lines={lines} />
      <h3>Mẫu khảo sát</h3>
      <ul className="survey-basis muted">
        {sayDesign(design).map((line) => (
          <li key={line}>{line}</li>
        ))}
      </ul>
    </section>
  );
}

const sayWhole = (whole: ToldRow, level: number): string =>
  `Toàn bộ: ${sayFigure(whole.estimate, whole.statistic)}, khoảng tin cậy ${sayLevel(level)} từ ${sayInterval(whole).replace(' – ', ' đến ')}; ${sayNumber(whole.n ?? 0)} người trả lời.`;
