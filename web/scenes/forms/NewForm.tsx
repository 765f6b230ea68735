import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { useState } from 'react';
import { Button, FileTrigger } from 'react-aria-components';
import { newId } from '../../../src/kernel/ids.ts';
import type { Form } from '../../../src/report/form/model.ts';
import type { FormLineView, ReadFormView } from '../../../src/report/form/views.ts';
import { Refusal } from '../../components/Notice.tsx';
import { everyForm, formsApi } from './api.ts';

/** The ready forms come when somebody looks for one. */
const ready = () => import('../../../src/report/form/ready.ts').then(({ readyForms }) => readyForms);

/** Where a form begins: blank, from a ready one, from one there is, or from an XLSForm workbook. */
export function NewForm({ forms }: { forms: readonly FormLineView[] }) {
  const navigate = useNavigate();
  const client = useQueryClient();
  const kept = useQuery({ queryKey: ['ready-forms'], queryFn: ready, staleTime: Infinity });
  const [read, setRead] = useState<ReadFormView | null>(null);
  const making = useMutation({
    mutationFn: async (from: () => Promise<Form> | Form) => formsApi.add(newId(), await from()),
    onSuccess: ({ id }) => {
      void client.invalidateQueries(everyForm);
      void navigate({ to: '/phieu/mau/$id', params: { id } });
    },
  });
  const reading = useMutation({ mutationFn: formsApi.read, onSuccess: setRead });
  const copy = (id: string) => async (): Promise<Form> => {
    const { form } = await formsApi.get(id);
    return { ...form, title: `${form.title} (bản sao)`.slice(0, 300) };
  };
  return (
    <div className="form-new">
      <div className="row">
        <Button
          className="btn"
          isDisabled={making.isPending}
          onPress={() => making.mutate(() => ({ title: 'Phiếu số liệu', note: '', items: [] }))}
        >
          Phiếu trắng
        </Button>
        <FileTrigger acceptedFileTypes={['.xlsx']} onSelect={(files) => files?.[0] && reading.mutate(files[0])}>
          <Button className="btn" isDisabled={reading.isPending}>
            {reading.isPending ? 'Đang đọc tệp…' : 'Từ tệp XLSForm (.xlsx)'}
          </Button>
        </FileTrigger>
      </div>
      <Refusal error={making.error ?? reading.error} />
      {read && <ReadTold read={read} isPending={making.isPending} onTake={() => making.mutate(() => read.form)} />}
      <h3>Mẫu có sẵn</h3>
      <ul className="form-ready">
        {kept.data?.map(({ key, form, source }) => (
          <li key={key}>
            <div>
              <b>{form.title}</b>
              <p className="muted">Căn cứ: {source.join('; ')}</p>
            </div>
            <Button
              className="btn"
              isDisabled={making.isPending}
              aria-label={`Dùng mẫu ${form.title}`}
              onPress={() => making.mutate(() => form)}
            >
              Dùng mẫu
            </Button>
          </li>
        ))}
      </ul>
      {forms.length > 0 && (
        <>
          <h3>Sao chép phiếu đã có</h3>
          <ul className="form-ready">
            {forms.map(({ id, title }) => (
              <li key={id}>
                <b>{title}</b>
                <Button
                  className="btn"
                  isDisabled={making.isPending}
                  aria-label={`Sao chép ${title}`}
                  onPress={() => making.mutate(copy(id))}
                >
                  Sao chép
                </Button>
              </li>
            ))}
          </ul>
        </>
      )}
    </div>
  );
}

type ReadProps = { read: ReadFormView; isPending: boolean; onTake: () => void };

/** What was read of a workbook, and each thing that was not: nothing is dropped in silence. */
function ReadTold({ read: { form, told }, isPending, onTake }: ReadProps) {
  return (
    <section className="card form-intro" aria-label="Kết quả đọc tệp">
      <p role="status">
        <b>{form.title}</b>: đọc được {form.items.length} câu và nhóm.
        {told.length > 0 ? ` Có ${told.length} chỗ không dùng được:` : ' Mọi nội dung đều dùng được.'}
      </p>
      {told.length > 0 && (
        <ul className="form-told">
          {told.map(({ sheet, row, message }) => (
            <li key={`${sheet} ${row} ${message}`}>
              {sheet}
              {row > 0 && `, dòng ${row}`}: {message}
            </li>
          ))}
        </ul>
      )}
      {form.items.length > 0 && (
        <Button className="btn primary" isDisabled={isPending} onPress={onTake}>
          Lập phiếu từ tệp này
        </Button>
      )}
    </section>
  );
}
