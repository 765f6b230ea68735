import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { Button } from 'react-aria-components';
import { sayNumber } from '../../../src/kernel/number.ts';
import { DayField } from '../../components/DayField.tsx';
import { TextField } from '../../components/Field.tsx';
import { Refusal } from '../../components/Notice.tsx';
import { say } from '../../state/toasts.ts';
import { everyReport, oneRound, reportApi, type Which } from './api.ts';
import { UnitsField } from './UnitsField.tsx';

/** A unit that its plan did not ask reports for the round all the same: which, why, and by a day of its own. */
export function AddUnits({ which, there }: { which: Which; there: readonly string[] }) {
  const [open, setOpen] = useState(false);
  return (
    <section aria-label="Thêm đơn vị phải báo cáo">
      <Button className="btn small" aria-expanded={open} onPress={() => setOpen(!open)}>
        Thêm đơn vị phải báo cáo
      </Button>
      {open && <AddForm which={which} there={there} onDone={() => setOpen(false)} />}
    </section>
  );
}

function AddForm({ which, there, onDone }: { which: Which; there: readonly string[]; onDone: () => void }) {
  const [units, setUnits] = useState<readonly string[]>([]);
  const [reason, setReason] = useState('');
  const [due, setDue] = useState('');
  const client = useQueryClient();
  const adding = useMutation({
    mutationFn: () => reportApi.addUnits(which, { agencyIds: units, reason, due: due || null }),
    onSuccess: (detail) => {
      client.setQueryData(oneRound(which).queryKey, detail);
      void client.invalidateQueries(everyReport);
      say(`Đã thêm ${sayNumber(units.length)} đơn vị vào kỳ báo cáo.`);
      onDone();
    },
  });
  const ready = units.length > 0 && reason.trim() !== '';
  return (
    <form
      className="form"
      onSubmit={(event) => {
        event.preventDefault();
        if (ready) adding.mutate();
      }}
    >
      <UnitsField label="Đơn vị" value={units} without={there} onChange={setUnits} />
      <TextField label="Lý do thêm" required maxLength={2000} value={reason} onChange={setReason} />
      <DayField label="Hạn riêng (để trống: theo hạn của kỳ)" value={due} onChange={setDue} />
      <Refusal error={adding.error} />
      <div className="row">
        <Button className="btn primary" type="submit" isDisabled={!ready || adding.isPending}>
          Thêm vào kỳ
        </Button>
        <Button className="btn" onPress={onDone}>
          Thôi
        </Button>
      </div>
    </form>
  );
}
