import { Link } from '@tanstack/react-router';
import { sayNumber } from '../../../src/kernel/number.ts';
import { sayDay } from '../../../src/kernel/plain-date.ts';
import { fold } from '../../../src/kernel/text.ts';
import { contentWords } from '../../../src/publish/cascade/model.ts';
import type { CascadeView, OwnPlanLine } from '../../../src/publish/cascade/views.ts';
import { EmptyState } from '../../components/Notice.tsx';
import { SearchBox } from '../../components/SearchBox.tsx';
import { Tag } from '../../components/Tag.tsx';
import { FilterChip } from '../matrix/FilterChip.tsx';
import { lacks, sayChecks, sayState } from './say.ts';
import { nameOfState, type OwnPlansSearch, type StateName, stateNames } from './search.ts';

const words: Record<StateName, string> = {
  'chua-soan': 'chưa soạn',
  'dang-soan': 'đang soạn',
  'da-ban-hanh': 'đã ban hành',
  cham: 'chậm hạn',
  thieu: 'còn thiếu nội dung',
};

const isOf = (unit: OwnPlanLine, name: StateName): boolean =>
  name === 'cham' ? unit.late > 0 : name === 'thieu' ? lacks(unit.checks) : nameOfState[unit.state] === name;

type Props = { register: CascadeView; search: OwnPlansSearch; change: (next: OwnPlansSearch) => void };

/** Units with how far their own plan is; the draft of each a click away. */
export function Register({ register: { plan, units }, search, change }: Props) {
  const typed = fold(search.tim ?? '');
  const state = search['trang-thai'];
  const shown = units.filter((unit) => fold(unit.name).includes(typed) && (state === undefined || isOf(unit, state)));
  const choices = stateNames.flatMap((value) => {
    const count = units.filter((unit) => isOf(unit, value)).length;
    return count > 0 || state === value ? [{ value, label: words[value], count }] : [];
  });
  return (
    <>
      {units.length > 1 && (
        <search className="filters" aria-label="Lọc đơn vị">
          <SearchBox
            label="Tìm đơn vị"
            placeholder="Tìm tên đơn vị (không cần dấu)"
            value={search.tim ?? ''}
            onChange={(tim) => change({ tim } as OwnPlansSearch)}
          />
          <FilterChip
            label="Tình trạng"
            value={state}
            choices={choices}
            onChange={(value) => change({ 'trang-thai': value } as OwnPlansSearch)}
          />
        </search>
      )}
      <div className="card">
        {shown.length === 0 ? (
          <EmptyState title="Không có đơn vị phù hợp" text="Hãy gõ ít chữ hơn hoặc bỏ bộ lọc tình trạng." />
        ) : (
          <table className="register own-register">
            <thead>
              <tr>
                <th scope="col">Đơn vị</th>
                <th scope="col">Kế hoạch của đơn vị</th>
                <th scope="col">Việc được giao</th>
                <th scope="col">Nội dung</th>
              </tr>
            </thead>
            <tbody>
              {shown.map((unit) => (
                <Row key={unit.agencyId} unit={unit} plan={plan.id} days={search.ngay} />
              ))}
            </tbody>
          </table>
        )}
      </div>
    </>
  );
}

function Row({ unit, plan, days }: { unit: OwnPlanLine; plan: string; days: number | undefined }) {
  const { tone, word } = sayState(unit);
  const { child } = unit;
  const desk = {
    to: '/ke-hoach-don-vi/$plan/$agency',
    params: { plan, agency: unit.agencyId },
    search: days === undefined ? {} : { ngay: days },
  } as const;
  return (
    <tr>
      <td>
        <Link {...desk} className="name">
          {unit.name}
        </Link>
        {unit.edits && unit.state !== 'issued' && (
          <small>
            <Link {...desk}>{unit.state === 'editing' ? 'Soạn tiếp dự thảo' : 'Mở dự thảo để soạn'}</Link>
          </small>
        )}
      </td>
      <td>
        <Tag tone={tone}>{word}</Tag>
        {child && (
          <small>
            Số {child.number ?? 'chưa rõ'}
            {child.date && `, ngày ${sayDay(child.date)}`}
            {unit.due && `; hạn ${sayDay(unit.due)}`}
            {child.planId === null && '; ghi theo văn bản giấy'}
          </small>
        )}
        {unit.state === 'editing' && unit.changed && <small>{unit.changed.by} đang soạn</small>}
      </td>
      <td data-word="Được giao:">
        {unit.tasks > 0 || unit.duties > 0 ? `${sayNumber(unit.tasks)} nhiệm vụ` : 'Báo cáo kết quả thực hiện'}
        {unit.duties > 0 && <small>{sayNumber(unit.duties)} trách nhiệm khác</small>}
      </td>
      <td data-word="Nội dung:">
        {unit.state === 'issued' ? sayChecks(unit) : 'Chưa có kế hoạch'}
        {unit.checks
          ?.filter(({ ok }) => !ok)
          .map(({ what, missing }) => (
            <details key={what} className="own-missing">
              <summary>{contentWords[what]}</summary>
              <ul>
                {missing.map(({ said, task }) => (
                  <li key={`${task} ${said}`}>{said}</li>
                ))}
              </ul>
            </details>
          ))}
      </td>
    </tr>
  );
}
