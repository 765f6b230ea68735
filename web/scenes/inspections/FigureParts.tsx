import { Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { sayNumber } from '../../../src/kernel/number.ts';
import { sayDay } from '../../../src/kernel/plain-date.ts';
import type { FindingView, InspectionsView } from '../../../src/report/inspection/views.ts';
import { Tag } from '../../components/Tag.tsx';
import { nameAgencies } from '../../words/work.ts';
import { sayFinding } from './say.ts';

/** What figures of inspections are made of: a share that opens to the list behind it. */

type ShareProps = { label: string; said?: string | undefined; part: number; whole: number; children: ReactNode };

/** Nothing of nothing is no share: it is said so. */
export function Share({ label, said, part, whole, children }: ShareProps) {
  const share =
    whole === 0
      ? 'chưa có'
      : `${sayNumber(part)}/${sayNumber(whole)} (${sayNumber(Math.round((1000 * part) / whole) / 10)}%)`;
  return (
    <li>
      <details>
        <summary>
          <span>{label}</span>
          {said && <span className="muted">{said}</span>}
          <b>{share}</b>
        </summary>
        {children}
      </details>
    </li>
  );
}

export function Names({ title, names }: { title: string; names: readonly string[] }) {
  if (names.length === 0) return null;
  return (
    <p>
      <b>
        {title} ({names.length}):
      </b>{' '}
      {names.join(', ')}
    </p>
  );
}

type FindingListProps = { title: string; findings: readonly FindingView[]; all: InspectionsView };

export function FindingList({ title, findings, all }: FindingListProps) {
  const names = nameAgencies(all.agencies);
  if (findings.length === 0) return null;
  return (
    <>
      <p>
        <b>
          {title} ({findings.length})
        </b>
      </p>
      <ul>
        {findings.map((one) => {
          const { tone, word } = sayFinding(one, all.today);
          return (
            <li key={one.id}>
              <Link to="/kiem-tra/$id" params={{ id: one.inspectionId }}>
                {one.text}
              </Link>{' '}
              <span className="muted">
                {[one.heldBy && names.get(one.heldBy), one.due && `hạn ${sayDay(one.due)}`].filter(Boolean).join(', ')}
              </span>{' '}
              <Tag tone={tone}>{word}</Tag>
            </li>
          );
        })}
      </ul>
    </>
  );
}
