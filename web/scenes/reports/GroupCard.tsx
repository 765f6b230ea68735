import { useId, useState } from 'react';
import { Button } from 'react-aria-components';
import { emptyLine, type FieldPlace, type LineField } from '../../../src/report/content/model.ts';
import type { ReportItemView, ReportView } from '../../../src/report/views.ts';
import type { Content } from './drafting.ts';
import { componentLine, type Group, isAnswered, lineOf, wordsBefore } from './group.ts';
import { ItemEvidence } from './ItemEvidence.tsx';
import { LineFields } from './LineFields.tsx';

type Props = {
  report: ReportView;
  group: Group;
  content: Content;
  previous: Content | null;
  readOnly: boolean;
  onWrite: (place: FieldPlace, value: unknown) => void;
};

/** The tasks of one component: answered one by one, or all at once. */
export function GroupCard({ report, group, content, previous, readOnly, onWrite }: Props) {
  const common = componentLine(content, group.key);
  const [whole, setWhole] = useState(common.state !== null || common.result !== '');
  const title = useId();
  const left = group.items.filter((one) => one.owes && !isAnswered(content, one, group.key)).length;
  const none = () => {
    for (const { item, owes } of group.items)
      if (owes && lineOf(content, item.id).state === null)
        onWrite({ of: 'item', key: item.id, field: 'state' }, 'none');
  };
  return (
    <section className="card report-group" aria-labelledby={title}>
      <header className="report-group-head">
        <h3 id={title}>
          {group.index && <span className="role">{group.index}</span>} {group.name}
        </h3>
        <p className="muted">{left > 0 ? `còn ${left} nhiệm vụ chưa nêu tình trạng` : 'đã nêu tình trạng'}</p>
        {!readOnly && (
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
            {left > 0 && (
              <Button className="btn small" onPress={none}>
                Không phát sinh{left > 1 ? ` (${left} nhiệm vụ)` : ''}
              </Button>
            )}
          </div>
        )}
      </header>
      {whole && (
        <div className="report-common">
          <p className="muted">Dùng cho mọi nhiệm vụ của nội dung này chưa trả lời riêng.</p>
          <LineFields
            label={group.name}
            line={common}
            targets={[]}
            brief
            readOnly={readOnly}
            onWrite={(field, value) => onWrite({ of: 'component', key: group.key, field }, value)}
          />
        </div>
      )}
      <ul className="report-items">
        {group.items.map((one) => (
          <Item key={one.item.id} one={one} {...{ report, content, previous, readOnly, onWrite }} />
        ))}
      </ul>
    </section>
  );
}

type ItemProps = Omit<Props, 'group'> & { one: ReportItemView };

function Item({ report, one: { item, owes, targets }, content, previous, readOnly, onWrite }: ItemProps) {
  const line = content.items[item.id] ?? emptyLine;
  const before = wordsBefore(previous, item.id);
  const write = (field: LineField, value: unknown) => onWrite({ of: 'item', key: item.id, field }, value);
  const carried = before !== undefined && line.result.trim() === '' && before.result.trim() !== '';
  return (
    <li className="report-item">
      <p className="report-text pre">{item.text}</p>
      <p className="role">
        {owes ? 'Đơn vị thực hiện' : 'Đơn vị phối hợp'}
        {item.time && `; ${item.time}`}
      </p>
      <LineFields
        label={item.text.slice(0, 120)}
        line={line}
        targets={owes ? targets : []}
        readOnly={readOnly}
        onWrite={write}
      />
      {owes && <ItemEvidence report={report} itemId={item.id} readOnly={readOnly} />}
      {before && (
        <details className="report-before">
          <summary>Kỳ trước</summary>
          <p className="pre">
            {[before.result, before.difficulty, before.proposal].filter((words) => words.trim() !== '').join('\n')}
          </p>
          {!readOnly && carried && (
            <Button className="link" onPress={() => write('result', before.result)}>
              Dùng lại kết quả kỳ trước rồi sửa
            </Button>
          )}
        </details>
      )}
    </li>
  );
}
