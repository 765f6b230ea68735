import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import { Button } from 'react-aria-components';
import { sayNumber } from '../../../src/kernel/number.ts';
import { sayDay } from '../../../src/kernel/plain-date.ts';
import { Tag } from '../../components/Tag.tsx';
import { sayWhyDue } from '../../words/due.ts';
import { sayStanding } from '../../words/work.ts';
import { usePrinting } from '../matrix/usePrinting.ts';
import type { Line } from './useCellWork.ts';

type Chosen = ReadonlySet<string>;

/** Days owed, the most urgent first; `by` tells whether lines differ by task or by unit. */
export function OwedLines({
  lines,
  today,
  by,
  chosen,
  onChoose,
  canChoose = isOpen,
}: {
  lines: readonly Line[];
  today: string;
  by: 'item' | 'agency';
  /** without it nothing can be chosen */
  chosen: Chosen | undefined;
  onChoose: (next: Chosen) => void;
  canChoose?: (owed: Line['owed']) => boolean;
}) {
  const [wanted, setShown] = useState(step);
  const shown = usePrinting() ? lines.length : wanted;
  const toggle = (id: string) => {
    const next = new Set(chosen);
    if (!next.delete(id)) next.add(id);
    onChoose(next);
  };
  return (
    <>
      <ul className="owed-lines" aria-label="Việc phải làm">
        {lines.slice(0, shown).map((line, at) => (
          <OwedLine
            key={line.owed.id}
            {...{ line, today, by }}
            above={lines[at - 1]}
            isOff={!canChoose(line.owed)}
            isChosen={chosen?.has(line.owed.id)}
            onToggle={chosen && (() => toggle(line.owed.id))}
          />
        ))}
      </ul>
      {lines.length > shown && (
        <Button className="btn" onPress={() => setShown(shown + step * 4)}>
          Xem thêm {sayNumber(lines.length - shown)} việc
        </Button>
      )}
    </>
  );
}

const step = 50;
const isOpen = ({ status }: Line['owed']): boolean => status !== 'done';

/** What the line above has said of the same task, or by the same rule, is not said again. */
function OwedLine({
  line,
  above,
  today,
  by,
  isOff,
  isChosen,
  onToggle,
}: {
  line: Line;
  above: Line | undefined;
  today: string;
  by: 'item' | 'agency';
  isOff: boolean;
  isChosen: boolean | undefined;
  onToggle: (() => void) | undefined;
}) {
  const { owed, request } = line;
  const { tone, word } = sayStanding(owed, today);
  const name = nameOf(line, by);
  const why = sayWhyDue(owed);
  const settled = owed.status === 'done';
  return (
    <li className="owed-line">
      {onToggle && (
        <input
          type="checkbox"
          className="work-choose"
          aria-label={['Chọn', name, owed.period].filter(Boolean).join(' ')}
          checked={isChosen ?? false}
          disabled={isOff}
          onChange={onToggle}
        />
      )}
      <div>
        {!(above && nameOf(above, by) === name) && <p className="owed-name">{name}</p>}
        <p className="work-tags">
          <Tag tone={tone}>{word}</Tag>
          {request && <span className="tag idle">Đề nghị</span>}
          <span>{[owed.period, sayDue(owed, settled)].filter(Boolean).join(', ')}</span>
          {owed.status === 'in-progress' && <span className="muted">đã làm {owed.percent}%</span>}
          <Link className="role" to="/giao-viec" search={(now) => historyOf(now, owed)} resetScroll={false}>
            Lịch sử
          </Link>
        </p>
        {owed.returned && <p className="work-returned">Bị trả lại: “{owed.returned}”</p>}
        {!(above && sayWhyDue(above.owed) === why) && <p className="role">{why}</p>}
      </div>
    </li>
  );
}

const nameOf = ({ agency, item }: Line, by: 'item' | 'agency'): string => (by === 'agency' ? agency : item.text);

const sayDue = ({ due, completedOn, event }: Line['owed'], settled: boolean): string => {
  if (settled && completedOn) return `xong ngày ${sayDay(completedOn)}, hạn ${due ? sayDay(due) : 'không có'}`;
  return due ? `phải xong ngày ${sayDay(due)}` : `chờ: ${event ?? 'sự kiện nêu trong kế hoạch'}`;
};

/** From the list of what was given out its filters stay; from elsewhere only the time does. */
const historyOf = (now: Record<string, unknown>, { itemId, assignmentId }: Line['owed']) => ({
  ...('mo' in now ? now : typeof now.ky === 'string' && { ky: now.ky }),
  ...{ mo: itemId, xem: assignmentId },
});
