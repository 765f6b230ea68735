import { type FormEvent, useState } from 'react';
import { Button, Dialog, DialogTrigger, Popover } from 'react-aria-components';
import { TextField } from '../../components/Field.tsx';
import { useSavedViews, viewOf } from './savedViews.ts';
import { type AssignmentsSearch, type ChangeAssignments, kept } from './search.ts';

type Props = { officerId: string; search: AssignmentsSearch; change: ChangeAssignments };

const nothing = Object.fromEntries(kept.map((key) => [key, undefined]));

/** Filters kept under names: chosen, saved and let go in one place. */
export function SavedViews({ officerId, search, change }: Props) {
  const { views, save, remove } = useSavedViews(officerId);
  const [name, setName] = useState('');
  const now = JSON.stringify(viewOf(search));
  const current = views.find((view) => JSON.stringify(view.search) === now);
  const submit = (event: FormEvent, close: () => void): void => {
    event.preventDefault();
    save(name.trim(), search);
    setName('');
    close();
  };
  return (
    <DialogTrigger>
      <Button className={current ? 'chip on' : 'chip'}>
        {current ? `Bộ lọc: ${current.name}` : 'Bộ lọc đã lưu'} <span aria-hidden="true">▾</span>
      </Button>
      <Popover className="popover" placement="bottom start">
        <Dialog aria-label="Bộ lọc đã lưu" className="filter-dialog">
          {({ close }) => (
            <>
              {views.length === 0 && <p className="muted">Chưa lưu bộ lọc nào trên máy này.</p>}
              <ul>
                {views.map((view) => (
                  <li key={view.name} className="saved-view">
                    <Button
                      className="option"
                      onPress={() => {
                        change({ ...nothing, ...view.search });
                        close();
                      }}
                    >
                      {view.name}
                    </Button>
                    <Button className="icon" aria-label={`Bỏ bộ lọc ${view.name}`} onPress={() => remove(view.name)}>
                      ✕
                    </Button>
                  </li>
                ))}
              </ul>
              <form className="panel-form" onSubmit={(event) => submit(event, close)}>
                <TextField
                  label="Lưu bộ lọc đang dùng với tên"
                  value={name}
                  maxLength={60}
                  required
                  onChange={setName}
                />
                <button type="submit" className="btn" disabled={name.trim() === ''}>
                  Lưu bộ lọc
                </button>
              </form>
            </>
          )}
        </Dialog>
      </Popover>
    </DialogTrigger>
  );
}
