import { Link } from '@tanstack/react-router';
import { sayNumber } from '../../../src/kernel/number.ts';
import { sayPeriod } from '../../../src/report/indicator/period.ts';
import { sayTarget, sayValue } from '../../../src/report/indicator/say.ts';
import { findTarget } from '../../../src/report/indicator/summarize.ts';
import type { IndicatorLine, IndicatorsView } from '../../../src/report/indicator/views.ts';
import { EmptyState } from '../../components/Notice.tsx';
import { shortNames } from './names.ts';
import { Standing } from './Standing.tsx';

type Props = { all: IndicatorsView; shown: readonly IndicatorLine[]; keeps: boolean; filtered: boolean };

/** The indicators with how each stands in its period. */
export function List({ all, shown, keeps, filtered }: Props) {
  if (shown.length === 0) return <Nothing keeps={keeps} filtered={filtered} />;
  const names = shortNames(all.agencies);
  return (
    <div className="card">
      <table className="register indicators">
        <thead>
          <tr>
            <th scope="col">Chỉ tiêu</th>
            <th scope="col">Mục tiêu</th>
            <th scope="col">Kết quả</th>
            <th scope="col">Trạng thái</th>
            <th scope="col">Đơn vị đã nhập</th>
          </tr>
        </thead>
        <tbody>
          {shown.map((line) => (
            <Row key={line.indicator.id} line={line} names={names} />
          ))}
        </tbody>
      </table>
    </div>
  );
}

function Nothing({ keeps, filtered }: { keeps: boolean; filtered: boolean }) {
  return (
    <div className="card">
      {filtered ? (
        <EmptyState title="Không có chỉ tiêu nào khớp bộ lọc" text="Hãy chọn lại kế hoạch, nội dung hoặc trạng thái." />
      ) : (
        <EmptyState
          title="Chưa có chỉ tiêu nào"
          text={
            keeps
              ? 'Bấm “Lập từ kế hoạch” để lấy các mục tiêu đo được của một kế hoạch đã giao, hoặc “Thêm chỉ tiêu” để tự lập.'
              : 'Khi cơ quan thường trực lập chỉ tiêu cho đơn vị, chỉ tiêu hiện ở đây để theo dõi và nhập số liệu.'
          }
        />
      )}
    </div>
  );
}

function Row({ line, names }: { line: IndicatorLine; names: ReadonlyMap<string, string> }) {
  const { indicator, period, standing, value, judged, units, given, met, missing } = line;
  const { definition } = indicator;
  const target = findTarget(definition, period, null);
  const made = line.part !== null && line.whole !== null ? ` (${sayNumber(line.part)}/${sayNumber(line.whole)})` : '';
  const lacking = missing.map((id) => names.get(id) ?? '').join(', ');
  const more = units - given - missing.length;
  return (
    <tr>
      <td>
        <Link to="/chi-tieu/$id" params={{ id: indicator.id }} className="name">
          {definition.name}
        </Link>
        <small>{[definition.code, definition.component].filter(Boolean).join(' ')}</small>
      </td>
      <td data-word="Mục tiêu:">
        {target ? sayTarget(definition, target) : 'Chưa đặt'}
        {target && definition.kind === 'sum' && (
          <small>{definition.applies === 'each' ? 'mỗi đơn vị, cả năm' : 'tất cả, cả năm'}</small>
        )}
      </td>
      <td data-word="Kết quả:">
        {sayValue(definition, value)}
        {made}
        <small>
          {sayPeriod(period)}
          {judged !== null && judged !== value && `; từ đầu năm ${sayValue(definition, judged)}`}
        </small>
      </td>
      <td>
        <Standing of={standing} />
        {units > 1 && standing !== 'none' && target && definition.applies === 'each' && (
          <small>
            {sayNumber(met)}/{sayNumber(units)} đơn vị đạt
          </small>
        )}
      </td>
      <td data-word="Đã nhập:">
        {sayNumber(given)}/{sayNumber(units)}
        {lacking !== '' && (
          <small>
            Thiếu: {lacking}
            {more > 0 && ` và ${sayNumber(more)} đơn vị khác`}
          </small>
        )}
      </td>
    </tr>
  );
}
