import { Button } from 'react-aria-components';
import type { Statistic, StatisticKind, Variable } from '../../../src/survey/model.ts';
import { statisticWords } from '../../../src/survey/words.ts';

type Props = {
  figure: Statistic;
  variables: readonly Variable[];
  onChange: (next: Statistic) => void;
  onRemove: () => void;
};

const quantiles = [
  { at: 0.1, label: '10% thấp nhất' },
  { at: 0.25, label: '25% thấp nhất' },
  { at: 0.5, label: 'trung vị (một nửa)' },
  { at: 0.75, label: '75%' },
  { at: 0.9, label: '90%' },
];

/** One figure: what is reckoned of which question, and of which of its answers. */
export function FigureLine({ figure, variables, onChange, onRemove }: Props) {
  const variable = variables.find(({ name }) => name === figure.of);
  const label = variable?.label ?? figure.of;
  const become = (kind: StatisticKind) => onChange(figureOf(kind, figure, variables));
  return (
    <li>
      <span>{label}</span>
      <div className="row">
        <select
          className="input"
          aria-label={`Cách tính: ${label}`}
          value={figure.kind}
          onChange={({ target }) => become(target.value as StatisticKind)}
        >
          {(Object.keys(statisticWords) as StatisticKind[]).map((kind) => (
            <option key={kind} value={kind}>
              {statisticWords[kind]}
            </option>
          ))}
        </select>
        <Detail figure={figure} variable={variable} variables={variables} label={label} onChange={onChange} />
        <Button className="icon" aria-label={`Bỏ chỉ tiêu ${label}`} onPress={onRemove}>
          ✕
        </Button>
      </div>
    </li>
  );
}

function figureOf(kind: StatisticKind, { of }: Statistic, variables: readonly Variable[]): Statistic {
  const variable = variables.find(({ name }) => name === of);
  if (kind === 'quantile') return { kind, of, at: 0.5 };
  if (kind === 'ratio')
    return { kind, of, to: variables.find(({ name, type }) => name !== of && isNumber(type))?.name ?? of };
  const [first] = variable?.choices ?? [];
  if (kind === 'proportion') return { kind, of, ...(first && { is: first.code }) };
  return { kind, of };
}

const isNumber = (type: Variable['type']): boolean => type === 'number' || type === 'integer';

type DetailProps = Pick<Props, 'figure' | 'variables' | 'onChange'> & { variable: Variable | undefined; label: string };

function Detail({ figure, variable, variables, label, onChange }: DetailProps) {
  if (figure.kind === 'proportion' && variable && variable.choices.length > 0)
    return (
      <select
        className="input"
        aria-label={`Phương án: ${label}`}
        value={figure.is ?? ''}
        onChange={({ target }) => onChange({ ...figure, is: target.value })}
      >
        {variable.choices.map((choice) => (
          <option key={choice.code} value={choice.code}>
            {choice.label}
          </option>
        ))}
      </select>
    );
  if (figure.kind === 'ratio')
    return (
      <select
        className="input"
        aria-label={`Chia cho: ${label}`}
        value={figure.to}
        onChange={({ target }) => onChange({ ...figure, to: target.value })}
      >
        {variables
          .filter(({ type }) => isNumber(type))
          .map((one) => (
            <option key={one.name} value={one.name}>
              chia cho {one.label ?? one.name}
            </option>
          ))}
      </select>
    );
  if (figure.kind === 'quantile')
    return (
      <select
        className="input"
        aria-label={`Phân vị: ${label}`}
        value={figure.at}
        onChange={({ target }) => onChange({ ...figure, at: Number(target.value) })}
      >
        {quantiles.map((one) => (
          <option key={one.at} value={one.at}>
            {one.label}
          </option>
        ))}
      </select>
    );
  return null;
}
