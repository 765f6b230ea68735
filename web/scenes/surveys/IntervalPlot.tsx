import * as Plot from '@observablehq/plot';
import { useCallback } from 'react';
import { sayNumber } from '../../../src/kernel/number.ts';
import type { SurveyDesign } from '../../../src/survey/model.ts';
import type { ToldRow } from '../../../src/survey/views.ts';
import { sayHidden } from '../../../src/survey/words.ts';
import { Drawing } from '../../components/Drawing.tsx';
import { type Drawn, sayFigure, sayInterval, sayLevel } from './figures.ts';

type Props = {
  lines: readonly Drawn[];
  whole: ToldRow | undefined;
  level: number;
  minimum: SurveyDesign['minimum'];
};

/** Each estimate as a dot on its interval, the whole as a line behind them. All of it stands in the table below too. */
export function IntervalPlot({ lines, whole, level, minimum }: Props) {
  const drawn = useCallback((width: number) => draw({ lines, whole, minimum }, width), [lines, whole, minimum]);
  return (
    <figure className="plot">
      <Drawing label={told(lines, whole)} draw={drawn} />
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

function draw({ lines, whole, minimum }: Omit<Props, 'level'>, width: number): SVGSVGElement | HTMLElement {
  const narrow = width < 560;
  const longest = Math.max(...lines.map(({ label }) => label.length), 8);
  const marginLeft = narrow ? 8 : Math.min(Math.round(width * 0.42), Math.round(longest * 6.8) + 28);
  const letters = (narrow ? width - 16 : marginLeft - 16) / em;
  const rows = Math.ceil((longest * 0.52) / letters);
  const height = narrow ? 20 + 15 * rows : Math.max(24, 10 + 15 * rows);
  // On a phone the name stands above its interval, which moves down by half of what the name takes.
  const dy = narrow ? 7 * rows : 0;
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
        lineAnchor: 'bottom',
        dy: dy - 8,
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
      Plot.ruleY(ends, {
        y: 'key',
        x1: ({ row }) => row.low,
        x2: ({ row }) => row.high,
        dy,
        className: 'plot-interval',
      }),
      Plot.dot(shown, { y: 'key', x: ({ row }) => row.estimate, dy, r: 4, className: 'plot-dot' }),
      Plot.text(
        lines.filter(({ row }) => row.hidden !== null),
        {
          ...{ y: 'key', frameAnchor: 'left', dx: 6, dy, className: 'plot-hidden' },
          text: ({ row }: Drawn) => (row.hidden ? sayHidden(row.hidden, minimum) : ''),
        },
      ),
      labels,
    ],
  });
}
