import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { Button } from 'react-aria-components';
import { sayNumber } from '../../../src/kernel/number.ts';
import { fold } from '../../../src/kernel/text.ts';
import type { Variable } from '../../../src/survey/model.ts';
import type { SurveyView } from '../../../src/survey/views.ts';
import { TextField } from '../../components/Field.tsx';
import { Refusal } from '../../components/Notice.tsx';
import { Sheet } from '../../components/Sheet.tsx';
import { say } from '../../state/toasts.ts';
import { everySurvey, surveyApi } from './api.ts';
import { readChoices, writeChoices } from './choices.ts';

const typeWords = { number: 'số', integer: 'số nguyên', text: 'chữ', boolean: 'có/không', date: 'ngày' } as const;
const shown = 100;

/** What was asked: each column with its label, its answers, and the codes that are no answer. */
export function DictionaryPanel({ survey }: { survey: SurveyView }) {
  const [typed, setTyped] = useState('');
  const [edited, setEdited] = useState<Variable>();
  const found = survey.variables.filter(({ name, label }) =>
    fold(`${name} ${label ?? ''}`).includes(fold(typed.trim())),
  );
  return (
    <div className="survey-dictionary">
      <div className="row no-print">
        <TextField label="Tìm câu hỏi" value={typed} onChange={setTyped} autoComplete="off" />
        {survey.manages && <Questionnaire survey={survey} />}
      </div>
      <div className="card">
        <table className="register">
          <thead>
            <tr>
              <th scope="col">Câu hỏi</th>
              <th scope="col">Phương án trả lời</th>
              <th scope="col">Mã không trả lời</th>
              <th scope="col">Kiểu</th>
            </tr>
          </thead>
          <tbody>
            {found.slice(0, shown).map((variable) => (
              <tr key={variable.name}>
                <td>
                  {survey.manages ? (
                    <button type="button" className="name" onClick={() => setEdited(variable)}>
                      {variable.label ?? variable.name}
                    </button>
                  ) : (
                    (variable.label ?? variable.name)
                  )}
                  <small>{variable.name}</small>
                </td>
                <td data-word="Phương án:">{sayChoices(variable.choices)}</td>
                <td data-word="Mã không trả lời:">{sayChoices(variable.missing)}</td>
                <td data-word="Kiểu:">{typeWords[variable.type]}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      {found.length > shown && <p className="muted">Còn {sayNumber(found.length - shown)} cột khác; gõ để tìm.</p>}
      {found.length === 0 && <p className="muted">Không có câu hỏi nào khớp “{typed.trim()}”.</p>}
      {edited && <VariableSheet survey={survey} variable={edited} onClose={() => setEdited(undefined)} />}
    </div>
  );
}

function sayChoices(choices: Variable['choices']): string {
  if (choices.length === 0) return '—';
  const first = choices.slice(0, 5).map(({ code, label }) => (label === code ? code : `${code} = ${label}`));
  return `${first.join('; ')}${choices.length > 5 ? `; và ${sayNumber(choices.length - 5)} phương án khác` : ''}`;
}

function Questionnaire({ survey }: { survey: SurveyView }) {
  const client = useQueryClient();
  const add = useMutation({
    mutationFn: (file: File) => surveyApi.addQuestionnaire(survey.id, file),
    onSuccess: () => {
      say('Đã lấy nhãn, phương án và mã không trả lời từ bảng hỏi.');
      return client.invalidateQueries(everySurvey);
    },
  });
  return (
    <>
      <label className="btn">
        Lấy nhãn từ bảng hỏi XLSForm
        <input
          type="file"
          className="sr-only"
          accept=".xlsx"
          onChange={({ target }) => {
            const file = target.files?.[0];
            target.value = '';
            if (file) add.mutate(file);
          }}
        />
      </label>
      <Refusal error={add.error} />
    </>
  );
}

type SheetProps = { survey: SurveyView; variable: Variable; onClose: () => void };

function VariableSheet({ survey, variable, onClose }: SheetProps) {
  const client = useQueryClient();
  const [label, setLabel] = useState(variable.label ?? '');
  const [choices, setChoices] = useState(writeChoices(variable.choices));
  const [missing, setMissing] = useState(writeChoices(variable.missing));
  const save = useMutation({
    mutationFn: () =>
      surveyApi.say(survey.id, {
        rev: survey.rev,
        variables: [
          {
            ...{ name: variable.name, label: label.trim() || null },
            ...{ choices: readChoices(choices), missing: readChoices(missing) },
          },
        ],
      }),
    onSuccess: () => {
      say(`Đã sửa câu hỏi “${label.trim() || variable.name}”.`);
      onClose();
      return client.invalidateQueries(everySurvey);
    },
  });
  return (
    <Sheet title={`Cột ${variable.name}`} isOpen onClose={onClose}>
      <form
        className="survey-form"
        onSubmit={(event) => {
          event.preventDefault();
          if (!save.isPending) save.mutate();
        }}
      >
        <TextField label="Câu hỏi" value={label} onChange={setLabel} maxLength={1_000} />
        <label className="form-field">
          Phương án trả lời
          <textarea className="input" rows={6} value={choices} onChange={({ target }) => setChoices(target.value)} />
          <span className="muted field-hint">mỗi dòng một phương án: mã = nội dung, ví dụ 1 = Rất hài lòng</span>
        </label>
        <label className="form-field">
          Mã không trả lời
          <textarea className="input" rows={3} value={missing} onChange={({ target }) => setMissing(target.value)} />
          <span className="muted field-hint">
            ví dụ 88 = Không biết; ai chọn các mã này không nằm trong mẫu số của câu hỏi
          </span>
        </label>
        <Refusal error={save.error} />
        <div className="row">
          <Button type="submit" className="btn primary" isDisabled={save.isPending}>
            Lưu câu hỏi
          </Button>
          <Button className="btn" onPress={onClose}>
            Đóng
          </Button>
        </div>
      </form>
    </Sheet>
  );
}
