import { useMutation } from '@tanstack/react-query';
import { type FormEvent, useState } from 'react';
import type { SignInPage } from '../../../src/people/views.ts';
import { TextField } from '../../components/Field.tsx';
import { Refusal } from '../../components/Notice.tsx';
import { signInApi } from '../../people-api.ts';
import { Door } from './Door.tsx';
import { TenantPick } from './TenantPick.tsx';

/** A forgotten password: a link by mail, or the administrator. The answer is the same whoever asks. */
export function ForgottenForm({ page, onBack }: { page: SignInPage; onBack: () => void }) {
  const [login, setLogin] = useState('');
  const [tenant, setTenant] = useState(page.tenant ?? page.tenants[0]?.code ?? '');
  const send = useMutation({ mutationFn: () => signInApi.reset(tenant || null, login) });
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    send.mutate();
  };
  const back = (
    <div className="door-others">
      <button type="button" className="link" onClick={onBack}>
        Quay lại đăng nhập
      </button>
    </div>
  );
  if (!page.mail)
    return (
      <Door
        title="Quên mật khẩu"
        sub="Máy chủ này chưa gửi được thư. Hãy nhờ người quản trị của đơn vị mở Tài khoản, chọn tên anh chị rồi bấm “Đặt lại mật khẩu” để có liên kết đặt mật khẩu mới."
      >
        {back}
      </Door>
    );
  if (send.isSuccess)
    return (
      <Door
        title="Đã nhận yêu cầu"
        sub="Nếu tài khoản có địa chỉ thư điện tử, một thư với liên kết đặt mật khẩu mới sẽ đến trong vài phút; liên kết dùng được một lần, trong một giờ. Không thấy thư, hãy xem mục thư rác hoặc nhờ người quản trị."
      >
        {back}
      </Door>
    );
  return (
    <Door title="Quên mật khẩu" sub="Thang gửi liên kết đặt mật khẩu mới tới địa chỉ thư điện tử của tài khoản.">
      <form className="door-form" onSubmit={submit}>
        <TenantPick page={page} value={tenant} onChange={setTenant} />
        <TextField
          label="Tên đăng nhập hoặc thư điện tử"
          autoComplete="username"
          autoCapitalize="off"
          autoFocus
          required
          value={login}
          onChange={setLogin}
        />
        <Refusal error={send.error} />
        <button type="submit" className="btn primary" disabled={send.isPending}>
          Gửi liên kết
        </button>
      </form>
      {back}
    </Door>
  );
}
