import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { getRouteApi } from '@tanstack/react-router';
import { useState } from 'react';
import { Button } from 'react-aria-components';
import { sayNumber } from '../../../src/kernel/number.ts';
import type { AccountLine } from '../../../src/people/views.ts';
import { EmptyState, ErrorState, Skeleton } from '../../components/Notice.tsx';
import { Scene } from '../../components/Scene.tsx';
import { SearchBox } from '../../components/SearchBox.tsx';
import { Sheet } from '../../components/Sheet.tsx';
import { Tag } from '../../components/Tag.tsx';
import { peopleApi } from '../../people-api.ts';
import { accountStates, sayRange, sayReach, sayRole } from '../../words/people.ts';
import { sayMoment } from '../../words/time.ts';
import { AccountSheet } from './AccountSheet.tsx';
import { InviteForm } from './InviteForm.tsx';
import { Providers } from './Providers.tsx';

const route = getRouteApi('/quan-tri/tai-khoan');

/** Tài khoản: who works with the product, with which roles, and whether they can sign in. */
export function AccountsScene() {
  const { tim = '', 'can-bo': open } = route.useSearch();
  const navigate = route.useNavigate();
  const [inviting, setInviting] = useState(false);
  const accounts = useQuery({
    queryKey: ['accounts', tim],
    queryFn: () => peopleApi.accounts(tim),
    placeholderData: keepPreviousData,
  });
  const show = (id: string | undefined) =>
    void navigate({ search: (now) => ({ ...(now.tim ? { tim: now.tim } : {}), ...(id ? { 'can-bo': id } : {}) }) });
  const shown = accounts.data?.find(({ id }) => id === open);
  return (
    <Scene
      title="Tài khoản"
      sub={accounts.data && sayCounts(accounts.data, tim)}
      actions={
        <Button className="btn primary" onPress={() => setInviting(true)}>
          Mời cán bộ
        </Button>
      }
    >
      <div className="filters">
        <SearchBox
          label="Tìm cán bộ"
          placeholder="Tên, đơn vị, tên đăng nhập"
          value={tim}
          onChange={(value) => void navigate({ search: value ? { tim: value } : {}, replace: true })}
        />
      </div>
      <div className="card">
        {accounts.isPending && <Skeleton lines={8} label="Đang tải tài khoản" />}
        {accounts.isError && <ErrorState error={accounts.error} onRetry={() => void accounts.refetch()} />}
        {accounts.data?.length === 0 && (
          <EmptyState title="Không có ai khớp" text={`Không có cán bộ nào khớp “${tim}”. Hãy thử ít chữ hơn.`} />
        )}
        {accounts.data && accounts.data.length > 0 && <AccountTable accounts={accounts.data} onOpen={show} />}
      </div>
      <Providers />
      <Sheet title={shown?.name ?? ''} kind="large" isOpen={shown !== undefined} onClose={() => show(undefined)}>
        {shown && <AccountSheet account={shown} />}
      </Sheet>
      <Sheet title="Mời cán bộ" isOpen={inviting} onClose={() => setInviting(false)}>
        <InviteForm
          onOpen={(id) => {
            setInviting(false);
            show(id);
          }}
        />
      </Sheet>
    </Scene>
  );
}

function sayCounts(accounts: readonly AccountLine[], q: string): string {
  const count = (state: AccountLine['state']) => accounts.filter((account) => account.state === state).length;
  const parts = [
    `${sayNumber(accounts.length)} cán bộ${q ? ` khớp “${q}”` : ''}`,
    `${sayNumber(count('active') + count('locked'))} đăng nhập được`,
    count('invited') > 0 && `${sayNumber(count('invited'))} chờ đặt mật khẩu`,
    count('disabled') > 0 && `${sayNumber(count('disabled'))} đã khóa`,
  ];
  return `${parts.filter(Boolean).join(', ')}.`;
}

function AccountTable({ accounts, onOpen }: { accounts: readonly AccountLine[]; onOpen: (id: string) => void }) {
  return (
    <table className="accounts">
      <thead>
        <tr>
          <th scope="col">Cán bộ</th>
          <th scope="col">Vai trò</th>
          <th scope="col">Tài khoản</th>
          <th scope="col">Dùng gần nhất</th>
        </tr>
      </thead>
      <tbody>
        {accounts.map((account) => (
          <AccountRow key={account.id} account={account} onOpen={onOpen} />
        ))}
      </tbody>
    </table>
  );
}

function AccountRow({ account, onOpen }: { account: AccountLine; onOpen: (id: string) => void }) {
  const { id, name, unit, login, state, totp, seenAt, roles } = account;
  const { tone, name: word } = accountStates[state];
  return (
    <tr>
      <td>
        <button type="button" className="name" onClick={() => onOpen(id)}>
          {name}
        </button>
        <small>{unit}</small>
      </td>
      <td>
        {roles.map((grant) => (
          <div key={grant.id}>
            {sayRole(grant.role)}, {sayReach(grant)}
            {(grant.to || grant.state === 'later' || grant.delegatedBy) && (
              <small>
                {sayRange(grant)}
                {grant.delegatedBy && `, ${grant.delegatedBy} ủy quyền`}
              </small>
            )}
          </div>
        ))}
        {roles.length === 0 && <span className="muted">chưa có vai trò</span>}
      </td>
      <td>
        <Tag tone={tone}>{word}</Tag>
        {login && (
          <small>
            {login}
            {totp && ', hai bước'}
          </small>
        )}
      </td>
      <td>{seenAt && <small>{sayMoment(seenAt)}</small>}</td>
    </tr>
  );
}
