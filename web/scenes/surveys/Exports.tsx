import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { Button } from 'react-aria-components';
import type { EstimateRequest } from '../../../src/survey/model.ts';
import type { SurveyView } from '../../../src/survey/views.ts';
import { sayStatistic } from '../../../src/survey/words.ts';
import { downloadMade } from '../../api.ts';
import { TextField } from '../../components/Field.tsx';
import { Refusal } from '../../components/Notice.tsx';
import { Sheet } from '../../components/Sheet.tsx';
import { say } from '../../state/toasts.ts';
import { keepFile } from '../follow/tableFile.ts';
import { estimatePath, everySurvey, runTableUrl, surveyApi } from './api.ts';

type Props = { survey: SurveyView; asked: EstimateRequest };

/** The table of what was just reckoned as a file; the page on paper. */
export function Exports({ survey, asked }: Props) {
  const save = useMutation({
    mutationFn: async (format: 'csv' | 'xlsx') =>
      keepFile(
        await downloadMade(estimatePath(survey.id, format), { request: asked }),
        `Ước lượng ${survey.title}.${format}`,
      ),
  });
  return (
    <>
      {(['xlsx', 'csv'] as const).map((format) => (
        <Button key={format} className="btn" isDisabled={save.isPending} onPress={() => save.mutate(format)}>
          {format === 'xlsx' ? 'Tải Excel' : 'Tải CSV'}
        </Button>
      ))}
      <Print />
      <Refusal error={save.error} />
    </>
  );
}

const Print = () => (
  <Button className="btn" onPress={() => window.print()}>
    In
  </Button>
);

export const KeptExports = ({ survey, run }: { survey: SurveyView; run: string }) => (
  <>
    <a className="btn" href={runTableUrl(survey.id, run, 'xlsx')} download>
      Tải Excel
    </a>
    <a className="btn" href={runTableUrl(survey.id, run, 'csv')} download>
      Tải CSV
    </a>
    <Print />
  </>
);

/** Keeps what was reckoned under a name; the server reckons it once more, so that what is kept is its own. */
export function SaveRun({ survey, asked }: Props) {
  const [open, setOpen] = useState(false);
  const [title, setTitle] = useState(() => nameOf(survey, asked));
  const client = useQueryClient();
  const save = useMutation({
    mutationFn: () => surveyApi.keep(survey.id, title, asked),
    onSuccess: () => {
      say(`Đã lưu kết quả “${title}”.`);
      setOpen(false);
      return client.invalidateQueries(everySurvey);
    },
  });
  return (
    <>
      <Button className="btn" onPress={() => setOpen(true)}>
        Lưu kết quả
      </Button>
      {open && (
        <Sheet title="Lưu kết quả" isOpen onClose={() => setOpen(false)}>
          <form
            className="survey-form"
            onSubmit={(event) => {
              event.preventDefault();
              if (title.trim() !== '' && !save.isPending) save.mutate();
            }}
          >
            <TextField label="Tên kết quả" value={title} onChange={setTitle} maxLength={300} />
            <Refusal error={save.error} />
            <div className="row">
              <Button type="submit" className="btn primary" isDisabled={title.trim() === '' || save.isPending}>
                {save.isPending ? 'Đang lưu…' : 'Lưu kết quả'}
              </Button>
            </div>
          </form>
        </Sheet>
      )}
    </>
  );
}

function nameOf({ variables }: SurveyView, { of, by }: EstimateRequest): string {
  const dictionary = { variables: [...variables] };
  const [first] = of;
  const figures = of.length === 1 && first ? sayStatistic(dictionary, first) : `${of.length} chỉ tiêu`;
  const group = by.find((columns) => columns.length > 0);
  const names = group?.map((name) => variables.find((one) => one.name === name)?.label ?? name);
  return `${figures}${names ? `, theo ${names.join(' và ')}` : ''}`.slice(0, 300);
}
