import type { Level } from '../model.ts';
import type { Group, Query } from './model.ts';

/** Groups in words, for reasons and suggestions. */

const levelWords: Record<Level, string> = {
  central: 'trung ương',
  province: 'cấp tỉnh',
  district: 'cấp huyện',
  commune: 'cấp xã',
  village: 'thôn, tổ dân phố',
};

export const sayLevels = (levels: readonly Level[]): string => levels.map((level) => levelWords[level]).join(', ');

function sayQuery(query: Query): string {
  switch (query.query) {
    case 'bodies':
      return query.types
        ? `${query.name} các ${query.types.map((type) => type.toLowerCase()).join(', ')}`
        : `${query.name} ${sayLevels(query.levels)}`;
    case 'departments':
      return query.only ? `các ${query.only.toLowerCase()}` : `các cơ quan chuyên môn ${sayLevels(query.levels)}`;
    case 'services':
      return `các đơn vị sự nghiệp ${sayLevels(query.levels)}`;
    case 'mass':
      return `các tổ chức chính trị - xã hội ${sayLevels(query.levels)}`;
    case 'press':
      return 'các cơ quan báo chí';
    case 'schools':
      return 'các trường học';
    case 'villages':
      return 'các thôn, tổ dân phố';
  }
}

/** "Ủy ban nhân dân cấp xã; các cơ quan chuyên môn cấp tỉnh" */
export const sayGroup = (group: Group): string => group.map(sayQuery).join('; ');
