import type { Permission } from '../people/permissions.ts';

/** The sentences indicators are asked by. */
export const see: Permission = 'Cán bộ xem được chỉ tiêu và số liệu trong phạm vi của mình';
export const enter: Permission =
  'Cán bộ, thủ trưởng, đơn vị chủ trì và cơ quan thường trực nhập được số liệu chỉ tiêu trong phạm vi của mình';
export const keep: Permission = 'Cơ quan thường trực lập, sửa được chỉ tiêu';
