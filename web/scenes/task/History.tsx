import type { Schedule, Target } from '../../../src/plan/model.ts';
import type { HistoryEntry } from '../../../src/plan/views.ts';
import { saySchedule } from '../../../src/plan/words/schedule.ts';
import { sayTarget } from '../../../src/plan/words/target.ts';
import { fieldWords } from '../../words/fields.ts';
import { sayMoment } from '../../words/time.ts';

const kinds: Record<string, string> = {
  read: 'Đọc từ văn bản',
  added: 'Thêm nhiệm vụ',
  corrected: 'Sửa',
  accepted: 'Nhận',
  'acceptance-withdrawn': 'Bỏ nhận để xem lại',
  split: 'Tách từ một nhiệm vụ',
  merged: 'Gộp nhiệm vụ khác vào',
  moved: 'Chuyển chỗ',
  confirmed: 'Xác nhận cùng kế hoạch',
  reopened: 'Mở lại rà soát kế hoạch',
  removed: 'Bỏ kế hoạch',
  restored: 'Khôi phục kế hoạch',
};

/** What has happened to the task, oldest first. */
export function History({ entries }: { entries: readonly HistoryEntry[] }) {
  if (entries.length === 0) return <p className="muted">Chưa có thay đổi nào.</p>;
  return (
    <ol className="history">
      {entries.map((entry, at) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: history is only ever added to
        <li key={at}>
          <p>
            {kinds[entry.kind] ?? 'Thay đổi'}
            {entry.field && ` ${(fieldWords[entry.field] ?? entry.field).toLocaleLowerCase('vi')}`}
          </p>
          {entry.field && (
            <p className="history-change">
              <del>{sayValue(entry.field, entry.before)}</del> <span aria-hidden="true">→</span>{' '}
              <ins>{sayValue(entry.field, entry.after)}</ins>
            </p>
          )}
          <p className="role">
            {entry.by}, {sayMoment(entry.at)}
          </p>
        </li>
      ))}
    </ol>
  );
}

function sayValue(field: string, value: unknown): string {
  if (value === null || value === undefined || value === '') return 'không nêu';
  if (field === 'schedule') return saySchedule(value as Schedule).sentence;
  if (field === 'targets') return (value as Target[]).map(sayTarget).join('; ') || 'không nêu';
  if (Array.isArray(value)) return value.join('; ') || 'không nêu';
  return String(value);
}
