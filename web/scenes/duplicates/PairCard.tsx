import { Link } from '@tanstack/react-router';
import { type KeyboardEvent, useMemo } from 'react';
import { Button } from 'react-aria-components';
import { dayInVietnam, sayDay } from '../../../src/kernel/plain-date.ts';
import { Tag } from '../../components/Tag.tsx';
import { sayPlan } from '../../words/plan.ts';
import { sayComponent } from '../../words/work.ts';
import type { Decision, Pair, Side } from './api.ts';
import { markDifference, type Piece, sayAgencies, sayBoth, sayOpen } from './say.ts';

type Props = {
  pair: Pair;
  names: ReadonlyMap<string, string>;
  /** names it where it is read aloud */
  at: string;
  isPending: boolean;
  onDecide: (decision: Decision | null) => void;
  onKeyDown: (event: KeyboardEvent<HTMLElement>) => void;
};

/** Two tasks side by side: whose they are, until when, and what their wordings differ in. */
export function PairCard({ pair, names, at, isPending, onDecide, onKeyDown }: Props) {
  const { item, other, decision } = pair;
  const marked = useMemo(() => markDifference(item.item.text, other.item.text), [item.item.text, other.item.text]);
  const within = item.plan.id === other.plan.id;
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: arrows walk from pair to pair
    <li className="card pair" tabIndex={0} aria-label={at} onKeyDown={onKeyDown}>
      <p className="pair-head">
        <Standing pair={pair} />
        <span className="muted">
          {within ? 'Trong cùng một kế hoạch' : 'Giữa hai kế hoạch'}, giống nhau {Math.round(pair.score * 100)}%
        </span>
      </p>
      <div className="pair-sides">
        <OneSide side={item} pieces={marked.one} names={names} />
        <OneSide side={other} pieces={marked.other} names={names} />
      </div>
      <p className="prose">{sayBoth(pair)}</p>
      <div className="row">
        {decision !== 'same' && (
          <Button className="btn" isDisabled={isPending} onPress={() => onDecide('same')}>
            Là một việc{' '}
            <span aria-hidden="true">
              <kbd>1</kbd>
            </span>
          </Button>
        )}
        {decision !== 'different' && (
          <Button className="btn" isDisabled={isPending} onPress={() => onDecide('different')}>
            Không trùng{' '}
            <span aria-hidden="true">
              <kbd>2</kbd>
            </span>
          </Button>
        )}
        {decision !== null && (
          <Button className="btn" isDisabled={isPending} onPress={() => onDecide(null)}>
            Bỏ quyết định
          </Button>
        )}
      </div>
    </li>
  );
}

function Standing({ pair: { decision, decidedBy, decidedAt } }: Pick<Props, 'pair'>) {
  if (decision === null) return <Tag tone="due">Chưa xem</Tag>;
  const by = [decidedBy, decidedAt && sayDay(dayInVietnam(new Date(decidedAt)))].filter(Boolean).join(', ');
  return (
    <>
      <Tag tone={decision === 'same' ? 'ok' : 'idle'}>{decision === 'same' ? 'Là một việc' : 'Không trùng'}</Tag>
      {by && <span className="muted">{by}</span>}
    </>
  );
}

function OneSide({ side, pieces, names }: { side: Side; pieces: readonly Piece[]; names: Props['names'] }) {
  const { item, plan } = side;
  return (
    <article className="pair-side">
      <p className="role">
        {sayPlan(plan)} · {[item.index, sayComponent(item)].filter(Boolean).join(' · ')}
      </p>
      <p className="pre">
        {pieces.map(({ text, marked }, at) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: parts of a sentence never move
          <span key={at}>{marked ? <mark>{text}</mark> : text}</span>
        ))}
      </p>
      <dl className="work-facts">
        <div>
          <dt>Thực hiện</dt>
          <dd>{sayAgencies(side.owing, side.owingFirst, names)}</dd>
        </div>
        <div>
          <dt>Chủ trì</dt>
          <dd>{sayAgencies(side.leads, side.leadsFirst, names)}</dd>
        </div>
        <div>
          <dt>Thời hạn</dt>
          <dd>{sayOpen(side)}</dd>
        </div>
      </dl>
      <Link to="/giao-viec" search={{ 'ke-hoach': plan.id, mo: item.id }}>
        Mở trong việc đã giao
      </Link>
    </article>
  );
}
