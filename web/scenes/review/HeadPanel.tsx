import { sayNumber } from '../../../src/kernel/number.ts';
import { sayDay } from '../../../src/kernel/plain-date.ts';
import type { DocumentHead, Goal, IndexName, Result } from '../../../src/plan/model.ts';
import type { HeadField, ReviewAct } from '../../../src/plan/review.ts';
import { EditText } from '../../components/EditText.tsx';
import { indexNames } from '../../words/index-names.ts';
import { findTypedDay } from '../../words/time.ts';
import { FieldRow } from './TaskForm.tsx';

/** The head of the document: what identifies it can be corrected, the rest is shown as read. */
export function HeadPanel({
  head,
  act,
  readOnly,
}: {
  head: DocumentHead;
  act: (...acts: ReviewAct[]) => void;
  readOnly: boolean;
}) {
  const set = <F extends HeadField>(field: F, value: DocumentHead[F]) =>
    act({ kind: 'set-head', field, value } as ReviewAct);
  const text = (field: 'type' | 'number' | 'symbol' | 'place' | 'issuer' | 'title', label: string) => (
    <FieldRow label={label}>
      <EditText
        single={field !== 'title'}
        label={label}
        value={head[field] ?? ''}
        placeholder="không nêu"
        readOnly={readOnly}
        onCommit={(typed) => set(field, typed.trim() || null)}
      />
    </FieldRow>
  );
  return (
    <div className="panel">
      <div className="task-form">
        {text('type', 'Loại văn bản')}
        {text('number', 'Số')}
        {text('symbol', 'Ký hiệu')}
        <FieldRow label="Ngày ban hành">
          <EditText
            single
            label="Ngày ban hành"
            value={head.date ? sayDay(head.date) : ''}
            placeholder="không nêu"
            readOnly={readOnly}
            check={(typed) => (!typed.trim() || findTypedDay(typed) ? undefined : 'Ghi ngày theo dạng 15/12/2026.')}
            onCommit={(typed) => set('date', findTypedDay(typed) ?? null)}
          />
        </FieldRow>
        <FieldRow label="Năm thực hiện">
          <EditText
            single
            label="Năm thực hiện"
            value={head.year === null ? '' : String(head.year)}
            placeholder="không nêu"
            readOnly={readOnly}
            check={(typed) => (/^\s*((19|20|21)\d\d)?\s*$/.test(typed) ? undefined : 'Ghi năm bằng bốn chữ số.')}
            onCommit={(typed) => set('year', typed.trim() ? Number(typed) : null)}
          />
        </FieldRow>
        {text('title', 'Tên kế hoạch')}
        {text('issuer', 'Cơ quan ban hành')}
        {text('place', 'Nơi ban hành')}
        <FieldRow label="Chỉ số nâng cao">
          <IndexBoxes chosen={head.indices} readOnly={readOnly} onChange={(indices) => set('indices', indices)} />
        </FieldRow>
        <ReadOnly head={head} />
      </div>
    </div>
  );
}

function IndexBoxes({
  chosen,
  onChange,
  readOnly,
}: {
  chosen: readonly IndexName[];
  onChange: (names: IndexName[]) => void;
  readOnly: boolean;
}) {
  return (
    <div className="row">
      {indexNames.map((name) => (
        <label key={name} className="check">
          <input
            type="checkbox"
            disabled={readOnly}
            checked={chosen.includes(name)}
            onChange={(event) =>
              onChange(indexNames.filter((other) => (other === name ? event.target.checked : chosen.includes(other))))
            }
          />
          {name}
        </label>
      ))}
    </div>
  );
}

function ReadOnly({ head }: { head: DocumentHead }) {
  const { signer, references, addressees, recipients, results, goals } = head;
  return (
    <>
      <FieldRow label="Người ký">
        {signer ? (
          <span>{[signer.onBehalfOf, signer.title, signer.name].filter(Boolean).join(' · ')}</span>
        ) : (
          <Unstated />
        )}
      </FieldRow>
      <FieldRow label="Căn cứ, chỉ đạo">
        <Lines
          lines={references.map(({ number, date, issuer }) =>
            [number, date && `ngày ${sayDay(date)}`, issuer && `của ${issuer}`].filter(Boolean).join(' '),
          )}
        />
      </FieldRow>
      <FieldRow label="Kết quả đã nêu">
        <Lines lines={results.map(sayResult)} />
      </FieldRow>
      <FieldRow label="Mục tiêu">
        <Lines lines={goals.map(({ index, quote }: Goal) => [index, quote].filter(Boolean).join(': '))} />
      </FieldRow>
      {addressees.length > 0 && (
        <FieldRow label="Kính gửi">
          <Lines lines={addressees} />
        </FieldRow>
      )}
      <FieldRow label="Nơi nhận">
        <Lines lines={recipients} />
      </FieldRow>
    </>
  );
}

const Unstated = () => <span className="muted">không nêu</span>;

function Lines({ lines }: { lines: readonly string[] }) {
  if (lines.length === 0) return <Unstated />;
  return (
    <ul className="lines">
      {lines.map((line, at) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: what was read never moves
        <li key={at}>{line}</li>
      ))}
    </ul>
  );
}

const directions = { up: 'tăng', down: 'giảm', same: 'giữ nguyên' } as const;

/** "PAPI năm 2022: 42,24 điểm, hạng 30/63, tăng 3 bậc" of what is stated. */
function sayResult({
  index,
  dimension,
  year,
  score,
  outOf,
  rank,
  of,
  group,
  changeScore,
  changeRank,
  direction,
}: Result): string {
  const head = [index, dimension !== null && `nội dung ${dimension}`, year && `năm ${year}`].filter(Boolean).join(' ');
  const word = direction ? directions[direction] : '';
  const parts = [
    score !== null && `${sayNumber(score)}${outOf === null ? '' : `/${sayNumber(outOf)}`} điểm`,
    rank !== null && `hạng ${rank}${of === null ? '' : `/${of}`}`,
    group,
    changeScore !== null && `${word || 'thay đổi'} ${sayNumber(Math.abs(changeScore))} điểm`,
    changeRank !== null && `${word || 'thay đổi'} ${Math.abs(changeRank)} bậc`,
    changeScore === null && changeRank === null && word,
  ].filter(Boolean);
  return [head, parts.join(', ')].filter(Boolean).join(': ');
}
