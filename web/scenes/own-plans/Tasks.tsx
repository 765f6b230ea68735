import { useId, useState } from 'react';
import { Button } from 'react-aria-components';
import { newId } from '../../../src/kernel/ids.ts';
import type { OwnTask } from '../../../src/publish/own-plan/model.ts';
import type { OwnPlanView } from '../../../src/publish/own-plan/views.ts';
import { AskText } from './AskText.tsx';
import { OwnTaskCard } from './OwnTaskCard.tsx';
import type { Desk } from './useOwnDraft.ts';

type Props = { view: OwnPlanView; desk: Desk };

/** The tasks of the draft under their components; each warning stands with its task. */
export function Tasks({ view, desk: { draft, write } }: Props) {
  const divisions = useId();
  const readOnly = !view.may.edit;
  const warned = (id: string) =>
    view.checks.flatMap(({ what, missing }) => (what === 'days' ? missing.filter(({ task }) => task === id) : []));
  const last = draft.tasks.at(-1)?.id ?? null;
  return (
    <section className="card own-part">
      <h2>Nhiệm vụ ({draft.tasks.filter(({ dropped }) => dropped === null).length})</h2>
      <datalist id={divisions}>
        {view.divisions.map((name) => (
          <option key={name} value={name} />
        ))}
      </datalist>
      {groupsOf(draft.tasks).map(({ name, tasks }, at) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: a component may stand twice, and groups keep their order
        <div key={`${name} ${at}`} className="own-group">
          {name && <h3>{name}</h3>}
          {tasks.map((task) => (
            <OwnTaskCard
              key={task.id}
              {...{ task, divisions, write, readOnly }}
              warnings={warned(task.id).map(({ said }) => said)}
            />
          ))}
        </div>
      ))}
      {!readOnly && <AddTask onAdd={(value) => write({ kind: 'add', task: newId(), after: last, value })} />}
    </section>
  );
}

function groupsOf(tasks: readonly OwnTask[]): { name: string | null; tasks: OwnTask[] }[] {
  const groups: { name: string | null; tasks: OwnTask[] }[] = [];
  for (const task of tasks) {
    const now = groups.at(-1);
    if (now && now.name === task.component) now.tasks.push(task);
    else groups.push({ name: task.component, tasks: [task] });
  }
  return groups;
}

function AddTask({ onAdd }: { onAdd: (text: string) => void }) {
  const [asking, setAsking] = useState(false);
  if (!asking)
    return (
      <Button className="btn" onPress={() => setAsking(true)}>
        Thêm việc của đơn vị
      </Button>
    );
  return (
    <AskText
      label="Việc đơn vị tự đặt thêm"
      button="Thêm vào kế hoạch"
      onCancel={() => setAsking(false)}
      onText={(text) => {
        onAdd(text);
        setAsking(false);
      }}
    />
  );
}
