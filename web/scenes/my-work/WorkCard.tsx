import { Link } from '@tanstack/react-router';
import { Button, Menu, MenuItem, MenuTrigger, Popover } from 'react-aria-components';
import { type PlainDate, sayDay } from '../../../src/kernel/plain-date.ts';
import type { Owed } from '../../api-work.ts';
import { Tag } from '../../components/Tag.tsx';
import { kindWords, sayStanding } from '../../words/work.ts';
import { Asked } from './Asked.tsx';
import { ConcreteLines } from './ConcreteLines.tsx';
import { focusNext } from './focus.ts';
import type { Line } from './layout.ts';
import type { FormName } from './search.ts';
import { type Acting, actOn, type useActs } from './useActs.ts';

type Props = {
  line: Line;
  today: string;
  leads: readonly string[];
  /** named where work of several units stands together */
  unit: string | undefined;
  may: boolean;
  chosen: boolean;
  /** `upTo`: with all between the last choice and this one */
  onChoose: (on: boolean, upTo: boolean) => void;
  acts: ReturnType<typeof useActs>;
  /** the sheet of this day, or of another of the same card */
  open: (form?: FormName, id?: string) => void;
};

/** One thing to do: what, until when, who leads, and the next step in one click. */
export function WorkCard(props: Props) {
  const { line, today, may, chosen, onChoose, open } = props;
  const { owed, item } = line;
  const { tone, word } = sayStanding(owed, today);
  return (
    <li className="card work-card" data-owed={owed.id} data-chosen={chosen || undefined}>
      {may && (
        <input
          type="checkbox"
          className="work-choose"
          checked={chosen}
          aria-label={`Chọn việc: ${item.text.slice(0, 120)}`}
          onChange={({ target, nativeEvent }) =>
            onChoose(target.checked, 'shiftKey' in nativeEvent && nativeEvent.shiftKey === true)
          }
        />
      )}
      <div className="work-words">
        <p className="work-tags">
          <Tag tone={tone}>{word}</Tag>
          {line.concrete.some(({ due }) => due < today) && <Tag tone="late">Có việc cụ thể quá hạn</Tag>}
          {owed.request && <span className="tag idle">Đề nghị</span>}
          {item.kind !== 'task' && <span className="tag idle">{kindWords[item.kind]}</span>}
          {owed.status === 'in-progress' && <span className="muted num">đã làm {owed.percent}%</span>}
        </p>
        <button type="button" className="work-text pre" onClick={() => open()}>
          {item.text}
        </button>
        {owed.returned && <p className="work-returned">“{owed.returned}”</p>}
        <Asked owed={owed} />
        <Meta {...props} />
        {line.concrete.length > 0 && <ConcreteLines lines={line.concrete} today={today} open={() => open('cu-the')} />}
        {line.again.length > 0 && <Again {...props} />}
      </div>
      {may ? <Steps {...props} /> : item.kind === 'reporting' && <ToReport owed={owed} word="Mở báo cáo" />}
    </li>
  );
}

function Meta({ line, leads, unit }: Props) {
  const { owed, more } = line;
  const parts = [
    unit,
    owed.period,
    owed.due
      ? `${owed.aboveDue ? 'hạn theo kế hoạch của đơn vị' : 'hạn'} ${sayDay(owed.due)}`
      : (owed.event ?? 'chưa có ngày'),
    owed.aboveDue && `kế hoạch cấp trên: ${sayDay(owed.aboveDue)}`,
    leads.length > 0 && `${leads.join(', ')} chủ trì`,
    owed.evidence > 0 && `${owed.evidence} tài liệu`,
    more > 0 && `còn ${more} kỳ sau`,
  ].filter(Boolean);
  return <p className="role">{parts.join(' · ')}</p>;
}

/** The other days of the same work: each can be done by itself. */
function Again({ line: { again, item }, today, may, acts, open }: Props) {
  return (
    <ul className="work-again">
      {again.map((owed) => {
        const { tone, word } = sayStanding(owed, today);
        const period = owed.period ?? (owed.due ? `hạn ${sayDay(owed.due)}` : 'chưa có ngày');
        return (
          <li key={owed.id}>
            <button type="button" className="link" onClick={() => open(undefined, owed.id)}>
              {period}
            </button>
            <Tag tone={tone}>{word}</Tag>
            {may && owed.status !== 'waiting' && (
              <Button
                className="btn small"
                isDisabled={acts.isPending}
                aria-label={`Hoàn thành ${period}: ${item.text.slice(0, 120)}`}
                onPress={() => acts.mutate(doneOn(owed, today, `${item.text} (${period})`))}
              >
                Hoàn thành
              </Button>
            )}
          </li>
        );
      })}
    </ul>
  );
}

const shorten = (text: string): string => (text.length > 70 ? `${text.slice(0, 70)}…` : text);

/** Done today, in one click. */
const doneOn = (owed: Owed, today: string, text: string): Acting => ({
  acts: [actOn(owed, { kind: 'complete', on: today as PlainDate, note: null, serves: [], servedBy: null })],
  told: `Đã hoàn thành “${shorten(text)}”.`,
  onDone: focusNext,
});

type Step = { id: FormName | 'accept' | 'done'; label: string };

/** The one obvious next step first, the others behind a menu. */
function Steps({ line, today, acts, open }: Props) {
  const { owed, item } = line;
  const reporting = item.kind === 'reporting';
  const steps = stepsOf(line);
  const shown = reporting ? [] : steps.slice(0, 2);
  const take = (id: Step['id']): void => {
    if (id === 'accept')
      acts.mutate({ acts: [actOn(owed, { kind: 'accept' })], told: `Đã nhận việc “${shorten(item.text)}”.` });
    else if (id === 'done') acts.mutate(doneOn(owed, today, item.text));
    else open(id);
  };
  if (item.kind === 'form')
    return (
      <div className="work-steps">
        <Link to="/phieu/$id" params={{ id: owed.id }} className="btn">
          Trả lời phiếu
        </Link>
      </div>
    );
  const button = (step: Step) => (
    <Button
      key={step.id}
      className="btn"
      isDisabled={acts.isPending}
      aria-label={`${step.label}: ${item.text.slice(0, 120)}`}
      onPress={() => take(step.id)}
    >
      {step.label}
    </Button>
  );
  return (
    <div className="work-steps">
      {reporting && <ToReport owed={owed} word="Soạn báo cáo" />}
      {shown.map(button)}
      <MenuTrigger>
        <Button className="btn" aria-label={`Việc khác với: ${item.text.slice(0, 120)}`}>
          ⋯
        </Button>
        <Popover className="popover" placement="bottom end">
          <Menu aria-label="Việc khác" onAction={(key) => take(key as Step['id'])}>
            {steps.slice(shown.length).map(({ id, label }) => (
              <MenuItem key={id} id={id} className="option">
                {label}
              </MenuItem>
            ))}
          </Menu>
        </Popover>
      </MenuTrigger>
    </div>
  );
}

function ToReport({ owed, word }: { owed: Owed; word: string }) {
  return (
    <Link to="/bao-cao/$id" params={{ id: owed.id }} className="btn">
      {word}
    </Link>
  );
}

const labels: Record<Step['id'], string> = {
  accept: 'Nhận việc',
  done: 'Hoàn thành',
  'hoan-thanh': 'Hoàn thành vào ngày khác, tính chung…',
  'tien-do': 'Cập nhật tiến độ',
  'tai-lieu': 'Thêm tài liệu',
  chuyen: 'Chuyển người thực hiện',
  'gia-han': 'Đề nghị gia hạn',
  'vuong-mac': 'Nêu vướng mắc',
  'cu-the': 'Việc cụ thể, danh sách thôn',
  ngay: 'Nhập ngày',
};

function labelOf(id: Step['id'], { kind, asksFor }: Line['item']): string {
  if (id === 'done' && kind === 'reporting') return 'Đã báo cáo ngoài hệ thống';
  if (id === 'cu-the' && asksFor === 'component-only') return 'Ghi việc cụ thể';
  return labels[id];
}

function stepsOf({ owed, item }: Line): Step[] {
  const order: Step['id'][] =
    owed.status === 'waiting'
      ? ['ngay', ...(owed.accepted ? [] : (['accept'] as const)), 'cu-the', 'chuyen', 'vuong-mac']
      : item.asksFor === 'component-only'
        ? ['cu-the', 'tien-do', 'done', 'hoan-thanh', 'tai-lieu', 'chuyen', 'gia-han', 'vuong-mac']
        : owed.accepted || owed.status !== 'open'
          ? ['done', 'tien-do', 'hoan-thanh', 'tai-lieu', 'cu-the', 'chuyen', 'gia-han', 'vuong-mac']
          : ['accept', 'done', 'tien-do', 'hoan-thanh', 'tai-lieu', 'cu-the', 'chuyen', 'gia-han', 'vuong-mac'];
  return order.map((id) => ({
    id,
    label: labelOf(id, item),
  }));
}
