import type { EstimateRequest, Variable } from '../../../src/survey/model.ts';
import { ChoiceField } from '../../components/ChoiceField.tsx';

type Props = { variables: readonly Variable[]; asked: EstimateRequest; onChange: (next: EstimateRequest) => void };

/** Only those with certain answers to one question. The design stays whole: nobody is cut out of the sample. */
export function OnlyField({ variables, asked: { only, ...rest }, onChange }: Props) {
  const offered = variables.filter(({ choices }) => choices.length > 0 && choices.length <= 200);
  const [name, values = []] = Object.entries(only ?? {})[0] ?? [];
  const variable = offered.find((one) => one.name === name);
  if (offered.length === 0) return null;
  const choose = (next: string[]) => onChange({ ...rest, ...(variable && { only: { [variable.name]: next } }) });
  return (
    <>
      <ChoiceField
        label="Chỉ tính cho"
        none="Mọi người trả lời"
        value={variable?.name ?? ''}
        choices={offered.map((one) => ({ value: one.name, label: one.label ?? one.name }))}
        onChange={(next) => {
          const [first] = offered.find((one) => one.name === next)?.choices ?? [];
          onChange({ ...rest, ...(first && { only: { [next]: [first.code] } }) });
        }}
      />
      {variable && (
        <fieldset className="form-choices survey-only">
          <legend className="sr-only">{variable.label ?? variable.name}</legend>
          {variable.choices.map(({ code, label }) => (
            <label key={code}>
              <input
                type="checkbox"
                checked={values.map(String).includes(code)}
                onChange={({ target }) =>
                  choose(
                    target.checked ? [...values.map(String), code] : values.map(String).filter((one) => one !== code),
                  )
                }
              />
              {label}
            </label>
          ))}
        </fieldset>
      )}
    </>
  );
}
