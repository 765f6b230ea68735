import { useQuery } from '@tanstack/react-query';
import { ChoiceField } from '../../components/ChoiceField.tsx';
import { indicatorList } from '../indicators/api.ts';

type Props = { value: string | null; fault: string | undefined; onChange: (indicator: string | null) => void };

/** Which indicator a figure is of: when the form is received, it is stated in the register, so that nobody types it twice. */
export function IndicatorField({ value, fault, onChange }: Props) {
  const list = useQuery(indicatorList({}));
  const known = (list.data?.indicators ?? []).map(({ indicator: { id, definition } }) => ({
    value: id,
    label: definition.unit ? `${definition.name} (${definition.unit})` : definition.name,
  }));
  const all =
    value === null || known.some((one) => one.value === value)
      ? known
      : [...known, { value, label: 'Chỉ tiêu ngoài phạm vi xem của bạn' }];
  if (all.length === 0) return null;
  return (
    <>
      <ChoiceField
        label="Ghi vào chỉ tiêu"
        hint="Khi tiếp nhận phiếu, số của đơn vị được ghi vào sổ chỉ tiêu cho kỳ của phiếu"
        none="Không ghi"
        choices={all}
        value={value ?? ''}
        onChange={(next) => onChange(next || null)}
      />
      {fault && (
        <p className="form-error" role="alert">
          {fault}
        </p>
      )}
    </>
  );
}
