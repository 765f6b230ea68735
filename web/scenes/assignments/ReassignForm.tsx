import { useQueries, useQuery } from '@tanstack/react-query';
import { type FormEvent, useId, useMemo, useState } from 'react';
import { sayNumber } from '../../../src/kernel/number.ts';
import { TextField } from '../../components/Field.tsx';
import { ErrorState, Refusal, Skeleton } from '../../components/Notice.tsx';
import { oneItem } from '../../queries-work.ts';
import { useDraft } from '../../state/draft.ts';
import { AgencyPick } from '../agencies/AgencyPick.tsx';
import { treeOf } from '../agencies/api.ts';
import { type Chosen, type Extent, type Moving, movingActs, planMoving } from './reassign.ts';
import { useSteering } from './useSteering.ts';

type Props = { chosen: readonly Chosen[]; itemIds: readonly string[]; onDone: () => void };

/** Chuyển cho cơ quan khác: to whom, how much of it, why; how many days of how many agencies go over is told before. */
export function ReassignForm({ chosen, itemIds, onDone }: Props) {
  const ids = useMemo(() => [...new Set(itemIds)], [itemIds]);
  const items = useQueries({ queries: ids.map((id) => oneItem(id)) });
  const tree = useQuery(treeOf(undefined));
  const failed = tree.error ?? items.find(({ error }) => error)?.error;
  if (failed) {
    const again = () => void Promise.all([tree.refetch(), ...items.map(({ refetch }) => refetch())]);
    return <ErrorState error={failed} onRetry={again} />;
  }
  const assignments = items.flatMap(({ data }) => data?.assignments ?? []);
  if (!tree.data || items.some(({ data }) => !data)) return <Skeleton lines={4} label="Đang tải việc được giao" />;
  return <Form lines={tree.data.agencies} {...{ assignments, chosen, onDone }} />;
}

type FormProps = Omit<Props, 'itemIds'> & {
  assignments: Parameters<typeof planMoving>[0];
  lines: Parameters<typeof AgencyPick>[0]['lines'];
};

function Form({ assignments, lines, chosen, onDone }: FormProps) {
  const [reason, setReason, forget] = useDraft('bulk.reassign', '');
  const [to, setTo] = useState('');
  const byDays = chosen.some(({ occurrenceId }) => occurrenceId !== null);
  const [extent, setExtent] = useState<Extent>('whole');
  const moving = useMemo(() => planMoving(assignments, chosen, to, extent), [assignments, chosen, to, extent]);
  const acts = useMemo(() => movingActs(moving, to, reason), [moving, to, reason]);
  const steering = useSteering();
  const name = lines.find(({ id }) => id === to)?.name ?? '';
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    steering.mutate({
      ...{ acts, told: `Đã chuyển ${sayMoved(moving)} cho ${name}.` },
      onDone: () => {
        forget();
        onDone();
      },
    });
  };
  return (
    <form className="panel-form" onSubmit={submit}>
      <AgencyPick label="Chuyển cho cơ quan" lines={lines} value={to} onChange={setTo} />
      {byDays && <ExtentChoice {...{ extent, setExtent, chosen }} />}
      <TextField label="Lý do" required maxLength={2000} value={reason} onChange={setReason} />
      {to !== '' && <Preview moving={moving} name={name} />}
      <Refusal error={steering.error} />
      <div className="row">
        <button
          type="submit"
          className="btn primary"
          disabled={to === '' || reason.trim() === '' || moving.moves.length === 0 || steering.isPending}
        >
          {steering.isPending ? 'Đang ghi…' : `Chuyển ${sayMoved(moving)}`}
        </button>
      </div>
    </form>
  );
}

const sayMoved = ({ days, moves }: Moving): string =>
  days > 0 ? `${sayNumber(days)} lần đến hạn` : `${sayNumber(moves.length)} việc được giao`;

type Choice = { extent: Extent; setExtent: (extent: Extent) => void; chosen: readonly Chosen[] };

function ExtentChoice({ extent, setExtent, chosen }: Choice) {
  const name = useId();
  const ways = [
    ['whole', 'Mọi kỳ chưa xong của các việc này'],
    ['chosen', `Chỉ ${sayNumber(chosen.length)} lần đến hạn đã chọn`],
  ] as const;
  return (
    <fieldset className="choice">
      <legend>Chuyển những kỳ nào</legend>
      {ways.map(([value, word]) => (
        <label key={value} className="check">
          <input type="radio" name={name} checked={extent === value} onChange={() => setExtent(value)} />
          {word}
        </label>
      ))}
    </fieldset>
  );
}

/** What goes over, what is left out, and what the agency would owe twice. */
function Preview({ moving, name }: { moving: Moving; name: string }) {
  const { moves, from, already, twice } = moving;
  if (moves.length === 0)
    return <p className="work-note">{name} đang giữ các việc này, hoặc việc đã xong. Hãy chọn cơ quan khác.</p>;
  return (
    <div aria-live="polite">
      <p>
        Chuyển <b>{sayMoved(moving)}</b> của <b>{sayNumber(from.size)} cơ quan</b> cho <b>{name}</b>. Việc đã xong, tài
        liệu và lịch sử giữ nguyên; cơ quan nhận sẽ nhận việc và giao người của mình. Có thể hoàn tác.
      </p>
      {already > 0 && <p className="role">{sayNumber(already)} việc đã xong hoặc đang do cơ quan này giữ: bỏ qua.</p>}
      {twice > 0 && (
        <p className="work-note">
          {name} đã được giao {twice === 1 ? 'chính nhiệm vụ này' : `${sayNumber(twice)} nhiệm vụ trong số này`}: sau
          khi chuyển sẽ phải làm thêm phần của cơ quan khác.
        </p>
      )}
    </div>
  );
}
