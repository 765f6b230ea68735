import { Button } from 'react-aria-components';
import type { Item, Owed } from '../../api-work.ts';
import { RaiseForm } from '../difficulties/RaiseForm.tsx';
import { EvidenceForm } from '../evidence/EvidenceForm.tsx';
import { CompleteForm } from './CompleteForm.tsx';
import { ExtensionForm } from './ExtensionForm.tsx';
import { focusNextAfterSheet } from './focus.ts';
import { DateForm, ProgressForm } from './forms.tsx';
import { HandOnForm } from './HandOnForm.tsx';
import type { ChangeSearch, FormName } from './search.ts';
import { actOn, useActs } from './useActs.ts';

type Props = { owed: Owed; item: Item; today: string; lam: FormName | undefined; change: ChangeSearch };

const words: Record<Exclude<FormName, 'cu-the'>, string> = {
  'hoan-thanh': 'Hoàn thành',
  'tien-do': 'Cập nhật tiến độ',
  'tai-lieu': 'Thêm tài liệu',
  ngay: 'Nhập ngày',
  chuyen: 'Chuyển người thực hiện',
  'gia-han': 'Đề nghị gia hạn',
  'vuong-mac': 'Nêu vướng mắc',
};

const possible = ({ status }: Owed): (keyof typeof words)[] => {
  if (status === 'waiting') return ['ngay', 'chuyen', 'vuong-mac'];
  if (status === 'done') return ['tai-lieu'];
  if (status === 'cancelled' || status === 'superseded') return [];
  return ['hoan-thanh', 'tien-do', 'tai-lieu', 'chuyen', 'gia-han', 'vuong-mac'];
};

/** What can be done with it, and the form of the one that was chosen. The form stands in the address. */
export function WorkForm(props: Props) {
  const { owed, lam, change } = props;
  const acts = useActs();
  const names = possible(owed);
  const accept = !owed.accepted && ['open', 'waiting', 'in-progress'].includes(owed.status);
  const shown = names.find((name) => name === lam);
  return (
    <section className="work-forms" aria-label="Thực hiện">
      <div className="row">
        {accept && (
          <Button
            className="btn"
            isDisabled={acts.isPending}
            onPress={() => acts.mutate({ acts: [actOn(owed, { kind: 'accept' })], told: 'Đã nhận việc.' })}
          >
            Nhận việc
          </Button>
        )}
        {names.map((name) => (
          <Button
            key={name}
            className={name === shown ? 'btn on' : 'btn'}
            aria-expanded={name === shown}
            onPress={() => change({ lam: name === shown ? undefined : name })}
          >
            {words[name]}
          </Button>
        ))}
      </div>
      {shown && (
        <div key={shown} ref={focusFirst}>
          <Chosen {...props} name={shown} />
        </div>
      )}
    </section>
  );
}

/** A form that was asked for is where the hand goes next. */
function focusFirst(form: HTMLElement | null): void {
  form?.querySelector<HTMLElement>('input, textarea, select')?.focus({ preventScroll: true });
  form?.scrollIntoView({ block: 'nearest' });
}

function Chosen({ owed, item, today, change, name }: Props & { name: keyof typeof words }) {
  const acts = useActs({ inForm: true });
  const onDone = () => change({ lam: undefined });
  const leave = () => {
    focusNextAfterSheet(owed.id);
    change({ lam: undefined, viec: undefined });
  };
  const form = { owed, today, acts, onDone };
  switch (name) {
    case 'hoan-thanh':
      return <CompleteForm {...form} onDone={leave} />;
    case 'tien-do':
      return <ProgressForm {...form} />;
    case 'tai-lieu':
      return <EvidenceForm agencyId={owed.agencyId} occurrenceId={owed.id} today={today} onDone={onDone} />;
    case 'ngay':
      return <DateForm {...form} />;
    case 'chuyen':
      return <HandOnForm about={[owed]} acts={acts} onDone={onDone} />;
    case 'gia-han':
      return <ExtensionForm {...form} />;
    case 'vuong-mac':
      return <RaiseForm about={{ ...owed, item }} onDone={onDone} />;
  }
}
