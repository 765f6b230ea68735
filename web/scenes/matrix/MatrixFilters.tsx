import { Button, Checkbox, CheckboxGroup, Dialog, DialogTrigger, Popover } from 'react-aria-components';
import { type Role, roles } from '../../../src/plan/model.ts';
import type { TaskView } from '../../../src/plan/views.ts';
import { roleWords } from '../../../src/plan/words/roles.ts';
import { kindWords } from '../../../src/plan/words/schedule.ts';
import { SearchBox } from '../../components/SearchBox.tsx';
import { SavedViews } from '../saved-views/SavedViews.tsx';
import { type ColumnName, columnNames, columnWords } from './columns.tsx';
import { type Choice, FilterChip } from './FilterChip.tsx';
import { countValues } from './matrix.ts';
import { kindName, type MatrixSearch, roleName } from './search.ts';

export type Change = (next: Partial<Record<keyof MatrixSearch, string | undefined>>) => void;

export function MatrixFilters({
  tasks,
  search,
  change,
}: {
  tasks: readonly TaskView[];
  search: MatrixSearch;
  change: Change;
}) {
  const filtered = ['ke-hoach', 'chi-so', 'co-quan', 'vai-tro', 'thoi-gian', 'tim'].some((key) => key in search);
  const chip = (key: keyof MatrixSearch, label: string, choices: Choice[]) => (
    <FilterChip label={label} value={search[key]} choices={choices} onChange={(value) => change({ [key]: value })} />
  );
  return (
    <search className="filters matrix-filters" aria-label="Lọc nhiệm vụ">
      <SearchBox
        label="Tìm trong nhiệm vụ"
        placeholder="Nội dung, cơ quan (không cần dấu)"
        value={search.tim ?? ''}
        onChange={(tim) => change({ tim: tim || undefined })}
      />
      <SavedViews screen="matrix" search={search} change={change} />
      {chip('ke-hoach', 'Kế hoạch', plansOf(tasks))}
      {chip('chi-so', 'Chỉ số', counted(tasks.flatMap(({ index }) => index ?? [])))}
      {chip('co-quan', 'Cơ quan', counted(tasks.flatMap((task) => [...new Set(roles.flatMap((role) => task[role]))])))}
      {chip('vai-tro', 'Vai trò', rolesOf())}
      {chip('thoi-gian', 'Thời gian', kindsOf(tasks))}
      {filtered && (
        <Button
          className="link"
          onPress={() =>
            change(
              Object.fromEntries(
                ['ke-hoach', 'chi-so', 'co-quan', 'vai-tro', 'thoi-gian', 'tim'].map((key) => [key, undefined]),
              ),
            )
          }
        >
          Bỏ mọi lọc
        </Button>
      )}
    </search>
  );
}

const counted = (values: string[]): Choice[] =>
  countValues(values).map(([value, count]) => ({ value, label: value, count }));

const rolesOf = (): Choice[] => roles.map((role: Role) => ({ value: roleName(role) ?? '', label: roleWords[role] }));

function kindsOf(tasks: readonly TaskView[]): Choice[] {
  const kinds = tasks.flatMap(({ schedule }) => (schedule ? [schedule.kind] : []));
  return countValues(kinds).map(([kind, count]) => {
    const name = kind as keyof typeof kindWords;
    return { value: kindName(name) ?? '', label: kindWords[name], count };
  });
}

function plansOf(tasks: readonly TaskView[]): Choice[] {
  const names = new Map(tasks.map((task) => [task.planId, sayPlanName(task)]));
  return countValues(tasks.map(({ planId }) => planId)).map(([value, count]) => ({
    ...{ value, count },
    label: names.get(value) ?? value,
  }));
}

export const sayPlanName = ({ planNumber, planSymbol, planTitle, year }: TaskView): string =>
  planNumber ?? planTitle ?? [planSymbol, year].filter(Boolean).join(' ');

export function ColumnChoice({
  shown,
  onChange,
}: {
  shown: readonly ColumnName[];
  onChange: (names: ColumnName[]) => void;
}) {
  return (
    <DialogTrigger>
      <Button className="btn hide-phone">
        Cột <span aria-hidden="true">▾</span>
      </Button>
      <Popover className="popover" placement="bottom end">
        <Dialog aria-label="Chọn cột" className="filter-dialog">
          <CheckboxGroup
            aria-label="Cột hiển thị"
            value={[...shown]}
            onChange={(names) => onChange(columnNames.filter((name) => name === 'text' || names.includes(name)))}
          >
            {columnNames.map((name) => (
              <Checkbox key={name} value={name} isDisabled={name === 'text'} className="option check-option">
                {({ isSelected }) => (
                  <>
                    <span className="box" aria-hidden="true">
                      {isSelected ? '✓' : ''}
                    </span>
                    {columnWords[name]}
                  </>
                )}
              </Checkbox>
            ))}
          </CheckboxGroup>
        </Dialog>
      </Popover>
    </DialogTrigger>
  );
}
