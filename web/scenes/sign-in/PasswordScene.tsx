import { useMutation, useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { type FormEvent, useState } from 'react';
import { PasswordField } from '../../components/Field.tsx';
import { ErrorState, Refusal, Skeleton } from '../../components/Notice.tsx';
import { signInApi } from '../../people-api.ts';
import { Door } from './Door.tsx';
import { useLinkToken } from './link-token.ts';

/** Đặt mật khẩu: what an invitation or a reset leads to. */
export function PasswordScene() {
  const token = useLinkToken();
  const link = useQuery({ queryKey: ['link', token], queryFn: () => signInApi.link(token), retry: false });
  const [password, setPassword] = useState('');
  const send = useMutation({ mutationFn: () => signInApi.setPassword(token, password) });
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    send.mutate();
  };
  if (link.isPending)
    return (
      <Door title="Đặt mật khẩu">
        <Skeleton lines={3} />
      </Door>
    );
  if (link.isError)
    return (
      <Door title="Đặt mật khẩu">
        <ErrorState error={link.error}>
          <Link to="/dang-nhap" className="btn">
            Mở trang đăng nhập
          </Link>
        </ErrorState>
      </Door>
    );
  if (send.isSuccess)
    return (
      <Door title="Đã đặt mật khẩu" sub="Các phiên đăng nhập cũ, nếu có, đã kết thúc.">
        <Link to="/dang-nhap" className="btn primary">
          Đăng nhập
        </Link>
      </Door>
    );
  const { name, login, tenant } = link.data;
  return (
    <Door title="Đặt mật khẩu" sub={`${name ?? ''}, ${tenant}. Tên đăng nhập: ${login ?? ''}`}>
      <form className="door-form" onSubmit={submit}>
        <input type="hidden" name="username" autoComplete="username" value={login ?? ''} />
        <PasswordField
          label="Mật khẩu mới"
          hint={passwordHint}
          autoComplete="new-password"
          autoFocus
          required
          minLength={1}
          value={password}
          onChange={setPassword}
        />
        <Refusal error={send.error} />
        <button type="submit" className="btn primary" disabled={send.isPending}>
          Đặt mật khẩu
        </button>
      </form>
    </Door>
  );
}

export const passwordHint =
  'Ít nhất 12 ký tự, không dựa vào tên đăng nhập. Một câu ngắn của riêng mình dễ nhớ và khó đoán hơn ký hiệu lạ.';
