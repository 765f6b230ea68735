import { useMutation } from '@tanstack/react-query';
import { type FormEvent, useState } from 'react';
import { TextField } from '../../components/Field.tsx';
import { Refusal } from '../../components/Notice.tsx';
import { signInApi } from '../../people-api.ts';
import { ApiProblem } from '../../problem.ts';
import { Door } from './Door.tsx';

/** The code of the authenticator app, or a recovery code where the telephone is lost. */
export function SecondStepForm({ onBack, onDone }: { onBack: () => void; onDone: () => void }) {
  const [recovering, setRecovering] = useState(false);
  const [typed, setTyped] = useState('');
  const send = useMutation({
    mutationFn: () => signInApi.second(recovering ? { recovery: typed } : { code: typed }),
    onSuccess: onDone,
    onError: () => setTyped(''),
  });
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    send.mutate();
  };
  const over = send.error instanceof ApiProblem && send.error.code === 'second-step-missing';
  return (
    <Door
      title="Mã xác thực"
      sub={
        recovering
          ? 'Nhập một trong các mã khôi phục đã in hoặc lưu khi bật xác thực hai bước. Mỗi mã dùng một lần.'
          : 'Mở ứng dụng xác thực trên điện thoại, nhập mã gồm 6 chữ số của Thang.'
      }
    >
      <form className="door-form" onSubmit={submit}>
        <TextField
          key={String(recovering)}
          label={recovering ? 'Mã khôi phục' : 'Mã 6 chữ số'}
          className="input code-input"
          inputMode={recovering ? 'text' : 'numeric'}
          autoComplete="one-time-code"
          autoCapitalize="off"
          spellCheck={false}
          maxLength={recovering ? 20 : 7}
          autoFocus
          required
          value={typed}
          onChange={setTyped}
        />
        <Refusal error={send.error} />
        {over ? (
          <button type="button" className="btn primary" onClick={onBack}>
            Đăng nhập lại
          </button>
        ) : (
          <button type="submit" className="btn primary" disabled={send.isPending}>
            Tiếp tục
          </button>
        )}
      </form>
      <div className="door-others">
        <button
          type="button"
          className="link"
          onClick={() => {
            setRecovering(!recovering);
            setTyped('');
            send.reset();
          }}
        >
          {recovering ? 'Dùng mã của ứng dụng' : 'Mất điện thoại: dùng mã khôi phục'}
        </button>
        <button type="button" className="link" onClick={onBack}>
          Đăng nhập tài khoản khác
        </button>
      </div>
    </Door>
  );
}
