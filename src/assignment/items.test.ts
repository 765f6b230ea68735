import { describe, expect, it } from 'vitest';
import { type ConfirmedPlan, itemsOf } from './items.ts';
import { plan, quarterly, task } from './testing.ts';

const duty = (agencies: string[], ...texts: string[]): ConfirmedPlan['duties'] => [
  {
    ...{ section: '1', modality: 'assign', agencies },
    items: texts.map((text) => ({ text, agencies: [], schedule: null, targets: [] })),
  },
];
const report = (who: string[], quote: string): ConfirmedPlan['reporting'] => [
  { who, what: null, to: 'UBND thị xã', via: null, schedule: quarterly, quote },
];
const implementersOf = (of: Partial<ConfirmedPlan>): readonly (readonly string[])[] =>
  itemsOf(plan(of), 2026).map(({ printed }) => printed.implement);

describe('whom the prose binds', () => {
  const districts = 'Chủ tịch UBND các huyện, thành phố';
  const chosen =
    'Đối với các địa phương được khảo sát (thành phố Đông An; các huyện Tây Bình, Nam Lạc): phân tích kết quả.';

  it('is only those it lists, where a sentence begins by choosing some', () => {
    const listed = `${districts} (thành phố Đông An; các huyện Tây Bình, Nam Lạc)`;
    expect(implementersOf({ duties: duty([districts], 'Xây dựng kế hoạch.', chosen) })).toEqual([
      [districts],
      [listed],
    ]);
  });

  it('holds for the report asked for in that sentence as well', () => {
    const [, report1] = implementersOf({
      duties: duty([districts], chosen),
      reporting: report([districts], 'phân tích kết quả.'),
    });
    expect(report1).toEqual([`${districts} (thành phố Đông An; các huyện Tây Bình, Nam Lạc)`]);
  });

  it('is everybody named, where what is chosen is a matter and not a place', () => {
    const matter = 'Đối với hồ sơ trễ hạn (đất đai, xây dựng): gửi thư xin lỗi.';
    expect(implementersOf({ duties: duty([districts], matter) })).toEqual([[districts]]);
  });

  const head = { date: '2026-01-15', year: 2026, addressees: ['Các phòng chuyên môn', 'UBND các xã, phường'] };

  it('is all a letter is sent to, where it says “các cơ quan, đơn vị”', () => {
    const reporting = report(['các cơ quan, đơn vị'], 'Định kỳ hằng quý, các cơ quan, đơn vị báo cáo.');
    const everybody = ['các cơ quan, đơn vị', 'Các phòng chuyên môn', 'UBND các xã, phường'];
    expect(implementersOf({ head, reporting })).toEqual([everybody]);
    expect(implementersOf({ reporting })).toEqual([['các cơ quan, đơn vị']]);
  });

  it('is who is named, and not all a letter is sent to', () => {
    expect(implementersOf({ head, reporting: report(['Phòng Nội vụ'], 'Phòng Nội vụ báo cáo.') })).toEqual([
      ['Phòng Nội vụ'],
    ]);
  });
});

describe('the names of a row', () => {
  it('share the level one of them says for all', () => {
    const [item] = itemsOf(
      plan({ tasks: [task('t1', { monitor: ['Sở Tư pháp', 'MTTQ', 'đoàn thể các cấp'] })] }),
      2026,
    );
    expect(item?.printed.monitor).toEqual(['Sở Tư pháp', 'MTTQ các cấp', 'đoàn thể các cấp']);
  });
});
