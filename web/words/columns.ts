/** What a column of a task table may hold, in the order they usually stand. */
const words = {
  number: 'Số thứ tự',
  dimension: 'Lĩnh vực, nhóm nội dung',
  component: 'Nội dung thành phần',
  text: 'Nhiệm vụ',
  result: 'Kết quả, sản phẩm',
  lead: 'Cơ quan chủ trì',
  implement: 'Cơ quan thực hiện',
  cooperate: 'Cơ quan phối hợp',
  monitor: 'Cơ quan theo dõi, giám sát',
  time: 'Thời gian',
} as const;

export type ColumnRole = keyof typeof words;
export const columnRoles = Object.keys(words) as ColumnRole[];

export const sayColumnRole = (role: string): string => words[role as ColumnRole] ?? role;
