import { type FormEvent, useState } from 'react';
import { Button } from 'react-aria-components';
import type { OwnAccount } from '../../../src/people/views.ts';
import { PasswordField } from '../../components/Field.tsx';
import { Refusal } from '../../components/Notice.tsx';
import { peopleApi } from '../../people-api.ts';
import { sayMoment } from '../../words/time.ts';
import { passwordHint } from '../sign-in/PasswordScene.tsx';
import { useOwnStep } from './own.ts';

export function PasswordPanel({ own }: { own: OwnAccount }) {
  // Null until it has been open once: then the button takes the focus that the form had.
  const [open, setOpen] = useState<boolean | null>(null);
  return (
    <section className="card panel" aria-labelledby="own-password">
      <h2 id="own-password">Mật khẩu</h2>
      <p>{own.passwordAt ? `Đặt lúc ${sayMoment(own.passwordAt)}.` : 'Tài khoản này đăng nhập qua hệ thống khác.'}</p>
      {open ? (
        <PasswordForm login={own.login ?? ''} onDone={() => setOpen(false)} />
      ) : (
        <div className="row">
          <Button className="btn" autoFocus={open === false} onPress={() => setOpen(true)}>
            Đổi mật khẩu
          </Button>
        </div>
      )}
    </section>
  );
}

function PasswordForm({ login, onDone }: { login: string; onDone: () => void }) {
  const [current, setCurrent] = useState('');
  const [password, setPassword] = useState('');
  const send = useOwnStep(
    () => peopleApi.changePassword(current, password),
    'Đã đổi mật khẩu; các phiên ở thiết bị khác đã kết thúc.',
    onDone,
  );
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    send.mutate(undefined);
  };
  return (
    <form className="panel-form" onSubmit={submit}>
      <input type="hidden" name="username" autoComplete="username" value={login} />
      <PasswordField
        label="Mật khẩu hiện tại"
        autoComplete="current-password"
        autoFocus
        required
        value={current}
        onChange={setCurrent}
      />
      <PasswordField
        label="Mật khẩu mới"
        hint={passwordHint}
        autoComplete="new-password"
        required
        value={password}
        onChange={setPassword}
      />
      <Refusal error={send.error} />
      <div className="row">
        <button type="submit" className="btn primary" disabled={send.isPending}>
          Đổi mật khẩu
        </button>
        <Button className="btn" onPress={onDone}>
          Thôi
        </Button>
      </div>
    </form>
  );
}
