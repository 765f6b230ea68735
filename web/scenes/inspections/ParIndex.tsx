import type { ReactNode } from 'react';
import { sayNumber } from '../../../src/kernel/number.ts';
import type { InspectionsView, ParIndexInputView } from '../../../src/report/inspection/views.ts';
import { nameAgencies } from '../../words/work.ts';
import { FindingList, Names, Share } from './FigureParts.tsx';

/** What the inspections of a year give to the administrative reform index: each criterion with its share and what it counted. */
export function ParIndex({ all }: { all: InspectionsView }) {
  if (all.parIndex.length === 0) return null;
  const names = nameAgencies(all.agencies);
  const scored = [...Map.groupBy(all.parIndex, ({ agencyId }) => agencyId)];
  return (
    <section className="card inspection-figures" aria-label="Số liệu cho Chỉ số cải cách hành chính">
      <h2>Số liệu cho Chỉ số cải cách hành chính (PAR INDEX) năm {all.from.slice(0, 4)}</h2>
      <p className="muted">
        Chỉ tính cuộc kiểm tra, tồn tại có nội dung thành phần của PAR INDEX. Mỗi đơn vị tính một lần trong năm; điểm là
        tự tính theo thang của văn bản, chưa qua thẩm định.
      </p>
      {scored.map(([agencyId, inputs]) => (
        <div key={agencyId ?? ''}>
          <h3>{agencyId === null ? 'Cấp tỉnh' : (names.get(agencyId) ?? 'Cấp xã')}</h3>
          <ul className="figure-list">
            {inputs.map((one) => (
              <Share
                key={one.code}
                label={`${one.code}. ${one.name}`}
                said={one.points === null ? undefined : `${sayNumber(one.points)}/${sayNumber(one.max)} điểm`}
                part={one.counted.length}
                whole={one.whole.length}
              >
                <p className="muted">
                  {sayRule(one)} Nguồn: {one.source}.
                </p>
                <Counted input={one} all={all} />
              </Share>
            ))}
          </ul>
        </div>
      ))}
    </section>
  );
}

function Counted({ input, all }: { input: ParIndexInputView; all: InspectionsView }): ReactNode {
  const names = nameAgencies(all.agencies);
  const { measure, whole, counted, underWay, beside } = input;
  if (whole.length === 0)
    return (
      <p>{measure === 'inspected' ? 'Danh bạ chưa có đơn vị nào thuộc diện này.' : 'Không có vấn đề phải xử lý.'}</p>
    );
  const rest = whole.filter((id) => !counted.includes(id) && !underWay.includes(id) && !beside.includes(id));
  if (measure === 'remedied') {
    const known = new Map(
      [...all.inspections.flatMap(({ findings }) => findings), ...all.cited].map((one) => [one.id, one] as const),
    );
    const of = (ids: readonly string[]) => ids.flatMap((id) => known.get(id) ?? []);
    return (
      <>
        <FindingList title="Đã khắc phục" findings={of(counted)} all={all} />
        <FindingList title="Đã xử lý, chưa hoàn thành" findings={of(underWay)} all={all} />
        <FindingList title="Chưa khắc phục" findings={of(rest)} all={all} />
      </>
    );
  }
  const say = (ids: readonly string[]) => ids.map((id) => names.get(id) ?? '').sort((a, b) => a.localeCompare(b, 'vi'));
  return (
    <>
      <Names title="Đã kiểm tra cải cách hành chính" names={say(counted)} />
      <Names title="Đã kiểm tra nội dung khác, không tính" names={say(beside)} />
      <Names title="Chưa kiểm tra" names={say(rest)} />
    </>
  );
}

/** "Từ 20%: 1 điểm; từ 15%: 0,5 điểm; thấp hơn: 0 điểm." */
function sayRule({ rule }: Pick<ParIndexInputView, 'rule'>): string {
  if (rule.form === 'weighted')
    return `Điểm = (đã khắc phục/tổng số) × ${sayNumber(rule.done)} + (đã xử lý, chưa hoàn thành/tổng số) × ${sayNumber(rule.underWay)}; không có vấn đề thì đạt điểm tối đa.`;
  const steps = rule.steps.map(({ from, points }) => `từ ${sayNumber(from)}%: ${sayNumber(points)} điểm`).join('; ');
  return `${steps.charAt(0).toUpperCase()}${steps.slice(1)}; thấp hơn: 0 điểm.`;
}
