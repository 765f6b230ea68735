import type { Role } from '../model.ts';

/** The official word of each agency role, as screens and exports say it. */
export const roleWords: Record<Role, string> = {
  lead: 'Chủ trì',
  implement: 'Thực hiện',
  cooperate: 'Phối hợp',
  monitor: 'Theo dõi, giám sát',
};
