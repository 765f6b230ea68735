import { sayDay } from '../../../src/kernel/plain-date.ts';
import type { Owed } from '../../api-work.ts';

/** What the unit has asked for and waits to hear of, or why it was not given. */
export function Asked({ owed: { asked, declined } }: { owed: Pick<Owed, 'asked' | 'declined'> }) {
  if (asked) return <p className="role">Đã đề nghị gia hạn đến {sayDay(asked.due)}, đang chờ trả lời.</p>;
  return declined === null ? null : <p className="work-returned">Không đồng ý gia hạn: “{declined}”</p>;
}
