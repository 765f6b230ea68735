import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { type FormEvent, useState } from 'react';
import { Button } from 'react-aria-components';
import type { EventDatedView } from '../../../src/assignment/event/views.ts';
import { sayNumber } from '../../../src/kernel/number.ts';
import { request } from '../../api.ts';
import type { ItemDetail } from '../../api-work.ts';
import { DayField } from '../../components/DayField.tsx';
import { Refusal } from '../../components/Notice.tsx';
import { toProblem } from '../../problem.ts';
import { currentSession } from '../../queries.ts';
import { oneItem } from '../../queries-work.ts';
import { say } from '../../state/toasts.ts';
import { today } from '../follow/useFollow.ts';
import { findEvents, mayDate, sayDated, sayDating, sayEvent, type WaitedEvent } from './events.ts';

/** The events a task waits for: who has a day, and one day for all who wait. */
export function EventDates({ detail: { item, assignments } }: { detail: ItemDetail }) {
  const { data: session } = useQuery(currentSession());
  const events = findEvents(assignments);
  if (events.length === 0) return null;
  const may = mayDate(session, assignments);
  return (
    <ul className="event-dates" aria-label="Sự kiện chờ nhập ngày">
      {events.map((event) => (
        <OneEvent key={event.event} itemId={item.id} event={event} may={may} />
      ))}
    </ul>
  );
}

/** The same for a task that is only known by its id. */
export function EventDatesOf({ itemId }: { itemId: string }) {
  const { data } = useQuery(oneItem(itemId));
  return data ? <EventDates detail={data} /> : null;
}

type One = { itemId: string; event: WaitedEvent; may: boolean };

function OneEvent({ itemId, event, may }: One) {
  const [open, setOpen] = useState(false);
  return (
    <li>
      <p>
        <span className="tag idle">○ Sự kiện</span> “{event.event}”: {sayEvent(event)}.
      </p>
      {may && (
        <Button className={open ? 'btn on' : 'btn'} aria-expanded={open} onPress={() => setOpen(!open)}>
          {event.waiting > 0 ? 'Nhập ngày cho mọi đơn vị' : 'Đổi ngày cho mọi đơn vị'}
        </Button>
      )}
      {may && open && <EventForm itemId={itemId} event={event} onDone={() => setOpen(false)} />}
    </li>
  );
}

const path = (itemId: string): string => `/work-items/${encodeURIComponent(itemId)}/event-dates`;

/** Sends the day, tells what it did, and offers the way back. */
function useDating(itemId: string, onDone: () => void) {
  const client = useQueryClient();
  const refresh = () => client.invalidateQueries({ queryKey: ['work'] });
  const undo = useMutation({
    mutationFn: (acts: readonly string[]) => request<{ taken: number }>('POST', `${path(itemId)}/undo`, { acts }),
    onSuccess: () => say('Đã hoàn tác.'),
    onError: (error) => say(toProblem(error).message, { tone: 'late' }),
    onSettled: refresh,
  });
  return useMutation({
    mutationFn: (asked: { event: string; due: string; overwrite: boolean }) =>
      request<EventDatedView>('POST', path(itemId), asked),
    onSuccess: (dated, { due }) => {
      onDone();
      const back = { action: { label: 'Hoàn tác', run: () => undo.mutate(dated.acts) } };
      say(sayDated(dated, due), dated.acts.length > 0 ? back : {});
    },
    onSettled: refresh,
  });
}

function EventForm({ itemId, event, onDone }: Omit<One, 'may'> & { onDone: () => void }) {
  const [due, setDue] = useState('');
  const [overwrite, setOverwrite] = useState(event.waiting === 0);
  const send = useDating(itemId, onDone);
  const comes = due === '' ? undefined : sayDating(event, due, overwrite, today());
  const submit = (submitted: FormEvent): void => {
    submitted.preventDefault();
    send.mutate({ event: event.event, due, overwrite });
  };
  return (
    <form className="panel-form" onSubmit={submit}>
      <DayField label="Phải xong ngày" required value={due} onChange={setDue} />
      {event.dated > 0 && (
        <label className="check">
          <input type="checkbox" checked={overwrite} onChange={({ target }) => setOverwrite(target.checked)} />
          Ghi đè cả ngày của {sayNumber(event.dated)} đơn vị đã nhập
        </label>
      )}
      <p className="role" aria-live="polite">
        {due !== '' && (comes ?? 'Không đơn vị nào đổi ngày: các đơn vị đã có ngày.')}
      </p>
      <Refusal error={send.error} />
      <div className="row">
        <button type="submit" className="btn primary" disabled={comes === undefined || send.isPending}>
          {send.isPending ? 'Đang ghi…' : 'Ghi ngày của sự kiện'}
        </button>
      </div>
    </form>
  );
}
