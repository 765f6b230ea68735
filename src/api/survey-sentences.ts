import type { Permission } from '../people/permissions.ts';

/** The sentences surveys are asked by. */
export const see: Permission = 'Lãnh đạo và cơ quan thường trực xem, tính được ước lượng của các khảo sát';
export const manage: Permission = 'Cơ quan thường trực nhập, khai, lưu kết quả và gỡ được khảo sát';
