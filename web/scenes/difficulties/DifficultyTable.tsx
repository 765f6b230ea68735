import type { DifficultyView } from '../../../src/assignment/views.ts';
import { sayDay } from '../../../src/kernel/plain-date.ts';
import type { DifficultyList } from '../../api-work.ts';
import { Tag } from '../../components/Tag.tsx';
import { nameAgencies } from '../../words/work.ts';
import { saySince, sayState } from './say.ts';

type Props = { list: DifficultyList; onOpen: (id: string) => void };

/** The register: on a phone its rows are cards. */
export function DifficultyTable({ list: { difficulties, agencies }, onOpen }: Props) {
  const names = nameAgencies(agencies);
  return (
    <div className="card">
      <table className="register">
        <thead>
          <tr>
            <th scope="col">Vướng mắc</th>
            <th scope="col">Nhiệm vụ</th>
            <th scope="col">Đơn vị nêu</th>
            <th scope="col">Nơi trả lời</th>
            <th scope="col">Trạng thái</th>
          </tr>
        </thead>
        <tbody>
          {difficulties.map((one) => (
            <Row key={one.id} one={one} names={names} onOpen={onOpen} />
          ))}
        </tbody>
      </table>
    </div>
  );
}

function Row({
  one,
  names,
  onOpen,
}: {
  one: DifficultyView;
  names: ReadonlyMap<string, string>;
  onOpen: Props['onOpen'];
}) {
  const { tone, word } = sayState(one);
  return (
    <tr>
      <td>
        <button type="button" className="name" onClick={() => onOpen(one.id)}>
          {one.text}
        </button>
        <small>
          {one.raisedBy}, {saySince(one)}
        </small>
      </td>
      <td>
        {one.itemText}
        {one.component && one.component !== one.itemText && <small>{one.component}</small>}
      </td>
      <td data-word="Đơn vị nêu:">{names.get(one.agencyId)}</td>
      <td data-word="Nơi trả lời:">
        {names.get(one.toAgencyId)}
        {one.answerBy && one.status === 'raised' && <small>trả lời chậm nhất {sayDay(one.answerBy)}</small>}
      </td>
      <td>
        <Tag tone={tone}>{word}</Tag>
      </td>
    </tr>
  );
}
