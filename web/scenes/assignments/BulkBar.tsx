import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { Button } from 'react-aria-components';
import { sayNumber } from '../../../src/kernel/number.ts';
import { Sheet } from '../../components/Sheet.tsx';
import { currentSession } from '../../queries.ts';
import { RemindForm } from '../follow/RemindForm.tsx';
import { saveTable } from '../follow/tableFile.ts';
import type { Line } from '../follow/useCellWork.ts';
import { BulkForm, type SteeringKind } from './BulkForm.tsx';
import { ReassignForm } from './ReassignForm.tsx';
import { toLineRows } from './rows.ts';

/** In which states each act is possible; the server says so again. */
const possible: Record<SteeringKind | 'remind' | 'reassign', readonly string[]> = {
  remind: ['open', 'in-progress', 'returned'],
  extend: ['open', 'in-progress', 'returned'],
  return: ['done'],
  reassign: ['waiting', 'open', 'in-progress', 'returned'],
  cancel: ['waiting', 'open', 'in-progress', 'returned'],
};

const words = {
  remind: 'Nhắc',
  extend: 'Gia hạn',
  return: 'Trả lại',
  reassign: 'Chuyển cơ quan',
  cancel: 'Hủy',
} as const;
const kinds = ['remind', 'extend', 'return', 'reassign', 'cancel'] as const;

/** What can be done with all that is chosen, with how many it would concern. */
export function BulkBar({ lines, onClear }: { lines: readonly Line[]; onClear: () => void }) {
  const { data: session } = useQuery(currentSession());
  const [open, setOpen] = useState<(typeof kinds)[number] | null>(null);
  const steers = session?.may.includes(
    'Đơn vị chủ trì và cơ quan thường trực trả lại, gia hạn, hủy và giao lại được việc',
  );
  const urges = session?.may.includes(
    'Đơn vị chủ trì, theo dõi, người đứng đầu và cơ quan thường trực nhắc được người thực hiện',
  );
  const meant = (kind: (typeof kinds)[number]) => lines.filter(({ owed }) => possible[kind].includes(owed.status));
  const done = () => {
    setOpen(null);
    onClear();
  };
  const about = open ? meant(open) : [];
  return (
    <section className="bulk-bar" aria-label="Việc đã chọn">
      <b aria-live="polite">Đã chọn {sayNumber(lines.length)} việc</b>
      {kinds
        .filter((kind) => (kind === 'remind' ? urges : steers) && meant(kind).length > 0)
        .map((kind) => (
          <Button key={kind} className={kind === 'remind' ? 'btn primary' : 'btn'} onPress={() => setOpen(kind)}>
            {words[kind]} {sayNumber(meant(kind).length)} việc
          </Button>
        ))}
      <Button className="btn hide-phone" onPress={() => void saveTable(toLineRows(lines), 'viec-da-chon', 'xlsx')}>
        Xuất Excel
      </Button>
      <Button className="btn hide-phone" onPress={() => void saveTable(toLineRows(lines), 'viec-da-chon', 'csv')}>
        Xuất CSV
      </Button>
      <Button className="link" onPress={onClear}>
        Bỏ chọn
      </Button>
      <Sheet
        title={open ? `${words[open]} ${sayNumber(about.length)} việc` : ''}
        isOpen={open !== null}
        onClose={() => setOpen(null)}
      >
        {open === 'remind' && <RemindForm chosen={about.map(({ owed }) => owed.id)} behind={undefined} onDone={done} />}
        {open === 'reassign' && (
          <ReassignForm
            chosen={about.map(({ owed }) => ({ assignmentId: owed.assignmentId, occurrenceId: owed.id }))}
            itemIds={about.map(({ item }) => item.id)}
            onDone={done}
          />
        )}
        {open !== null && open !== 'remind' && open !== 'reassign' && (
          <BulkForm key={open} kind={open} lines={about} onDone={done} />
        )}
      </Sheet>
    </section>
  );
}
