import { sayNumber } from '../../../src/kernel/number.ts';
import type { DesignSummary } from '../../../src/survey/model.ts';
import type { ToldRow } from '../../../src/survey/views.ts';

type Props = { rows: readonly ToldRow[]; design: DesignSummary };

/** Why the intervals are as wide as they are in this survey, and what may be concluded of them. */
export function WhyWide({ rows, design }: Props) {
  const told = rows.filter(({ estimate }) => estimate !== null);
  const wide = told.filter(({ warnings }) => warnings.includes('wide') || warnings.includes('few-clusters')).length;
  const deffs = told.flatMap(({ deff }) => deff ?? []).sort((a, b) => a - b);
  const deff = deffs[Math.floor(deffs.length / 2)];
  const psus = told.flatMap((row) => row.psus ?? []).sort((a, b) => a - b)[Math.floor(told.length / 2)];
  return (
    <details className="survey-why no-print">
      <summary>
        {wide > 0
          ? `Khoảng tin cậy rộng vì sao? (${sayNumber(wide)}/${sayNumber(told.length)} dòng cần đọc thận trọng)`
          : 'Đọc khoảng tin cậy thế nào?'}
      </summary>
      <ul>
        <li>
          Hỏi người khác, cũng theo cách chọn này, thì kết quả sẽ khác. Khoảng tin cậy là khoảng mà số thật của cả tổng
          thể nằm trong, với độ tin cậy đã chọn.
        </li>
        {deff !== undefined && deff > 1.2 && (
          <li>
            Người trong cùng một cụm thường trả lời giống nhau. Ở đây hệ số thiết kế thường gặp là{' '}
            {sayNumber(one(deff))}: 100 người trả lời chỉ cho biết như {sayNumber(Math.round(100 / deff))} người chọn
            ngẫu nhiên.
          </li>
        )}
        {psus !== undefined && psus < 8 && (
          <li>
            Mỗi nhóm ở đây thường chỉ có {sayNumber(psus)} cụm. Ít cụm thì khoảng rộng, hỏi thêm người trong các cụm ấy
            không giúp được nhiều; cần thêm cụm.
          </li>
        )}
        {design.weights.unequal > 1.1 && (
          <li>
            Quyền số không đều làm phương sai tăng khoảng {sayNumber(Math.round(100 * (design.weights.unequal - 1)))}%.
          </li>
        )}
        <li>
          Hai nhóm có khoảng không chạm nhau thì khác nhau rõ. Khoảng chồng lên nhau chưa cho phép nói nhóm nào hơn;
          đừng xếp hạng, khen hay phê bình chỉ theo dấu chấm.
        </li>
      </ul>
      <p className="muted">Giải thích kỹ hơn, có hình: tài liệu “Ước lượng khảo sát” (docs/uoc-luong-khao-sat.md).</p>
    </details>
  );
}

const one = (value: number): number => Math.round(10 * value) / 10;
