import { useState } from 'react';
import { Button } from 'react-aria-components';
import { sayNumber } from '../../../src/kernel/number.ts';
import { Sheet } from '../../components/Sheet.tsx';
import { BulkComplete } from './BulkComplete.tsx';
import { HandOnForm } from './HandOnForm.tsx';
import type { Line } from './layout.ts';
import { actOn, type useActs } from './useActs.ts';

type Props = { lines: readonly Line[]; today: string; acts: ReturnType<typeof useActs>; onClear: () => void };

/** What can be done with all that is chosen. It stands at the foot while something is. */
export function BulkBar({ lines, today, acts, onClear }: Props) {
  const [asking, setAsking] = useState<'complete' | 'hand-on' | null>(null);
  const ask = (what: 'complete' | 'hand-on') => {
    acts.reset();
    setAsking(what);
  };
  const fresh = firstOfEach(lines.filter(({ owed }) => !owed.accepted));
  const live = lines.filter(({ owed }) => owed.status !== 'waiting');
  const done = () => {
    setAsking(null);
    onClear();
  };
  return (
    <section className="bulk-bar" aria-label="Việc đã chọn">
      <b aria-live="polite">Đã chọn {sayNumber(lines.length)} việc</b>
      {fresh.length > 0 && (
        <Button
          className="btn"
          isDisabled={acts.isPending}
          onPress={() =>
            acts.mutate({
              acts: fresh.map(({ owed }) => actOn(owed, { kind: 'accept' })),
              told: `Đã nhận ${sayNumber(fresh.length)} việc.`,
              onDone: done,
            })
          }
        >
          Nhận việc
        </Button>
      )}
      <Button className="btn" isDisabled={acts.isPending} onPress={() => ask('hand-on')}>
        Chuyển người thực hiện
      </Button>
      {live.length > 0 && (
        <Button className="btn primary" isDisabled={acts.isPending} onPress={() => ask('complete')}>
          Hoàn thành {sayNumber(live.length)} việc
        </Button>
      )}
      <Button className="link" onPress={onClear}>
        Bỏ chọn
      </Button>
      <Sheet
        title={`Hoàn thành ${sayNumber(live.length)} việc`}
        isOpen={asking === 'complete'}
        onClose={() => setAsking(null)}
      >
        <BulkComplete lines={live} today={today} acts={acts} onDone={done} />
      </Sheet>
      <Sheet
        title={`Chuyển ${sayNumber(lines.length)} việc cho người thực hiện`}
        isOpen={asking === 'hand-on'}
        onClose={() => setAsking(null)}
      >
        <HandOnForm about={firstOfEach(lines).map(({ owed }) => owed)} acts={acts} onDone={done} />
      </Sheet>
    </section>
  );
}

/** Accepting and handing on are of the whole assignment: once, however many of its days are chosen. */
const firstOfEach = (lines: readonly Line[]): Line[] => [
  ...new Map(lines.map((line) => [line.owed.assignmentId, line])).values(),
];
