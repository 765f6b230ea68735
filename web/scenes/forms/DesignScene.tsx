import { useQuery } from '@tanstack/react-query';
import { getRouteApi, Link } from '@tanstack/react-router';
import { useMemo, useState } from 'react';
import { Button, Menu, MenuItem, MenuTrigger, Popover } from 'react-aria-components';
import { add, change } from '../../../src/report/form/arrange.ts';
import { checkForm } from '../../../src/report/form/check.ts';
import {
  type Answers,
  type Form,
  type Group,
  isGroup,
  type QuestionKind,
  questionKinds,
  questionsOf,
} from '../../../src/report/form/model.ts';
import { standingOf } from '../../../src/report/form/stand.ts';
import type { FormDetailView } from '../../../src/report/form/views.ts';
import { kindWords } from '../../../src/report/form/words.ts';
import { TextField } from '../../components/Field.tsx';
import { Loaded } from '../../components/Loaded.tsx';
import { Scene } from '../../components/Scene.tsx';
import { Sheet } from '../../components/Sheet.tsx';
import { nameAgencies } from '../../words/work.ts';
import { today } from '../follow/useFollow.ts';
import { oneForm, xlsFormUrl } from './api.ts';
import { DesignBar } from './DesignBar.tsx';
import { FormBody } from './FormBody.tsx';
import { FormulaBox } from './FormulaBox.tsx';
import { NameField } from './NameField.tsx';
import { Outline } from './Outline.tsx';
import { QuestionFields } from './QuestionFields.tsx';
import { SendForm } from './SendForm.tsx';
import { useFormDesign } from './useFormDesign.ts';

const route = getRouteApi('/phieu/mau/$id');

/** Thiết kế phiếu: the questions on the left, one of them open, and the form as it will be answered on the right. */
export function DesignScene() {
  const { id } = route.useParams();
  const query = useQuery(oneForm(id));
  const owner = query.data && nameAgencies(query.data.agencies).get(query.data.agencyId);
  return (
    <Scene
      title={query.data?.form.title ?? 'Mẫu phiếu'}
      lead={
        <Link to="/phieu" search={{ xem: 'mau' }} className="back">
          ← Mẫu phiếu
        </Link>
      }
      sub={query.data && `Phiếu của ${owner}. ${questionsOf(query.data.form).length} câu hỏi.`}
    >
      <Loaded query={query} label="Đang tải mẫu phiếu">
        {(detail) => <Desk key={id} detail={detail} />}
      </Loaded>
    </Scene>
  );
}

function Desk({ detail }: { detail: FormDetailView }) {
  const design = useFormDesign(detail);
  const { form } = design;
  const [chosen, setChosen] = useState<string | null>(null);
  const [sending, setSending] = useState(false);
  const faults = useMemo(() => checkForm(form), [form]);
  const readOnly = !detail.mine || detail.removed;
  const put = (next: Form) => design.change(next);
  return (
    <>
      <DesignBar
        {...{ detail, design, faults, readOnly }}
        xlsx={xlsFormUrl(detail.id)}
        onFault={setChosen}
        onSend={() => setSending(true)}
      />
      <div className="form-designer">
        <div className="form-edit">
          <section className="card form-intro" aria-label="Chung">
            <TextField
              label="Tên phiếu"
              maxLength={300}
              readOnly={readOnly}
              value={form.title}
              onChange={(title) => put({ ...form, title: title || ' ' })}
            />
            <TextField
              label="Lời dẫn ở đầu phiếu"
              maxLength={5_000}
              readOnly={readOnly}
              value={form.note}
              onChange={(note) => put({ ...form, note })}
            />
          </section>
          <section className="card form-list" aria-label="Câu hỏi">
            <Outline
              {...{ form, faults, chosen, readOnly }}
              onChoose={(name) => setChosen(name === chosen ? null : name)}
              onChange={put}
              editor={
                !readOnly &&
                chosen !== null && <Chosen {...{ form, faults, chosen }} onChange={put} onRenamed={setChosen} />
              }
            />
            {!readOnly && (
              <Adding
                onAdd={(kind) => {
                  const more = add(form, kind, groupOf(form, chosen));
                  put(more.form);
                  setChosen(more.name);
                }}
              />
            )}
          </section>
        </div>
        <Preview form={form} />
      </div>
      <Sheet title="Gửi phiếu cho các đơn vị" kind="large" isOpen={sending} onClose={() => setSending(false)}>
        <SendForm detail={detail} flush={design.flush} />
      </Sheet>
    </>
  );
}

/** What is added stands with what is being looked at. */
const groupOf = (form: Form, chosen: string | null): string | null =>
  form.items.find(
    (item) => isGroup(item) && (item.name === chosen || item.questions.some(({ name }) => name === chosen)),
  )?.name ?? null;

function Adding({ onAdd }: { onAdd: (kind: QuestionKind | 'group') => void }) {
  return (
    <MenuTrigger>
      <Button className="btn">Thêm câu hỏi ▾</Button>
      <Popover className="popover" placement="bottom start">
        <Menu aria-label="Loại câu hỏi" onAction={(key) => onAdd(key as QuestionKind | 'group')}>
          {questionKinds.map((kind) => (
            <MenuItem key={kind} id={kind} className="option">
              {kindWords[kind]}
            </MenuItem>
          ))}
          <MenuItem id="group" className="option">
            Nhóm câu hỏi
          </MenuItem>
        </Menu>
      </Popover>
    </MenuTrigger>
  );
}

type ChosenProps = {
  form: Form;
  faults: ReturnType<typeof checkForm>;
  chosen: string;
  onChange: (form: Form) => void;
  onRenamed: (name: string) => void;
};

function Chosen({ form, faults, chosen, onChange, onRenamed }: ChosenProps) {
  const group = form.items.find((item): item is Group => isGroup(item) && item.name === chosen);
  const asked = useMemo(() => new Map(questionsOf(form).map(({ question }) => [question.name, question])), [form]);
  const question = asked.get(chosen);
  const own = faults.filter(({ name }) => name === chosen);
  const put = (to: object) => {
    onChange(change(form, chosen, to));
    if ('name' in to) onRenamed(String(to.name));
  };
  if (group)
    return (
      <section className="form-editor" aria-label="Nhóm đang sửa">
        <TextField label="Tên nhóm" maxLength={1_000} value={group.label} onChange={(label) => put({ label })} />
        <NameField
          label="Mã nhóm"
          error={own.find(({ field }) => field === 'name')?.message}
          value={group.name}
          onChange={(name) => put({ name })}
        />
        <FormulaBox
          label="Chỉ hiện khi"
          hint="để trống: luôn hiện"
          name={group.name}
          field="relevant"
          value={group.relevant}
          asked={asked}
          onChange={(relevant) => put({ relevant })}
        />
      </section>
    );
  if (!question) return null;
  return (
    <section className="form-editor" aria-label="Câu hỏi đang sửa">
      <QuestionFields {...{ form, question }} faults={own} onChange={put} />
    </section>
  );
}

/** The form as it will be answered on a phone, with answers one can try it with. */
function Preview({ form }: { form: Form }) {
  const [answers, setAnswers] = useState<Answers>({});
  const standing = standingOf(form, answers, { pieces: 0, today: today() });
  return (
    <section className="form-preview" aria-label="Xem thử trên điện thoại">
      <header className="row">
        <h2>Xem thử</h2>
        <Button className="link" onPress={() => setAnswers({})}>
          Xóa câu trả lời thử
        </Button>
      </header>
      <div className="form-phone">
        <h3>{form.title}</h3>
        {form.note && <p className="pre muted">{form.note}</p>}
        <FormBody
          {...{ form, standing, answers }}
          previous={null}
          tellsAll={false}
          readOnly={false}
          onWrite={({ name }, value) => setAnswers({ ...answers, [name]: value })}
          evidence={<p className="muted">Đơn vị thêm tệp, ảnh hoặc liên kết ở đây.</p>}
        />
      </div>
    </section>
  );
}
