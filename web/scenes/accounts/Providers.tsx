import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { type FormEvent, useState } from 'react';
import { Button } from 'react-aria-components';
import { Field, TextField } from '../../components/Field.tsx';
import { Refusal } from '../../components/Notice.tsx';
import { focusHeading } from '../../components/Scene.tsx';
import { peopleApi } from '../../people-api.ts';
import { toProblem } from '../../problem.ts';
import { say } from '../../state/toasts.ts';

/** Other systems that may sign officers in (OpenID Connect). */
export function Providers() {
  const client = useQueryClient();
  const providers = useQuery({ queryKey: ['providers'], queryFn: peopleApi.providers });
  // Null until it has been open once: then the button takes the focus that the form had.
  const [adding, setAdding] = useState<boolean | null>(null);
  const remove = useMutation({
    mutationFn: peopleApi.removeProvider,
    onSuccess: (now) => {
      client.setQueryData(['providers'], now);
      say('Đã bỏ hệ thống đăng nhập.');
      focusHeading();
    },
    onError: (error) => say(toProblem(error).message, { tone: 'late' }),
  });
  return (
    <section className="card panel providers" aria-labelledby="providers-title">
      <h2 id="providers-title">Đăng nhập bằng hệ thống khác</h2>
      <p>Cán bộ đăng nhập một lần ở hệ thống của tỉnh (OpenID Connect) rồi dùng Thang bằng tài khoản đã mời ở đây.</p>
      {providers.data?.map(({ id, name, issuer, match, twoStep, redirect }) => (
        <div key={id} className="panel-row">
          <div>
            <b>{name}</b>, {issuer}
            <small>
              {match === 'email' ? 'Nhận ra theo thư điện tử đã xác minh' : 'Chỉ nhận người đã được nối từ trước'};{' '}
              {twoStep ? 'đã có xác thực hai lớp' : 'hỏi thêm mã của Thang nếu cán bộ đã bật'}; địa chỉ trở về:{' '}
              {redirect}
            </small>
          </div>
          <Button
            className="btn small"
            aria-label={`Bỏ hệ thống ${name}`}
            isDisabled={remove.isPending}
            onPress={() => remove.mutate(id)}
          >
            Bỏ
          </Button>
        </div>
      ))}
      {adding ? (
        <ProviderForm onDone={() => setAdding(false)} />
      ) : (
        <div className="row">
          <Button className="btn" autoFocus={adding === false} onPress={() => setAdding(true)}>
            Thêm hệ thống đăng nhập
          </Button>
        </div>
      )}
    </section>
  );
}

function ProviderForm({ onDone }: { onDone: () => void }) {
  const client = useQueryClient();
  const [given, setGiven] = useState({ name: '', issuer: '', clientId: '', clientSecret: '', match: 'email' });
  const [twoStep, setTwoStep] = useState(false);
  const set = (field: keyof typeof given) => (value: string) => setGiven((now) => ({ ...now, [field]: value }));
  const send = useMutation({
    mutationFn: () => peopleApi.addProvider({ ...given, twoStep }),
    onSuccess: (now) => {
      client.setQueryData(['providers'], now);
      onDone();
    },
  });
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    send.mutate();
  };
  return (
    <form className="panel-form" onSubmit={submit}>
      <TextField label="Tên hiện trên trang đăng nhập" required value={given.name} onChange={set('name')} />
      <TextField label="Địa chỉ (issuer)" type="url" required value={given.issuer} onChange={set('issuer')} />
      <TextField
        label="Mã ứng dụng (client id)"
        autoComplete="off"
        required
        value={given.clientId}
        onChange={set('clientId')}
      />
      <TextField
        label="Khóa ứng dụng (client secret)"
        type="password"
        autoComplete="off"
        required
        value={given.clientSecret}
        onChange={set('clientSecret')}
      />
      <Field label="Nhận ra cán bộ">
        {(props) => (
          <select
            className="input"
            {...props}
            value={given.match}
            onChange={({ target }) => set('match')(target.value)}
          >
            <option value="email">theo thư điện tử hệ thống kia đã xác minh</option>
            <option value="subject">chỉ người đã được nối từ trước</option>
          </select>
        )}
      </Field>
      <label className="check">
        <input type="checkbox" checked={twoStep} onChange={({ target }) => setTwoStep(target.checked)} />
        <span>Hệ thống này đã có xác thực hai lớp. Nếu không, ai đã bật mã xác thực ở Thang vẫn được hỏi mã.</span>
      </label>
      <Refusal error={send.error} />
      <div className="row">
        <button type="submit" className="btn primary" disabled={send.isPending}>
          {send.isPending ? 'Đang đọc cấu hình…' : 'Thêm'}
        </button>
        <Button className="btn" onPress={onDone}>
          Thôi
        </Button>
      </div>
    </form>
  );
}
