import { formatPlainDate, isPlainDate } from '../../src/kernel/plain-date.ts';
import type { Role } from '../../src/people/model.ts';
import type { AccountLine, GrantView } from '../../src/people/views.ts';

/** Roles as officials name them, each with what it does. */
export const roleNames: Record<Role, { name: string; does: string }> = {
  administrator: { name: 'Quản trị hệ thống', does: 'quản lý tài khoản và cách đăng nhập, không sửa kế hoạch' },
  focal: { name: 'Cơ quan thường trực', does: 'thêm, rà soát, xác nhận kế hoạch, theo dõi chung' },
  lead: { name: 'Đơn vị chủ trì', does: 'chủ trì một nội dung, tổng hợp của mọi đơn vị thực hiện' },
  monitor: { name: 'Đơn vị theo dõi', does: 'hướng dẫn, đôn đốc đơn vị được giao theo dõi' },
  officer: { name: 'Cán bộ đơn vị', does: 'làm việc được giao của đơn vị' },
  head: { name: 'Người đứng đầu đơn vị', does: 'chịu trách nhiệm về nhiệm vụ của đơn vị' },
  inspector: { name: 'Kiểm tra', does: 'kiểm tra, tái kiểm tra' },
  supervisor: { name: 'Giám sát', does: 'xem và ghi kết quả giám sát, không thay đổi gì' },
  leader: { name: 'Lãnh đạo', does: 'xem toàn bộ, chỉ đạo' },
  auditor: { name: 'Kiểm toán', does: 'xem toàn bộ và nhật ký, không thay đổi gì' },
};

export const sayRole = (role: Role): string => roleNames[role].name;

/** "UBND xã Tân Lập và các đơn vị trực thuộc", or the whole. */
export function sayReach({ agency, agencyId, subtree }: Pick<GrantView, 'agency' | 'agencyId' | 'subtree'>): string {
  if (agencyId === null) return 'toàn hệ thống';
  return `${agency ?? 'cơ quan đã đổi tên'}${subtree ? ' và các đơn vị trực thuộc' : ''}`;
}

/** "Nguyễn Thị Hoa, Lê Văn An (được ủy quyền)". */
export const sayHeads = (heads: readonly { name: string; delegated: boolean }[]): string =>
  heads.map(({ name, delegated }) => (delegated ? `${name} (được ủy quyền)` : name)).join(', ');

const sayDay = (day: string): string => (isPlainDate(day) ? formatPlainDate(day) : day);

/** "từ 01/07/2025", "từ 01/07/2025 đến 31/12/2026". */
export const sayRange = ({ from, to }: Pick<GrantView, 'from' | 'to'>): string =>
  `từ ${sayDay(from)}${to ? ` đến ${sayDay(to)}` : ''}`;

export const accountStates: Record<AccountLine['state'], { tone: 'ok' | 'due' | 'late' | 'idle'; name: string }> = {
  active: { tone: 'ok', name: 'đang dùng' },
  invited: { tone: 'due', name: 'chờ đặt mật khẩu' },
  locked: { tone: 'late', name: 'tạm dừng do nhập sai' },
  disabled: { tone: 'late', name: 'đã khóa' },
  none: { tone: 'idle', name: 'chưa có tài khoản' },
};

const ways: Record<string, string> = {
  demo: 'dùng thử',
  password: 'mật khẩu',
  totp: 'mật khẩu và mã xác thực',
  recovery: 'mật khẩu và mã khôi phục',
  provider: 'hệ thống đăng nhập khác',
  setup: 'thiết lập lần đầu',
};
export const sayWay = (way: string): string => ways[way] ?? way;
