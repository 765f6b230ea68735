import { useQuery } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { useState } from 'react';
import {
  Autocomplete,
  Collection,
  Header,
  Input,
  ListBox,
  ListBoxItem,
  ListBoxSection,
  TextField,
} from 'react-aria-components';
import type { PlanSummary, TaskView } from '../../src/plan/views.ts';
import { Sheet } from '../components/Sheet.tsx';
import { foundTasks, planList } from '../queries.ts';
import { useRested } from '../state/use.ts';
import { sayPlanNumber } from '../words/plan.ts';

const shown = 8;

/** Search across plans and tasks (Ctrl K). The server folds diacritics, so "cong khai" finds "Công khai". */
export function Palette({ isOpen, onClose }: { isOpen: boolean; onClose: () => void }) {
  return (
    <Sheet title="Tìm kế hoạch, nhiệm vụ" kind="top" isOpen={isOpen} onClose={onClose}>
      <Finder onClose={onClose} />
    </Sheet>
  );
}

function Finder({ onClose }: { onClose: () => void }) {
  const [typed, setTyped] = useState('');
  const q = useRested(typed.trim(), 180);
  const plans = useQuery({ ...planList({ q }), enabled: q !== '' });
  const tasks = useQuery({ ...foundTasks(q), enabled: q !== '' });
  const navigate = useNavigate();
  const foundPlans = q ? (plans.data ?? []).slice(0, shown) : [];
  const found = q ? (tasks.data?.tasks ?? []).slice(0, shown) : [];
  const none = q !== '' && plans.isSuccess && tasks.isSuccess && foundPlans.length + found.length === 0;
  const go = (key: string) => {
    onClose();
    const [kind, id = ''] = key.split(':');
    if (kind === 'task') void navigate({ to: '/nhiem-vu/$id', params: { id } });
    else void navigate({ to: '/ke-hoach/$id/ra-soat', params: { id } });
  };
  return (
    <Autocomplete inputValue={typed} onInputChange={setTyped}>
      <TextField aria-label="Nội dung tìm" autoFocus>
        <Input className="input" placeholder="Gõ số văn bản, cơ quan, nội dung nhiệm vụ (không cần dấu)" />
      </TextField>
      <p className="sr-only" role="status">
        {q && !none ? `${foundPlans.length} kế hoạch, ${tasks.data?.total ?? 0} nhiệm vụ` : ''}
      </p>
      {none && <p className="muted">Không có kế hoạch hay nhiệm vụ nào khớp “{q}”. Hãy thử ít chữ hơn.</p>}
      {(plans.isError || tasks.isError) && <p className="form-error">Chưa tìm được. Hãy kiểm tra mạng rồi gõ lại.</p>}
      <ListBox
        className="palette-list"
        aria-label="Kết quả tìm"
        onAction={(key) => go(String(key))}
        selectionMode="none"
      >
        {foundPlans.length > 0 && <PlanSection plans={foundPlans} />}
        {found.length > 0 && <TaskSection tasks={found} total={tasks.data?.total ?? 0} />}
      </ListBox>
    </Autocomplete>
  );
}

function PlanSection({ plans }: { plans: PlanSummary[] }) {
  return (
    <ListBoxSection>
      <Header>Kế hoạch</Header>
      <Collection items={plans}>
        {(plan) => (
          <ListBoxItem id={`plan:${plan.id}`} className="option" textValue={plan.title ?? plan.fileName}>
            {plan.title ?? plan.fileName}
            <small>{[sayPlanNumber(plan), plan.issuer].filter(Boolean).join(' · ')}</small>
          </ListBoxItem>
        )}
      </Collection>
    </ListBoxSection>
  );
}

function TaskSection({ tasks, total }: { tasks: TaskView[]; total: number }) {
  return (
    <ListBoxSection>
      <Header>{total > tasks.length ? `Nhiệm vụ (${tasks.length} trong ${total})` : 'Nhiệm vụ'}</Header>
      <Collection items={tasks}>
        {(task) => (
          <ListBoxItem id={`task:${task.id}`} className="option" textValue={task.text}>
            {task.text.length > 160 ? `${task.text.slice(0, 160)}…` : task.text}
            <small>
              {[task.planNumber ?? task.planTitle, ...task.lead, ...task.implement].filter(Boolean).join(' · ')}
            </small>
          </ListBoxItem>
        )}
      </Collection>
    </ListBoxSection>
  );
}
