import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { Button } from 'react-aria-components';
import type { AskedExtensionsView } from '../../../src/assignment/extension/views.ts';
import { sayNumber } from '../../../src/kernel/number.ts';
import { sayDay } from '../../../src/kernel/plain-date.ts';
import { currentSession } from '../../queries.ts';
import { askedExtensions, maySteer } from '../../queries-follow.ts';
import { nameAgencies } from '../../words/work.ts';
import { type Answer, AnswerForm } from './AnswerForm.tsx';

type Asking = AskedExtensionsView['owed'][number];

/** Days that units have asked to be moved, for whoever may answer; nothing where nobody waits. */
export function Extensions() {
  const { data: session } = useQuery(currentSession());
  const { data } = useQuery({ ...askedExtensions(), enabled: maySteer(session) });
  const [all, setAll] = useState(false);
  if (!data || data.owed.length === 0) return null;
  const names = nameAgencies(data.agencies);
  const items = new Map(data.items.map((item) => [item.id, item.text]));
  const shown = all ? data.owed : data.owed.slice(0, few);
  return (
    <section className="card panel asked-extensions" aria-labelledby="asked-extensions">
      <h2 id="asked-extensions">Đề nghị gia hạn chờ trả lời ({sayNumber(data.owed.length)})</h2>
      <ul>
        {shown.map((owed) => (
          <Line key={owed.id} owed={owed} unit={names.get(owed.agencyId) ?? ''} text={items.get(owed.itemId) ?? ''} />
        ))}
      </ul>
      {shown.length < data.owed.length && (
        <Button className="btn" onPress={() => setAll(true)}>
          Xem thêm {sayNumber(data.owed.length - shown.length)} đề nghị
        </Button>
      )}
    </section>
  );
}

const few = 5;

function Line({ owed, unit, text }: { owed: Asking; unit: string; text: string }) {
  const [answer, setAnswer] = useState<Answer | null>(null);
  const toggle = (next: Answer) => setAnswer(answer === next ? null : next);
  if (!owed.asked) return null;
  return (
    <li>
      <div className="panel-row">
        <div>
          <b>{unit}</b>
          {owed.period && `, ${owed.period}`}: {owed.due && `hạn ${sayDay(owed.due)}`}, đề nghị đến{' '}
          <b>{sayDay(owed.asked.due)}</b>
          <small>{text}</small>
          <small>Lý do: {owed.asked.reason}</small>
        </div>
        <span className="row">
          <Button
            className="btn small"
            aria-expanded={answer === 'extend'}
            aria-label={`Đồng ý gia hạn: ${unit}, ${text.slice(0, 120)}`}
            onPress={() => toggle('extend')}
          >
            Đồng ý
          </Button>
          <Button
            className="btn small"
            aria-expanded={answer === 'decline'}
            aria-label={`Không đồng ý gia hạn: ${unit}, ${text.slice(0, 120)}`}
            onPress={() => toggle('decline')}
          >
            Không đồng ý
          </Button>
        </span>
      </div>
      {answer && <AnswerForm key={answer} answer={answer} owed={owed} onDone={() => setAnswer(null)} />}
    </li>
  );
}
