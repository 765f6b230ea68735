import * as Plot from '@observablehq/plot';
import { useCallback } from 'react';
import type { Definition } from '../../../src/report/indicator/model.ts';
import { sayPeriod, spanOf } from '../../../src/report/indicator/period.ts';
import { sayValue } from '../../../src/report/indicator/say.ts';
import { Drawing } from '../../components/Drawing.tsx';
import type { Series } from './series.ts';

type Props = { definition: Definition; series: Series };

/** The months against the target and the baseline. What it shows is told in words beside it. */
export function Chart({ definition, series }: Props) {
  const drawn = useCallback((width: number) => draw(definition, series, width), [definition, series]);
  const stated = series.points.filter(({ value }) => value !== null);
  return (
    <figure className="plot">
      {stated.length === 0 && (
        <p className="muted">Chưa có số liệu nào trong năm. Nhập số liệu vào bảng bên dưới, biểu đồ sẽ hiện ở đây.</p>
      )}
      <Drawing label={told(definition, series)} draw={drawn} />
      <figcaption className="muted">
        {definition.kind === 'sum' && definition.over === 'sum' ? 'Số cộng dồn từ đầu năm. ' : ''}
        {series.target !== null && 'Đường đứt: mục tiêu. '}
        {series.baseline &&
          `Đường chấm: năm ${series.baseline.year} (${sayValue(definition, series.baseline.value)}). `}
        Tháng không có điểm là chưa có số liệu.
      </figcaption>
    </figure>
  );
}

function told(definition: Definition, { points, target }: Series): string {
  const months = points.flatMap(({ period, value }) =>
    value === null ? [] : [`${sayPeriod(period)}: ${sayValue(definition, value)}`],
  );
  return [definition.name, target !== null && `mục tiêu ${sayValue(definition, target)}`, ...months]
    .filter(Boolean)
    .join('; ');
}

const say = (value: number): string => new Intl.NumberFormat('vi-VN', { maximumFractionDigits: 2 }).format(value);

const short = (period: string): string => {
  const { every, from, to, year } = spanOf(period);
  if (every === 'month') return `T${from}`;
  return every === 'quarter'
    ? `Q${to / 3}`
    : every === 'half'
      ? from === 1
        ? '6 tháng đầu'
        : '6 tháng cuối'
      : String(year);
};

function draw(
  definition: Definition,
  { points, target, baseline }: Series,
  width: number,
): SVGSVGElement | HTMLElement {
  const stated = points.filter((one): one is (typeof points)[number] & { value: number } => one.value !== null);
  const line = target === null ? [] : [Plot.ruleY([target], { className: 'plot-target' })];
  const base = baseline === null ? [] : [Plot.ruleY([baseline.value], { className: 'plot-baseline' })];
  const said = stated.length <= 12 && width > 520 ? stated : stated.slice(-1);
  return Plot.plot({
    width,
    height: 240,
    marginLeft: 52,
    marginTop: 28,
    style: { background: 'transparent', color: 'inherit', fontFamily: 'inherit', fontSize: '12px' },
    x: { domain: points.map(({ period }) => period), tickFormat: short, label: null, type: 'point' },
    y: {
      label: definition.unit || null,
      grid: true,
      nice: true,
      tickFormat: say,
      ticks: 5,
      zero: definition.kind === 'sum',
    },
    marks: [
      ...base,
      ...line,
      Plot.lineY(stated, { x: 'period', y: 'value', className: 'plot-line' }),
      Plot.dot(stated, { x: 'period', y: 'value', r: 4, className: 'plot-dot' }),
      Plot.text(said, {
        ...{ x: 'period', y: 'value', dy: -12, className: 'plot-text' },
        text: ({ value }: { value: number }) => say(value),
      }),
    ],
  });
}
