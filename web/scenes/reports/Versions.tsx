import { useQuery } from '@tanstack/react-query';
import { type ReactNode, useState } from 'react';
import { differ } from '../../../src/report/content/differ.ts';
import type { FieldPlace } from '../../../src/report/content/model.ts';
import { isText } from '../../../src/report/content/overlay.ts';
import type { ReportItemView, VersionsView } from '../../../src/report/views.ts';
import { ChoiceField } from '../../components/ChoiceField.tsx';
import { Loaded } from '../../components/Loaded.tsx';
import { sayMoment } from '../../words/time.ts';
import { WordDiff } from '../compare/WordDiff.tsx';
import { versionsOf } from './api.ts';
import { wordNames } from './CopySheet.tsx';
import { groupItems } from './group.ts';
import { wholeWords } from './say.ts';
import { sayValue } from './sayValue.ts';

type Props = { id: string; items: readonly ReportItemView[] };
type Version = VersionsView['versions'][number];

/** What changed between two versions that were sent: the last against the one before, or any two. */
export function Versions({ id, items }: Props) {
  const [open, setOpen] = useState(false);
  return (
    <details className="report-before" onToggle={({ currentTarget }) => setOpen(currentTarget.open)}>
      <summary>So sánh các bản đã gửi</summary>
      {open && <Compared id={id} items={items} />}
    </details>
  );
}

function Compared({ id, items }: Props) {
  const query = useQuery(versionsOf(id));
  return (
    <Loaded query={query} label="Đang tải các bản đã gửi">
      {({ versions }) =>
        versions.length < 2 ? (
          <p className="muted">Báo cáo mới gửi một lần, chưa có bản nào để so sánh.</p>
        ) : (
          <VersionPair versions={versions}>{(before, after) => <Two {...{ before, after, items }} />}</VersionPair>
        )
      }
    </Loaded>
  );
}

const nameOf = ({ version, by, at }: Pick<Version, 'version' | 'by' | 'at'>): string =>
  `Bản ${version}, ${by} gửi ${sayMoment(at)}`;

type PairProps<V> = { versions: readonly V[]; children: (before: V, after: V) => ReactNode };

/** Two versions to choose, the last and the one before it at first, and what they come to. */
export function VersionPair<V extends Pick<Version, 'version' | 'by' | 'at'>>({ versions, children }: PairProps<V>) {
  const [[from, to], setPair] = useState([versions.length - 2, versions.length - 1]);
  const [before, after] = [versions[from ?? 0], versions[to ?? 0]];
  if (!before || !after) return null;
  const choices = versions.map((one, at) => ({ value: String(at), label: nameOf(one) }));
  return (
    <div className="versions">
      <div className="row">
        <ChoiceField
          label="Bản trước"
          value={String(from)}
          choices={choices}
          onChange={(one) => setPair([Number(one), to ?? 0])}
        />
        <ChoiceField
          label="Bản sau"
          value={String(to)}
          choices={choices}
          onChange={(one) => setPair([from ?? 0, Number(one)])}
        />
      </div>
      {children(before, after)}
    </div>
  );
}

function Two({ before, after, items }: { before: Version; after: Version; items: readonly ReportItemView[] }) {
  const found = differ(before.content, after.content);
  if (found.length === 0) return <p className="muted">Hai bản giống nhau.</p>;
  return (
    <ul className="sheet-changes">
      {found.map((one) => (
        <li key={JSON.stringify(one.place)}>
          <b>{sayPlace(one.place, items)}</b>
          {isText(one.place) ? (
            <WordDiff
              before={String(one.before ?? '')}
              after={String(one.after ?? '')}
              names={['Bản trước', 'Bản sau']}
            />
          ) : (
            <p>
              {sayValue(one.before)} → {sayValue(one.after)}
            </p>
          )}
        </li>
      ))}
    </ul>
  );
}

const others: Record<string, string> = { state: 'Tình trạng', percent: 'Tỷ lệ hoàn thành (%)', figures: 'Số liệu' };

/** Where something stands in a report, in its words. */
export function sayPlace(place: FieldPlace, items: readonly ReportItemView[]): string {
  if (place.of === 'whole') return wholeWords[place.field].title;
  const field = (wordNames as Record<string, string>)[place.field] ?? others[place.field] ?? '';
  if (place.of === 'component')
    return `${field}: ${groupItems(items).find(({ key }) => key === place.key)?.name ?? ''}`;
  return `${field}: ${items.find(({ item }) => item.id === place.key)?.item.text ?? 'nhiệm vụ không còn được giao'}`;
}
