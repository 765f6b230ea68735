import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { Button } from 'react-aria-components';
import type { Lonely, SurveyDesign } from '../../../src/survey/model.ts';
import type { SurveyView } from '../../../src/survey/views.ts';
import { lonelyWords, minimumOf, sayDesign, sayVariable } from '../../../src/survey/words.ts';
import { ChoiceField } from '../../components/ChoiceField.tsx';
import { Fact } from '../../components/Fact.tsx';
import { TextField } from '../../components/Field.tsx';
import { Refusal } from '../../components/Notice.tsx';
import { say } from '../../state/toasts.ts';
import { everySurvey, surveyApi } from './api.ts';
import { type ChosenDesign, chosenOf, designOf } from './design.ts';

/** How the sample was drawn: what it comes to in the data, what was declared, and declaring it. */
export function DesignPanel({ survey }: { survey: SurveyView }) {
  const [open, setOpen] = useState(survey.design === null);
  return (
    <div className="survey-design">
      {survey.summary && survey.design && <Declared survey={survey} design={survey.design} summary={survey.summary} />}
      {survey.manages && !open && (
        <p className="no-print">
          <Button className="btn" onPress={() => setOpen(true)}>
            Khai lại thiết kế mẫu
          </Button>
        </p>
      )}
      {survey.manages && open && <Declaring survey={survey} />}
    </div>
  );
}

type DeclaredProps = { survey: SurveyView; design: SurveyDesign; summary: NonNullable<SurveyView['summary']> };

function Declared({ survey, design, summary }: DeclaredProps) {
  const name = (column: string) => sayVariable({ variables: [...survey.variables] }, column);
  const [first, ...later] = design.stages;
  const { respondents, psus } = minimumOf(design.minimum);
  return (
    <section className="card survey-declared" aria-label="Thiết kế mẫu đã khai">
      <ul className="survey-basis">
        {sayDesign(summary).map((line) => (
          <li key={line}>{line}</li>
        ))}
      </ul>
      <dl className="indicator-facts">
        <Fact name="Tầng">{first?.strata?.map(name).join(', ') || 'Không chia tầng'}</Fact>
        <Fact name="Cụm (đơn vị chọn mẫu sơ cấp)">{first?.unit ? name(first.unit) : 'Chọn thẳng từng người'}</Fact>
        {later.length > 0 && (
          <Fact name="Các giai đoạn sau">
            {later.map(({ unit }) => (unit === null ? 'người trả lời' : name(unit))).join(', ')}
          </Fact>
        )}
        <Fact name="Quyền số">{design.weight ? name(design.weight) : 'Mỗi người như nhau'}</Fact>
        <Fact name="Hiệu chỉnh quyền số">{sayWeights(design)}</Fact>
        <Fact name="Tầng chỉ có một cụm">{lonelyWords[design.lonely ?? 'fail']}</Fact>
        <Fact name="Mức công bố tối thiểu">
          {respondents} người trả lời, {psus} cụm
        </Fact>
      </dl>
    </section>
  );
}

const stepWords = {
  respond: 'bù người không trả lời',
  poststratify: 'phân tầng sau',
  rake: 'cân chỉnh theo nhiều biên',
  calibrate: 'hiệu chỉnh theo tổng đã biết',
} as const;

const sayWeights = ({ weights = [] }: SurveyDesign): string =>
  weights.length === 0 ? 'Không' : weights.map(({ step }) => stepWords[step]).join(', rồi ');

function Declaring({ survey }: { survey: SurveyView }) {
  const client = useQueryClient();
  const [chosen, setChosen] = useState<ChosenDesign>(() => chosenOf(survey.design));
  const change = (next: Partial<ChosenDesign>) => setChosen((now) => ({ ...now, ...next }));
  const declare = useMutation({
    mutationFn: (design: SurveyDesign | string) => surveyApi.declare(survey.id, survey.rev, design),
    onSuccess: () => {
      say('Đã khai thiết kế mẫu, khớp với dữ liệu.');
      return client.invalidateQueries(everySurvey);
    },
  });
  const columns = survey.variables.map(({ name, label }) => ({
    value: name,
    label: label ? `${label} (${name})` : name,
  }));
  const numbers = columns.filter(({ value }) =>
    ['number', 'integer', 'boolean'].includes(survey.variables.find(({ name }) => name === value)?.type ?? ''),
  );
  return (
    <section className="card survey-declaring" aria-label="Khai thiết kế mẫu">
      <h2>{survey.design ? 'Khai lại thiết kế mẫu' : 'Khai thiết kế mẫu'}</h2>
      <p className="muted">
        Chọn cột đúng như cách đã chọn mẫu. Phần mềm đối chiếu với dữ liệu trước khi ghi; chỗ nào chưa khớp sẽ được nói
        rõ.
      </p>
      <form
        className="survey-form"
        onSubmit={(event) => {
          event.preventDefault();
          if (!declare.isPending) declare.mutate(designOf(chosen, survey.design));
        }}
      >
        <div className="form-pair">
          <ChoiceField
            label="Tầng"
            hint="mẫu được chọn riêng trong từng tầng, ví dụ vùng, loại xã"
            none="Không chia tầng"
            value={chosen.strata}
            choices={columns}
            onChange={(strata) => change({ strata })}
          />
          <ChoiceField
            label="Cụm (đơn vị chọn mẫu sơ cấp)"
            hint="cái được chọn đầu tiên, ví dụ xã hoặc thôn"
            none="Chọn thẳng từng người"
            value={chosen.psu}
            choices={columns}
            onChange={(psu) => change({ psu })}
          />
          <ChoiceField
            label="Quyền số"
            hint="mỗi người trả lời đại diện cho bao nhiêu người"
            none="Mỗi người như nhau"
            value={chosen.weight}
            choices={numbers}
            onChange={(weight) => change({ weight })}
          />
          <ChoiceField
            label="Số cụm có trong tầng"
            hint="để trống nếu không biết; có thì sai số nhỏ đi chút ít"
            none="Không khai"
            value={chosen.fpc}
            choices={numbers}
            onChange={(fpc) => change({ fpc })}
          />
          <ChoiceField<Lonely>
            label="Tầng chỉ có một cụm"
            value={chosen.lonely}
            choices={(Object.keys(lonelyWords) as Lonely[]).map((value) => ({ value, label: lonelyWords[value] }))}
            onChange={(lonely) => change({ lonely })}
          />
          <TextField
            label="Chỉ công bố nhóm có ít nhất (người trả lời)"
            inputMode="numeric"
            value={chosen.respondents}
            onChange={(respondents) => change({ respondents })}
          />
        </div>
        <label className="row">
          <input type="checkbox" checked={chosen.nest} onChange={({ target }) => change({ nest: target.checked })} />
          Mã cụm được đánh lại từ đầu trong từng tầng
        </label>
        <Refusal error={declare.error} />
        <div className="row">
          <Button type="submit" className="btn primary" isDisabled={declare.isPending}>
            {declare.isPending ? 'Đang đối chiếu với dữ liệu…' : 'Đối chiếu và ghi'}
          </Button>
          <label className="btn">
            Dùng tệp thiết kế (YAML)
            <input
              type="file"
              className="sr-only"
              accept=".yaml,.yml,.json"
              onChange={({ target }) => {
                const file = target.files?.[0];
                target.value = '';
                void file?.text().then((text) => declare.mutate(text));
              }}
            />
          </label>
          <span className="muted">
            Nhiều giai đoạn, cụm chọn chắc chắn, bù không trả lời, phân tầng sau: khai bằng tệp.
          </span>
        </div>
      </form>
    </section>
  );
}
