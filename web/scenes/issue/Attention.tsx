import { Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import type { IssueView } from '../../../src/assignment/views.ts';
import { sayNumber } from '../../../src/kernel/number.ts';
import { roleWords } from '../../../src/plan/words/roles.ts';
import { Tag, type Tone } from '../../components/Tag.tsx';
import { sayFlag } from '../../words/flags.ts';
import { Inherited } from './Inherited.tsx';

type Line = IssueView['withdrawn'][number];

/** What to look at before the plan is given out. Nothing of it stops that: what waits is given out later. */
export function Attention({ preview }: { preview: IssueView }) {
  const { unresolved, nobody, selfMonitored, requests, assumed, changed, withdrawn } = preview;
  const names = new Map(preview.agencies.map(({ agencyId, name }) => [agencyId, name]));
  const nothing = [unresolved, preview.inherited, nobody, selfMonitored, assumed, changed, withdrawn].every(
    ({ length }) => length === 0,
  );
  if (nothing && requests === 0) return null;
  return (
    <section className="card issue-attention" aria-labelledby="issue-attention">
      <h2 id="issue-attention">Cần xem trước khi giao</h2>
      <Names unresolved={preview.issuerUnknown ? [] : unresolved} />
      <Inherited lines={preview.inherited} />
      <Told tone="due" count={nobody.length} text="nhiệm vụ chưa có đơn vị nào phải làm">
        {nobody.map(({ why, ...line }) => (
          <Item key={keyOf(line)} line={line}>
            {why === 'unresolved' ? 'tên cơ quan còn chờ nhận ra' : 'văn bản không nêu cơ quan thực hiện'}
          </Item>
        ))}
      </Told>
      <Told tone="due" count={selfMonitored.length} text="chỗ đơn vị tự theo dõi việc của mình">
        {selfMonitored.map(({ agencyId, ...line }) => (
          <Item key={keyOf(line) + agencyId} line={line}>
            {names.get(agencyId) ?? 'đơn vị này'} vừa thực hiện vừa theo dõi
          </Item>
        ))}
      </Told>
      <Told tone="due" count={assumed.length} text="nhiệm vụ có thời hạn được hiểu theo quy ước">
        <Assumed assumed={assumed} />
      </Told>
      <Told tone="idle" count={changed.length} text="nhiệm vụ có nội dung thay đổi">
        {changed.map(({ fields, ...line }) => (
          <Item key={keyOf(line)} line={line}>
            {fields.map(sayField).join(', ')}
          </Item>
        ))}
      </Told>
      <Told tone="idle" count={withdrawn.length} text="nhiệm vụ không còn trong kế hoạch, sẽ thu hồi">
        {withdrawn.map((line) => (
          <Item key={keyOf(line)} line={line} />
        ))}
      </Told>
      {requests > 0 && (
        <p>
          <Tag tone="idle">{sayNumber(requests)} đề nghị</Tag> gửi Mặt trận, cơ quan Đảng, Hội đồng nhân dân: được theo
          dõi, không đôn đốc và không xếp hạng.
        </p>
      )}
    </section>
  );
}

/** Those with one assumption together: it is told once. */
function Assumed({ assumed }: Pick<IssueView, 'assumed'>) {
  return [...Map.groupBy(assumed, ({ flags }) => flags.join())].map(([key, lines]) => (
    <li key={key}>
      <b>{lines[0]?.flags.map(sayFlag).join('; ')}</b>
      <ul className="issue-assumed">
        {lines.map((line) => (
          <li key={keyOf(line)}>{line.text}</li>
        ))}
      </ul>
    </li>
  ));
}

function Names({ unresolved }: Pick<IssueView, 'unresolved'>) {
  return (
    <Told tone="late" count={unresolved.length} text="tên cơ quan chưa nhận ra, chờ trong hàng đợi">
      <li className="role">
        Phần còn lại vẫn giao được.{' '}
        <Link to="/don-vi" search={{ xem: 'ten-chua-ro' }}>
          Cho biết tên này là cơ quan nào
        </Link>
        , rồi giao lại kế hoạch để giao nốt.
      </li>
      {unresolved.map(({ printed, roles, items }) => (
        <li key={printed}>
          “{printed}”{' '}
          <span className="role">
            {roles.map((role) => roleWords[role].toLocaleLowerCase('vi')).join(', ')} · {sayNumber(items)} nhiệm vụ
          </span>
        </li>
      ))}
    </Told>
  );
}

function Told({ tone, count, text, children }: { tone: Tone; count: number; text: string; children: ReactNode }) {
  if (count === 0) return null;
  return (
    <details>
      <summary>
        <Tag tone={tone}>{sayNumber(count)}</Tag> {text}
      </summary>
      <ul className="issue-lines">{children}</ul>
    </details>
  );
}

function Item({ line, children }: { line: Line; children?: ReactNode }) {
  return (
    <li>
      {line.text}
      <span className="role">
        {line.component && line.component !== line.text ? `${line.component} · ` : ''}
        {children}
      </span>
    </li>
  );
}

const keyOf = ({ kind, key }: Line): string => `${kind} ${key}`;

const fieldWords: Record<string, string> = {
  text: 'nội dung',
  result: 'kết quả',
  time: 'thời gian',
  schedule: 'lịch thực hiện',
  targets: 'chỉ tiêu',
  component: 'nội dung thành phần',
  position: 'thứ tự',
  modality: 'giao hay đề nghị',
  index: 'chỉ số',
  dimension: 'lĩnh vực',
  codes: 'mã nội dung',
  year: 'năm',
};

const sayField = (field: string): string => fieldWords[field] ?? field;
