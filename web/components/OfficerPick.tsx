import type { OfficerView } from '../../src/people/views.ts';
import { peopleApi } from '../people-api.ts';
import { SearchPick } from './SearchPick.tsx';

/** A colleague, found by name or unit. */
export function OfficerPick({
  label,
  officer,
  onPick,
}: {
  label: string;
  officer: OfficerView | null;
  onPick: (officer: OfficerView | null) => void;
}) {
  return (
    <SearchPick
      label={label}
      hint="Gõ tên hoặc đơn vị, không cần dấu, rồi chọn"
      found="Đồng nghiệp khớp"
      none={(typed) => `Không có ai khớp “${typed}”.`}
      kept="officers"
      find={peopleApi.findOfficers}
      say={({ name, unit }) => `${name}, ${unit}`}
      picked={officer}
      onPick={onPick}
    />
  );
}
