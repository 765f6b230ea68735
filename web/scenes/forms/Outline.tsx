import { type DragEvent, type KeyboardEvent, type ReactNode, useEffect, useRef, useState } from 'react';
import { Button } from 'react-aria-components';
import { move, place, remove } from '../../../src/report/form/arrange.ts';
import type { FormFault } from '../../../src/report/form/check.ts';
import { type Form, type FormItem, isGroup } from '../../../src/report/form/model.ts';
import { kindWords } from '../../../src/report/form/words.ts';

type Props = {
  form: Form;
  faults: readonly FormFault[];
  chosen: string | null;
  onChoose: (name: string) => void;
  onChange: (form: Form) => void;
  readOnly: boolean;
  /** what the chosen one is changed with, right below it */
  editor: ReactNode;
};

/** The questions of a form in their order: chosen to be changed, dragged, or moved with Alt and the arrow keys. */
export function Outline(props: Props) {
  const { form } = props;
  const [dragged, setDragged] = useState<string | null>(null);
  const [over, setOver] = useState<string | null>(null);
  // What is moved by keyboard may stand in another list now: the hand stays on it.
  const moved = useRef<string | null>(null);
  // biome-ignore lint/correctness/useExhaustiveDependencies: each change of the order may be that of a move
  useEffect(() => {
    if (moved.current !== null) document.getElementById(`form-pick-${moved.current}`)?.focus();
    moved.current = null;
  }, [form]);
  const onMove = (name: string, by: -1 | 1) => {
    moved.current = name;
    props.onChange(move(form, name, by));
  };
  const drop = (before: string | null) => {
    if (dragged !== null) props.onChange(place(form, dragged, before));
    setDragged(null);
    setOver(null);
  };
  const dragging = { over, onMove, onDrag: setDragged, onOver: setOver, onDrop: drop };
  return (
    <ol className="form-outline" aria-label="Các câu hỏi">
      {form.items.map((item) => (
        <li key={item.name}>
          <Row {...props} {...dragging} item={item} />
          {props.chosen === item.name && props.editor}
          {isGroup(item) && (
            <ol>
              {item.questions.map((question) => (
                <li key={question.name}>
                  <Row {...props} {...dragging} item={question} />
                  {props.chosen === question.name && props.editor}
                </li>
              ))}
            </ol>
          )}
        </li>
      ))}
      {dragged !== null && (
        <li
          className={over === '' ? 'form-drop on' : 'form-drop'}
          onDragOver={(event) => {
            event.preventDefault();
            setOver('');
          }}
          onDrop={() => drop(null)}
        >
          Thả vào đây để đưa xuống cuối
        </li>
      )}
    </ol>
  );
}

type RowProps = Props & {
  item: FormItem;
  over: string | null;
  onMove: (name: string, by: -1 | 1) => void;
  onDrag: (name: string | null) => void;
  onOver: (name: string) => void;
  onDrop: (before: string | null) => void;
};

function Row({
  item,
  form,
  faults,
  chosen,
  onChoose,
  onChange,
  readOnly,
  over,
  onMove,
  onDrag,
  onOver,
  onDrop,
}: RowProps) {
  const { name, label } = item;
  const wrong = faults.some((fault) => fault.name === name);
  const kind = isGroup(item) ? 'Nhóm' : kindWords[item.kind];
  const onKeyDown = (event: KeyboardEvent) => {
    if (readOnly || !event.altKey || (event.key !== 'ArrowUp' && event.key !== 'ArrowDown')) return;
    event.preventDefault();
    onMove(name, event.key === 'ArrowUp' ? -1 : 1);
  };
  const drag = readOnly
    ? {}
    : {
        draggable: true,
        onDragStart: (event: DragEvent) => {
          event.dataTransfer.effectAllowed = 'move';
          event.dataTransfer.setData('text/plain', name);
          onDrag(name);
        },
        onDragEnd: () => onDrag(null),
        onDragOver: (event: DragEvent) => {
          event.preventDefault();
          onOver(name);
        },
        onDrop: () => onDrop(name),
      };
  const said = label.trim() || 'chưa có nội dung';
  return (
    <div
      className="form-row"
      data-chosen={chosen === name || undefined}
      data-over={over === name || undefined}
      {...drag}
    >
      <button
        type="button"
        id={`form-pick-${name}`}
        className="form-pick"
        aria-pressed={chosen === name}
        aria-keyshortcuts={readOnly ? undefined : 'Alt+ArrowUp Alt+ArrowDown'}
        onClick={() => onChoose(name)}
        onKeyDown={onKeyDown}
      >
        {!readOnly && (
          <span className="form-grip" aria-hidden="true">
            ⠿
          </span>
        )}
        <span className={isGroup(item) ? 'form-group-name' : undefined}>{said}</span>
        <small className="muted">
          {kind} · {name}
          {wrong && <b className="form-wrong"> · ▲ cần sửa</b>}
        </small>
      </button>
      {!readOnly && (
        <span className="form-moves">
          <Button className="icon" aria-label={`Đưa lên: ${said}`} onPress={() => onMove(name, -1)}>
            ↑
          </Button>
          <Button className="icon" aria-label={`Đưa xuống: ${said}`} onPress={() => onMove(name, 1)}>
            ↓
          </Button>
          <Button className="icon" aria-label={`Xóa: ${said}`} onPress={() => onChange(remove(form, name))}>
            ✕
          </Button>
        </span>
      )}
    </div>
  );
}
