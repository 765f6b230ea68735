/** The third quarter of 2024 in Ba Đồn as its units reported it: written by hand, and summed by hand. */

/** Files settled in time, of how many: what each unit's own report says. Figures by hand; so are the sums below. */
export const settled: Record<string, [number, number]> = {
  'Ủy ban nhân dân phường Ba Đồn': [412, 420],
  'Ủy ban nhân dân phường Quảng Long': [205, 205],
  'Ủy ban nhân dân phường Quảng Phong': [188, 190],
  'Ủy ban nhân dân phường Quảng Phúc': [174, 180],
  'Ủy ban nhân dân phường Quảng Thọ': [260, 260],
  'Ủy ban nhân dân phường Quảng Thuận': [231, 240],
  'Ủy ban nhân dân xã Quảng Hải': [97, 97],
  'Ủy ban nhân dân xã Quảng Hòa': [150, 160],
  'Ủy ban nhân dân xã Quảng Lộc': [142, 142],
  'Ủy ban nhân dân xã Quảng Minh': [129, 130],
  'Ủy ban nhân dân xã Quảng Sơn': [88, 110],
  'Ủy ban nhân dân xã Quảng Tân': [101, 101],
  'Ủy ban nhân dân xã Quảng Thủy': [93, 95],
  'Ủy ban nhân dân xã Quảng Tiên': [120, 120],
  'Ủy ban nhân dân xã Quảng Trung': [115, 118],
  'Ủy ban nhân dân xã Quảng Văn': [87, 90],
  'Văn phòng Hội đồng nhân dân và Ủy ban nhân dân': [64, 64],
  'Phòng Nội vụ': [40, 40],
  'Phòng Tư pháp': [75, 75],
  'Phòng Tài chính - Kế hoạch': [310, 312],
  'Phòng Tài nguyên và Môi trường': [480, 540],
  'Phòng Kinh tế': [22, 22],
  'Phòng Quản lý đô thị': [134, 136],
  'Phòng Lao động - Thương binh và Xã hội': [208, 208],
  'Phòng Văn hóa và Thông tin': [18, 18],
  'Phòng Giáo dục và Đào tạo': [31, 31],
  'Phòng Y tế': [15, 15],
  'Thanh tra thị xã': [6, 6],
};
/** Of the sixteen communes' lists of poor households: eleven done, four under way, one not begun. */
export const doing = ['phường Quảng Phúc', 'xã Quảng Hòa', 'xã Quảng Sơn', 'xã Quảng Trung'];
export const notBegun = 'xã Quảng Văn';
export const table = { units: 28, part: 3995, whole: 4125, done: 11, doing: 4, notBegun: 1 };

export const late = ['Ủy ban nhân dân xã Quảng Sơn', 'Phòng Y tế'];
/** Centres that belong to the province's departments: the letter asks them too, and they send nothing. */
export const silent = [
  'Trung tâm Văn hóa - Thể thao và Truyền thông thị xã Ba Đồn',
  'Trung tâm Y tế thị xã Ba Đồn',
  'Chi nhánh Văn phòng Đăng ký đất đai thị xã Ba Đồn',
];
export const phone = 'Ủy ban nhân dân phường Quảng Thọ';
export const returned = 'Ủy ban nhân dân xã Quảng Văn';
export const reason = 'Số hồ sơ đúng hạn chưa khớp với Cổng dịch vụ công, đề nghị rà soát lại';

export const own = 'Chất lượng giải quyết hồ sơ đất đai còn thấp hơn yêu cầu.';
