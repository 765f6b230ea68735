import { Link } from '@tanstack/react-router';
import { sayDay } from '../../../src/kernel/plain-date.ts';
import { settledFinding } from '../../../src/report/inspection/model.ts';
import type { InspectionsView, InspectionView } from '../../../src/report/inspection/views.ts';
import { Tag } from '../../components/Tag.tsx';
import { nameAgencies } from '../../words/work.ts';
import { sayKind, stateOf, stateWords } from './say.ts';

/** The inspections: on a phone the rows are cards. */
export function InspectionTable({ all, shown }: { all: InspectionsView; shown: readonly InspectionView[] }) {
  const names = nameAgencies(all.agencies);
  return (
    <div className="card">
      <table className="register inspections-table">
        <thead>
          <tr>
            <th scope="col">Đơn vị</th>
            <th scope="col">Nội dung</th>
            <th scope="col">Ngày, hình thức</th>
            <th scope="col">Tồn tại</th>
            <th scope="col">Trạng thái</th>
          </tr>
        </thead>
        <tbody>
          {shown.map((one) => (
            <Row key={one.id} one={one} today={all.today} names={names} />
          ))}
        </tbody>
      </table>
    </div>
  );
}

function Row({ one, today, names }: { one: InspectionView; today: string; names: ReadonlyMap<string, string> }) {
  const { tone, word } = stateWords[stateOf(one, today)];
  return (
    <tr>
      <td>
        <Link to="/kiem-tra/$id" params={{ id: one.id }} className="name">
          {names.get(one.agencyId)}
        </Link>
        {one.heldBy !== one.agencyId && <small>nay là {names.get(one.heldBy)}</small>}
        {one.places.length > 0 && <small>{one.places.join(', ')}</small>}
      </td>
      <td>
        {one.subject}
        {one.joinedWith && <small>kết hợp với {one.joinedWith}</small>}
      </td>
      <td>
        {sayDay(one.openedOn ?? one.day)}
        <small>
          {sayKind(one.kind)}; trưởng đoàn {one.lead}
        </small>
      </td>
      <td data-word="Tồn tại:">{sayFindings(one)}</td>
      <td>
        <Tag tone={tone}>{word}</Tag>
        {one.number && <small>kết luận số {one.number}</small>}
        {one.toRemedy > 0 && <small>{one.toRemedy} tồn tại chờ đơn vị tôi khắc phục</small>}
        {one.toCheck > 0 && <small>{one.toCheck} tồn tại đã báo, chờ tôi kiểm tra</small>}
      </td>
    </tr>
  );
}

function sayFindings({ status, findings }: InspectionView): string {
  if (status === 'planned' || status === 'cancelled') return 'chưa kiểm tra';
  const standing = findings.filter((one) => one.status !== 'withdrawn');
  if (standing.length === 0) return 'không có';
  const settled = standing.filter((one) => settledFinding.includes(one.status)).length;
  return `${settled}/${standing.length} xong`;
}
