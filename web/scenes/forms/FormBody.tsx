import type { ReactNode } from 'react';
import {
  type Answer,
  type Answers,
  type Form,
  type Group,
  isGroup,
  type Question,
} from '../../../src/report/form/model.ts';
import type { Standing } from '../../../src/report/form/stand.ts';
import { AnswerBox } from './AnswerBox.tsx';

type Props = {
  form: Form;
  standing: Standing;
  answers: Answers;
  previous: Answers | null;
  /** which faults are told: of what was answered, or of all where somebody wanted to send it */
  tellsAll: boolean;
  readOnly: boolean;
  onWrite: (question: Question, value: Answer) => void;
  evidence: ReactNode;
};

/** The questions of a form that are asked for now, with their answers and what is to be mended. */
export function FormBody(props: Props) {
  const { form, standing, answers, previous, tellsAll, readOnly, onWrite, evidence } = props;
  const faults = new Map(standing.faults.map((fault) => [fault.name, fault]));
  let number = 0;
  const one = (question: Question) => {
    if (!standing.shown.has(question.name)) return null;
    if (question.kind !== 'note') number += 1;
    const fault = faults.get(question.name);
    const told = fault && (tellsAll || fault.why !== 'required');
    return (
      <AnswerBox
        key={question.name}
        {...{ question, number, readOnly, evidence }}
        // What is typed stays on the screen, even what is no answer; what follows by formula is the form's own.
        value={
          question.kind === 'calculated'
            ? (standing.values.get(question.name) ?? null)
            : (answers[question.name] ?? null)
        }
        before={previous?.[question.name] ?? null}
        fault={told ? fault.message : undefined}
        onChange={(value) => onWrite(question, value)}
      />
    );
  };
  const group = (item: Group) => {
    if (item.questions.every(({ name }) => !standing.shown.has(name))) return null;
    return (
      <fieldset key={item.name} className="form-group">
        <legend>{item.label || 'Nhóm câu hỏi'}</legend>
        {item.questions.map(one)}
      </fieldset>
    );
  };
  return <div className="form-body">{form.items.map((item) => (isGroup(item) ? group(item) : one(item)))}</div>;
}
