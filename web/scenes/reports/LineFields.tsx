import { Button } from 'react-aria-components';
import type { Target } from '../../../src/plan/model.ts';
import {
  type Figure,
  type LineField,
  type LineState,
  lineStates,
  noFigure,
  type ReportLine,
} from '../../../src/report/content/model.ts';
import type { RegisterView } from '../../../src/report/measure/views.ts';
import { EditText } from '../../components/EditText.tsx';
import { FigureFields } from './FigureFields.tsx';
import { stateWords } from './say.ts';

type Props = {
  label: string;
  line: ReportLine;
  targets: readonly Target[];
  /** what the register of indicators has for each target */
  register?: readonly (RegisterView | null)[];
  readOnly: boolean;
  /** a component has no percentage and no figures of its own */
  brief?: boolean;
  onWrite: (field: LineField, value: unknown) => void;
};

/** What a unit says of one task, or of a component at once: where it stands, what was done, figures, what is in the way. */
export function LineFields({ label, line, targets, register = [], readOnly, brief = false, onWrite }: Props) {
  return (
    <div className="line-fields">
      <States label={label} value={line.state} readOnly={readOnly} onChoose={(state) => onWrite('state', state)} />
      {line.state !== 'none' && !brief && (
        <FigureFields
          targets={targets}
          figures={line.figures}
          register={register}
          readOnly={readOnly}
          onChange={(at, figure) => onWrite('figures', putFigure(line.figures, at, figure))}
        />
      )}
      <Words
        name="Kết quả trong kỳ"
        label={label}
        value={line.result}
        readOnly={readOnly}
        onCommit={(text) => onWrite('result', text)}
      />
      <Words
        name="Khó khăn, vướng mắc"
        label={label}
        value={line.difficulty}
        readOnly={readOnly}
        onCommit={(text) => onWrite('difficulty', text)}
      />
      <Words
        name="Đề xuất"
        label={label}
        value={line.proposal}
        readOnly={readOnly}
        onCommit={(text) => onWrite('proposal', text)}
      />
    </div>
  );
}

function putFigure(figures: readonly Figure[], at: number, figure: Figure): Figure[] {
  const filled = Array.from({ length: Math.max(figures.length, at + 1) }, (_, i) => figures[i] ?? noFigure);
  filled[at] = figure;
  return filled;
}

type StatesProps = {
  label: string;
  value: LineState | null;
  readOnly: boolean;
  onChoose: (state: LineState | null) => void;
};

/** Chosen again, a state is taken back: nothing is said. */
function States({ label, value, readOnly, onChoose }: StatesProps) {
  return (
    <fieldset className="line-states" aria-label={`Tình trạng: ${label}`}>
      {lineStates.map((state) => (
        <Button
          key={state}
          className={state === value ? `chip on ${stateWords[state].tone}` : 'chip'}
          aria-pressed={state === value}
          isDisabled={readOnly}
          onPress={() => onChoose(state === value ? null : state)}
        >
          {stateWords[state].word}
        </Button>
      ))}
    </fieldset>
  );
}

type WordsProps = { name: string; label: string; value: string; readOnly: boolean; onCommit: (text: string) => void };

function Words({ name, label, value, readOnly, onCommit }: WordsProps) {
  if (readOnly && value.trim() === '') return null;
  return (
    <div className="line-words">
      <span className="line-name" aria-hidden="true">
        {name}
      </span>
      {readOnly ? (
        <p className="pre">{value}</p>
      ) : (
        <EditText label={`${name}: ${label}`} value={value} onCommit={onCommit} />
      )}
    </div>
  );
}
