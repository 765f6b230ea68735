import { useId, useState } from 'react';
import { Button } from 'react-aria-components';
import type { ConcreteChange } from '../../../src/assignment/concrete/model.ts';
import { isDone } from '../../../src/assignment/concrete/share.ts';
import { newId } from '../../../src/kernel/ids.ts';
import type { PlainDate } from '../../../src/kernel/plain-date.ts';
import { sayDay } from '../../../src/kernel/plain-date.ts';
import type { HistoryEntry, Owed } from '../../api-work.ts';
import { DayField } from '../../components/DayField.tsx';
import { EditText } from '../../components/EditText.tsx';
import { Tag } from '../../components/Tag.tsx';
import { say } from '../../state/toasts.ts';
import { sayStanding } from '../../words/work.ts';
import { ConcreteShare } from './ConcreteShare.tsx';
import { sayRecorded } from './mark.ts';
import { SavedWords } from './SavedWords.tsx';
import type { ChangeSearch } from './search.ts';
import { type ShownAct, useConcreteActs } from './useConcreteActs.ts';
import { Villages } from './Villages.tsx';

type Props = {
  owed: Owed;
  history: readonly HistoryEntry[];
  today: string;
  readOnly: boolean;
  /** the plan names no act: the unit is asked for its own */
  asked: boolean;
  change: ChangeSearch;
};

const nameless = (id: string): ShownAct => ({ id, text: '', product: null, due: null, villages: [], done: null });

/**
 * What the unit will concretely do: each act with its product and day, villages as a tick list. Each change is kept by itself, so
 * that several may work at it at the same time.
 */
export function ConcreteActs({ owed, history, today, readOnly, asked, change: go }: Props) {
  const { acts, sender, change, undo } = useConcreteActs(owed.assignmentId, history);
  const [named, setNamed] = useState<readonly string[]>([]);
  const title = useId();
  const done = acts.filter(isDone).length;
  // A row without words is not an act yet: it becomes one, under the id of its row, when it is named.
  const rows = [...acts, ...named.filter((id) => !acts.some((act) => act.id === id)).map(nameless)];
  const remove = ({ id, text }: ShownAct) => {
    setNamed(named.filter((one) => one !== id));
    if (text === '') return;
    const removal = change(id, { kind: 'remove' });
    say('Đã bỏ việc cụ thể.', { action: { label: 'Hoàn tác', run: () => undo(removal) } });
  };
  if (readOnly && acts.length === 0) return null;
  return (
    <section aria-labelledby={title} className="concrete">
      <h3 id={title}>
        Việc cụ thể của đơn vị{' '}
        {acts.length > 0 && (
          <span className="muted num">
            ({done}/{acts.length} xong)
          </span>
        )}
      </h3>
      {acts.length === 0 && asked && (
        <p className="muted">Ghi từng việc đơn vị sẽ làm, sản phẩm và ngày của việc đó.</p>
      )}
      <ol className="concrete-list">
        {rows.map((act, at) => (
          <ActItem
            key={act.id}
            {...{ act, today, readOnly }}
            agencyId={owed.agencyId}
            number={at + 1}
            onChange={(to) => change(act.id, to)}
            onRemove={() => remove(act)}
          />
        ))}
      </ol>
      {!readOnly && (
        <div className="row">
          <Button className="btn small" onPress={() => setNamed([...named, newId()])}>
            Thêm việc cụ thể
          </Button>
          <SavedWords sender={sender} />
        </div>
      )}
      {!readOnly && <ConcreteShare acts={acts} owed={owed} change={go} />}
    </section>
  );
}

const example = 'Việc sẽ làm, ví dụ: Niêm yết danh sách hộ nghèo tại nhà văn hóa thôn';

type ItemProps = Pick<Props, 'today' | 'readOnly'> & {
  act: ShownAct;
  agencyId: string;
  number: number;
  onChange: (to: ConcreteChange) => void;
  onRemove: () => void;
};

function ActItem({ act, number, agencyId, today, readOnly, onChange, onRemove }: ItemProps) {
  const { text, done, villages } = act;
  const name = text === '' ? `việc cụ thể ${number}` : text;
  const call = (text: string) =>
    onChange(act.text === '' ? { kind: 'add', text, product: null, due: null, villages: [] } : { kind: 'text', text });
  return (
    <li className="concrete-act" data-done={isDone(act) || undefined}>
      <label className="check">
        <input
          type="checkbox"
          checked={done !== null}
          disabled={readOnly || text === ''}
          aria-label={`Đã xong: ${name}`}
          onChange={({ target }) => onChange({ kind: 'done', on: target.checked ? (today as PlainDate) : null })}
        />
        <EditText
          label={`Việc cụ thể ${number}`}
          placeholder={example}
          value={text}
          readOnly={readOnly}
          // Without words it would be none: who wants that takes it away.
          check={(typed) => (typed.trim() === '' ? 'Ghi nội dung việc, hoặc bấm “Bỏ việc này”' : undefined)}
          onCommit={(value) => call(value.trim())}
        />
      </label>
      {text !== '' && (
        <>
          <Facts {...{ act, today, readOnly, onChange }} />
          <Villages {...{ villages, agencyId, today, readOnly, onChange }} of={name} />
        </>
      )}
      {!readOnly && (
        <Button className="link" aria-label={`Bỏ việc này: ${name}`} onPress={onRemove}>
          Bỏ việc này
        </Button>
      )}
    </li>
  );
}

/** Its product, the day it is to be done by and how that stands, and who recorded that it is done. */
function Facts({ act, today, readOnly, onChange }: Pick<ItemProps, 'act' | 'today' | 'readOnly' | 'onChange'>) {
  const { text, product, due, done } = act;
  const { tone, word } = sayStanding({ status: 'open', due }, today);
  return (
    <div className="concrete-more">
      <div className="concrete-product">
        <span className="role">Sản phẩm</span>
        <EditText
          label={`Sản phẩm của ${text}`}
          placeholder="không nêu"
          value={product ?? ''}
          readOnly={readOnly}
          onCommit={(value) => onChange({ kind: 'product', product: value.trim() || null })}
        />
      </div>
      {readOnly ? (
        <span>{due ? `xong ngày ${sayDay(due)}` : ''}</span>
      ) : (
        <DayField
          label="Xong ngày"
          hint=""
          value={due ?? ''}
          onChange={(day) => (day || null) !== due && onChange({ kind: 'due', due: (day || null) as PlainDate | null })}
        />
      )}
      {done && (
        <span>
          <Tag tone="ok">Xong ngày {sayDay(done.on)}</Tag> <span className="role">{sayRecorded(done)}</span>
        </span>
      )}
      {!isDone(act) && due !== null && <Tag tone={tone}>{word}</Tag>}
    </div>
  );
}
