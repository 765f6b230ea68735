import { useId, useState } from 'react';
import { Button } from 'react-aria-components';
import type { OwnEdit, OwnTask, TaskField } from '../../../src/publish/own-plan/model.ts';
import { EditText } from '../../components/EditText.tsx';
import { Tag } from '../../components/Tag.tsx';
import { AskText } from './AskText.tsx';
import { taskAnchor } from './Checks.tsx';
import { DivisionField } from './DivisionField.tsx';

type Props = {
  task: OwnTask;
  /** the list of the unit's divisions */
  divisions: string;
  write: (act: OwnEdit) => void;
  readOnly: boolean;
  warnings: string[];
};

/** One task: wording, product, day and division, with what the mother plan says where it differs. */
export function OwnTaskCard({ task, divisions, write, readOnly, warnings }: Props) {
  const set = (field: TaskField) => (value: string) => write({ kind: 'task', task: task.id, field, value });
  const { mother } = task;
  if (task.dropped !== null) return <Dropped {...{ task, write, readOnly }} />;
  return (
    <article className="own-task" id={taskAnchor(task.id)}>
      <Labelled label="Nhiệm vụ">
        {(id) => (
          <EditText
            id={id}
            label="Nội dung nhiệm vụ"
            value={task.text}
            readOnly={readOnly}
            check={(typed) =>
              typed.trim() === '' ? 'Nhiệm vụ cần có nội dung; muốn bỏ thì bấm “Bỏ khỏi kế hoạch”' : undefined
            }
            onCommit={set('text')}
          />
        )}
      </Labelled>
      {mother && mother.text.trim() !== task.text.trim() && (
        <p className="muted own-mother">Kế hoạch cấp trên: {mother.text}</p>
      )}
      <div className="own-task-facts">
        <Labelled label="Thời gian">
          {(id) => (
            <EditText
              id={id}
              label="Thời gian thực hiện"
              value={task.time ?? ''}
              readOnly={readOnly}
              onCommit={set('time')}
            />
          )}
        </Labelled>
        <Labelled label="Bộ phận chủ trì">
          {(id) => (
            <DivisionField
              id={id}
              list={divisions}
              value={task.division ?? ''}
              readOnly={readOnly}
              onCommit={set('division')}
            />
          )}
        </Labelled>
        <Labelled label="Sản phẩm">
          {(id) => (
            <EditText
              id={id}
              label="Sản phẩm, kết quả"
              value={task.result ?? ''}
              readOnly={readOnly}
              onCommit={set('result')}
            />
          )}
        </Labelled>
      </div>
      {mother?.time && mother.time !== task.time && <p className="muted own-mother">Hạn cấp trên: {mother.time}</p>}
      {mother === null && <Tag tone="idle">Việc của đơn vị</Tag>}
      {warnings.map((said) => (
        <p key={said} role="status">
          <Tag tone="late">{said}</Tag>
        </p>
      ))}
      {!readOnly && <Dropping {...{ task, write }} />}
    </article>
  );
}

function Labelled({ label, children }: { label: string; children: (id: string) => React.ReactNode }) {
  const id = useId();
  return (
    <div className="own-field">
      <label htmlFor={id}>{label}</label>
      {children(id)}
    </div>
  );
}

/** A task of the mother plan is not dropped without a word: who reads the register sees why. */
function Dropping({ task, write }: Pick<Props, 'task' | 'write'>) {
  const [asking, setAsking] = useState(false);
  if (task.mother === null)
    return (
      <Button className="link" onPress={() => write({ kind: 'drop', task: task.id, reason: 'Việc của đơn vị' })}>
        Bỏ việc này
      </Button>
    );
  if (!asking)
    return (
      <Button className="link" onPress={() => setAsking(true)}>
        Bỏ khỏi kế hoạch
      </Button>
    );
  return (
    <AskText
      label="Vì sao kế hoạch của đơn vị không có nhiệm vụ này"
      hint="Nhiệm vụ cấp trên giao vẫn còn hiệu lực; sổ theo dõi ghi là thiếu nhiệm vụ, kèm lý do ở dự thảo."
      button="Bỏ khỏi kế hoạch"
      onCancel={() => setAsking(false)}
      onText={(reason) => {
        write({ kind: 'drop', task: task.id, reason });
        setAsking(false);
      }}
    />
  );
}

function Dropped({ task, write, readOnly }: Pick<Props, 'task' | 'write' | 'readOnly'>) {
  return (
    <article className="own-task dropped" id={taskAnchor(task.id)}>
      <Tag tone="late">Không có trong kế hoạch của đơn vị</Tag>
      <p>{task.text}</p>
      <p className="muted">Lý do: {task.dropped}</p>
      {!readOnly && (
        <Button className="btn small" onPress={() => write({ kind: 'keep', task: task.id })}>
          Giữ lại
        </Button>
      )}
    </article>
  );
}
