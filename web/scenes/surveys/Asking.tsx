import { useState } from 'react';
import { Button } from 'react-aria-components';
import { sayNumber } from '../../../src/kernel/number.ts';
import type { EstimateRequest, IntervalKind, Method, Variable } from '../../../src/survey/model.ts';
import type { SurveyView } from '../../../src/survey/views.ts';
import { intervalWords, methodWords } from '../../../src/survey/words.ts';
import { ChoiceField } from '../../components/ChoiceField.tsx';
import { usePhone } from '../../state/use.ts';
import { levels, writeMethod } from './ask.ts';
import { FigureLine } from './FigureLine.tsx';
import { OnlyField } from './OnlyField.tsx';
import { VariableSearch } from './VariableSearch.tsx';

type Props = {
  survey: SurveyView;
  /** what the question begins with */
  begun: EstimateRequest | undefined;
  onAsk: (request: EstimateRequest) => void;
};

const nothing: EstimateRequest = { of: [], by: [[]] };

/** The question: figures, groups, whom it is about, and how sure one wants to be. Nothing is reckoned before it is sent. */
export function Asking({ survey, begun = nothing, onAsk }: Props) {
  const phone = usePhone();
  const [asked, setAsked] = useState(begun);
  const [from, setFrom] = useState(begun);
  // Another question came by the address: it is shown, and whoever sent this one keeps their place at the keyboard.
  if (JSON.stringify(from) !== JSON.stringify(begun)) {
    setFrom(begun);
    setAsked(begun);
  }
  const { variables } = survey;
  const change = (next: Partial<EstimateRequest>) => setAsked((now) => ({ ...now, ...next }));
  const group = asked.by.find((columns) => columns.length > 0) ?? [];
  return (
    <details className="card survey-ask no-print" open={!phone || begun.of.length === 0}>
      <summary>
        <h2>Chọn chỉ tiêu và cách phân tổ</h2>
      </summary>
      <form
        onSubmit={(event) => {
          event.preventDefault();
          if (asked.of.length > 0) onAsk(asked);
        }}
      >
        <VariableSearch
          variables={variables}
          taken={new Set(asked.of.map((one) => one.of))}
          onPick={(picked) => change({ of: [...asked.of, ...picked] })}
        />
        {asked.of.length > 0 && (
          <>
            <ul className="survey-figures" aria-label="Chỉ tiêu đã chọn">
              {asked.of.map((figure, at) => (
                <FigureLine
                  // biome-ignore lint/suspicious/noArrayIndexKey: a figure is its place in the list, two may be alike
                  key={at}
                  figure={figure}
                  variables={variables}
                  onChange={(next) => change({ of: asked.of.with(at, next) })}
                  onRemove={() => change({ of: asked.of.toSpliced(at, 1) })}
                />
              ))}
            </ul>
            {asked.of.length > 3 && (
              <Button className="link" onPress={() => change({ of: [] })}>
                Bỏ cả {sayNumber(asked.of.length)} chỉ tiêu
              </Button>
            )}
          </>
        )}
        <Grouping variables={variables} group={group} onChange={(next) => change({ by: next })} />
        <OnlyField variables={variables} asked={asked} onChange={setAsked} />
        <Precision survey={survey} asked={asked} onChange={change} />
        <Button type="submit" className="btn primary" isDisabled={asked.of.length === 0}>
          Tính ước lượng
        </Button>
      </form>
    </details>
  );
}

const isGrouping = ({ type, choices }: Variable): boolean => choices.length > 1 || type === 'boolean';

type GroupingProps = {
  variables: readonly Variable[];
  group: readonly string[];
  onChange: (by: EstimateRequest['by']) => void;
};

/** One or two columns crossed; those whose values have names come first. */
function Grouping({ variables, group: [first, second], onChange }: GroupingProps) {
  const choices = [...variables.filter(isGrouping), ...variables.filter((one) => !isGrouping(one))].map(
    ({ name, label }) => ({ value: name, label: label ?? name }),
  );
  return (
    <>
      <ChoiceField
        label="Phân tổ theo"
        none="Chỉ tính toàn bộ"
        value={first ?? ''}
        choices={choices}
        onChange={(name) => onChange(name === '' ? [[]] : [[], [name]])}
      />
      {first !== undefined && (
        <ChoiceField
          label="chia tiếp theo"
          none="Không chia tiếp"
          value={second ?? ''}
          choices={choices.filter(({ value }) => value !== first)}
          onChange={(name) => onChange([[], name === '' ? [first] : [first, name]])}
        />
      )}
    </>
  );
}

type PrecisionProps = {
  survey: SurveyView;
  asked: EstimateRequest;
  onChange: (next: Partial<EstimateRequest>) => void;
};

const seed = 20_260_101;
const methods: readonly { value: string; label: string; method: Method }[] = [
  { value: '', label: methodWords.taylor, method: { kind: 'taylor' } },
  { value: 'jackknife', label: methodWords.jackknife, method: { kind: 'jackknife' } },
  {
    value: 'bootstrap-500',
    label: `${methodWords.bootstrap}, 500 lần`,
    method: { kind: 'bootstrap', replicates: 500, seed },
  },
  { value: 'brr', label: methodWords.brr, method: { kind: 'brr' } },
];
const supplied = { value: 'supplied', label: methodWords.supplied, method: { kind: 'supplied' } } as const;

/** How sure, and how the error is reckoned; what is usual is right for most. */
function Precision({ survey, asked, onChange }: PrecisionProps) {
  const offered = survey.design?.replicates ? [...methods, supplied] : methods;
  return (
    <details className="survey-precision">
      <summary>Độ tin cậy và cách tính sai số</summary>
      <ChoiceField
        label="Độ tin cậy"
        value={String(Math.round(100 * (asked.level ?? 0.95)))}
        choices={levels.map((value) => ({ value, label: `${value}%` }))}
        onChange={(value) => onChange({ level: Number(value) / 100 })}
      />
      <ChoiceField
        label="Cách tính sai số"
        value={writeMethod(asked.method)}
        choices={offered}
        onChange={(value) => {
          const method = offered.find((one) => one.value === value)?.method;
          if (method) onChange({ method });
        }}
      />
      <ChoiceField<IntervalKind>
        label="Khoảng tin cậy của tỷ lệ"
        value={asked.interval ?? 'logit'}
        choices={(Object.keys(intervalWords) as IntervalKind[]).map((value) => ({
          value,
          label: intervalWords[value],
        }))}
        onChange={(interval) => onChange({ interval })}
      />
    </details>
  );
}
