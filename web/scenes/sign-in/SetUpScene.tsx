import { useMutation, useQuery } from '@tanstack/react-query';
import { type FormEvent, useState } from 'react';
import { PasswordField, TextField } from '../../components/Field.tsx';
import { ErrorState, Refusal, Skeleton } from '../../components/Notice.tsx';
import { signInApi } from '../../people-api.ts';
import { Door } from './Door.tsx';
import { useLinkToken } from './link-token.ts';
import { passwordHint } from './PasswordScene.tsx';

const empty = { tenant: '', name: '', unit: '', login: '', email: '', password: '', focal: true };

/** Thiết lập lần đầu: names the customer and makes its first administrator. */
export function SetUpScene() {
  const token = useLinkToken();
  const link = useQuery({ queryKey: ['link', token], queryFn: () => signInApi.link(token), retry: false });
  const [first, setFirst] = useState(empty);
  const set = (field: keyof typeof empty) => (value: string) => setFirst((now) => ({ ...now, [field]: value }));
  const send = useMutation({
    mutationFn: () => signInApi.setUp({ ...first, token, email: first.email.trim() || null }),
    onSuccess: () => location.assign('/'),
  });
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    send.mutate();
  };
  if (link.isPending || link.isError)
    return (
      <Door title="Thiết lập lần đầu">
        {link.isPending ? <Skeleton lines={5} /> : <ErrorState error={link.error} />}
      </Door>
    );
  return (
    <Door title="Thiết lập lần đầu" sub="Đặt tên đơn vị dùng Thang và tạo tài khoản quản trị đầu tiên.">
      <form className="door-form" onSubmit={submit}>
        <TextField
          label="Tên đơn vị dùng Thang"
          hint="Ví dụ: Tỉnh Minh Hà"
          autoFocus
          required
          value={first.tenant}
          onChange={set('tenant')}
        />
        <TextField
          label="Họ và tên của anh chị"
          autoComplete="name"
          required
          value={first.name}
          onChange={set('name')}
        />
        <TextField label="Cơ quan, phòng" hint="Ví dụ: Sở Nội vụ" required value={first.unit} onChange={set('unit')} />
        <TextField
          label="Tên đăng nhập"
          hint="Chữ không dấu, số, dấu chấm; ví dụ tran.mai"
          autoComplete="username"
          autoCapitalize="off"
          spellCheck={false}
          pattern="[A-Za-z0-9][A-Za-z0-9._\-]{1,58}[A-Za-z0-9]"
          required
          value={first.login}
          onChange={set('login')}
        />
        <TextField
          label="Thư điện tử (nếu có)"
          type="email"
          autoComplete="email"
          value={first.email}
          onChange={set('email')}
        />
        <PasswordField
          label="Mật khẩu"
          hint={passwordHint}
          autoComplete="new-password"
          required
          value={first.password}
          onChange={set('password')}
        />
        <label className="check">
          <input
            type="checkbox"
            checked={first.focal}
            onChange={({ target }) => setFirst((now) => ({ ...now, focal: target.checked }))}
          />
          Tôi cũng là cán bộ cơ quan thường trực: thêm, rà soát, xác nhận kế hoạch
        </label>
        <Refusal error={send.error} />
        <button type="submit" className="btn primary" disabled={send.isPending}>
          Hoàn tất thiết lập
        </button>
      </form>
    </Door>
  );
}
