import { useMemo, useState } from 'react';
import type { UnitWork } from '../../api-follow.ts';
import { EmptyState } from '../../components/Notice.tsx';
import { SearchBox } from '../../components/SearchBox.tsx';
import { Total } from '../follow/GridRow.tsx';
import { OwedLines } from '../follow/OwedLines.tsx';
import { type Period, periodsOf } from '../follow/period.ts';
import { saySum } from '../follow/sum.ts';
import { today } from '../follow/useFollow.ts';
import { FilterChip } from '../matrix/FilterChip.tsx';
import { usePrinting } from '../matrix/usePrinting.ts';
import { type Group, layOutUnit } from './layout.ts';
import { type ChangeUnit, standingNames, type UnitSearch } from './search.ts';
import { standingWords } from './standing.ts';

type Props = { work: UnitWork; period: Period; search: UnitSearch; change: ChangeUnit };

/** The unit's work in groups that open, the one with most overdue first. */
export function UnitTasks({ work, period, search, change }: Props) {
  const day = today();
  const groups = useMemo(() => layOutUnit(work, search, day), [work, search, day]);
  return (
    <>
      <search className="filters" aria-label="Lọc việc của đơn vị">
        <FilterChip
          label={search.ky ? 'Thời gian' : `Thời gian: ${period.label}`}
          value={search.ky}
          choices={periodsOf(Number(period.from.slice(0, 4)), day).map(({ key, label }) => ({ value: key, label }))}
          onChange={(ky) => change({ ky })}
        />
        <FilterChip
          label="Tình trạng"
          value={search.muc}
          choices={standingNames.map((value) => ({ value, label: standingWords[value] }))}
          onChange={(muc) => change({ muc })}
        />
        <FilterChip
          label="Nhóm theo"
          value={search.nhom}
          choices={[
            { value: 'vai-tro', label: 'Vai trò' },
            { value: 'ky', label: 'Kỳ' },
          ]}
          onChange={(nhom) => change({ nhom })}
        />
        <SearchBox
          label="Tìm trong việc của đơn vị"
          placeholder="Tìm nhiệm vụ (không cần dấu)"
          value={search.tim ?? ''}
          onChange={(tim) => change({ tim: tim || undefined })}
        />
      </search>
      {groups.length === 0 ? (
        <div className="card">
          <EmptyState title="Không có việc nào" text="Hãy chọn thời gian khác hoặc bỏ bớt bộ lọc." />
        </div>
      ) : (
        groups.map((group, at) => <OneGroup key={group.name} group={group} opened={at === 0} day={day} />)
      )}
    </>
  );
}

function OneGroup({ group: { name, lines, sum }, opened, day }: { group: Group; opened: boolean; day: string }) {
  const [chosen, setOpen] = useState(opened);
  // Paper cannot be opened further.
  const open = usePrinting() || chosen;
  return (
    <section className="card unit-group">
      <h2>
        <button type="button" className="group-line" aria-expanded={open} onClick={() => setOpen(!open)}>
          <span aria-hidden="true">{open ? '▾' : '▸'}</span> <span className="unit-group-name">{name}</span>
          <Total sum={sum} />
        </button>
      </h2>
      {open && (
        <>
          <p className="muted">{saySum(sum)}</p>
          <OwedLines lines={lines} today={day} by="item" chosen={undefined} onChoose={() => undefined} />
        </>
      )}
    </section>
  );
}
