import { useState } from 'react';
import { Button } from 'react-aria-components';
import { sayNumber } from '../../../src/kernel/number.ts';
import { fold } from '../../../src/kernel/text.ts';
import type { Statistic, Variable } from '../../../src/survey/model.ts';
import { TextField } from '../../components/Field.tsx';

type Props = {
  variables: readonly Variable[];
  taken: ReadonlySet<string>;
  onPick: (figures: readonly Statistic[]) => void;
};

const most = 12;

/** Questions found by what they ask, without minding diacritics; each is taken with the figure that fits it. */
export function VariableSearch({ variables, taken, onPick }: Props) {
  const [typed, setTyped] = useState('');
  const words = fold(typed).split(/\s+/).filter(Boolean);
  const found =
    words.length === 0
      ? []
      : variables.filter(({ name, label }) => {
          const text = fold(`${name} ${label ?? ''}`);
          return words.every((word) => text.includes(word));
        });
  const free = found.filter(({ name }) => !taken.has(name));
  return (
    <div className="survey-search">
      <TextField
        label="Tìm câu hỏi để tính"
        hint="theo nội dung hoặc tên cột, gõ không dấu cũng được; Enter chọn câu đầu tiên"
        autoComplete="off"
        value={typed}
        onChange={setTyped}
        onKeyDown={(event) => {
          // Enter takes the first that was found, as in any search; a letter still being composed is not sent.
          if (event.key !== 'Enter' || event.nativeEvent.isComposing || words.length === 0) return;
          event.preventDefault();
          if (free[0]) onPick([usualFigure(free[0])]);
        }}
      />
      {words.length > 0 && (
        <>
          <ul className="choices" aria-label="Câu hỏi tìm thấy">
            {free.slice(0, most).map((variable) => (
              <li key={variable.name}>
                <button type="button" onClick={() => onPick([usualFigure(variable)])}>
                  {variable.label ?? variable.name}
                  {variable.label && <small> {variable.name}</small>}
                </button>
              </li>
            ))}
            {free.length === 0 && (
              <li className="muted">
                {found.length > 0 ? 'Các câu tìm thấy đã được chọn.' : `Không có câu hỏi nào khớp “${typed.trim()}”.`}
              </li>
            )}
          </ul>
          {free.length > 1 && (
            <Button className="link" onPress={() => onPick(free.slice(0, 100).map(usualFigure))}>
              Chọn cả {sayNumber(Math.min(100, free.length))} câu tìm thấy
            </Button>
          )}
        </>
      )}
    </div>
  );
}

/** A share of those who said yes, of those who chose the first answer, else the mean. */
function usualFigure({ name: of, type, choices }: Variable): Statistic {
  if (type === 'boolean') return { kind: 'proportion', of };
  const [first] = choices;
  const names = type === 'text' || (choices.length > 0 && choices.length < 4);
  if (names) return { kind: 'proportion', of, is: first?.code ?? '' };
  return { kind: 'mean', of };
}
