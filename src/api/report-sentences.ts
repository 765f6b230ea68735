import type { Permission } from '../people/permissions.ts';

/** The sentences reports are asked by. */
export const see: Permission = 'Cán bộ xem được báo cáo trong phạm vi của mình';
export const write: Permission = 'Cán bộ, thủ trưởng và đơn vị chủ trì soạn được báo cáo của đơn vị mình';
export const sign: Permission = 'Thủ trưởng ký gửi được báo cáo của đơn vị mình';
export const receive: Permission = 'Cơ quan thường trực tiếp nhận, trả lại được báo cáo';
export const arrange: Permission =
  'Cơ quan thường trực đặt được chế độ báo cáo; thêm, miễn, dời được báo cáo của đơn vị';
export const keep: Permission = 'Cơ quan thường trực khóa, mở kỳ báo cáo và tổng hợp được báo cáo';
/** Whoever has a part in a consolidated report at all; what each may do of which stands in consolidated-rights.ts. */
export const gather: Permission = 'Cán bộ, lãnh đạo và cơ quan thường trực làm được báo cáo tổng hợp của đơn vị mình';
export const approve: Permission = 'Lãnh đạo và thủ trưởng duyệt được báo cáo tổng hợp';
