import { type FormEvent, useState } from 'react';
import { Button } from 'react-aria-components';
import { dayInVietnam } from '../../../src/kernel/plain-date.ts';
import { wholeRoles } from '../../../src/people/model.ts';
import type { OfficerView, OwnAccount } from '../../../src/people/views.ts';
import { DayField } from '../../components/DayField.tsx';
import { Field, TextField } from '../../components/Field.tsx';
import { Refusal } from '../../components/Notice.tsx';
import { OfficerPick } from '../../components/OfficerPick.tsx';
import { focusHeading } from '../../components/Scene.tsx';
import { peopleApi } from '../../people-api.ts';
import { sayRange, sayReach, sayRole } from '../../words/people.ts';
import { useOwnStep } from './own.ts';

/** Ủy quyền khi vắng mặt: a role of mine, somebody else's for some days. */
export function Delegations({ own }: { own: OwnAccount }) {
  // Null until it has been open once: then the button takes the focus that the form had.
  const [adding, setAdding] = useState<boolean | null>(null);
  const takeBack = useOwnStep(peopleApi.takeBack, 'Đã rút lại ủy quyền.', focusHeading);
  const mine = own.roles.filter(({ delegatedBy, role }) => delegatedBy === null && !wholeRoles.includes(role));
  return (
    <section className="card panel" aria-labelledby="own-delegations">
      <h2 id="own-delegations">Ủy quyền khi vắng mặt</h2>
      <p>Người được ủy quyền làm thay trong những ngày đó; anh chị vẫn làm được và rút lại bất cứ lúc nào.</p>
      {own.delegations.length > 0 && (
        <div>
          {own.delegations.map((grant) => (
            <div key={grant.id} className="panel-row">
              <div>
                <b>{grant.officer}</b>, {grant.officerUnit}: {sayRole(grant.role)}, {sayReach(grant)}
                <small>
                  {sayRange(grant)}; {grant.reason}
                </small>
              </div>
              <Button
                className="btn small"
                isDisabled={takeBack.isPending}
                aria-label={`Rút lại ủy quyền cho ${grant.officer}`}
                onPress={() => takeBack.mutate(grant.id)}
              >
                Rút lại
              </Button>
            </div>
          ))}
        </div>
      )}
      <Refusal error={takeBack.error} />
      {adding ? (
        <DelegationForm roles={mine} onDone={() => setAdding(false)} />
      ) : mine.length > 0 ? (
        <div className="row">
          <Button className="btn" autoFocus={adding === false} onPress={() => setAdding(true)}>
            Ủy quyền
          </Button>
        </div>
      ) : (
        <p className="muted">Không có vai trò nào ủy quyền được.</p>
      )}
    </section>
  );
}

function DelegationForm({ roles, onDone }: { roles: OwnAccount['roles']; onDone: () => void }) {
  const today = dayInVietnam(new Date());
  const [grant, setGrant] = useState(roles[0]?.id ?? '');
  const [officer, setOfficer] = useState<OfficerView | null>(null);
  const [from, setFrom] = useState<string>(today);
  const [to, setTo] = useState<string>(today);
  const [reason, setReason] = useState('');
  const send = useOwnStep(peopleApi.delegate, 'Đã ủy quyền.', onDone);
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    if (officer) send.mutate({ grant, officer: officer.id, from, to, reason });
  };
  return (
    <form className="panel-form" onSubmit={submit}>
      <Field label="Vai trò">
        {(props) => (
          <select className="input" {...props} value={grant} onChange={({ target }) => setGrant(target.value)}>
            {roles.map((role) => (
              <option key={role.id} value={role.id}>
                {sayRole(role.role)}, {sayReach(role)}
              </option>
            ))}
          </select>
        )}
      </Field>
      <OfficerPick label="Người được ủy quyền" officer={officer} onPick={setOfficer} />
      <div className="two">
        <DayField label="Từ ngày" required value={from} onChange={setFrom} />
        <DayField label="Đến hết ngày" required value={to} onChange={setTo} />
      </div>
      <TextField label="Lý do" hint="Ví dụ: đi công tác, nghỉ phép" required value={reason} onChange={setReason} />
      <Refusal error={send.error} />
      <div className="row">
        <button type="submit" className="btn primary" disabled={send.isPending || officer === null}>
          Ủy quyền
        </button>
        <Button className="btn" onPress={onDone}>
          Thôi
        </Button>
      </div>
    </form>
  );
}
