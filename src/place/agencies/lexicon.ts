/**
 * The words Vietnamese administration names its bodies with, before and after 1 July 2025. Data, not names of particular plans.
 * Sources: Luật Tổ chức chính quyền địa phương (77/2015/QH13, 72/2025/QH15) for councils and committees; the specialised
 * bodies of provinces: Nghị định 24/2014, 107/2020, 45/2025, 150/2025/NĐ-CP; of districts and communes: Nghị định 37/2014,
 * 108/2020, 150/2025/NĐ-CP; Nghị định 30/2020/NĐ-CP for abbreviations of names of bodies.
 * Lower case with tones, one phrase between bars; matched word by word, joiners (",", "-", "&", "và") left aside.
 */
const list = (phrases: string): readonly string[] =>
  phrases.split('|').map((phrase) => phrase.trim().replace(/\s+/g, ' '));

/** A body that takes the name of its field: "Sở Nội vụ". Fields of provinces and the ministries. */
export const departmentFields = list(`
  tài nguyên | kế hoạch | thông tin | khoa học | tài nguyên môi trường và nông nghiệp | nội vụ | tư pháp |
  tài chính | kế hoạch và đầu tư | công thương | xây dựng | giao thông vận tải | giao thông |
  giao thông vận tải xây dựng | nông nghiệp và phát triển nông thôn | nông nghiệp phát triển nông thôn |
  nông nghiệp | nông nghiệp và môi trường | nông nghiệp và ptnt | tài nguyên và môi trường |
  tài nguyên môi trường | thông tin và truyền thông | thông tin truyền thông | lao động thương binh và xã hội |
  lao động tb và xh | lao động tb&xh | lao động tbxh | lao động | văn hóa thể thao và du lịch |
  văn hóa và thể thao | văn hóa thể thao | văn hóa | văn hóa thể thao du lịch và thông tin |
  văn hóa thông tin và du lịch | du lịch | khoa học và công nghệ | giáo dục và đào tạo | giáo dục | y tế |
  ngoại vụ | dân tộc | dân tộc và tôn giáo | tôn giáo | quy hoạch kiến trúc | quy hoạch xây dựng |
  an toàn thực phẩm | quốc phòng | ngoại giao | tài chính và đầu tư
`);

/** Fields of offices (phòng) of districts and of today's communes. */
export const officeFields = list(`
  cảnh sát giao thông | cảnh sát hình sự | cảnh sát kinh tế | cảnh sát quản lý hành chính về trật tự xã hội |
  cảnh sát phòng cháy chữa cháy và cứu nạn cứu hộ | cảnh sát phòng chống tội phạm về môi trường | an ninh mạng |
  an ninh kinh tế | an ninh chính trị nội bộ | an ninh mạng và phòng chống tội phạm sử dụng công nghệ cao |
  quản lý xuất nhập cảnh |
  tài nguyên | kế hoạch | thông tin | khoa học | hạ tầng | kinh tế đô thị | hạ tầng kinh tế | nội vụ | tư pháp |
  tư pháp hộ tịch | tài chính kế hoạch | tài chính | tài nguyên và môi trường | lao động thương binh và xã hội |
  lao động tb và xh | lao động tb&xh | lao động | văn hóa và thông tin | văn hóa thông tin |
  văn hóa thông tin và thể thao | văn hóa thông tin và du lịch | văn hóa thông tin thể thao và du lịch |
  văn hóa thể thao và du lịch | văn hóa thể thao | văn hóa | văn hóa xã hội | văn hóa khoa học và thông tin |
  văn hóa khoa học thông tin | giáo dục và đào tạo | giáo dục | y tế | kinh tế | kinh tế và hạ tầng |
  kinh tế hạ tầng và đô thị | hạ tầng và đô thị | quản lý đô thị | đô thị | nông nghiệp và phát triển nông thôn |
  nông nghiệp và ptnt | nông nghiệp và môi trường | nông nghiệp | dân tộc | dân tộc và tôn giáo | công thương |
  xây dựng | kế hoạch tài chính | khoa học và công nghệ | khoa học công nghệ và đổi mới sáng tạo |
  cải cách hành chính | kiểm soát thủ tục hành chính | kiểm soát tthc | tổ chức cán bộ | tổ chức hành chính |
  hành chính quản trị | hành chính tổng hợp | pháp chế | tổng hợp | công chức viên chức | xây dựng chính quyền |
  xây dựng chính quyền và công tác thanh niên | tổ chức bộ máy | tổ chức biên chế | tổ chức bộ máy biên chế |
  văn thư lưu trữ | quản lý văn thư lưu trữ | thi đua khen thưởng | việc làm an toàn lao động | người có công |
  lao động việc làm | bảo trợ xã hội | trẻ em bình đẳng giới | đăng ký kinh doanh | quản lý ngân sách | quản lý giá công sản |
  phổ biến giáo dục pháp luật | hành chính tư pháp | bổ trợ tư pháp | chuyển đổi số | bưu chính viễn thông |
  công nghệ thông tin | quản lý đất đai | đất đai | đo đạc bản đồ | bảo vệ môi trường | môi trường | kế hoạch tổng hợp |
  tài chính kế toán | kế toán tài vụ | hành chính tổ chức | nghiệp vụ y dược | kế hoạch nghiệp vụ | điều dưỡng |
  kế hoạch nghiệp vụ và điều dưỡng | kế hoạch tổng hợp và điều dưỡng | vật tư thiết bị y tế |
  công tác xã hội | đào tạo | quản lý đào tạo | khảo thí và đảm bảo chất lượng | quản lý khoa học |
  khoa học và hợp tác quốc tế | công tác sinh viên | công tác chính trị và học sinh sinh viên | quản trị thiết bị |
  tổ chức hành chính | tổ chức cán bộ và hành chính | thanh tra pháp chế | tham mưu | hậu cần | kỹ thuật nghiệp vụ
`);

/** Whole names that may stand alone or before a place or level. Longest first is found by the reader. */
export const wholeNames = list(`
  ủy ban thường vụ quốc hội | văn phòng quốc hội | văn phòng chủ tịch nước | văn phòng trung ương đảng |
  đảng ủy mặt trận tổ quốc các đoàn thể trung ương | đảng ủy các cơ quan đảng trung ương |
  thông tấn xã việt nam | kiểm toán nhà nước | ủy ban trung ương mặt trận tổ quốc | trung ương đoàn | trung ương đoàn tncs hồ chí minh | bộ công an | bộ quốc phòng | bộ trưởng | cổng ttđt | trang ttđt | văn phòng hđnd ubnd | văn phòng hđnd&ubnd | vp hđnd&ubnd | vp hđnd ubnd | hđnd&ubnd | đài truyền hình | đài tiếng nói việt nam |
  trưởng ban công tác mặt trận | trưởng thôn | trưởng ấp | trưởng bản | trưởng buôn | trưởng khu phố | trưởng khóm | tổ trưởng |
  tổ trưởng dân phố | tổ trưởng tổ dân phố | bí thư chi bộ | chi hội trưởng | ttpvhcc | tt pvhcc | tthcc |
  tt phục vụ hành chính công | trung tâm phục vụ hcc | trung tâm hcc | bộ phận 1 cửa |
  hội đồng phối hợp phổ biến giáo dục pháp luật | hội đồng thi đua khen thưởng | ttyt | tyt | bệnh viện đa khoa |
  nhnn | thads | qltt | chi cục văn thư lưu trữ | ban chấp hành đảng bộ | trường chính trị | ubnd |
  ủy ban nhân dân | ub nhân dân | ủy ban nd | hđnd | hội đồng nhân dân | thường trực hđnd |
  thường trực hội đồng nhân dân | văn phòng hđnd và ubnd | văn phòng hội đồng nhân dân và ủy ban nhân dân |
  văn phòng ubnd | vpubnd | vp ubnd | vp hđnd và ubnd | văn phòng ủy ban nhân dân | văn phòng đoàn đbqh và hđnd |
  văn phòng hđnd | văn phòng đoàn đại biểu quốc hội và hội đồng nhân dân | văn phòng hội đồng nhân dân |
  văn phòng đảng ủy | văn phòng tỉnh ủy | văn phòng thành ủy | văn phòng huyện ủy | văn phòng chính phủ |
  văn phòng thống kê | văn phòng đăng ký đất đai | chi nhánh văn phòng đăng ký đất đai |
  văn phòng điều phối nông thôn mới | đoàn đbqh | đoàn đại biểu quốc hội | mttq | mttqvn | mặt trận |
  mặt trận tổ quốc | mặt trận tqvn | ủy ban mặt trận tổ quốc | ủy ban mặt trận tqvn | ubmt | ubmttq | ubmttqvn |
  ủy ban mttq | ủy ban mttqvn | ub mttq | ubmt tổ quốc | ủy ban mặt trận | ban thường trực ủy ban mttq |
  ban thường trực ủy ban mặt trận tổ quốc | ban thường trực ubmttq | ban công tác mặt trận | thanh tra |
  thanh tra nhà nước | công an | bộ chỉ huy quân sự | ban chỉ huy quân sự | bch quân sự | bộ tư lệnh |
  bộ đội biên phòng | bộ chỉ huy bộ đội biên phòng | đồn biên phòng | bảo hiểm xã hội | bhxh | kho bạc nhà nước |
  kbnn | ngân hàng nhà nước | ngân hàng chính sách xã hội | cục thuế | chi cục thuế | thuế | chi cục hải quan |
  cục hải quan | cục thống kê | chi cục thống kê | thống kê | cục thi hành án dân sự | chi cục thi hành án dân sự |
  thi hành án dân sự | cục quản lý thị trường | chi cục quản lý thị trường | tòa án nhân dân | tòa án | tand |
  viện kiểm sát nhân dân | viện kiểm sát | vksnd | điện lực | công ty điện lực | bưu điện | viễn thông | vnpt |
  viettel | hạt kiểm lâm | chi cục kiểm lâm | chi cục dân số | tỉnh ủy | thành ủy | huyện ủy | quận ủy | thị ủy |
  đảng ủy | chi ủy | ban thường vụ tỉnh ủy | ban thường vụ đảng ủy | ban tuyên giáo | ban tuyên giáo và dân vận |
  ban dân vận | ban tổ chức | ban nội chính | ủy ban kiểm tra | ubkt | ban xây dựng đảng | ban cán sự đảng |
  ban pháp chế | ban kinh tế ngân sách | ban văn hóa xã hội | ban đô thị | ban dân tộc | ban thi đua khen thưởng |
  ban thanh tra nhân dân | ban giám sát đầu tư cộng đồng | ban giám sát đầu tư của cộng đồng | ban tiếp công dân |
  ban quản lý khu kinh tế | ban quản lý các khu công nghiệp | ban quản lý khu công nghiệp |
  ban quản lý các khu kinh tế | ban quản lý khu kinh tế và các khu công nghiệp | ban quản lý dự án |
  ban quản lý dự án đầu tư xây dựng | ban quản lý khu công nghệ cao | trung tâm phục vụ hành chính công |
  trung tâm pvhcc | trung tâm hành chính công | bộ phận một cửa | bộ phận tiếp nhận và trả kết quả |
  bộ phận tn&tkq | trung tâm y tế | trạm y tế | trung tâm văn hóa thể thao và truyền thông |
  trung tâm văn hóa thông tin và thể thao | trung tâm truyền thông văn hóa | trung tâm truyền thông |
  trung tâm văn hóa thông tin | trung tâm văn hóa thể thao | trung tâm văn hóa thể thao và du lịch |
  trung tâm văn hóa | trung tâm cung ứng dịch vụ công | trung tâm dịch vụ tổng hợp |
  trung tâm truyền thông và văn hóa | trung tâm văn hóa truyền thông và thể thao |
  trung tâm văn hóa thông tin thể thao và du lịch | trung tâm dịch vụ nông nghiệp | trung tâm phát triển quỹ đất |
  trung tâm giáo dục nghề nghiệp giáo dục thường xuyên | trung tâm chính trị |
  trung tâm công nghệ thông tin và truyền thông | trung tâm chuyển đổi số | trung tâm trợ giúp pháp lý nhà nước |
  trung tâm trợ giúp pháp lý | trung tâm xúc tiến đầu tư | trung tâm kiểm soát bệnh tật |
  trung tâm tin học công báo | cổng thông tin điện tử | trang thông tin điện tử |
  ban biên tập cổng thông tin điện tử | ban biên tập trang thông tin điện tử | đài phát thanh và truyền hình |
  đài phát thanh truyền hình | đài pt&th | đài ptth | đài truyền thanh | đài truyền thanh truyền hình | đài tt th |
  báo và đài phát thanh truyền hình | báo và phát thanh truyền hình | liên đoàn lao động | lđlđ |
  liên minh hợp tác xã | đoàn thanh niên | đoàn tncs hồ chí minh | đoàn thanh niên cộng sản hồ chí minh |
  tỉnh đoàn | thành đoàn | huyện đoàn | thị đoàn | đoàn tn | đoàn xã | hội liên hiệp phụ nữ | hội lhpn |
  hội phụ nữ | hội nông dân | hội cựu chiến binh | hội ccb | hội chữ thập đỏ | hội người cao tuổi |
  hội doanh nghiệp | hiệp hội doanh nghiệp | hội nhà báo | phòng thương mại và công nghiệp việt nam | vcci |
  đoàn thể | tổ chức chính trị xã hội | nhân dân | người dân | hòa giải viên | tổ hòa giải |
  tổ công nghệ số cộng đồng | chính phủ | quốc hội | thủ tướng chính phủ | bộ nội vụ | chính quyền |
  chính quyền địa phương | công chức | cán bộ công chức viên chức | cán bộ công chức | cơ quan tư pháp |
  cơ quan thường trực | công ty cổ phần cấp thoát nước | công ty cổ phần cấp nước | công ty cấp nước |
  phòng giao dịch ngân hàng chính sách xã hội | phòng giao dịch ngân hàng csxh | phòng giao dịch nhcsxh |
  công ty môi trường đô thị | hội đồng phối hợp pbgdpl | hội đồng phối hợp | ban tiếp công dân | ban công tác mặt trận |
  công chức văn hóa xã hội | công chức tài chính kế toán | công chức văn phòng thống kê | công chức tư pháp hộ tịch |
  công chức địa chính xây dựng | cán bộ công chức viên chức người lao động | công chức viên chức người lao động |
  cán bộ công chức người lao động | các cơ quan báo chí truyền thông | cơ quan báo chí truyền thông |
  cha mẹ học sinh | phụ huynh học sinh | phụ huynh | ban đại diện cha mẹ học sinh | giáo viên chủ nhiệm |
  giáo viên bộ môn | tổng phụ trách đội | hội đồng trường | hội đồng tư vấn | ban giám hiệu | ban giám đốc |
  liên đội | công đoàn cơ sở | chi bộ nhà trường | gia đình người bệnh |
  ban thường vụ tỉnh đoàn | ban thường vụ trung ương đoàn | ủy ban mặt trận tổ quốc việt nam | hội khuyến học |
  trung tâm thông tin thư viện | đảng ủy quân sự | đảng ủy công an | đảng ủy ubnd | đảng ủy hđnd | đảng ủy bộ đội biên phòng |
  đảng ủy các cơ quan đảng | hội luật gia | hội thầy thuốc trẻ | hội cựu thanh niên xung phong | hội nạn nhân chất độc da cam dioxin |
  ban quản lý chợ | ban quản lý di tích | ban chỉ huy phòng thủ dân sự | bộ chỉ huy bộ đội biên phòng
`);

/** Open names: the head word, then words of its own up to the next separator ("Trung tâm Dịch vụ việc làm"). */
export const openHeads = list(`
  tổng liên đoàn | tổng hội | đoàn trường | công đoàn trường | trường đại học | trường cao đẳng | trường trung cấp | đại học | khoa | bộ môn | liên chi hội |
  trường tiểu học và thcs | trường tiểu học và trung học cơ sở | trường thcs và thpt |
  trung tâm | ban chỉ đạo | bcđ | ban quản lý | bql | ban điều hành | ban vận động | ban chỉ huy | ban chấp hành |
  bch | ban giám đốc | ban giám hiệu | ban đại diện | ban biên tập | ban công tác | ban | bộ | hội đồng | hội |
  hiệp hội | liên hiệp | liên minh | liên đoàn | câu lạc bộ | đài | báo | tạp chí | công ty | tổng công ty |
  tập đoàn | xí nghiệp | doanh nghiệp | hợp tác xã | viện | học viện | trường | bệnh viện | phòng khám | thư viện |
  bảo tàng | quỹ | ngân hàng | cục | chi cục | tổng cục | vụ | tổ công tác | tổ giúp việc | tổ | đội | trạm | hạt |
  chi nhánh | văn phòng | vp | đoàn | nhà văn hóa | nhà máy | vườn quốc gia | tiểu ban | nhóm | chi hội | chi bộ | chi đoàn | kho bạc | ủy ban | cụm |
  bộ phận | nhà trường | chủ đầu tư | chủ dự án | khối | cơ quan | đơn vị | cơ sở giáo dục | cơ sở y tế | cơ sở |
  tttt | hệ thống
`);

/** Offices and titles that stand before the name of their body and belong to it: "Chủ tịch UBND", "Thanh tra Sở". */
export const titles = list(`
  thành viên | ban thường vụ |
  chủ tịch | phó chủ tịch | thủ trưởng | bộ trưởng | thứ trưởng | thống đốc | tổng giám đốc | tổng thanh tra | giám đốc | phó giám đốc | trưởng | phó | phó trưởng |
  trưởng ban | phó trưởng ban | trạm trưởng | hiệu trưởng | lãnh đạo | người đứng đầu | đại diện | đại biểu |
  thường trực | bí thư | phó bí thư | chánh | phó chánh | chánh thanh tra |
  tổng biên tập | cục trưởng | chi cục trưởng | viện trưởng | chỉ huy trưởng | tư lệnh | cán bộ | công chức |
  viên chức | đ c | tập thể lãnh đạo | ban lãnh đạo | đồng chí | cán bộ công chức | cán bộ công chức viên chức |
  thanh tra | văn phòng | công an | văn thư | ban giám đốc | kế toán | công đoàn | đảng ủy
`);

/** Words of collective phrases: "Các sở, ban, ngành", "các cơ quan, đơn vị, địa phương", "thôn, tổ dân phố". */
export const collectives = list(`
  cơ quan tham mưu giúp việc | cơ quan ngang bộ | cơ quan thuộc chính phủ | mầm non | tiểu học | thcs | thpt | trung học cơ sở |
  trung học phổ thông | công dân | người lao động | đoàn thể chính trị xã hội | sở | ban | ngành | phòng |
  phòng ban | đơn vị | cơ quan | địa phương | đoàn thể | hội | hội đoàn thể | tổ chức | tổ chức đoàn thể |
  trung tâm | tổ chức chính trị xã hội | tổ chức chính trị xã hội nghề nghiệp | tổ chức xã hội |
  tổ chức xã hội nghề nghiệp | tổ chức hội | tổ chức chính trị | tổ chức thành viên | tổ chức kinh tế |
  hội quần chúng | hội đặc thù | trường | trường học | nhà trường | bệnh viện | doanh nghiệp | hợp tác xã |
  hiệp hội | cơ sở giáo dục | cơ sở y tế | phòng chuyên môn | phòng ban chuyên môn | cơ quan chuyên môn |
  đơn vị sự nghiệp | đơn vị sự nghiệp công lập | cơ quan trung ương | cơ quan báo chí |
  cơ quan thông tấn báo chí | cơ quan thông tin báo chí | cơ quan truyền thông | cơ quan thông tin đại chúng |
  báo đài | cơ quan nhà nước | cơ quan hành chính nhà nước | cơ quan hành chính | cơ quan tham mưu | bộ |
  bộ ngành | sở ngành | sở ban ngành | thôn | tổ dân phố | khu phố | khối phố | khu dân cư | ấp | bản | buôn |
  bon | làng | khóm | cá nhân | hộ gia đình | thành viên | chi cục | cục | xã | phường | thị trấn | đặc khu |
  huyện | thị xã | thành phố | quận | tỉnh | cấp ủy | cấp chính quyền | tầng lớp nhân dân | công ty | ngân hàng |
  hiệp hội doanh nghiệp | hộ kinh doanh | bộ phận | đồng chí | tổ | đội | trạm y tế | lực lượng | lực lượng chức năng | hội đồng |
  chi bộ | chi đoàn | chi hội | công đoàn | công đoàn cơ sở | khoa | khoa lâm sàng | bộ môn |
  tổ chuyên môn | tổ đại biểu | giáo viên | giảng viên | học sinh | sinh viên | đoàn viên | hội viên | đảng viên | vụ |
  tổng cục | học viện | viện | hợp tác xã | tổ hợp tác | tiểu ban | nhóm | câu lạc bộ | cơ sở | cơ sở đào tạo | hộ | hộ dân |
  trường đại học | trường cao đẳng | trường phổ thông | viện nghiên cứu | tỉnh ủy | thành ủy | huyện ủy |
  tổ chức đảng | ban xây dựng đảng | ban đảng | tổ chức tín dụng | ngân hàng thương mại | chủ đầu tư | nhà thầu | tập đoàn | tổng công ty
`);

/** Levels and kinds of administrative units, folded. */
export const levels = list(`
  khu vuc | trung uong | tinh | thanh pho | tp | tp. | thi xa | tx | tx. | huyen | quan | xa | phuong | thi tran |
  tt. | dac khu | co so
`);

/** Words that end a name in a cell: what the body does, not what it is called. */
export const roleWords = list(`
  là cơ quan thường trực | là cơ quan chủ trì | là đơn vị chủ trì | là đầu mối | là cơ quan đầu mối | đề nghị |
  yêu cầu | giao cho | phân công | chủ trì | phối hợp | thực hiện | tham mưu | chịu trách nhiệm |
  có trách nhiệm | làm đầu mối | đầu mối | hướng dẫn | theo dõi | giám sát | kiểm tra | đôn đốc | triển khai |
  báo cáo | tổng hợp | xây dựng kế hoạch | chỉ đạo | tổ chức thực hiện | tổ chức triển khai | cùng phối hợp | giao
`);

/** Tails that stay with the name as printed. */
export const tails = list(`
  tối cao | trên địa bàn | trên địa bàn toàn tỉnh |
  tổ quốc | tổ quốc việt nam | chính trị xã hội | quần chúng | đặc thù | có liên quan | liên quan | khác |
  chức năng | chuyên môn | cùng cấp | các cấp | hai cấp | 02 cấp | ba cấp | hai bên | việt nam | tqvn | vn |
  nhân dân | có thẩm quyền | sự nghiệp | công lập | sự nghiệp công lập | trực thuộc | đóng trên địa bàn |
  đứng chân trên địa bàn | ngành dọc | theo ngành dọc | trung ương | địa phương | cơ sở | ở cơ sở | được giao |
  được phân công
`);

/** Prepositions after which another name belongs to this one: "các đơn vị thuộc Sở". */
export const prepositions = list(`
  thuộc trực thuộc |
  thuộc | trực thuộc | của | tại | trên địa bàn | đóng trên địa bàn | trong | ngoài | ở
`);

/** Words before a body that say how many. */
export const quantifiers = list(`
  cac |
  các | những | một số | toàn bộ | toàn thể | tất cả các | tất cả | mỗi | từng | hệ thống
`);

/** A body of the Party or a council right after the name of its own board: "Ban Tuyên giáo Thành ủy", "Ban Pháp chế HĐND". */
export const parents = list(`
  tỉnh ủy | thành ủy | thị ủy | huyện ủy | quận ủy | đảng ủy | đảng bộ | hđnd | hội đồng nhân dân | tỉnh đoàn | thành đoàn |
  huyện đoàn | trung ương đoàn
`);

/** Instead of names: the names of the row above are meant. */
export const dittos = list(`
  như trên | nt | n.t | " | // | -nt-
`);

/** Acts and things that begin like a body: "Ban hành kế hoạch", "Báo cáo kết quả", "Thanh tra, kiểm tra việc …". */
export const notNames = list(`
  ban hành | báo cáo | hội nghị | hội thảo | hội thi | thanh tra kiểm tra | thanh tra việc | thanh tra công vụ |
  thanh tra đột xuất | thống kê số liệu | thống kê tổng hợp | trường hợp | cơ sở dữ liệu | cơ sở hạ tầng |
  cơ sở vật chất | đội ngũ | vụ việc | bộ tiêu chí | bộ chỉ số | bộ thủ tục | bộ câu hỏi | quỹ đất | trạm biến áp |
  báo chí | đoàn kết | hệ thống thông tin | hệ thống báo cáo | hệ thống hóa | phòng chống | phòng ngừa |
  công khai | công tác | tổ chức triển khai | tổ chức thực hiện | văn phòng phẩm | đại diện hộ |
  thành viên hội đồng | văn bản | phó mặc | trưởng thành | trưởng đoàn
`);

/** Places below the commune; units only in their own lists: "Tổ công nghệ số các thôn, khu phố". Folded. */
export const hamlets = list(`
  thon | ap | buon | khom | to dan pho | khu pho | khoi pho | khu dan cu
`);
