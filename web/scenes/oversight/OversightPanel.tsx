import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import { Button } from 'react-aria-components';
import { sayDay } from '../../../src/kernel/plain-date.ts';
import { ErrorState, Skeleton } from '../../components/Notice.tsx';
import { Sheet } from '../../components/Sheet.tsx';
import { Tag } from '../../components/Tag.tsx';
import { currentSession } from '../../queries.ts';
import { holdsFor, overseers } from '../../state/reach.ts';
import { nameAgencies } from '../../words/work.ts';
import { type EntryList, entryList } from './api.ts';
import { RecordForm } from './RecordForm.tsx';
import type { About } from './SubjectFields.tsx';
import { sayForm, sayState } from './say.ts';

/** What was overseen of one unit or one task, beside it; who may oversee it records from here. Nothing of a unit out of reach. */
export function OversightPanel({ about }: { about: About }) {
  const { agencyId, item, units = [] } = about;
  const { data: session } = useQuery(currentSession());
  const list = useQuery(entryList({ ...(agencyId && { agency: agencyId }), ...(item && { item: item.id }) }));
  const [recording, setRecording] = useState(false);
  if (agencyId && !session?.roles.some(({ agencies }) => agencies === 'all' || agencies.includes(agencyId)))
    return null;
  const may = (agencyId ? [agencyId] : units.map(({ id }) => id)).some((id) => holdsFor(session, overseers, id));
  return (
    <section className="card side-card" aria-label="Giám sát">
      <h2>Giám sát</h2>
      {list.isError && <ErrorState error={list.error} onRetry={() => void list.refetch()} />}
      {list.isPending && <Skeleton lines={2} label="Đang tải ghi nhận giám sát" />}
      {list.data && <Lines list={list.data} named={item !== undefined} />}
      {may && (
        <Button className="btn small panel-button" onPress={() => setRecording(true)}>
          Ghi nhận giám sát
        </Button>
      )}
      <Sheet title="Ghi nhận giám sát" kind="large" isOpen={recording} onClose={() => setRecording(false)}>
        <RecordForm about={about} onDone={() => setRecording(false)} />
      </Sheet>
    </section>
  );
}

/** `named`: each line says its unit, where they are of several. */
function Lines({ list: { entries, agencies }, named }: { list: EntryList; named: boolean }) {
  const names = nameAgencies(agencies);
  if (entries.length === 0) return <p className="muted">Chưa có ghi nhận giám sát trong phạm vi của bạn.</p>;
  return (
    <ul className="lines oversight-lines">
      {entries.map((one) => {
        const { tone, word } = sayState(one);
        return (
          <li key={one.id}>
            <Link to="/giam-sat" search={{ xem: one.id }}>
              {one.recommendation ?? one.seen}
            </Link>
            <span className="role">
              {[named && names.get(one.agencyId), sayDay(one.day), sayForm(one.form).toLocaleLowerCase('vi')]
                .filter(Boolean)
                .join(', ')}
            </span>
            <Tag tone={tone}>{word}</Tag>
          </li>
        );
      })}
    </ul>
  );
}
