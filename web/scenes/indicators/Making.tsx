import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { Button } from 'react-aria-components';
import { newId } from '../../../src/kernel/ids.ts';
import { sayNumber } from '../../../src/kernel/number.ts';
import { kindWords } from '../../../src/report/indicator/model.ts';
import { sayTarget } from '../../../src/report/indicator/say.ts';
import type { ProposalsView } from '../../../src/report/indicator/views.ts';
import { ChoiceField } from '../../components/ChoiceField.tsx';
import { Loaded } from '../../components/Loaded.tsx';
import { EmptyState, Refusal } from '../../components/Notice.tsx';
import { Sheet } from '../../components/Sheet.tsx';
import { planList } from '../../queries.ts';
import { say } from '../../state/toasts.ts';
import { everyIndicator, indicatorApi, proposals } from './api.ts';
import { DefinitionSheet } from './DefinitionSheet.tsx';

/** Making indicators: from the targets of a plan in one action, or one by hand. */
export function Making() {
  const [open, setOpen] = useState<'plan' | 'hand' | null>(null);
  const close = () => setOpen(null);
  return (
    <>
      <Button className="btn primary" onPress={() => setOpen('plan')}>
        Lập từ kế hoạch
      </Button>
      <Button className="btn" onPress={() => setOpen('hand')}>
        Thêm chỉ tiêu
      </Button>
      {open === 'plan' && <FromPlan onClose={close} />}
      {open === 'hand' && <DefinitionSheet onClose={close} />}
    </>
  );
}

function FromPlan({ onClose }: { onClose: () => void }) {
  const plans = useQuery(planList({ status: 'confirmed' }));
  const [plan, setPlan] = useState('');
  return (
    <Sheet title="Lập chỉ tiêu từ kế hoạch" isOpen onClose={onClose} kind="large">
      <Loaded query={plans} label="Đang tải kế hoạch">
        {(all) => (
          <ChoiceField
            label="Kế hoạch đã giao"
            none="Chọn kế hoạch"
            value={plan}
            choices={all.map(({ id, number, title }) => ({
              value: id,
              label: [number && `Số ${number}`, title].filter(Boolean).join(': '),
            }))}
            onChange={setPlan}
          />
        )}
      </Loaded>
      {plan !== '' && <Targets key={plan} plan={plan} onClose={onClose} />}
    </Sheet>
  );
}

type Proposal = ProposalsView['proposals'][number];
const keyOf = ({ itemId, targetNo }: Proposal): string => `${itemId} ${targetNo}`;

function Targets({ plan, onClose }: { plan: string; onClose: () => void }) {
  const query = useQuery(proposals(plan));
  return (
    <Loaded query={query} label="Đang đọc mục tiêu của kế hoạch">
      {(found) =>
        found.proposals.length === 0 ? (
          <EmptyState
            title="Kế hoạch này không có mục tiêu đo được nào đã giao"
            text="Chỉ tiêu lập từ con số nêu trong nhiệm vụ (ví dụ “đạt 92%”) sau khi kế hoạch được giao. Có thể thêm mục tiêu khi rà soát kế hoạch, hoặc tự thêm chỉ tiêu."
          />
        ) : (
          <Choose plan={plan} all={found.proposals} onClose={onClose} />
        )
      }
    </Loaded>
  );
}

function Choose({ plan, all, onClose }: { plan: string; all: readonly Proposal[]; onClose: () => void }) {
  const client = useQueryClient();
  const open = all.filter(({ madeId }) => madeId === null);
  const [left, setLeft] = useState<ReadonlySet<string>>(new Set());
  const chosen = open.filter((one) => !left.has(keyOf(one)));
  const make = useMutation({
    mutationFn: () =>
      indicatorApi.fromPlan(
        plan,
        chosen.map(({ itemId, targetNo, definition }) => ({ id: newId(), itemId, targetNo, definition })),
      ),
    onSuccess: ({ made }) => {
      say(`Đã lập ${sayNumber(made)} chỉ tiêu.`);
      onClose();
    },
    onSettled: () => client.invalidateQueries(everyIndicator),
  });
  const toggle = (key: string) =>
    setLeft((now) => new Set(now.has(key) ? [...now].filter((one) => one !== key) : [...now, key]));
  return (
    <>
      <p>
        {sayNumber(all.length)} mục tiêu trong kế hoạch, {sayNumber(all.length - open.length)} đã có chỉ tiêu. Bỏ chọn
        mục tiêu không cần theo dõi; tên và cách tính sửa được sau khi lập.
      </p>
      <ul className="proposal-list">
        {all.map((one) => (
          <li key={keyOf(one)}>
            <label>
              <input
                type="checkbox"
                disabled={one.madeId !== null}
                checked={one.madeId !== null || !left.has(keyOf(one))}
                onChange={() => toggle(keyOf(one))}
              />
              <span>
                <b>{one.definition.name}</b>
                {one.definition.targets[0] && ` ${sayTarget(one.definition, one.definition.targets[0])}`}
                <small>
                  {one.madeId !== null ? 'Đã có chỉ tiêu. ' : ''}
                  {kindWords[one.definition.kind]}; {sayNumber(one.units)} đơn vị nhập. Kế hoạch ghi: “{one.quote}”
                </small>
              </span>
            </label>
          </li>
        ))}
      </ul>
      <div className="row">
        <Button
          className="btn primary"
          isDisabled={chosen.length === 0 || make.isPending}
          onPress={() => make.mutate()}
        >
          {chosen.length === 0 ? 'Chưa chọn mục tiêu nào' : `Lập ${sayNumber(chosen.length)} chỉ tiêu`}
        </Button>
        <Button className="btn" onPress={onClose}>
          Đóng
        </Button>
      </div>
      <Refusal error={make.error} />
    </>
  );
}
