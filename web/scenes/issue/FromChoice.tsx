import { type FormEvent, useId, useState } from 'react';
import type { IssueView } from '../../../src/assignment/views.ts';
import { sayNumber } from '../../../src/kernel/number.ts';
import { sayDay } from '../../../src/kernel/plain-date.ts';
import { DayField } from '../../components/DayField.tsx';
import { Tag } from '../../components/Tag.tsx';
import { leftOutCount, sayDays, sayLeftOut, waysOf, wayTaken } from './from.ts';

type Choosing = {
  preview: IssueView;
  /** what the server is asked: undefined is what is usual, 'all' the whole year, else a day */
  asked: string | undefined;
  onChoose: (asked: string | undefined) => void;
};

/** Cả năm, or from a day on: a plan given out late would else make everybody late at once. */
export function FromChoice({ preview, asked, onChoose }: Choosing) {
  const [typing, setTyping] = useState(false);
  const name = useId();
  const ways = waysOf(preview);
  const taken = typing ? undefined : wayTaken(ways, asked);
  const ownDay = taken === undefined;
  return (
    <section className="card issue-from" aria-labelledby={`${name}-title`}>
      <fieldset>
        <legend>
          <h2 id={`${name}-title`}>Giao việc từ ngày nào</h2>
        </legend>
        {ways.map((way) => (
          <label key={way.name} className="check">
            <input
              type="radio"
              name={name}
              checked={taken?.name === way.name}
              onChange={() => {
                setTyping(false);
                onChoose(way.asked);
              }}
            />
            <span>
              <b>{way.word}</b> {way.figures && <span className="role">{way.figures}</span>}
            </span>
          </label>
        ))}
        <label className="check">
          <input type="radio" name={name} checked={ownDay} onChange={() => setTyping(true)} />
          <b>Từ ngày khác</b>
        </label>
        {ownDay && <OwnDay asked={asked} onChoose={onChoose} />}
      </fieldset>
      <LeftOut preview={preview} />
    </section>
  );
}

/** A day of one's own is counted when it is all typed. */
function OwnDay({ asked, onChoose }: Pick<Choosing, 'asked' | 'onChoose'>) {
  const [day, setDay] = useState(asked === undefined || asked === 'all' ? '' : asked);
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    if (day !== '') onChoose(day);
  };
  return (
    <form className="issue-own-day" onSubmit={submit}>
      <DayField label="Từ ngày" hint="việc có hạn trước ngày này không tạo" value={day} onChange={setDay} required />
      <button type="submit" className="btn">
        Tính lại theo ngày này
      </button>
    </form>
  );
}

/** What is left out, with its periods: nothing is hidden, and nothing is lost. */
function LeftOut({ preview }: { preview: IssueView }) {
  const { leftOut, owedFrom } = preview;
  const count = leftOutCount(preview);
  if (count === 0 || owedFrom === null) return null;
  return (
    <>
      <details>
        <summary>
          <Tag tone="idle">{sayNumber(count)}</Tag> lần có hạn trước {sayDay(owedFrom)} không tạo: {sayLeftOut(preview)}
        </summary>
        <ul className="issue-lines">
          {leftOut.map((line) => (
            <li key={`${line.kind} ${line.key}`}>
              {line.text}
              <span className="role">
                {' '}
                {sayDays(line)} · {sayNumber(line.occurrences)} lần
              </span>
            </li>
          ))}
        </ul>
      </details>
      <p className="role">Muốn thêm các lần này sau, hãy giao lại với ngày sớm hơn. Việc đã giao không bị thu hồi.</p>
    </>
  );
}
