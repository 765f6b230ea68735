import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { Button } from 'react-aria-components';
import type { RolesView } from '../../../src/assignment/views.ts';
import { fold } from '../../../src/kernel/text.ts';
import type { Session } from '../../../src/people/views.ts';
import { TextField } from '../../components/Field.tsx';
import { ErrorState, Skeleton } from '../../components/Notice.tsx';
import { myRoles } from '../../queries-work.ts';
import { doers, holdsFor } from '../../state/reach.ts';
import { nameAgencies, sayComponent } from '../../words/work.ts';
import { type RaiseAbout, RaiseForm } from './RaiseForm.tsx';

/** Any task my unit has a role in can be chosen; most are found by two words of theirs. */
export function RaisePick({ session, onDone }: { session: Session | undefined; onDone: () => void }) {
  const roles = useQuery(myRoles());
  const [typed, setTyped] = useState('');
  const [about, setAbout] = useState<RaiseAbout | null>(null);
  if (roles.isError) return <ErrorState error={roles.error} onRetry={() => void roles.refetch()} />;
  if (!roles.data) return <Skeleton lines={4} label="Đang tải nhiệm vụ của đơn vị" />;
  if (about)
    return (
      <>
        <p>
          {about.item.text}{' '}
          <Button className="link" onPress={() => setAbout(null)}>
            Chọn nhiệm vụ khác
          </Button>
        </p>
        <RaiseForm about={about} onDone={onDone} />
      </>
    );
  const names = nameAgencies(roles.data.agencies);
  const found = choicesOf(roles.data, session).filter(({ item }) =>
    fold(`${item.component ?? ''} ${item.text}`).includes(fold(typed.trim())),
  );
  return (
    <>
      <TextField
        label="Nhiệm vụ"
        hint="Gõ vài chữ (không cần dấu) rồi chọn nhiệm vụ đang vướng"
        autoComplete="off"
        value={typed}
        onChange={setTyped}
      />
      <ul className="choices" aria-label="Nhiệm vụ của đơn vị">
        {found.slice(0, 30).map((one) => (
          <li key={`${one.item.id} ${one.agencyId}`}>
            <button type="button" onClick={() => setAbout(one)}>
              {one.item.text}
              <span className="role">
                {[sayComponent(one.item), names.get(one.agencyId)].filter(Boolean).join(' · ')}
              </span>
            </button>
          </li>
        ))}
        {found.length === 0 && <li className="muted">Không có nhiệm vụ nào khớp.</li>}
      </ul>
      {found.length > 30 && <p className="muted">Còn {found.length - 30} nhiệm vụ; hãy gõ thêm chữ.</p>}
    </>
  );
}

/** Each task once for each of my agencies, whatever its role. */
function choicesOf({ roles }: RolesView, session: Session | undefined) {
  const once = new Map<string, RaiseAbout & { item: RolesView['roles'][number]['item'] }>();
  for (const { item, agencies } of roles)
    for (const agencyId of agencies)
      if (holdsFor(session, doers, agencyId)) once.set(`${item.id} ${agencyId}`, { item, agencyId });
  return [...once.values()];
}
