import type { Officer } from './model.ts';

/**
 * Who may do what, one sentence each. Every route names its sentence; a route without one keeps the server from
 * starting, and what no sentence allows is refused.
 */

/** Who asks: an officer of a tenant, or nobody we know. */
export type Asker = Officer | null;

const anyone = (): boolean => true;
const officer = (asker: Asker): boolean => asker !== null;

const permissions = {
  'Ai cũng mở được trang và tài liệu của phần mềm': anyone,
  'Ai cũng hỏi được hệ thống còn chạy hay không': anyone,
  'Ai dùng thử trên máy này cũng mở được phiên làm việc của cán bộ mẫu': anyone,
  'Cán bộ xem được kế hoạch của đơn vị mình': officer,
  'Cán bộ thêm được kế hoạch cho đơn vị mình': officer,
  'Cán bộ theo dõi, hủy và thử lại được việc đọc tệp của đơn vị mình': officer,
  'Cán bộ so sánh, thêm và chọn được bản của kế hoạch thuộc đơn vị mình': officer,
  'Cán bộ xem, sửa, bỏ và khôi phục được điều phần mềm đã học từ đơn vị mình': officer,
  'Cán bộ rà soát được kế hoạch của đơn vị mình': officer,
  'Cán bộ xác nhận và mở lại được kế hoạch của đơn vị mình': officer,
  'Cán bộ bỏ và khôi phục được kế hoạch của đơn vị mình': officer,
  'Cán bộ xem và xuất được ma trận nhiệm vụ của đơn vị mình': officer,
  'Cán bộ xem được các bộ chỉ số': officer,
} as const;

export type Permission = keyof typeof permissions;

export const isPermission = (text: unknown): text is Permission =>
  typeof text === 'string' && Object.hasOwn(permissions, text);

/** Whether the asker may; what no sentence says is refused. */
export const allows = (permission: Permission, asker: Asker): boolean => permissions[permission](asker);

/** Whether somebody we do not know may, so that no session need be looked up. */
export const isOpen = (permission: Permission): boolean => allows(permission, null);
