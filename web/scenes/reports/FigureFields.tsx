import { Link } from '@tanstack/react-router';
import { sayNumber } from '../../../src/kernel/number.ts';
import type { Target } from '../../../src/plan/model.ts';
import { type Figure, noFigure } from '../../../src/report/content/model.ts';
import { figureValue } from '../../../src/report/measure/measure.ts';
import { kindOf } from '../../../src/report/measure/model.ts';
import type { RegisterView } from '../../../src/report/measure/views.ts';
import { NumberBox } from './NumberBox.tsx';

type Props = {
  targets: readonly Target[];
  figures: readonly Figure[];
  register: readonly (RegisterView | null)[];
  readOnly: boolean;
  onChange: (at: number, figure: Figure) => void;
};

/** A box for each target of a task. A share is stated as how many of how many, so that shares of many units can be summed. */
export function FigureFields({ targets, figures, register, readOnly: closed, onChange }: Props) {
  if (targets.length === 0) return null;
  return (
    <ul className="figures">
      {targets.map((target, at) => {
        const figure = figures[at] ?? noFigure;
        const known = register[at] ?? null;
        const kind = known?.kind ?? kindOf(target);
        // What the months of the indicator say is mended there: nothing is typed twice.
        const readOnly = closed || (known?.locked ?? false);
        const change = (next: Partial<Figure>) => onChange(at, { ...figure, ...next });
        return (
          // biome-ignore lint/suspicious/noArrayIndexKey: targets are told apart by their place alone, and never move
          <li key={at} className="figure">
            <span className="figure-name">{target.quote}</span>
            {kind === 'share' || kind === 'change' ? (
              <Share kind={kind} figure={figure} name={target.quote} readOnly={readOnly} onChange={change} />
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
            {known?.goal && <p className="muted">Mục tiêu riêng của đơn vị: {known.goal}.</p>}
            {known && <Origin of={known} open={!closed} />}
          </li>
        );
      })}
    </ul>
  );
}

/** Where the figure comes from, and where it is mended. */
function Origin({ of: { indicatorId, period, locked, said }, open }: { of: RegisterView; open: boolean }) {
  const from = said
    ? `Từ chỉ tiêu, ${period}: ${said}. `
    : open
      ? `Số nhập ở đây được ghi vào chỉ tiêu, ${period}. `
      : '';
  return (
    <small className="figure-origin">
      {from}
      <Link to="/chi-tieu/$id" params={{ id: indicatorId }}>
        {locked && open ? 'Sửa ở chỉ tiêu' : 'Xem chỉ tiêu'}
      </Link>
    </small>
  );
}

type ShareProps = {
  kind: 'share' | 'change';
  figure: Figure;
  name: string;
  readOnly: boolean;
  onChange: (next: Partial<Figure>) => void;
};

function Share({ kind, figure, name, readOnly, onChange }: ShareProps) {
  const value = figureValue(kind, figure);
  const wrong = kind === 'share' && figure.part !== null && figure.whole !== null && figure.part > figure.whole;
  return (
    <span className="figure-boxes">
      <NumberBox
        label={`Đạt được: ${name}`}
        value={figure.part}
        readOnly={readOnly}
        onChange={(part) => onChange({ part })}
      />
      <span className="muted">{kind === 'share' ? 'trên tổng số' : 'so với kỳ gốc'}</span>
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
