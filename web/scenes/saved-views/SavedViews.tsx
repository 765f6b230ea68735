import { useQuery } from '@tanstack/react-query';
import { type FormEvent, useState } from 'react';
import { Button, Dialog, DialogTrigger, Popover } from 'react-aria-components';
import { longestViewName, type SavedView, type Screen } from '../../../src/people/saved/views.ts';
import { TextField } from '../../components/Field.tsx';
import { currentSession } from '../../queries.ts';
import { queryOf, searchOf } from './query.ts';
import { useSavedViews } from './useSavedViews.ts';

type Search = Record<string, string | undefined>;
type Props = { screen: Screen; search: Search; change: (next: Search) => void };

/** Filters of a screen kept under names: chosen, saved, renamed and let go in one place. */
export function SavedViews(props: Props) {
  const { data: session } = useQuery(currentSession());
  return session ? <OwnViews key={session.officerId} officerId={session.officerId} {...props} /> : null;
}

function OwnViews({ officerId, screen, search, change }: Props & { officerId: string }) {
  const saved = useSavedViews(officerId, screen);
  const { views, failed } = saved;
  const now = queryOf(screen, search);
  const current = views?.find(({ query }) => query === now);
  return (
    <DialogTrigger>
      <Button className={current ? 'chip on' : 'chip'}>
        {current ? `Bộ lọc: ${current.name}` : 'Bộ lọc đã lưu'} <span aria-hidden="true">▾</span>
      </Button>
      <Popover className="popover" placement="bottom start">
        <Dialog aria-label="Bộ lọc đã lưu" className="filter-dialog">
          {({ close }) => (
            <>
              {failed && <p className="form-error">Chưa tải được bộ lọc đã lưu. Hãy mở lại sau ít phút.</p>}
              {views?.length === 0 && <p className="muted">Chưa lưu bộ lọc nào cho trang này.</p>}
              <ul>
                {views?.map((view) => (
                  <View
                    key={view.id}
                    view={view}
                    saved={saved}
                    isCurrent={view === current}
                    // The way back stands at the foot of the page, out of reach while this is open.
                    onGone={close}
                    onChoose={() => {
                      change(searchOf(screen, view.query));
                      close();
                    }}
                  />
                ))}
              </ul>
              {views && (
                <NameForm
                  label="Lưu bộ lọc đang dùng với tên"
                  button="Lưu bộ lọc"
                  onName={(name) => saved.save(name, now).then(close)}
                />
              )}
            </>
          )}
        </Dialog>
      </Popover>
    </DialogTrigger>
  );
}

type Line = {
  view: SavedView;
  saved: ReturnType<typeof useSavedViews>;
  isCurrent: boolean;
  onChoose: () => void;
  onGone: () => void;
};

function View({ view, saved, isCurrent, onChoose, onGone }: Line) {
  const [renaming, setRenaming] = useState(false);
  if (renaming)
    return (
      <li>
        <NameForm
          label={`Tên mới của bộ lọc “${view.name}”`}
          button="Đổi tên"
          first={view.name}
          onName={(name) => saved.rename(view, name).then(() => setRenaming(false))}
          onLeave={() => setRenaming(false)}
        />
      </li>
    );
  return (
    <li className="saved-view">
      <Button
        className="option"
        aria-label={`Dùng bộ lọc ${view.name}${isCurrent ? ' (đang dùng)' : ''}`}
        onPress={onChoose}
      >
        {view.name}
      </Button>
      <Button className="link" aria-label={`Đổi tên bộ lọc ${view.name}`} onPress={() => setRenaming(true)}>
        Đổi tên
      </Button>
      <Button
        className="icon"
        aria-label={`Bỏ bộ lọc ${view.name}`}
        isDisabled={saved.busy}
        onPress={() => void saved.remove(view).then(onGone, () => {})}
      >
        ✕
      </Button>
    </li>
  );
}

type Naming = {
  label: string;
  button: string;
  first?: string;
  onName: (name: string) => Promise<void>;
  onLeave?: () => void;
};

/** A name typed and sent; what was typed stays where it was refused. */
function NameForm({ label, button, first = '', onName, onLeave }: Naming) {
  const [name, setName] = useState(first);
  const [busy, setBusy] = useState(false);
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    setBusy(true);
    const sent = onName(name.trim()).then(() => setName(''));
    void sent.catch(() => {}).finally(() => setBusy(false));
  };
  return (
    <form className="panel-form" onSubmit={submit}>
      <TextField label={label} value={name} maxLength={longestViewName} required onChange={setName} />
      <div className="row">
        <button type="submit" className="btn" disabled={busy || name.trim() === '' || name.trim() === first}>
          {button}
        </button>
        {onLeave && (
          <Button className="btn" onPress={onLeave}>
            Thôi
          </Button>
        )}
      </div>
    </form>
  );
}
