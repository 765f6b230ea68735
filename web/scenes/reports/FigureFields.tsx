import { sayNumber } from '../../../src/kernel/number.ts';
import type { Target } from '../../../src/plan/model.ts';
import { type Figure, noFigure, statedValue } from '../../../src/report/content/model.ts';
import { kindOf } from '../../../src/report/measure/model.ts';
import { NumberBox } from './NumberBox.tsx';

type Props = {
  targets: readonly Target[];
  figures: readonly Figure[];
  readOnly: boolean;
  onChange: (at: number, figure: Figure) => void;
};

/** A box for each target of a task. A share is stated as how many of how many, so that shares of many units can be summed. */
export function FigureFields({ targets, figures, readOnly, onChange }: Props) {
  if (targets.length === 0) return null;
  return (
    <ul className="figures">
      {targets.map((target, at) => {
        const figure = figures[at] ?? noFigure;
        const change = (next: Partial<Figure>) => onChange(at, { ...figure, ...next });
        return (
          // biome-ignore lint/suspicious/noArrayIndexKey: targets are told apart by their place alone, and never move
          <li key={at} className="figure">
            <span className="figure-name">{target.quote}</span>
            {kindOf(target) === 'share' ? (
              <Share figure={figure} name={target.quote} readOnly={readOnly} onChange={change} />
            ) : (
              <span className="figure-boxes">
                <NumberBox
                  label={`Số đạt được: ${target.quote}`}
                  value={figure.value}
                  readOnly={readOnly}
                  onChange={(value) => change({ value })}
                />
                {target.unit && <span className="muted">{target.unit}</span>}
              </span>
            )}
          </li>
        );
      })}
    </ul>
  );
}

type ShareProps = { figure: Figure; name: string; readOnly: boolean; onChange: (next: Partial<Figure>) => void };

function Share({ figure, name, readOnly, onChange }: ShareProps) {
  const value = statedValue(figure);
  const wrong = figure.part !== null && figure.whole !== null && figure.part > figure.whole;
  return (
    <span className="figure-boxes">
      <NumberBox
        label={`Đạt được: ${name}`}
        value={figure.part}
        readOnly={readOnly}
        onChange={(part) => onChange({ part })}
      />
      <span className="muted">trên tổng số</span>
      <NumberBox
        label={`Tổng số: ${name}`}
        value={figure.whole}
        readOnly={readOnly}
        onChange={(whole) => onChange({ whole })}
      />
      {figure.part === null && figure.whole === null && (
        <>
          <span className="muted">hoặc tỷ lệ</span>
          <NumberBox
            label={`Tỷ lệ phần trăm: ${name}`}
            value={figure.value}
            readOnly={readOnly}
            onChange={(share) => onChange({ value: share })}
          />
        </>
      )}
      <output className="figure-value">{value === null ? '%' : `${sayNumber(Math.round(value * 100) / 100)}%`}</output>
      {wrong && (
        <span className="form-error" role="alert">
          Số đạt được lớn hơn tổng số. Hãy xem lại hai số.
        </span>
      )}
    </span>
  );
}
