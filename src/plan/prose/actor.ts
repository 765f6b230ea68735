/** Words an agency, an office, a collective of agencies or whoever else owes work begins with; one phrase between bars. */
const words = (phrases: string): string =>
  phrases
    .split(/\s\|(?:\s|$)/)
    .map((phrase) => phrase.trim())
    .filter((phrase) => phrase !== '')
    .join('|');

/** A phrase that looks at the next word ends in a space. */
const after = '(?:(?<=\\s)|(?![\\p{L}\\d]))';

/** Bodies of the State, the Party, the Front and the economy. */
const bodies = words(`
  ủy ban | uỷ ban | UBND | UB | HĐND | hội đồng | thường trực | sở | ban | bộ | ngành | phòng | văn phòng | VP |
  thanh tra | công an | quân sự | biên phòng | cơ quan | đơn vị | địa phương | báo | đài | cổng | trang (?=thông tin) | trung tâm |
  mặt trận | MTTQ | UBMTTQ | UBMT | hội | đoàn | tỉnh đoàn | thành đoàn | huyện đoàn | thị đoàn | liên đoàn |
  liên minh | hiệp hội | bảo hiểm | BHXH | cục | chi cục | kho bạc | ngân hàng | trường | viện | tòa án | toà án |
  tổ công tác | tổ chức (?=chính trị|đoàn thể|đảng|xã hội|hội|tín dụng|công đoàn) | đảng (?:ủy|uỷ|bộ|đoàn) | tỉnh ủy | tỉnh uỷ |
  thành ủy | thành uỷ | huyện ủy | huyện uỷ | thị ủy | quận ủy | cấp (?:ủy|uỷ) | chi (?:ủy|uỷ|bộ|đoàn|hội|nhánh) |
  đặc khu | thị trấn | thuế (?:tỉnh|thành|khu vực|cơ sở|huyện) | hải quan (?=khu vực|cửa khẩu) | thống kê (?:tỉnh|thành|cơ sở) | bưu điện |
  viễn thông | điện lực | công ty | bệnh viện | trạm | bộ phận | doanh nghiệp | thông tấn xã | tập đoàn | tổng công ty |
  tổng (?=liên đoàn|hội) | tổng cục | kiểm toán nhà nước | vụ (?!việc|án|mùa) | tổ (?!chức)(?=\\p{L}) | đội (?!ngũ)(?=\\p{L}) | học viện | liên hiệp | liên danh | nhà thầu |
  xã | phường | huyện | quận | tỉnh | chính quyền | thôn | tổ dân phố | khu phố | khối phố | ấp | khóm | bản | buôn | làng |
  nhà trường | hạt kiểm lâm | quỹ | khoa | bộ môn | công đoàn | hợp tác xã | HTX | tiểu ban | nhóm | lực lượng |
  cơ sở (?!dữ liệu|hạ tầng|vật chất) | nhà máy | xí nghiệp | vườn quốc gia | bảo tàng | thư viện | viện kiểm sát | nhà văn hóa |
  câu lạc bộ | đồn | VKSND | TAND | VNPT | Viettel | TTYT | TTPVHCC | cụm | khối (?=thi đua|nội chính|đoàn|mặt trận|trường) | đại học | chủng viện
`);

/** Persons by the office they hold or the part they play. */
const persons = words(`
  chủ tịch | phó chủ tịch | thủ trưởng | người đứng đầu | lãnh đạo | giám đốc | phó giám đốc | trưởng | phó (?=trưởng|giám|chủ|thủ|hiệu|bí|chánh|tổng|cục|vụ|viện|thống) | chánh |
  phó chánh | hiệu trưởng | tổng biên tập | đồng chí | đ\\/c | bí thư | phó bí thư | thành viên | ủy viên | uỷ viên |
  phó thủ tướng | thủ tướng | thống đốc | tổng (?:giám đốc|thanh tra|phụ trách) | thứ trưởng | chủ (?:đầu tư|rừng|dự án|hồ|tọa|hộ|cơ sở) |
  công chức | viên chức | cán bộ | giáo viên | giảng viên | nhân viên | kế toán | văn thư | bảo vệ (?=trường|cơ quan|,|\\s*:) | thư ký |
  điều dưỡng | bác sĩ | chỉ huy | cục trưởng | vụ trưởng | viện trưởng | trạm trưởng | tổ trưởng | đội trưởng | đại biểu |
  đoàn viên | hội viên | đảng viên | phụ huynh | cha mẹ | học sinh | sinh viên | hộ | người (?=dân|lao động|sử dụng|có|được|phụ trách) |
  ông | bà | (?:ThS|TS|PGS|GS|BS|CN|KS)\\. | (?:đại|thượng|trung|thiếu) (?=tướng|tá|úy) | y tế (?=học đường|trường|thôn) | tổng phụ trách | cộng tác viên
`);

/** "các sở", "tất cả các phòng", "mỗi xã". */
const counted = '(?:tất cả\\s+|toàn bộ\\s+|toàn thể\\s+)?(?:các|những|từng|mỗi|một số)?\\s*';
const agencyStart = new RegExp(`^${counted}(?:${bodies}|${persons})${after}`, 'iu');

/** The same words beginning an act or a thing: "Ban hành", "Báo cáo kết quả", "Phòng, chống", "Thanh tra, kiểm tra việc". */
const actStart =
  /^(?:ban hành|kiểm toán(?! nhà nước)|báo cáo|lãnh đạo(?:,?\s+chỉ đạo|\s+(?:ban hành|xây dựng|thực hiện|triển khai|tổ chức|việc|công tác|toàn))|hội (?:nghị|thảo|thi|họp|chợ|nhập)|trường hợp|phòng,?\s+(?:chống|ngừa|bệnh)|thanh tra,\s*kiểm tra|thanh tra (?:công vụ|việc)|bộ (?:chỉ số|tiêu chí|thủ tục|máy|mặt)|bảo hiểm y tế|bảo vệ (?:môi trường|rừng|quyền|trẻ em|an ninh|vững)|đoàn kiểm tra|đoàn kết|xã hội|ngành nghề|công an toàn|cơ quan hành chính nhà nước các cấp phải|trang bị|trang trí|trạm dừng|làng nghề|bản (?:đồ|sắc|vẽ|quyền|tin|cam kết)|điều dưỡng (?:và|cho)|chỉ huy điều hành|nhóm (?:giải pháp|nhiệm vụ|thủ tục|chỉ tiêu)|trưởng thành|báo chí(?! \p{Ll}+ (?:đăng|đưa))|hộ tịch|tổ chức (?:đảng và|chính trị nội)|văn phòng phẩm|trường học an toàn|quỹ đất|viện phí|khối lượng|cụm công nghiệp|tỉnh táo|bản thân)(?![\p{L}])/iu;

/** Whether a text begins with somebody who may be told to do a thing. */
export const startsWithActor = (text: string): boolean => agencyStart.test(text) && !actStart.test(text);
