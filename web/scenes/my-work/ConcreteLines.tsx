import type { ConcreteDayView } from '../../../src/assignment/concrete/views.ts';
import { sayDay } from '../../../src/kernel/plain-date.ts';
import { Tag } from '../../components/Tag.tsx';
import { sayStanding } from '../../words/work.ts';

type Props = { lines: readonly ConcreteDayView[]; today: string; open: () => void };

/** What of a task is to be done on a day of its own, the nearest first. */
export function ConcreteLines({ lines, today, open }: Props) {
  return (
    <ul className="work-again" aria-label="Việc cụ thể chưa xong">
      {lines.map(({ id, text, due }) => {
        const { tone, word } = sayStanding({ status: 'open', due }, today);
        return (
          <li key={id}>
            <button type="button" className="link" onClick={open}>
              {text}
            </button>
            <span className="role">hạn {sayDay(due)}</span>
            <Tag tone={tone}>{word}</Tag>
          </li>
        );
      })}
    </ul>
  );
}
