import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useRef, useState } from 'react';
import { Button } from 'react-aria-components';
import type { AccountLine, SentLink } from '../../../src/people/views.ts';
import { Tag } from '../../components/Tag.tsx';
import { peopleApi } from '../../people-api.ts';
import { toProblem } from '../../problem.ts';
import { say } from '../../state/toasts.ts';
import { accountStates, sayRange, sayReach, sayRole } from '../../words/people.ts';
import { GrantForm } from './GrantForm.tsx';
import { AccountForm } from './InviteForm.tsx';
import { SentLinkNote } from './SentLinkNote.tsx';

/** One officer: roles with their units and days, and the ways in. */
export function AccountSheet({ account }: { account: AccountLine }) {
  const { tone, name } = accountStates[account.state];
  const [sent, setSent] = useState<SentLink | null>(null);
  return (
    <>
      <dl className="facts">
        <dt>Đơn vị</dt>
        <dd>{account.unit}</dd>
        <dt>Tài khoản</dt>
        <dd>
          <Tag tone={tone}>{name}</Tag> {account.login}
        </dd>
        {account.login && (
          <>
            <dt>Thư điện tử</dt>
            <dd>{account.email ?? 'không có'}</dd>
            <dt>Xác thực hai bước</dt>
            <dd>{account.totp ? 'đang bật' : 'chưa bật'}</dd>
          </>
        )}
      </dl>
      <Roles account={account} />
      {sent && <SentLinkNote sent={sent} />}
      {account.state === 'none' ? (
        <AccountForm officer={account} onSent={setSent} />
      ) : (
        <Ways account={account} onSent={setSent} />
      )}
    </>
  );
}

function useAccountStep<T>(done: (result: T) => void) {
  const client = useQueryClient();
  return useMutation({
    mutationFn: (step: () => Promise<T>) => step(),
    onSuccess: (result) => {
      void client.invalidateQueries({ queryKey: ['accounts'] });
      done(result);
    },
    onError: (error) => say(toProblem(error).message, { tone: 'late' }),
  });
}

function Roles({ account }: { account: AccountLine }) {
  // Null until it has been open once: then the button takes the focus that the form had.
  const [giving, setGiving] = useState<boolean | null>(null);
  const heading = useRef<HTMLHeadingElement>(null);
  const revoke = useAccountStep(() => {
    say('Đã thu hồi vai trò.');
    heading.current?.focus();
  });
  return (
    <section className="sheet-section" aria-labelledby="roles-title">
      <h3 id="roles-title" ref={heading} tabIndex={-1}>
        Vai trò
      </h3>
      {account.roles.length === 0 && (
        <p className="muted">Chưa có vai trò nào: đăng nhập được nhưng chỉ thấy tài khoản của mình.</p>
      )}
      {account.roles.map((grant) => (
        <div key={grant.id} className="panel-row">
          <div>
            <b>{sayRole(grant.role)}</b>, {sayReach(grant)}
            <small>
              {sayRange(grant)}
              {grant.state === 'later' && ' (chưa tới)'};{' '}
              {grant.delegatedBy ? `${grant.delegatedBy} ủy quyền: ${grant.reason ?? ''}` : `${grant.grantedBy} giao`}
            </small>
          </div>
          <Button
            className="btn small"
            isDisabled={revoke.isPending}
            aria-label={`Thu hồi vai trò ${sayRole(grant.role)}, ${sayReach(grant)}`}
            onPress={() => revoke.mutate(() => peopleApi.revoke(account.id, grant.id))}
          >
            Thu hồi
          </Button>
        </div>
      ))}
      {giving ? (
        <GrantForm account={account} onDone={() => setGiving(false)} />
      ) : (
        <Button className="btn small" autoFocus={giving === false} onPress={() => setGiving(true)}>
          Giao thêm vai trò
        </Button>
      )}
    </section>
  );
}

/** What changes how somebody signs in is asked again: it ends their sessions. */
function Ways({ account, onSent }: { account: AccountLine; onSent: (sent: SentLink) => void }) {
  const reset = useAccountStep(onSent);
  const change = useAccountStep<AccountLine>(({ state }) =>
    say(state === 'disabled' ? 'Đã khóa tài khoản, các phiên đã kết thúc.' : 'Đã ghi.'),
  );
  const busy = reset.isPending || change.isPending;
  const { id, state, totp } = account;
  if (state === 'disabled')
    return (
      <div className="row">
        <Button className="btn" isDisabled={busy} onPress={() => change.mutate(() => peopleApi.enable(id))}>
          Mở lại tài khoản
        </Button>
      </div>
    );
  return (
    <section className="sheet-section" aria-labelledby="ways-title">
      <h3 id="ways-title">Đăng nhập</h3>
      <div className="row">
        <Button className="btn" isDisabled={busy} onPress={() => reset.mutate(() => peopleApi.reset(id, false))}>
          {state === 'invited' ? 'Gửi lại lời mời' : 'Đặt lại mật khẩu'}
        </Button>
        {totp && (
          <Button className="btn" isDisabled={busy} onPress={() => reset.mutate(() => peopleApi.reset(id, true))}>
            Đặt lại mật khẩu và tắt hai bước
          </Button>
        )}
        <Button className="btn" isDisabled={busy} onPress={() => change.mutate(() => peopleApi.signOutAll(id))}>
          Kết thúc mọi phiên
        </Button>
        <Button className="btn" isDisabled={busy} onPress={() => change.mutate(() => peopleApi.disable(id))}>
          Khóa tài khoản
        </Button>
      </div>
    </section>
  );
}
