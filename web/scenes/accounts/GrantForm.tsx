import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { type FormEvent, useState } from 'react';
import { Button } from 'react-aria-components';
import { dayInVietnam } from '../../../src/kernel/plain-date.ts';
import { type Role, roles, wholeRoles } from '../../../src/people/model.ts';
import type { AccountLine } from '../../../src/people/views.ts';
import { DayField } from '../../components/DayField.tsx';
import { Field, TextField } from '../../components/Field.tsx';
import { peopleApi } from '../../people-api.ts';
import { useRested } from '../../state/use.ts';
import { roleNames } from '../../words/people.ts';
import { Refusal } from '../sign-in/Door.tsx';

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
      {!whole && <AgencyPick agency={agency} onPick={setAgency} />}
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

function AgencyPick({ agency, onPick }: { agency: Agency | null; onPick: (agency: Agency | null) => void }) {
  const [typed, setTyped] = useState('');
  const q = useRested(typed.trim(), 180);
  const found = useQuery({
    queryKey: ['agencies-to-hold', q],
    queryFn: () => peopleApi.findAgencies(q),
    enabled: agency === null && q !== '',
  });
  if (agency)
    return (
      <div className="form-field">
        <span className="label">Cơ quan</span>
        <span className="row">
          {agency.name}
          <Button className="link" onPress={() => onPick(null)}>
            Chọn lại
          </Button>
        </span>
      </div>
    );
  return (
    <>
      <TextField
        label="Cơ quan"
        hint="Gõ một phần tên để chọn; để trống là toàn hệ thống"
        autoComplete="off"
        value={typed}
        onChange={setTyped}
      />
      {found.data && (
        <ul className="choices" aria-label="Cơ quan khớp">
          {found.data.map((one) => (
            <li key={one.id}>
              <button type="button" onClick={() => onPick(one)}>
                {one.name}
              </button>
            </li>
          ))}
          {found.data.length === 0 && <li className="muted">Không có cơ quan nào khớp “{q}”.</li>}
        </ul>
      )}
    </>
  );
}
