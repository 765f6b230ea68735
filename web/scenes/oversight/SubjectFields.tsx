import { useQuery } from '@tanstack/react-query';
import { type OversightSubject, oversightSubjects } from '../../../src/assignment/oversight/model.ts';
import { ChoiceField } from '../../components/ChoiceField.tsx';
import { SearchPick } from '../../components/SearchPick.tsx';
import { currentSession } from '../../queries.ts';
import { holdsFor, overseers } from '../../state/reach.ts';
import { findsWords } from '../../words/find.ts';
import { treeOf } from '../agencies/api.ts';
import { type Recorded, type Subject, subjectsOf } from './api.ts';
import { sayPart, subjectWords } from './say.ts';

/** Where the form is opened beside a unit, or beside a task and the units that have a part in it. */
export type About = {
  agencyId?: string;
  item?: { id: string; text: string };
  units?: readonly { id: string; name: string }[];
};

/** The unit and what of it, as they are being chosen. `part`: a component as JSON of its three names. */
export type Chosen = { agencyId: string; about: OversightSubject; itemId: string; part: string };

export const isChosen = ({ about, itemId, part }: Chosen): boolean =>
  about === 'unit' || (about === 'item' ? itemId !== '' : part !== '');

const partOf = ({ index, dimension, component }: Subject): string => JSON.stringify([index, dimension, component]);

export function toSubject({
  about,
  itemId,
  part,
}: Chosen): Pick<Recorded, 'about' | 'itemId' | 'index' | 'dimension' | 'component'> {
  const [index = null, dimension = null, component = null] =
    about === 'component' ? (JSON.parse(part) as (string | null)[]) : [];
  return { about, itemId: about === 'item' ? itemId : null, index, dimension, component };
}

type Props = { about: About; chosen: Chosen; onChange: (more: Partial<Chosen>) => void };

/** Whom, and what of them. A supervisor is offered the units they may oversee, and no others. */
export function SubjectFields({ about, chosen, onChange }: Props) {
  const change = (agencyId: string) => onChange({ agencyId, ...(about.item ? {} : { itemId: '', part: '' }) });
  return (
    <>
      <UnitField about={about} value={chosen.agencyId} onChange={change} />
      {about.item ? (
        <p>Nhiệm vụ: {about.item.text}</p>
      ) : (
        chosen.agencyId !== '' && <PartFields chosen={chosen} onChange={onChange} />
      )}
    </>
  );
}

type UnitProps = { about: About; value: string; onChange: (agencyId: string) => void };

function UnitField({ about, value, onChange }: UnitProps) {
  const { data: session } = useQuery(currentSession());
  const tree = useQuery(treeOf(undefined));
  const all = (tree.data?.agencies ?? []).filter(({ kind }) => kind !== 'village' && kind !== 'division');
  const units = (about.units ?? all).filter(({ id }) => holdsFor(session, overseers, id));
  if (about.agencyId)
    return <p>Đơn vị: {tree.data?.agencies.find(({ id }) => id === about.agencyId)?.name ?? 'đang tải…'}</p>;
  if (about.units)
    return (
      <ChoiceField
        label="Đơn vị được giám sát"
        none="Chọn đơn vị"
        choices={units.map(({ id, name }) => ({ value: id, label: name }))}
        value={value}
        onChange={onChange}
      />
    );
  return (
    <SearchPick
      label="Đơn vị được giám sát"
      hint="Gõ vài chữ của tên đơn vị (không cần dấu)"
      found="Đơn vị tìm thấy"
      none={(typed) => `Không có đơn vị nào trong phạm vi giám sát của bạn khớp “${typed}”.`}
      kept={`oversight-units-${units.length}`}
      find={async (typed) => units.filter(({ name }) => findsWords(typed)(name)).slice(0, 30)}
      say={({ name }) => name}
      picked={units.find(({ id }) => id === value) ?? null}
      onPick={(one) => onChange(one?.id ?? '')}
    />
  );
}

function PartFields({ chosen, onChange }: Omit<Props, 'about'>) {
  const { agencyId, about, itemId, part } = chosen;
  const items = useQuery({ ...subjectsOf(agencyId), enabled: about !== 'unit' }).data ?? [];
  const parts = [...new Map(items.map((item) => [partOf(item), sayPart(item)]))].filter(([, name]) => name !== '');
  return (
    <>
      <ChoiceField
        label="Giám sát về"
        choices={oversightSubjects.map((value) => ({ value, label: subjectWords[value] }))}
        value={about}
        onChange={(next) => onChange({ about: next })}
      />
      {about === 'item' && (
        <SearchPick
          key={agencyId}
          label="Nhiệm vụ"
          hint="Gõ vài chữ của nhiệm vụ đã giao cho đơn vị (không cần dấu)"
          found="Nhiệm vụ tìm thấy"
          none={(typed) => `Đơn vị không có nhiệm vụ nào khớp “${typed}”.`}
          kept={`oversight-items-${agencyId}-${items.length}`}
          find={async (typed) => items.filter((one) => findsWords(typed)(one.text, one.component)).slice(0, 30)}
          say={(one) => [one.text, sayPart(one)].filter(Boolean).join(' · ')}
          picked={items.find(({ id }) => id === itemId) ?? null}
          onPick={(one) => onChange({ itemId: one?.id ?? '' })}
        />
      )}
      {about === 'component' && (
        <ChoiceField
          label="Nội dung"
          hint="Nội dung thành phần của các nhiệm vụ đã giao cho đơn vị"
          none="Chọn nội dung"
          choices={parts.map(([value, label]) => ({ value, label }))}
          value={part}
          onChange={(next) => onChange({ part: next })}
        />
      )}
    </>
  );
}
