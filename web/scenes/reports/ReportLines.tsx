import { useState } from 'react';
import { Button } from 'react-aria-components';
import type { ReportDetailView } from '../../../src/report/views.ts';
import { EmptyState } from '../../components/Notice.tsx';
import { Contents, type Entry } from './Contents.tsx';
import type { Content } from './drafting.ts';
import { GroupCard } from './GroupCard.tsx';
import { countFilled, groupItems, isFilled } from './group.ts';
import { closedAtFirst, useFolds } from './useFolds.ts';
import type { Draft } from './useReportDraft.ts';

type Props = { detail: ReportDetailView & { content: Content }; draft: Draft; readOnly: boolean };

/** So many tasks are seen at a glance: none of them is folded away. */
const few = 8;

/** What a unit says of each of its tasks, folded by component where they are many. */
export function ReportLines({ detail, draft, readOnly }: Props) {
  const { fields, items } = detail;
  const { content } = draft;
  // What was left when the filter was turned on: a task does not go from under the hand that fills it in.
  const [only, setOnly] = useState<ReadonlySet<string> | null>(null);
  const left = items.filter((one) => one.owes && !isFilled(content, fields, one));
  const groups = groupItems(items).map((group, at) => {
    const { owed, filled } = countFilled(content, fields, group.items);
    return { group, id: `nhom-${at}`, left: readOnly ? 0 : owed - filled, total: readOnly ? 0 : owed };
  });
  const folds = useFolds(() => closedAtFirst(groups, items.length > few && groups.length > 1));
  if (items.length === 0)
    return (
      <div className="card">
        <EmptyState title="Đơn vị không có nhiệm vụ nào trong kỳ này" text="Báo cáo chỉ gồm phần chung ở trên." />
      </div>
    );
  const seen = groups.flatMap(({ group, ...one }) => {
    const shown = only === null ? group.items : group.items.filter(({ item }) => only.has(item.id));
    return shown.length === 0 ? [] : [{ ...one, group, shown }];
  });
  const entries = seen.map(({ id, group, ...one }): Entry => ({ id, name: group.name, level: 1, ...countsOf(one) }));
  const someOpen = seen.some(({ id }) => !folds.closed.has(id));
  return (
    <>
      <header className="report-lines-head">
        <h2>Kết quả từng nhiệm vụ</h2>
        {!readOnly && (
          <Button
            className={only ? 'chip on' : 'chip'}
            aria-pressed={only !== null}
            onPress={() => setOnly(only ? null : new Set(left.map(({ item }) => item.id)))}
          >
            Chưa điền ({left.length})
          </Button>
        )}
        {seen.length > 1 && (
          <Button className="link" onPress={() => folds.close(someOpen ? seen.map(({ id }) => id) : [])}>
            {someOpen ? 'Thu gọn tất cả' : 'Mở tất cả'}
          </Button>
        )}
      </header>
      {only && left.length === 0 && <p className="notice ok">Mọi nhiệm vụ đã được điền.</p>}
      <div className="with-contents">
        <Contents
          entries={entries}
          what="đã điền"
          onOpen={folds.open}
          next={readOnly ? null : 'Nhiệm vụ chưa điền tiếp theo'}
        />
        <div className="report-desk">
          {seen.map(({ group, id, shown }) => (
            <GroupCard
              key={`${group.key} ${group.items[0]?.item.id}`}
              report={detail.report}
              previous={detail.previous}
              {...{ id, group, shown, folds, fields, items, draft, readOnly }}
            />
          ))}
        </div>
      </div>
    </>
  );
}

const countsOf = ({ left, total }: { left: number; total: number }) => ({ left, total });
