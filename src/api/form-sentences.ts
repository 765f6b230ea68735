import type { Permission } from '../people/permissions.ts';

/** The sentences forms are asked by. */
export const seeForms: Permission = 'Cán bộ xem được phiếu số liệu trong phạm vi của mình';
export const designForms: Permission = 'Đơn vị chủ trì và cơ quan thường trực lập, gửi và tổng hợp được phiếu số liệu';
export const answerForms: Permission =
  'Cán bộ, thủ trưởng và đơn vị chủ trì trả lời được phiếu số liệu của đơn vị mình';
