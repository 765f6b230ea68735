import { useState } from 'react';
import { Button } from 'react-aria-components';
import type { AssignmentLine } from '../../../src/assignment/views.ts';
import { useMay } from '../../state/may.ts';
import { ReassignForm } from './ReassignForm.tsx';

/** The way to give one assignment to another agency, where whoever is here may and something of it is open. */
export function ReassignOne({ assignment }: { assignment: AssignmentLine }) {
  const may = useMay()('Đơn vị chủ trì và cơ quan thường trực trả lại, gia hạn, hủy và giao lại được việc');
  const [open, setOpen] = useState(false);
  const { id, itemId, owes, closed, occurrences } = assignment;
  const left = occurrences.some(({ status }) => !['done', 'cancelled', 'superseded'].includes(status));
  if (!may || closed !== null || (owes && !left)) return null;
  return (
    <section className="reassign-one" aria-label="Chuyển cho cơ quan khác">
      <Button className={open ? 'btn on' : 'btn'} aria-expanded={open} onPress={() => setOpen(!open)}>
        Chuyển cho cơ quan khác
      </Button>
      {open && (
        <ReassignForm
          chosen={[{ assignmentId: id, occurrenceId: null }]}
          itemIds={[itemId]}
          onDone={() => setOpen(false)}
        />
      )}
    </section>
  );
}
