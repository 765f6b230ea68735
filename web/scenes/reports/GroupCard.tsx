import { useId, useState } from 'react';
import { Button } from 'react-aria-components';
import { sayNumber } from '../../../src/kernel/number.ts';
import { sayDay } from '../../../src/kernel/plain-date.ts';
import { emptyLine, type LineField } from '../../../src/report/content/model.ts';
import { carryLine, lineWords, noneFor } from '../../../src/report/content/quick.ts';
import type { ReportDetailView, ReportItemView, ReportView } from '../../../src/report/views.ts';
import { Tag } from '../../components/Tag.tsx';
import { CopySheet } from './CopySheet.tsx';
import type { Content } from './drafting.ts';
import { FoldBody, FoldHead } from './Fold.tsx';
import { componentLine, countFilled, type Group, isAnswered, isFilled, wordsBefore } from './group.ts';
import { ItemEvidence } from './ItemEvidence.tsx';
import { LineFields } from './LineFields.tsx';
import { sayFilled, sayHeld } from './sayHeld.ts';
import type { Folds } from './useFolds.ts';
import type { Draft } from './useReportDraft.ts';

type Props = {
  id: string;
  /** what somebody wrote of the report */
  fields: ReportDetailView['fields'];
  report: ReportView;
  group: Group;
  /** those of its tasks that are looked at */
  shown: readonly ReportItemView[];
  folds: Folds;
  /** all tasks of the report: what is written of one may be put to others */
  items: readonly ReportItemView[];
  draft: Draft;
  previous: Content | null;
  readOnly: boolean;
};

/** The tasks of one component: answered one by one, or all at once. */
export function GroupCard({ id, fields, report, group, shown, folds, items, draft, previous, readOnly }: Props) {
  const { content, write, writeAll } = draft;
  const common = componentLine(content, group.key);
  const [whole, setWhole] = useState(common.state !== null || common.result !== '');
  const title = useId();
  const open = group.items.filter((one) => one.owes && !isAnswered(content, one, group.key));
  const folded = folds.closed.has(id);
  const none = noneFor(
    content,
    open.map(({ item }) => item.id),
  );
  return (
    <section className="card report-group" id={id} tabIndex={-1} aria-labelledby={title}>
      <header className="report-group-head">
        <h3 id={title}>
          <FoldHead id={id} folded={folded} onFold={folds.fold}>
            {group.index && <span className="role">{group.index}</span>} {group.name}
          </FoldHead>
        </h3>
        <p className="muted">
          {!readOnly && `${sayFilled(countFilled(content, fields, group.items))}. `}
          {folded || readOnly ? sayHeld(content, group) : null}
        </p>
        {!readOnly && !folded && (
          <div className="row">
            {group.items.length > 1 && (
              <Button
                className={whole ? 'btn small on' : 'btn small'}
                aria-expanded={whole}
                onPress={() => setWhole(!whole)}
              >
                Trả lời chung cả nội dung
              </Button>
            )}
            {none.length > 0 && (
              <Button
                className="btn small"
                onPress={() => writeAll(none, `Đã ghi “Không phát sinh” cho ${sayNumber(none.length)} nhiệm vụ.`)}
              >
                Không phát sinh{none.length > 1 ? ` (${none.length} nhiệm vụ)` : ''}
              </Button>
            )}
          </div>
        )}
      </header>
      <FoldBody id={id} folded={folded} onFound={folds.open} className="report-held">
        {whole && (
          <div className="report-common">
            <p className="muted">Dùng cho mọi nhiệm vụ của nội dung này chưa trả lời riêng.</p>
            <LineFields
              label={group.name}
              line={common}
              targets={[]}
              brief
              readOnly={readOnly}
              onWrite={(field, value) => write({ of: 'component', key: group.key, field }, value)}
            />
          </div>
        )}
        <ul className="report-items">
          {shown.map((one) => (
            <Item key={one.item.id} one={one} group={id} {...{ report, fields, items, draft, previous, readOnly }} />
          ))}
        </ul>
      </FoldBody>
    </section>
  );
}

type ItemProps = Omit<Props, 'group' | 'id' | 'shown' | 'folds'> & { one: ReportItemView; group: string };

function Item({ report, fields, one, group, items, draft, previous, readOnly }: ItemProps) {
  const { item, owes, targets } = one;
  const { content, write, writeAll } = draft;
  const [copies, setCopies] = useState(false);
  const line = content.items[item.id] ?? emptyLine;
  const isOpen = owes && !isFilled(content, fields, one);
  const before = wordsBefore(previous, item.id);
  const carried = previous === null ? [] : carryLine(content, previous, item.id);
  const saysWords = lineWords.some((field) => line[field].trim() !== '');
  return (
    <li className="report-item" {...(!readOnly && isOpen && { 'data-left': true, 'data-group': group, tabIndex: -1 })}>
      <p className="report-text pre">{item.text}</p>
      <p className="role">
        {owes ? 'Đơn vị thực hiện' : 'Đơn vị phối hợp'}
        {item.time && `; ${item.time}`}
      </p>
      <LineFields
        label={item.text.slice(0, 120)}
        line={line}
        targets={owes ? targets : []}
        register={one.register}
        readOnly={readOnly}
        onWrite={(field: LineField, value) => write({ of: 'item', key: item.id, field }, value)}
      />
      {!readOnly && (carried.length > 0 || (saysWords && items.length > 1)) && (
        <div className="row">
          {carried.length > 0 && (
            <Button className="link" onPress={() => writeAll(carried, 'Đã điền lời của kỳ trước, hãy sửa cho kỳ này.')}>
              Dùng lại lời kỳ trước
            </Button>
          )}
          {saysWords && items.length > 1 && (
            <Button className="link" onPress={() => setCopies(true)}>
              Chép sang nhiệm vụ khác
            </Button>
          )}
        </div>
      )}
      {copies && <CopySheet from={one} {...{ items, draft }} onClose={() => setCopies(false)} />}
      {one.after && <After after={one.after} cut={report.round.to} />}
      {owes && <ItemEvidence report={report} itemId={item.id} readOnly={readOnly} />}
      {before && (
        <details className="report-before">
          <summary>Kỳ trước</summary>
          <p className="pre">
            {[before.result, before.difficulty, before.proposal].filter((words) => words.trim() !== '').join('\n')}
          </p>
        </details>
      )}
    </li>
  );
}

/** What was done after the last day of the period: no part of this report. */
function After({ after, cut }: { after: NonNullable<ReportItemView['after']>; cut: string }) {
  return (
    <div className="report-after" role="note">
      <p>
        <Tag tone="idle">Sau ngày chốt số liệu {sayDay(cut)}</Tag>{' '}
        {after.completedOn && `Hoàn thành ngày ${sayDay(after.completedOn)}. `}Tính vào báo cáo kỳ sau.
      </p>
      {after.notes.map(({ day, text }) => (
        <p key={`${day} ${text}`} className="role pre">
          {sayDay(day)}: {text}
        </p>
      ))}
    </div>
  );
}
