import type { Mark } from '../../../src/assignment/concrete/model.ts';
import { sayMoment } from '../../words/time.ts';

/** Who recorded a tick, and when: "Nguyễn Văn Bình ghi lúc 10:32 ngày 15/12/2026". */
export const sayRecorded = ({ entry: { by, at } }: Mark<{ by: string; at: string | null }>): string =>
  at === null ? `${by} vừa ghi, đang gửi` : `${by} ghi lúc ${sayMoment(at)}`;
