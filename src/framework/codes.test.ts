import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { sharedAvailable, sharedPath, shareOf } from '../../test/shared.ts';
import { frameworkFor } from './catalogue.ts';
import { findCodes, findDimension } from './codes.ts';

/** How offices write the parts of PAPI: dimension of the group row, codes, what is printed. */
const printed: [number | null, string, string][] = [
  [1, '1.1', 'Tri thức người dân'],
  [1, '1.2', 'Cơ hội tham gia'],
  [1, '1.3', 'Chất lượng bầu cử cấp cơ sở'],
  [1, '1.4', 'Đóng góp tự nguyện'],
  [2, '2.1', 'Tiếp cận thông tin'],
  [2, '2.2', 'Danh sách hộ nghèo'],
  [2, '2.3', 'Thu, chi ngân sách cấp xã'],
  [2, '2.4', 'Quy hoạch, kế hoạch sử dụng đất và khung giá đất'],
  [3, '3.1', 'Tương tác với các cấp chính quyền'],
  [3, '3.2', 'Giải quyết khiếu nại, tố giác của người dân'],
  [3, '3.3', 'Tiếp cận dịch vụ tư pháp'],
  [4, '4.1', 'Kiểm soát tham nhũng trong chính quyền'],
  [4, '4.2', 'Cung ứng dịch vụ công'],
  [4, '4.3', 'Công bằng trong tuyển dụng vào khu vực công'],
  [4, '4.4', 'Quyết tâm chống tham nhũng'],
  [5, '5.1', 'Dịch vụ chứng thực xác nhận'],
  [5, '5.2', 'Dịch vụ và thủ tục cấp phép xây dựng'],
  [5, '5.3', 'Dịch vụ và thủ tục cấp giấy chứng nhận quyền sử dụng đất'],
  [5, '5.4', 'Dịch vụ và thủ tục hành chính ở cấp xã'],
  [6, '6.1', 'Y tế công lập'],
  [6, '6.2', 'Giáo dục tiểu học công lập'],
  [6, '6.3', 'Cơ sở hạ tầng căn bản'],
  [6, '6.4', 'An ninh, trật tự tại địa bàn khu dân cư'],
  [7, '7.1', 'Nghiêm túc trong bảo vệ môi trường'],
  [7, '7.2', 'Chất lượng không khí'],
  [7, '7.3', 'Chất lượng nước'],
  [8, '8.1', 'Sử dụng công thông tin điện tử của chính quyền địa phương'],
  [8, '8.2', 'Tiếp cận và sử dụng Internet tại địa phương'],
  [8, '8.3', 'Phúc đáp qua công thông tin điện tử'],
  [2, '2.1', 'a) Tiếp cận thông tin'],
  [2, '2.2', 'b) Công khai, minh bạch danh sách hộ nghèo'],
  [2, '2.3', 'c) Công khai, minh bạch ngân sách xã, phường'],
  [2, '2.4', 'd) Công khai minh bạch quy hoạch, kế hoạch sử dụng đất, giá đất'],
  [3, '3.2', 'b) Giải quyết khiếu nại, tố cáo, khúc mắc'],
  [6, '6.1', 'a) Dịch vụ y tế công lập'],
  [6, '6.2', 'b) Giáo dục tiểu học'],
  [6, '6.3', 'c) Cơ sở hạ tầng căn bản'],
  [6, '6.4', 'd) An ninh trật tự'],
  [7, '7.2,7.3', 'b) Chất lượng nước, chất lượng không khí'],
  [8, '8.1', 'a) Tiếp cận Cổng thông tin điện tử của chính quyền địa phương'],
  [8, '8.2', 'b) Tiếp cận và sử dụng internet tại địa phương'],
  [8, '8.3', 'c) Phúc đáp qua Cổng thông tin điện tử'],
  [null, '1.1', 'Tri thức công dân'],
  [null, '1.2', 'Cơ hội tham gia'],
  [null, '1.3', 'Chất lượng bầu cử'],
  [null, '1.4', 'Đóng góp tự nguyện'],
  [null, '2.1', 'Tiếp cận thông tin'],
  [null, '2.2', 'Danh sách hộ nghèo'],
  [null, '2.3', 'Thu, chi ngân sách cấp xã'],
  [null, '2.4', 'Quy hoạch, kế hoạch sử dụng đất, khung giá đền bù'],
  [null, '3.1', 'Mức độ và hiệu quả tiếp xúc với các cấp chính quyền'],
  [null, '3.2', 'Giải đáp khiếu nại, tố cáo, khúc mắc của người dân'],
  [null, '3.3', 'Tiếp cận dịch vụ tư pháp'],
  [null, '4.1', 'Kiểm soát tham nhũng trong chính quyền địa phương'],
  [null, '4.2', 'Kiểm soát tham nhũng trong cung ứng dịch vụ công'],
  [null, '4.3', 'Công bằng trong tuyển dụng vào khu vực công'],
  [null, '4.4', 'Quyết tâm chống tham nhũng'],
  [null, '5.1', 'Dịch vụ chứng thực/xác nhận'],
  [null, '5.3', 'Thủ tục Giấy chứng nhận quyền sử dụng đất'],
  [null, '5.4', 'Dịch vụ hành chính cấp xã'],
  [null, '6.1', 'Y tế công lập'],
  [null, '6.2', 'Giáo dục tiểu học công lập'],
  [null, '6.3', 'Cơ sở hạ tầng căn bản'],
  [null, '6.4', 'An ninh, trật tự'],
  [null, '7.1', 'Nghiêm túc trong bảo vệ môi trường'],
  [null, '7.2', 'Chất lượng không khí'],
  [null, '7.3', 'Chất lượng nguồn nước'],
  [null, '8.1', 'Sử dụng công nghệ thông tin điện tử'],
  [null, '8.2', 'Tiếp cận và sử dụng Internet tại địa phương'],
  [null, '8.3', 'Phúc đáp của chính quyền qua cổng thông tin điện tử'],
  [1, '1.1', '1.1. Nâng cao hiểu biết của người dân về chính sách, pháp luật'],
  [1, '1.2', 'Cơ hội tham gia của người dân vào các tổ chức và bầu cử'],
  [1, '1.3', 'Chất lượng bầu cử ở cơ sở (trưởng thôn, tổ trưởng TDP)'],
  [1, '1.3', 'Bầu cử trưởng thôn, bản, tổ trưởng tổ dân phố'],
  [1, '1.4', 'Huy động đóng góp của người dân'],
  [2, '2.1', 'Công khai thông tin về chính sách, pháp luật'],
  [2, '2.2', 'Công khai hộ nghèo, hộ cận nghèo'],
  [2, '2.3', 'Công khai NSNN cấp xã'],
  [2, '2.3', 'Thu - chi ngân sách xã/phường'],
  [2, '2.4', 'QH, KH SDĐ và khung giá đất'],
  [2, '2.4', 'Quy hoạch/kế hoạch sử dụng đất, bảng giá đền bù'],
  [2, '2.2,2.3', 'Danh sách hộ nghèo và thu, chi ngân sách cấp xã'],
  [3, '3.1', 'Hiệu quả tương tác với chính quyền các cấp'],
  [3, '3.1', 'Mức độ tương tác giữa chính quyền và người dân'],
  [3, '3.2', 'Đáp ứng, giải quyết kiến nghị của người dân'],
  [3, '3.2', 'Giải quyết KNTC'],
  [3, '3.2', 'Tiếp công dân và giải quyết đơn thư'],
  [3, '3.3', 'Tiếp cận tư pháp'],
  [3, '3.3', 'Công lý và dịch vụ tư pháp'],
  [4, '4.1', 'Tham nhũng trong chính quyền'],
  [4, '4.2', 'KSTN trong dịch vụ công: y tế, giáo dục'],
  [4, '4.2', 'Kiểm soát tham nhũng trong lĩnh vực y tế và giáo dục'],
  [4, '4.3', 'Tuyển dụng nhân lực khu vực công'],
  [4, '4.4', 'Quyết tâm PCTN của chính quyền'],
  [4, '4.1,4.2', 'Kiểm soát tham nhũng trong chính quyền địa phương và trong cung ứng dịch vụ công'],
  [5, '5.1', 'Thủ tục chứng thực'],
  [5, '5.2', 'Cấp GPXD'],
  [5, '5.3', 'Cấp GCNQSDĐ'],
  [5, '5.3', 'Thủ tục cấp "sổ đỏ"'],
  [5, '5.4', 'TTHC tại UBND cấp xã'],
  [5, '5.4', 'Thủ tục hành chính ở xã, phường, đặc khu'],
  [5, '5.1,5.4', 'Chứng thực, xác nhận và thủ tục hành chính cấp xã'],
  [5, '5.1,5.3,5.4', 'Chứng thực; cấp GCN QSDĐ; thủ tục hành chính cấp xã'],
  [5, '', 'Thủ tục hành chính công'],
  [6, '6.1', 'Dịch vụ khám, chữa bệnh công'],
  [6, '6.1', 'BHYT và khám chữa bệnh'],
  [6, '6.2', 'Trường tiểu học công'],
  [6, '6.3', 'Hạ tầng cơ sở (điện, đường, nước, rác)'],
  [6, '6.3', 'Kết cấu hạ tầng cơ bản'],
  [6, '6.4', 'ANTT tại khu dân cư'],
  [6, '6.1,6.2', 'Y tế, giáo dục'],
  [7, '7.1', 'Bảo vệ môi trường'],
  [7, '7.2', 'Chất lượng môi trường không khí'],
  [7, '7.2,7.3', 'Chất lượng không khí, nguồn nước'],
  [7, '7.3', 'Chất lượng nguồn nước sinh hoạt'],
  [8, '8.1', 'Sử dụng cổng TTĐT'],
  [8, '8.1', 'Truy cập Cổng thông tin điện tử'],
  [8, '8.2', 'Sử dụng mạng Internet'],
  [8, '8.3', 'Phản hồi qua cổng thông tin điện tử'],
  [8, '8.3', 'Tương tác, phúc đáp của chính quyền trên môi trường mạng'],
  [8, '', 'Quản trị điện tử'],
  [8, '', 'Đẩy mạnh chuyển đổi số'],
  [6, '', 'Đo lường sự hài lòng của người dân'],
  [7, '7.1', '1. Nghiêm túc BVMT'],
  [4, '', 'Tuyên truyền, phổ biến'],
  [1, '', 'Kiểm tra, giám sát'],
  [null, '', 'Công tác chỉ đạo, điều hành'],
  [null, '', 'Công tác thông tin, tuyên truyền'],
  [null, '', 'Nhiệm vụ chung'],
  [null, '', 'Các giải pháp khác'],
  [null, '', 'Kiểm tra, giám sát việc thực hiện Kế hoạch'],
  [null, '', 'Kinh phí thực hiện'],
  [null, '', 'Đào tạo, bồi dưỡng cán bộ, công chức'],
  [null, '', 'Tổ chức hội nghị phân tích kết quả Chỉ số PAPI'],
  [null, '', 'Phân công trách nhiệm người đứng đầu'],
  [null, '', 'Xây dựng kế hoạch của đơn vị'],
  [null, '', 'Cải cách hành chính'],
  [null, '', 'Ứng dụng công nghệ thông tin'],
  [1, '', 'Tham gia của người dân ở cấp cơ sở'],
  [2, '', 'Công khai, minh bạch trong hoạt động của cơ quan nhà nước'],
  [1, '1.1', 'Nâng cao tri thức của công dân'],
  [1, '1.1', 'Hiểu biết của người dân về chính sách hiện hành'],
  [1, '1.2', 'Tạo cơ hội cho người dân tham gia'],
  [1, '1.2', 'Cơ hội tham gia bầu cử'],
  [1, '1.3', 'Bầu trưởng ấp, khu phố'],
  [1, '1.3', 'Chất lượng bầu cử trưởng ấp, trưởng khu phố'],
  [1, '1.4', 'Đóng góp tự nguyện của người dân cho công trình công cộng'],
  [2, '2.1', 'Tiếp cận thông tin về chính sách, pháp luật'],
  [2, '2.2', 'Công khai, minh bạch việc xét duyệt hộ nghèo'],
  [2, '2.3', 'Minh bạch trong thu, chi ngân sách cấp xã'],
  [2, '2.3', 'Công khai tài chính, ngân sách xã'],
  [2, '2.4', 'Công khai quy hoạch đất đai'],
  [2, '2.4', 'Quy hoạch, kế hoạch SDĐ; giá đền bù'],
  [2, '2.4', 'Công khai giá đất'],
  [3, '3.1', 'Hiệu quả tiếp xúc với chính quyền'],
  [3, '3.1', 'Tiếp xúc, đối thoại với người dân'],
  [3, '3.2', 'Giải đáp khiếu nại, tố cáo'],
  [3, '3.2', 'Xử lý khiếu nại, tố cáo, phản ánh, kiến nghị'],
  [3, '3.3', 'Dịch vụ tư pháp'],
  [3, '3.3', 'Niềm tin vào tòa án và cơ quan tư pháp'],
  [4, '4.1', 'Kiểm soát tham nhũng ở chính quyền cơ sở'],
  [4, '4.2', 'Kiểm soát tham nhũng trong lĩnh vực dịch vụ công'],
  [4, '4.2', 'Kiểm soát tham nhũng trong ngành y tế, giáo dục'],
  [4, '4.3', 'Công bằng trong xin việc làm vào khu vực nhà nước'],
  [4, '4.3', 'Công bằng trong tuyển dụng'],
  [4, '4.4', 'Quyết tâm phòng chống tham nhũng của các cấp chính quyền'],
  [5, '5.1', 'Chứng thực'],
  [5, '5.1', 'Thủ tục chứng thực, xác nhận'],
  [5, '5.2', 'Cấp phép XD'],
  [5, '5.3', 'Cấp giấy CNQSDĐ'],
  [5, '5.3', 'Thủ tục đất đai'],
  [5, '5.4', 'TTHC cấp xã'],
  [5, '5.4', 'Thủ tục hành chính thực hiện tại UBND xã, phường'],
  [6, '6.1', 'Y tế công'],
  [6, '6.1', 'Dịch vụ y tế'],
  [6, '6.2', 'Giáo dục tiểu học công'],
  [6, '6.2', 'Trường tiểu học'],
  [6, '6.3', 'Cơ sở hạ tầng'],
  [6, '6.3', 'Hạ tầng kỹ thuật căn bản'],
  [6, '6.3', 'Kết cấu hạ tầng'],
  [6, '6.4', 'An ninh trật tự khu dân cư'],
  [6, '6.4', 'Trật tự xã hội'],
  [7, '7.1', 'Bảo vệ môi trường nghiêm túc'],
  [7, '7.1', 'Nghiêm túc trong công tác BVMT'],
  [7, '7.2', 'Chất lượng môi trường không khí'],
  [7, '7.3', 'Chất lượng nước sinh hoạt'],
  [7, '7.2,7.3', 'Chất lượng không khí, chất lượng nguồn nước'],
  [7, '7.2,7.3', 'Chất lượng nước và không khí'],
  [8, '8.1', 'Sử dụng Cổng TTĐT của chính quyền'],
  [8, '8.1', 'Tiếp cận cổng thông tin'],
  [8, '8.1', 'Sử dụng cổng Dịch vụ công quốc gia'],
  [8, '8.2', 'Tiếp cận, sử dụng internet'],
  [8, '8.2', 'Kết nối mạng Internet tại nhà'],
  [8, '8.3', 'Phúc đáp qua mạng'],
  [8, '8.3', 'Trả lời qua Cổng thông tin điện tử'],
  [null, '8.2', 'Tiếp cận và sử dụng Internet'],
  [null, '5.3', 'Cấp giấy chứng nhận quyền sử dụng đất'],
  [null, '4.1', 'Kiểm soát tham nhũng trong chính quyền'],
  [null, '2.4', 'Khung giá đất'],
  [null, '7.3', 'Chất lượng nước'],
  [null, '6.3', 'Cơ sở hạ tầng'],
  [null, '5.4', 'Dịch vụ hành chính công cấp xã'],
  [null, '1.3', 'Bầu cử trưởng thôn'],
  [null, '3.1', 'Tương tác với chính quyền'],
];

const papi = (dimension: number | null, component: string | null, text = 'Tăng cường lãnh đạo, chỉ đạo') =>
  findCodes({ index: 'PAPI', year: 2024, dimension, component, text });

describe('the codes of a PAPI row', () => {
  test.each(printed)('in dimension %s %s is "%s"', (dimension, codes, component) => {
    expect(papi(dimension, component).codes.join()).toBe(codes);
  });

  test('a list names every part it lists', () => {
    const component = 'a) Chứng thực, xác nhận b) Cấp phép xây dựng c) Cấp GCN quyền sử dụng đất d) Hành chính cấp xã';
    expect(papi(5, component).codes).toEqual(['5.1', '5.2', '5.3', '5.4']);
  });

  test('the printed number gives way to the name', () => {
    expect(papi(5, '5.2 Thủ tục cấp giấy chứng nhận quyền sử dụng đất').codes).toEqual(['5.3']);
    expect(papi(5, '5.2 Đo lường sự hài lòng của người dân trong giải quyết TTHC').codes).toEqual([]);
  });

  test('a row without a component is read by its text, with less confidence', () => {
    const found = papi(2, null, 'Niêm yết danh sách hộ nghèo, hộ cận nghèo tại nhà sinh hoạt cộng đồng');
    expect(found.codes).toEqual(['2.2']);
    expect(found.confidence).toBeLessThan(papi(2, 'Danh sách hộ nghèo').confidence);
  });

  test('a component printed at the head of the task counts as one', () => {
    expect(papi(null, null, 'Cơ hội tham gia: Mời người dân dự họp bàn việc xây mới nhà văn hóa').codes).toEqual([
      '1.2',
    ]);
    expect(papi(8, null, 'Tiếp cận và sử dụng Internet tại địa phương (có mạng Internet tại nhà)').codes).toEqual([
      '8.2',
    ]);
  });

  test('the first words of a task that are no name give no code', () => {
    expect(papi(3, null, 'Chính quyền địa phương tích cực, chủ động: Gặp gỡ người dân').codes).toEqual([]);
    expect(papi(null, null, 'Kiểm tra việc chi trả trong lĩnh vực đất đai, y tế').codes).toEqual([]);
  });

  test('without a group row the dimension follows from the code', () => {
    expect(papi(null, 'An ninh, trật tự')).toMatchObject({ dimension: 6, codes: ['6.4'] });
  });

  test('an exact name under a wrong group row is believed, but not much', () => {
    const found = papi(7, 'Tiếp cận và sử dụng Internet tại địa phương');
    expect(found).toMatchObject({ dimension: 7, codes: ['8.2'] });
    expect(found.confidence).toBeLessThan(0.7);
  });

  test('nothing is found where nothing is said, or in an index without a tree', () => {
    expect(papi(1, null, '').codes).toEqual([]);
    expect(papi(null, '', '').codes).toEqual([]);
    expect(findCodes({ index: 'PCI', year: 2024, dimension: null, component: 'Gia nhập', text: '' }).codes).toEqual([]);
    expect(findCodes({ index: null, year: null, dimension: null, component: 'Cơ hội', text: '' }).codes).toEqual([]);
  });

  test('an exact name is nearly certain, a doubtful one is not', () => {
    expect(papi(6, 'Y tế công lập').confidence).toBeGreaterThan(0.95);
    expect(papi(6, 'Chăm lo sức khỏe tại trạm y tế').confidence).toBeLessThan(0.9);
  });
});

describe('the codes of a SIPAS row', () => {
  const sipas = (year: number, dimension: string | null, text: string) =>
    findCodes({ index: 'SIPAS', year, dimension, component: null, text });
  test.each([
    [2025, 'V', '5.2', 'Bố trí đủ ghế ngồi chờ, bàn viết cho người dân tại Bộ phận Một cửa'],
    [2025, 'V', '5.1', 'Lắp đặt biển hiệu, sơ đồ chỉ dẫn tại Trung tâm Phục vụ hành chính công'],
    [2025, 'VI', '6.3', 'Thu phí, lệ phí đúng quy định, công khai mức thu'],
    [2025, 'VII', '7.1', 'Chấn chỉnh thái độ giao tiếp của công chức với người dân'],
    [2025, 'VIII', '8.1', 'Trả kết quả giải quyết TTHC đúng hẹn'],
    [2025, 'IX', '9.3', 'Thông báo kịp thời kết quả xử lý phản ánh, kiến nghị cho người dân'],
    [2025, 'IV', '4.8', 'Nâng cao chất lượng nước sinh hoạt'],
    [2025, 'III', '3.8', 'Chính quyền tổ chức thực hiện tốt chính sách an sinh xã hội'],
    [2022, 'III', '3.8', 'Chính sách an sinh xã hội phù hợp'],
    [2022, 'VII', '7.5', 'Công chức tận tình với người dân'],
    [2025, 'I', '', 'Ban hành kế hoạch cải thiện chỉ số'],
  ])('in %s under %s it is %s for "%s"', (year, dimension, codes, text) => {
    expect(sipas(year, dimension, text).codes.join()).toBe(codes);
  });

  test('the statement of the component where the task prints an act', () => {
    const row = { index: 'SIPAS', year: 2025, dimension: 'V', text: 'Mua sắm, sửa chữa kịp thời' };
    expect(findCodes({ ...row, component: 'Bộ phận một cửa có đủ ghế ngồi chờ' }).codes).toEqual(['5.2']);
    expect(findCodes({ ...row, component: 'Mức độ hài lòng về tiếp cận dịch vụ' }).codes).toEqual([]);
  });

  test('the same words belong to another statement under another factor', () => {
    expect(sipas(2025, 'III', 'Điện sinh hoạt').codes).toEqual(['3.6']);
    expect(sipas(2025, 'IV', 'Điện sinh hoạt').codes).toEqual(['4.7']);
  });
});

describe('the codes of a PAR INDEX row', () => {
  const par = (year: number, dimension: string | null, component: string, group: string | null = null) =>
    findCodes({ index: 'PAR INDEX', year, dimension, component, text: component, group }).codes;
  test('the field of its group', () => {
    expect(par(2024, 'III', 'Kết quả giải quyết hồ sơ TTHC')).toEqual(['3']);
    expect(par(2026, 'VII', 'Đẩy mạnh chuyển đổi số')).toEqual(['7']);
  });

  test('the group row’s name where the fields were renumbered', () => {
    expect(par(2024, 'II', 'Rà soát, đơn giản hóa', 'CẢI CÁCH THỦ TỤC HÀNH CHÍNH')).toEqual(['3']);
  });

  test('eight fields or nine before 2022, as the plan counts them', () => {
    const impact = 'TÁC ĐỘNG CỦA CẢI CÁCH HÀNH CHÍNH ĐẾN PHÁT TRIỂN KINH TẾ - XÃ HỘI';
    expect(par(2020, 'VIII', 'Mức độ thu hút đầu tư', impact)).toEqual(['8']);
    expect(par(2020, 'IX', 'Mức độ thu hút đầu tư', impact)).toEqual(['9']);
    expect(par(2020, 'VIII', 'Bố trí công chức', 'THỰC HIỆN CƠ CHẾ MỘT CỬA')).toEqual(['8']);
  });

  test('the criterion’s name where there is no group row', () => {
    expect(par(2024, null, 'Tuyển dụng công chức, viên chức')).toEqual(['5']);
    expect(par(2024, null, 'Thực hiện cơ chế một cửa, một cửa liên thông')).toEqual(['3']);
    expect(par(2019, null, 'Thực hiện cơ chế một cửa, một cửa liên thông')).toEqual(['8']);
  });
});

describe('the dimension of a group row', () => {
  test.each([
    ['PAPI', '1. Sự tham gia của người dân ở cấp cơ sở', 1],
    ['PAPI', '2 Chỉ số nội dung Công khai, minh bạch: Thủ trưởng các phòng tăng cường công khai', 2],
    ['PAPI', 'Chỉ số nội dung 3: Trách nhiệm giải trình với Nhân dân', 3],
    ['PAPI', '5 Thủ tục hành chính', 5],
    ['PAPI', '6. Cung ứng dịch vụ công', 6],
    ['PAPI', '7 Qủan trị môi trườmg', 7],
    ['PAPI', 'Quản trị điện tử cấp tỉnh', 8],
    ['PAPI', 'IV. KIỂM SOÁT THAM NHŨNG TRONG KHU VỰC CÔNG', 4],
    ['PAPI', 'Kiểm soát tham nhũng trong chính quyền', null],
    ['PAPI', '9. Các nhiệm vụ khác', null],
    ['PAPI', 'Phục vụ hành chính công)', null],
    ['PAPI', '95% người dân trở lên tham gia bảo hiểm y tế', null],
    ['PAPI', 'của người dân ở khu dân cư', null],
    ['PAPI', 'Công khai và minh bạch', 2],
    ['PAPI', '1. Sự tham gia ở cấp cơ sở', 1],
    ['PAPI', 'Tổng cộng', null],
    ['PAPI', '', null],
    ['PAPI', 'I. Tham gia của người dân', 1],
    ['PAPI', 'Nội dung 1. Sự tham gia của người dân ở cấp cơ sở (Sở Nội vụ chủ trì)', 1],
    ['PAPI', 'Chỉ số nội dung 2 "Công khai, minh bạch trong việc ra quyết định"', 2],
    ['PAPI', '3. Chỉ số Trách nhiệm giải trình', 3],
    ['PAPI', 'Trục nội dung 4 - Kiểm soát tham nhũng trong khu vực công', 4],
    ['PAPI', 'V Thủ tục hành chính công', 5],
    ['PAPI', '6 CUNG ỨNG DỊCH VỤ CÔNG', 6],
    ['PAPI', 'Lĩnh vực quản trị môi trường', 7],
    ['PAPI', '8. Quản trị điện tử (chính quyền điện tử)', 8],
    ['PAPI', '* Đối với chỉ số nội dung “Quản trị điện tử”', 8],
    ['PAPI', 'A. Nâng cao chỉ số nội dung Tham gia của người dân ở cấp cơ sở', 1],
    ['PAPI', 'Nhiệm vụ, giải pháp nâng cao chỉ số "Cung ứng dịch vụ công"', 6],
    ['PAPI', '1. Công tác tuyên truyền', null],
    ['PAPI', 'II. Nhiệm vụ trọng tâm', null],
    ['PAPI', '3. Sở Tài chính', null],
    ['PAPI', 'Sở Thông tin và Truyền thông', null],
    ['PAPI', 'Ủy ban nhân dân các xã, phường', null],
    ['PAPI', 'Phòng Nội vụ', null],
    ['PAPI', '4. Tăng cường kiểm tra công vụ', null],
    ['PAPI', '5. Thực hiện thủ tục hành chính', 5],
    ['PAPI', 'Chỉ số nội dung số 3: Trách nhiệm giải trình với người dân', 3],
    ['PAPI', 'Nội dung thành phần: Y tế công lập', null],
    ['PAPI', '2. Công khai minh bạch danh sách hộ nghèo', null],
    ['PAPI', '1.1. Tri thức công dân', null],
    ['PAR INDEX', 'III CẢI CÁCH THỦ TỤC HÀNH CHÍNH', 'III'],
    ['PAR INDEX', 'VIII TÁC ĐỘNG CỦA CCHC ĐẾN NGƯỜI DÂN VÀ SỰ PHÁT TRIỂN KT-XH', 'VIII'],
    ['PAR INDEX', 'Cải cách tài chính công', 'VI'],
    ['SIPAS', 'VI. Mức độ hài lòng về thủ tục hành chính', 'VI'],
    ['PCI', 'II. Tiếp cận đất đai', 'II'],
  ])('%s: %s', (index, text, dimension) => {
    expect(findDimension(index, 2024, text).dimension).toBe(dimension);
  });
});

describe('slips', () => {
  const parts = frameworkFor('PAPI', 2020)?.nodes.filter((node) => node.parent !== null) ?? [];
  const withoutMarks = (text: string) => text.normalize('NFD').replace(/\p{M}/gu, '').replace(/đ/g, 'd');
  const slip = fc.record({
    part: fc.constantFrom(...parts),
    at: fc.nat(),
    letter: fc.constantFrom(...'abcdeghiklmnopqrstuvxy '),
    kind: fc.constantFrom('drop', 'put', 'change', 'swap'),
    marks: fc.boolean(),
    listed: fc.boolean(),
  });
  const slipped = (name: string, at: number, letter: string, kind: string) => {
    const i = at % name.length;
    if (kind === 'drop') return name.slice(0, i) + name.slice(i + 1);
    if (kind === 'put') return name.slice(0, i) + letter + name.slice(i);
    if (kind === 'change') return name.slice(0, i) + letter + name.slice(i + 1);
    return name.slice(0, i) + (name[i + 1] ?? '') + (name[i] ?? '') + name.slice(i + 2);
  };

  test('one wrong letter and dropped marks in an official name still give its code', () => {
    fc.assert(
      fc.property(slip, ({ part, at, letter, kind, marks, listed }) => {
        const name = slipped(marks ? part.name : withoutMarks(part.name), at, letter, kind);
        const dimension = Number(part.parent);
        expect(papi(dimension, listed ? `b) ${name}` : name).codes).toEqual([part.code]);
      }),
      shareOf(600, 50_000),
    );
  }, 120_000);
});

type Gold = {
  index: string;
  dimension: number | string;
  component: string;
  text: string;
  codes: string[];
  plan?: string;
};

describe.skipIf(!sharedAvailable)('readings made by hand', () => {
  const goldOf = (name: string) => JSON.parse(readFileSync(sharedPath('gold', name), 'utf8'));
  const yearOf = (plan: string) => Number(plan.slice(-4));
  test.each([
    ['gia-nghia-2024.json', 2024],
    ['quang-nam-2023.json', 2023],
    ['samples.json', null],
  ])('%s: every code as a person gave it', (file, year) => {
    const gold = goldOf(file);
    const rows: Gold[] = Array.isArray(gold) ? gold : gold.tasks;
    for (const { index, dimension, component, text, codes, plan } of rows) {
      const row = { index, year: year ?? yearOf(plan ?? ''), dimension, component, text };
      expect({ component, codes: findCodes(row).codes }).toEqual({ component, codes });
    }
  });
});
