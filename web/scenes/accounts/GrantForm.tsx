import { useMutation, useQueryClient } from '@tanstack/react-query';
import { type FormEvent, useState } from 'react';
import { Button } from 'react-aria-components';
import { dayInVietnam } from '../../../src/kernel/plain-date.ts';
import { type Role, roles, wholeRoles } from '../../../src/people/model.ts';
import type { AccountLine } from '../../../src/people/views.ts';
import { DayField } from '../../components/DayField.tsx';
import { Field } from '../../components/Field.tsx';
import { Refusal } from '../../components/Notice.tsx';
import { SearchPick } from '../../components/SearchPick.tsx';
import { peopleApi } from '../../people-api.ts';
import { roleNames } from '../../words/people.ts';

type Agency = { id: string; name: string };

/** A role for a unit (and those under it) or the whole, from one day to another. */
export function GrantForm({ account, onDone }: { account: AccountLine; onDone: () => void }) {
  const client = useQueryClient();
  const [role, setRole] = useState<Role>('officer');
  const [agency, setAgency] = useState<Agency | null>(null);
  const [subtree, setSubtree] = useState(true);
  const [from, setFrom] = useState<string>(() => dayInVietnam(new Date()));
  const [to, setTo] = useState('');
  const whole = wholeRoles.includes(role);
  const send = useMutation({
    mutationFn: () =>
      peopleApi.grant(account.id, {
        ...{ role, agency: whole ? null : (agency?.id ?? null), subtree: !whole && agency !== null && subtree },
        ...{ from, to: to || null },
      }),
    onSuccess: () => {
      void client.invalidateQueries({ queryKey: ['accounts'] });
      onDone();
    },
  });
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    send.mutate();
  };
  return (
    <form className="panel-form" onSubmit={submit}>
      <Field label="Vai trò" hint={roleNames[role].does}>
        {(props) => (
          <select className="input" {...props} value={role} onChange={({ target }) => setRole(target.value as Role)}>
            {roles.map((name) => (
              <option key={name} value={name}>
                {roleNames[name].name}
              </option>
            ))}
          </select>
        )}
      </Field>
      {!whole && (
        <SearchPick
          label="Cơ quan"
          hint="Gõ một phần tên để chọn; để trống là toàn hệ thống"
          found="Cơ quan khớp"
          none={(typed) => `Không có cơ quan nào khớp “${typed}”.`}
          kept="agencies-to-hold"
          find={peopleApi.findAgencies}
          say={({ name }) => name}
          picked={agency}
          onPick={setAgency}
        />
      )}
      {!whole && agency && (
        <label className="check">
          <input type="checkbox" checked={subtree} onChange={({ target }) => setSubtree(target.checked)} />
          Cả các đơn vị trực thuộc
        </label>
      )}
      <div className="two">
        <DayField label="Từ ngày" required value={from} onChange={setFrom} />
        <DayField label="Đến hết ngày" hint="Để trống: không thời hạn" value={to} onChange={setTo} />
      </div>
      <Refusal error={send.error} />
      <div className="row">
        <button type="submit" className="btn primary" disabled={send.isPending}>
          Giao vai trò
        </button>
        <Button className="btn" onPress={onDone}>
          Thôi
        </Button>
      </div>
    </form>
  );
}
