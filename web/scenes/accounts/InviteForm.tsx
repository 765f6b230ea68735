import { useMutation, useQueryClient } from '@tanstack/react-query';
import { type FormEvent, useState } from 'react';
import { Button } from 'react-aria-components';
import type { AccountLine, SentLink } from '../../../src/people/views.ts';
import { TextField } from '../../components/Field.tsx';
import { Refusal } from '../../components/Notice.tsx';
import { peopleApi } from '../../people-api.ts';
import { SentLinkNote } from './SentLinkNote.tsx';

/** Mời cán bộ: an officer with an account, who sets the password by the link. */
export function InviteForm({ onOpen }: { onOpen: (id: string) => void }) {
  const [sent, setSent] = useState<SentLink | null>(null);
  if (!sent) return <AccountForm onSent={setSent} />;
  return (
    <>
      <SentLinkNote sent={sent} />
      <div className="row">
        <Button className="btn primary" onPress={() => onOpen(sent.account.id)}>
          Giao vai trò cho {sent.account.name}
        </Button>
      </div>
    </>
  );
}

/** An account for somebody new, or for an officer who has none yet. */
export function AccountForm({ officer, onSent }: { officer?: AccountLine; onSent: (sent: SentLink) => void }) {
  const client = useQueryClient();
  const [given, setGiven] = useState({ name: officer?.name ?? '', unit: officer?.unit ?? '', login: '', email: '' });
  const set = (field: keyof typeof given) => (value: string) => setGiven((now) => ({ ...now, [field]: value }));
  const send = useMutation({
    mutationFn: () =>
      peopleApi.invite({ ...given, email: given.email.trim() || null, ...(officer && { officer: officer.id }) }),
    onSuccess: (sent) => {
      void client.invalidateQueries({ queryKey: ['accounts'] });
      onSent(sent);
    },
  });
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    send.mutate();
  };
  return (
    <form className="panel-form" onSubmit={submit}>
      {officer && <h3>Tạo tài khoản</h3>}
      {!officer && <TextField label="Họ và tên" autoFocus required value={given.name} onChange={set('name')} />}
      {!officer && <TextField label="Cơ quan, phòng" required value={given.unit} onChange={set('unit')} />}
      <TextField
        label="Tên đăng nhập"
        hint="Chữ không dấu, số, dấu chấm; ví dụ tran.mai"
        autoCapitalize="off"
        autoComplete="off"
        spellCheck={false}
        pattern="[A-Za-z0-9][A-Za-z0-9._\-]{1,58}[A-Za-z0-9]"
        required
        value={given.login}
        onChange={set('login')}
      />
      <TextField
        label="Thư điện tử"
        hint="Để trống thì anh chị tự chuyển liên kết đặt mật khẩu"
        type="email"
        autoComplete="off"
        value={given.email}
        onChange={set('email')}
      />
      <Refusal error={send.error} />
      <div className="row">
        <button type="submit" className="btn primary" disabled={send.isPending}>
          {officer ? 'Tạo tài khoản' : 'Gửi lời mời'}
        </button>
      </div>
    </form>
  );
}
