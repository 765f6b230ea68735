import { useQuery } from '@tanstack/react-query';
import { Button } from 'react-aria-components';
import type { ItemList } from '../../api-follow.ts';
import { SearchBox } from '../../components/SearchBox.tsx';
import { planList } from '../../queries.ts';
import { sayPlanNumber } from '../../words/plan.ts';
import { everyYear, type Period, periodsOf } from '../follow/period.ts';
import { today } from '../follow/useFollow.ts';
import { type Choice, FilterChip } from '../matrix/FilterChip.tsx';
import { countValues } from '../matrix/matrix.ts';
import { SavedViews } from '../saved-views/SavedViews.tsx';
import { standingNames } from '../unit/search.ts';
import { standingWords } from '../unit/standing.ts';
import { type AssignmentsSearch, type ChangeAssignments, kept } from './search.ts';

type Props = {
  period: Period;
  items: ItemList['items'];
  search: AssignmentsSearch;
  change: ChangeAssignments;
};

/** Every year; then this year's periods, those of the year asked about and the years plans are of. */
function periodsFor(period: Period, planned: readonly (number | null)[]): Period[] {
  const asked = period.key === everyYear.key ? [] : [Number(period.from.slice(0, 4))];
  const years = [Number(today().slice(0, 4)), ...asked, ...planned.filter((year) => year !== null)];
  const all = [...new Set(years)].sort((a, b) => b - a);
  return [everyYear, ...all.flatMap((year) => periodsOf(year, today()))];
}

const counted = (values: string[]): Choice[] =>
  countValues(values).map(([value, count]) => ({ value, label: value, count }));

/** When, which plan, which part, how it stands; kept under a name where one comes back to it. */
export function AssignmentFilters({ period, items, search, change }: Props) {
  const { data: plans } = useQuery(planList({}));
  const chip = (key: keyof AssignmentsSearch, label: string, choices: readonly Choice[]) =>
    (choices.length > 1 || search[key]) && (
      <FilterChip label={label} value={search[key]} choices={choices} onChange={(value) => change({ [key]: value })} />
    );
  const confirmed = (plans ?? []).filter(({ status }) => status === 'confirmed');
  return (
    <search className="filters" aria-label="Lọc việc đã giao">
      <SavedViews screen="assignments" search={search} change={change} />
      {chip(
        'ky',
        search.ky ? 'Thời gian' : `Thời gian: ${period.label}`,
        periodsFor(
          period,
          confirmed.map(({ year }) => year),
        ).map(({ key, label }) => ({ value: key, label })),
      )}
      {chip(
        'ke-hoach',
        'Kế hoạch',
        confirmed.map((plan) => ({
          value: plan.id,
          label:
            [sayPlanNumber(plan), plan.title].filter(Boolean).join(': ') +
            (plan.supersededBy ? ' (đã được thay thế)' : ''),
        })),
      )}
      {chip('chi-so', 'Chỉ số', counted(items.flatMap(({ index }) => index ?? [])))}
      {chip('noi-dung', 'Nội dung', counted(items.flatMap(({ component }) => component ?? [])))}
      {chip(
        'tinh-trang',
        'Tình trạng',
        standingNames.map((value) => ({ value, label: standingWords[value] })),
      )}
      <SearchBox
        label="Tìm trong việc đã giao"
        placeholder="Tìm nhiệm vụ (không cần dấu)"
        value={search.tim ?? ''}
        onChange={(tim) => change({ tim: tim || undefined })}
      />
      {kept.some((key) => key !== 'ky' && search[key]) && (
        <Button
          className="link"
          onPress={() => change(Object.fromEntries(kept.filter((key) => key !== 'ky').map((key) => [key, undefined])))}
        >
          Bỏ mọi lọc
        </Button>
      )}
    </search>
  );
}
