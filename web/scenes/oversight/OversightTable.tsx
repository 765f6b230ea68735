import { sayDay } from '../../../src/kernel/plain-date.ts';
import { Tag } from '../../components/Tag.tsx';
import { nameAgencies } from '../../words/work.ts';
import type { Entry, EntryList } from './api.ts';
import { sayForm, sayState, saySubject } from './say.ts';

type Props = { list: EntryList; onOpen: (id: string) => void };

/** The register: on a phone its rows are cards. */
export function OversightTable({ list: { entries, agencies }, onOpen }: Props) {
  const names = nameAgencies(agencies);
  return (
    <div className="card">
      <table className="register oversight">
        <thead>
          <tr>
            <th scope="col">Kết quả, kiến nghị</th>
            <th scope="col">Giám sát về</th>
            <th scope="col">Đơn vị</th>
            <th scope="col">Ngày, hình thức</th>
            <th scope="col">Trạng thái</th>
          </tr>
        </thead>
        <tbody>
          {entries.map((one) => (
            <Row key={one.id} one={one} names={names} onOpen={onOpen} />
          ))}
        </tbody>
      </table>
    </div>
  );
}

function Row({ one, names, onOpen }: { one: Entry; names: ReadonlyMap<string, string>; onOpen: Props['onOpen'] }) {
  const { tone, word } = sayState(one);
  return (
    <tr>
      <td>
        <button type="button" className="name" onClick={() => onOpen(one.id)}>
          {one.seen}
        </button>
        {one.recommendation && <small>Kiến nghị: {one.recommendation}</small>}
      </td>
      <td data-word="Về:">{saySubject(one)}</td>
      <td data-word="Đơn vị:">
        {names.get(one.agencyId)}
        {one.heldBy !== one.agencyId && <small>nay là {names.get(one.heldBy)}</small>}
      </td>
      <td>
        {sayDay(one.day)}, {sayForm(one.form).toLocaleLowerCase('vi')}
        <small>{one.recordedByUnit}</small>
      </td>
      <td>
        <Tag tone={tone}>{word}</Tag>
        {one.wishedBy && one.status === 'waiting' && <small>mong trả lời chậm nhất {sayDay(one.wishedBy)}</small>}
      </td>
    </tr>
  );
}
