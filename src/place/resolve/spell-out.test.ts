import { describe, expect, test } from 'vitest';
import { spellOut } from './spell-out.ts';

describe('the names of one cell, with the level they share', () => {
  test.each([
    [
      ['Sở Tư pháp', 'UBMT Tổ quốc Việt Nam', 'Đoàn thể các cấp'],
      ['Sở Tư pháp', 'UBMT Tổ quốc Việt Nam các cấp', 'Đoàn thể các cấp'],
    ],
    [
      ['MTTQ', 'Hội Nông dân', 'Hội Phụ nữ các cấp'],
      ['MTTQ các cấp', 'Hội Nông dân các cấp', 'Hội Phụ nữ các cấp'],
    ],
    [
      ['UBND cấp xã', 'Ban Thanh tra nhân dân'],
      ['UBND cấp xã', 'Ban Thanh tra nhân dân cấp xã'],
    ],
    [
      ['UBND các xã, phường', 'Trạm Y tế'],
      ['UBND các xã, phường', 'Trạm Y tế các xã, phường'],
    ],
    // One that says where it is, stands at one level only, is apart, or has nothing beside it to share.
    [['Ủy ban MTTQ tỉnh', 'đoàn thể các cấp'], null],
    [['Sở Nội vụ', 'đoàn thể các cấp'], null],
    [['Công an', 'đoàn thể các cấp'], null],
    [['MTTQ', 'UBND cấp xã', 'đoàn thể các cấp'], null],
    [['UBND cấp huyện', 'Ban Thanh tra nhân dân'], null],
    [['UBND xã Tân Lập', 'Ban Thanh tra nhân dân'], null],
    [['Ban Thanh tra nhân dân', 'UBND cấp xã'], null],
    [['MTTQ', 'các đoàn thể'], null],
    [[], null],
  ])('%j → %j', (names, spelt) => expect(spellOut(names)).toEqual(spelt ?? names));
});
