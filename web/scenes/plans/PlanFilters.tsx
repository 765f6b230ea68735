import { getRouteApi, useNavigate } from '@tanstack/react-router';
import { SearchBox } from '../../components/SearchBox.tsx';
import type { PlansSearch } from './search.ts';

const route = getRouteApi('/ke-hoach');

const states: [PlansSearch['trang-thai'], string][] = [
  [undefined, 'Tất cả'],
  ['cho-ra-soat', 'Chờ rà soát'],
  ['da-xac-nhan', 'Đã xác nhận'],
  ['da-bo', 'Đã bỏ'],
];

export function PlanFilters() {
  const search = route.useSearch();
  const navigate = useNavigate({ from: '/ke-hoach' });
  const change = (next: Partial<PlansSearch>) =>
    void navigate({ search: (now: PlansSearch) => ({ ...now, ...next }) as PlansSearch, replace: true });
  return (
    <search className="filters">
      <SearchBox
        label="Tìm trong kế hoạch"
        placeholder="Số, tên, cơ quan (không cần dấu)"
        value={search.tim ?? ''}
        onChange={(tim) => change({ tim })}
      />
      <fieldset className="chips">
        <legend className="sr-only">Trạng thái</legend>
        {states.map(([value, label]) => (
          <button
            key={label}
            type="button"
            className={search['trang-thai'] === value ? 'chip on' : 'chip'}
            aria-pressed={search['trang-thai'] === value}
            onClick={() => change({ 'trang-thai': value } as PlansSearch)}
          >
            {label}
          </button>
        ))}
      </fieldset>
    </search>
  );
}
