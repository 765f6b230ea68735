import * as Plot from '@observablehq/plot';
import { useEffect, useRef } from 'react';
import { sayNumber } from '../../../src/kernel/number.ts';
import type { SurveyDesign } from '../../../src/survey/model.ts';
import type { ToldRow } from '../../../src/survey/views.ts';
import { sayHidden } from '../../../src/survey/words.ts';
import { useWidth } from '../../state/use.ts';
import { type Drawn, sayFigure, sayInterval, sayLevel } from './figures.ts';

type Props = {
  lines: readonly Drawn[];
  whole: ToldRow | undefined;
  level: number;
  minimum: SurveyDesign['minimum'];
};

/** Each estimate as a dot on its interval, the whole as a line behind them. All of it stands in the table below too. */
export function IntervalPlot(props: Props) {
  const { lines, whole, level, minimum } = props;
  const box = useRef<HTMLDivElement>(null);
  const width = useWidth(box);
  useEffect(() => {
    const place = box.current;
    if (place === null || width === 0) return;
    const chart = draw({ lines, whole, level, minimum }, width);
    // Plot styles its charts by an element of its own, which our policy keeps out: the same rules stand in indicators.css.
    for (const style of chart.querySelectorAll('style')) style.remove();
    place.replaceChildren(chart);
    return () => place.replaceChildren();
  }, [lines, whole, level, minimum, width]);
  return (
    <figure className="plot">
      <div ref={box} role="img" aria-label={told(lines, whole)} />
      <figcaption className="muted">
        Chấm: ước lượng; vạch ngang: khoảng tin cậy {sayLevel(level)}.
        {whole && whole.estimate !== null && ` Đường đứt: toàn bộ, ${sayFigure(whole.estimate, whole.statistic)}.`}
      </figcaption>
    </figure>
  );
}

function told(lines: readonly Drawn[], whole: ToldRow | undefined): string {
  const shown = lines.filter(({ row }) => row.estimate !== null);
  const say = ({ label, row }: Drawn) => `${label} ${sayFigure(row.estimate, row.statistic)} (${sayInterval(row)})`;
  const [first, last] = [shown[0], shown.at(-1)];
  return [
    `Biểu đồ chấm và khoảng tin cậy của ${lines.length} dòng`,
    whole && `toàn bộ ${sayFigure(whole.estimate, whole.statistic)} (${sayInterval(whole)})`,
    first && `đầu: ${say(first)}`,
    last && last !== first && `cuối: ${say(last)}`,
    'số liệu đầy đủ ở bảng bên dưới',
  ]
    .filter(Boolean)
    .join('; ');
}

const em = 12;

function draw({ lines, whole, minimum }: Props, width: number): SVGSVGElement | HTMLElement {
  const narrow = width < 560;
  const longest = Math.max(...lines.map(({ label }) => label.length), 8);
  const marginLeft = narrow ? 8 : Math.min(Math.round(width * 0.42), Math.round(longest * 6.8) + 16);
  const letters = (narrow ? width - 16 : marginLeft - 16) / em;
  const rows = Math.ceil((longest * 0.52) / letters);
  const height = narrow ? 30 + 14 * rows : Math.max(24, 10 + 15 * rows);
  const shown = lines.filter(({ row }) => row.estimate !== null);
  const ends = lines.filter(({ row }) => row.low !== null && row.high !== null);
  const names = new Map(lines.map(({ key, label }) => [key, label]));
  const statistic = lines[0]?.row.statistic ?? '';
  const tick = (value: number): string =>
    sayNumber(statistic.startsWith('proportion') ? 100 * value : value) +
    (statistic.startsWith('proportion') ? '%' : '');
  const labels = narrow
    ? Plot.text(lines, {
        y: 'key',
        text: 'label',
        frameAnchor: 'left',
        dy: -13,
        lineHeight: 1.15,
        lineWidth: letters,
        className: 'plot-text',
      })
    : Plot.axisY({
        tickFormat: (key: string) => names.get(key) ?? '',
        tickSize: 0,
        lineWidth: letters,
        lineHeight: 1.15,
        label: null,
      });
  return Plot.plot({
    ...{
      width,
      height: 46 + lines.length * height,
      marginLeft,
      marginRight: 16,
      marginTop: 8,
      marginBottom: 34,
    },
    style: { background: 'transparent', color: 'inherit', fontFamily: 'inherit', fontSize: '12px' },
    y: { domain: lines.map(({ key }) => key), type: 'band', axis: null },
    x: { grid: true, nice: true, ticks: narrow ? 4 : 7, tickFormat: tick, label: null },
    marks: [
      ...(whole?.estimate != null ? [Plot.ruleX([whole.estimate], { className: 'plot-target' })] : []),
      Plot.ruleY(ends, { y: 'key', x1: ({ row }) => row.low, x2: ({ row }) => row.high, className: 'plot-interval' }),
      Plot.dot(shown, { y: 'key', x: ({ row }) => row.estimate, r: 4, className: 'plot-dot' }),
      Plot.text(
        lines.filter(({ row }) => row.hidden !== null),
        {
          ...{ y: 'key', frameAnchor: 'left', dx: 6, dy: narrow ? 3 : 0, className: 'plot-hidden' },
          text: ({ row }: Drawn) => (row.hidden ? sayHidden(row.hidden, minimum) : ''),
        },
      ),
      labels,
    ],
  });
}
