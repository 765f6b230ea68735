import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { type FormEvent, useState } from 'react';
import { Field } from '../../components/Field.tsx';
import { EmptyState } from '../../components/Notice.tsx';
import { Scene } from '../../components/Scene.tsx';
import { toProblem } from '../../problem.ts';
import { agenciesApi, provinceList } from './api.ts';

/** Nobody is listed yet: the usual agencies of a province are a start. */
export function FirstFilling({ may }: { may: boolean }) {
  return (
    <Scene title="Đơn vị">
      <div className="card">
        <EmptyState
          title="Chưa có danh bạ đơn vị"
          text="Danh bạ cho biết từng ngày có những cơ quan nào, để tên trong kế hoạch thành đơn vị có việc. Lập từ mẫu của tỉnh, thành phố rồi sửa cho đúng nơi mình."
        >
          {may && <FillForm />}
        </EmptyState>
      </div>
    </Scene>
  );
}

function FillForm() {
  const { data = [] } = useQuery(provinceList());
  const [province, setProvince] = useState('');
  const client = useQueryClient();
  const fill = useMutation({ mutationFn: agenciesApi.fill, onSuccess: () => client.invalidateQueries() });
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    fill.mutate(province);
  };
  return (
    <form className="panel-form" onSubmit={submit}>
      <Field label="Tỉnh, thành phố" error={fill.isError ? toProblem(fill.error).message : undefined}>
        {(props) => (
          <select
            className="input"
            required
            {...props}
            value={province}
            onChange={({ target }) => setProvince(target.value)}
          >
            <option value="">Chọn tỉnh, thành phố</option>
            {data.map(({ code, name }) => (
              <option key={code} value={code}>
                {name}
              </option>
            ))}
          </select>
        )}
      </Field>
      <button type="submit" className="btn primary" disabled={fill.isPending}>
        {fill.isPending ? 'Đang lập danh bạ…' : 'Lập danh bạ theo mẫu'}
      </button>
    </form>
  );
}
