import { useId } from 'react';
import { Button } from 'react-aria-components';
import type { ConcreteAct } from '../../../src/assignment/model.ts';
import { newId } from '../../../src/kernel/ids.ts';
import type { PlainDate } from '../../../src/kernel/plain-date.ts';
import { sayDay } from '../../../src/kernel/plain-date.ts';
import { DayField } from '../../components/DayField.tsx';
import { EditText } from '../../components/EditText.tsx';
import { say } from '../../state/toasts.ts';
import { sayClock } from '../../words/time.ts';
import { type Saving, useConcreteActs } from './useConcreteActs.ts';
import { Villages } from './Villages.tsx';

type Props = {
  assignmentId: string;
  agencyId: string;
  kept: readonly ConcreteAct[];
  today: string;
  readOnly: boolean;
  /** the plan names no act: the unit is asked for its own */
  asked: boolean;
};

const fresh = (): ConcreteAct => ({ id: newId(), text: '', product: null, due: null, villages: [], doneOn: null });

/** What the unit will concretely do: each act with its product and day, villages as a tick list. Saves itself. */
export function ConcreteActs({ assignmentId, agencyId, kept, today, readOnly, asked }: Props) {
  const { acts, setActs, saving, again } = useConcreteActs(assignmentId, kept);
  const title = useId();
  const done = acts.filter(({ doneOn }) => doneOn !== null).length;
  const change = (id: string, to: Partial<ConcreteAct>) =>
    setActs(acts.map((act) => (act.id === id ? { ...act, ...to } : act)));
  const remove = (gone: ConcreteAct) => {
    const before = acts;
    setActs(acts.filter(({ id }) => id !== gone.id));
    if (gone.text.trim() !== '')
      say('Đã bỏ việc cụ thể.', { action: { label: 'Hoàn tác', run: () => setActs(before) } });
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
        {acts.map((act, at) => (
          <ActItem
            key={act.id}
            {...{ act, agencyId, today, readOnly }}
            number={at + 1}
            onChange={(to) => change(act.id, to)}
            onRemove={() => remove(act)}
          />
        ))}
      </ol>
      {!readOnly && (
        <div className="row">
          <Button className="btn small" onPress={() => setActs([...acts, fresh()])}>
            Thêm việc cụ thể
          </Button>
          <SavedWords saving={saving} again={again} />
        </div>
      )}
    </section>
  );
}

function SavedWords({ saving, again }: { saving: Saving; again: () => void }) {
  return (
    <span className={saving.state === 'failed' ? 'form-error' : 'muted'} role="status">
      {saving.state === 'waiting' && 'Đang lưu…'}
      {saving.state === 'saved' && saving.at && `Đã lưu lúc ${sayClock(saving.at)}`}
      {saving.state === 'failed' && (
        <>
          ▲ Chưa lưu được, vẫn giữ trên máy này. {saving.why.status !== 0 && saving.why.message}{' '}
          <button type="button" className="link" onClick={again}>
            Lưu lại
          </button>
        </>
      )}
    </span>
  );
}

type ItemProps = Pick<Props, 'agencyId' | 'today' | 'readOnly'> & {
  act: ConcreteAct;
  number: number;
  onChange: (to: Partial<ConcreteAct>) => void;
  onRemove: () => void;
};

function ActItem({ act, number, agencyId, today, readOnly, onChange, onRemove }: ItemProps) {
  const { text, product, due, doneOn, villages } = act;
  const name = text.trim() === '' ? `việc cụ thể ${number}` : text;
  return (
    <li className="concrete-act" data-done={doneOn !== null || undefined}>
      <label className="check">
        <input
          type="checkbox"
          checked={doneOn !== null}
          disabled={readOnly}
          aria-label={`Đã xong: ${name}`}
          onChange={({ target }) => onChange({ doneOn: target.checked ? (today as PlainDate) : null })}
        />
        <EditText
          label={`Việc cụ thể ${number}`}
          placeholder="Việc sẽ làm, ví dụ: Niêm yết danh sách hộ nghèo tại nhà văn hóa thôn"
          value={text}
          readOnly={readOnly}
          onCommit={(value) => onChange({ text: value })}
        />
      </label>
      <div className="concrete-more">
        <div className="concrete-product">
          <span className="role">Sản phẩm</span>
          <EditText
            label={`Sản phẩm của ${name}`}
            placeholder="không nêu"
            value={product ?? ''}
            readOnly={readOnly}
            onCommit={(value) => onChange({ product: value.trim() || null })}
          />
        </div>
        {readOnly ? (
          <span>{due ? `xong ngày ${sayDay(due)}` : ''}</span>
        ) : (
          <DayField
            label="Xong ngày"
            hint=""
            value={due ?? ''}
            onChange={(day) => onChange({ due: (day || null) as PlainDate | null })}
          />
        )}
        {doneOn && <span className="tag ok">● Xong ngày {sayDay(doneOn)}</span>}
      </div>
      <Villages
        {...{ villages, agencyId, today, readOnly }}
        of={name}
        onChange={(next) => onChange({ villages: next })}
      />
      {!readOnly && (
        <Button className="link" aria-label={`Bỏ việc này: ${name}`} onPress={onRemove}>
          Bỏ việc này
        </Button>
      )}
    </li>
  );
}
