import { readFile } from 'node:fs/promises';
import fc from 'fast-check';
import { describe, expect, it, test } from 'vitest';
import { sharedAvailable, sharedPath, shareOf } from '../../../test/shared.ts';
import { readDocument } from '../../document/read.ts';
import { roles, type Task } from '../../plan/model.ts';
import { readPlan } from '../../plan/read.ts';
import { readAgencies } from '../agencies.ts';
import { knownAgencies } from './catalogue.ts';

/** Cells of offices of every kind and time, and the agencies in them: over-splitting and under-splitting alike fail. */
const cells: readonly (readonly [string, readonly string[], (readonly string[])?])[] = [
  ['Các sở, ban, ngành UBND cấp huyện', ['Các sở, ban, ngành', 'UBND cấp huyện']],
  ['Các sở, ban, ngành UBND các xã, phường', ['Các sở, ban, ngành', 'UBND các xã, phường']],
  ['Các Sở, ban, ngành, UBND các xã, phường', ['Các Sở, ban, ngành', 'UBND các xã, phường']],
  ['Các sở, ban, ngành, đoàn thể cấp tỉnh UBND cấp xã', ['Các sở, ban, ngành, đoàn thể cấp tỉnh', 'UBND cấp xã']],
  ['Đ/c X - Phó Chủ tịch UBND xã', ['Đ/c X - Phó Chủ tịch UBND xã']],
  ['Đ/c Nguyễn Văn A - Phó Chủ tịch UBND xã', ['Đ/c Nguyễn Văn A - Phó Chủ tịch UBND xã']],
  ['Đồng chí Nguyễn Văn A, Phó Chủ tịch UBND xã', ['Đồng chí Nguyễn Văn A, Phó Chủ tịch UBND xã']],
  ['Đ/c Nguyễn Văn A, Chủ tịch UBND xã; Phòng Kinh tế', ['Đ/c Nguyễn Văn A, Chủ tịch UBND xã', 'Phòng Kinh tế']],
  ['Giám đốc Sở Nội vụ', ['Giám đốc Sở Nội vụ']],
  ['Giám đốc Sở Nội vụ, Giám đốc Sở Tài chính', ['Giám đốc Sở Nội vụ', 'Giám đốc Sở Tài chính']],
  ['Giám đốc các Sở', ['Giám đốc các Sở']],
  ['Thủ trưởng các sở, ban, ngành; Chủ tịch UBND các xã', ['Thủ trưởng các sở, ban, ngành', 'Chủ tịch UBND các xã']],
  ['Thủ trưởng các cơ quan, đơn vị', ['Thủ trưởng các cơ quan, đơn vị']],
  ['Sở Nội vụ (Phòng CCHC)', ['Sở Nội vụ (Phòng CCHC)']],
  [
    'Sở Nội vụ (Phòng Cải cách hành chính), Văn phòng UBND tỉnh',
    ['Sở Nội vụ (Phòng Cải cách hành chính)', 'Văn phòng UBND tỉnh'],
  ],
  ['1. Sở Nội vụ 2. Sở Tài chính 3. UBND cấp xã', ['Sở Nội vụ', 'Sở Tài chính', 'UBND cấp xã']],
  ['(1) Sở Nội vụ (2) Sở Tài chính', ['Sở Nội vụ', 'Sở Tài chính']],
  ['a) Sở Nội vụ; b) Sở Tài chính', ['Sở Nội vụ', 'Sở Tài chính']],
  ['• Sở Nội vụ • Sở Tài chính', ['Sở Nội vụ', 'Sở Tài chính']],
  ['+ Sở Nội vụ + Sở Tài chính', ['Sở Nội vụ', 'Sở Tài chính']],
  ['- Sở Nội vụ - Sở Tài chính - UBND cấp xã', ['Sở Nội vụ', 'Sở Tài chính', 'UBND cấp xã']],
  ['* Sở Nội vụ', ['Sở Nội vụ']],
  ['Sở Nội vụ và Sở Tài chính', ['Sở Nội vụ', 'Sở Tài chính']],
  ['Sở Nội vụ, Sở Tài chính và các đơn vị liên quan', ['Sở Nội vụ', 'Sở Tài chính', 'các đơn vị liên quan']],
  ['Sở Nội vụ, Tài chính', ['Sở Nội vụ', 'Sở Tài chính']],
  ['Sở Nội vụ, Tài chính, Tư pháp', ['Sở Nội vụ', 'Sở Tài chính', 'Sở Tư pháp']],
  ['Các Sở Nội vụ, Tài chính, Xây dựng; UBND cấp xã', ['Sở Nội vụ', 'Sở Tài chính', 'Sở Xây dựng', 'UBND cấp xã']],
  [
    'Các Sở: Nội vụ, Tài chính, Nông nghiệp và Môi trường, Văn hóa, Thể thao và Du lịch',
    ['Sở Nội vụ', 'Sở Tài chính', 'Sở Nông nghiệp và Môi trường', 'Sở Văn hóa, Thể thao và Du lịch'],
  ],
  ['Các phòng: Kinh tế, Văn hóa - Xã hội', ['phòng Kinh tế', 'phòng Văn hóa - Xã hội']],
  ['Phòng Kinh tế, Văn hóa - Xã hội', ['Phòng Kinh tế', 'Phòng Văn hóa - Xã hội']],
  [
    'Các phòng Kinh tế, Văn hóa - Xã hội, Văn phòng HĐND và UBND',
    ['phòng Kinh tế', 'phòng Văn hóa - Xã hội', 'Văn phòng HĐND và UBND'],
  ],
  ['VP UBND tỉnh', ['VP UBND tỉnh']],
  ['VPUB tỉnh', ['VPUB tỉnh']],
  ['VP.UBND tỉnh', ['VP.UBND tỉnh']],
  [
    'Văn phòng HĐND và UBND xã, Phòng Kinh tế, Phòng Văn hóa - Xã hội, Trung tâm Phục vụ hành chính công',
    ['Văn phòng HĐND và UBND xã', 'Phòng Kinh tế', 'Phòng Văn hóa - Xã hội', 'Trung tâm Phục vụ hành chính công'],
  ],
  ['Văn phòng HĐND - UBND xã', ['Văn phòng HĐND - UBND xã']],
  ['Văn phòng HĐND, UBND xã; Phòng VH-XH', ['Văn phòng HĐND, UBND xã', 'Phòng VH-XH']],
  ['Văn phòng Hội đồng nhân dân và Ủy ban nhân dân phường', ['Văn phòng Hội đồng nhân dân và Ủy ban nhân dân phường']],
  ['VP HĐND&UBND; P. KT; P. VHXH; TTPVHCC', ['VP HĐND&UBND', 'P. KT', 'P. VHXH', 'TTPVHCC']],
  ['P.VH-XH, P.KT, VP HĐND-UBND', ['P.VH-XH', 'P.KT', 'VP HĐND-UBND']],
  ['P. Kinh tế, P. Văn hóa - Xã hội', ['P. Kinh tế', 'P. Văn hóa - Xã hội']],
  ['Phòng KT, HT&ĐT', ['Phòng KT, HT&ĐT']],
  ['Phòng Kinh tế, Hạ tầng và Đô thị', ['Phòng Kinh tế, Hạ tầng và Đô thị']],
  [
    'Phòng Kinh tế, Hạ tầng và Đô thị; Phòng Văn hóa - Xã hội',
    ['Phòng Kinh tế, Hạ tầng và Đô thị', 'Phòng Văn hóa - Xã hội'],
  ],
  ['Phòng Kinh tế (Phòng Kinh tế, Hạ tầng và Đô thị)', ['Phòng Kinh tế (Phòng Kinh tế, Hạ tầng và Đô thị)']],
  ['BCH Quân sự xã, Công an xã, Trạm Y tế', ['BCH Quân sự xã', 'Công an xã', 'Trạm Y tế']],
  ['Ban CHQS phường', ['Ban CHQS phường']],
  ['Công an xã, Ban Chỉ huy Quân sự xã', ['Công an xã', 'Ban Chỉ huy Quân sự xã']],
  ['UBMTTQVN xã và các tổ chức chính trị - xã hội', ['UBMTTQVN xã', 'các tổ chức chính trị - xã hội']],
  [
    'Ủy ban MTTQ Việt Nam xã; các đoàn thể chính trị - xã hội xã',
    ['Ủy ban MTTQ Việt Nam xã', 'các đoàn thể chính trị - xã hội xã'],
  ],
  ['Ủy ban MTTQ Việt Nam tỉnh và các tổ chức thành viên', ['Ủy ban MTTQ Việt Nam tỉnh', 'các tổ chức thành viên']],
  [
    'Ủy ban Mặt trận Tổ quốc Việt Nam và các tổ chức chính trị - xã hội tỉnh',
    ['Ủy ban Mặt trận Tổ quốc Việt Nam', 'các tổ chức chính trị - xã hội tỉnh'],
  ],
  ['MTTQ và các đoàn thể', ['MTTQ', 'các đoàn thể']],
  ['MTTQ, các đoàn thể', ['MTTQ', 'các đoàn thể']],
  ['UB MTTQVN, ĐTN, HLHPN, HND, CCB, LĐLĐ', ['UB MTTQVN', 'ĐTN', 'HLHPN', 'HND', 'CCB', 'LĐLĐ']],
  ['Hội LHPN, Hội ND, Hội CCB, Đoàn TN', ['Hội LHPN', 'Hội ND', 'Hội CCB', 'Đoàn TN']],
  [
    'Hội Liên hiệp Phụ nữ, Hội Nông dân, Hội Cựu chiến binh, Đoàn Thanh niên xã',
    ['Hội Liên hiệp Phụ nữ', 'Hội Nông dân', 'Hội Cựu chiến binh', 'Đoàn Thanh niên xã'],
  ],
  ['Đoàn TNCS Hồ Chí Minh', ['Đoàn TNCS Hồ Chí Minh']],
  ['Tỉnh đoàn, Hội LHPN tỉnh', ['Tỉnh đoàn', 'Hội LHPN tỉnh']],
  ['Liên đoàn Lao động tỉnh; Công đoàn viên chức tỉnh', ['Liên đoàn Lao động tỉnh', 'Công đoàn viên chức tỉnh']],
  [
    'Ban Tổ chức Tỉnh ủy; Ban Tuyên giáo và Dân vận Tỉnh ủy; UBKT Tỉnh ủy',
    ['Ban Tổ chức Tỉnh ủy', 'Ban Tuyên giáo và Dân vận Tỉnh ủy', 'UBKT Tỉnh ủy'],
  ],
  [
    'Ủy ban Kiểm tra Tỉnh ủy, Văn phòng Tỉnh ủy, Ban Nội chính Tỉnh ủy',
    ['Ủy ban Kiểm tra Tỉnh ủy', 'Văn phòng Tỉnh ủy', 'Ban Nội chính Tỉnh ủy'],
  ],
  ['Đảng ủy UBND tỉnh, Đảng ủy các cơ quan Đảng tỉnh', ['Đảng ủy UBND tỉnh', 'Đảng ủy các cơ quan Đảng tỉnh']],
  [
    'Đảng ủy các cơ quan đảng tỉnh; Đảng ủy UBND tỉnh; các đảng ủy trực thuộc Tỉnh ủy',
    ['Đảng ủy các cơ quan đảng tỉnh', 'Đảng ủy UBND tỉnh', 'các đảng ủy trực thuộc Tỉnh ủy'],
  ],
  [
    'Ban Xây dựng Đảng xã; UBKT Đảng ủy xã; Văn phòng Đảng ủy xã',
    ['Ban Xây dựng Đảng xã', 'UBKT Đảng ủy xã', 'Văn phòng Đảng ủy xã'],
  ],
  ['Các ban đảng, Văn phòng Tỉnh ủy', ['Các ban đảng', 'Văn phòng Tỉnh ủy']],
  ['Các ban xây dựng Đảng và Văn phòng Đảng ủy', ['Các ban xây dựng Đảng', 'Văn phòng Đảng ủy']],
  ['Ban Thường vụ Đảng ủy', ['Ban Thường vụ Đảng ủy']],
  ['Thường trực HĐND tỉnh, các Ban HĐND tỉnh', ['Thường trực HĐND tỉnh', 'các Ban HĐND tỉnh']],
  ['Ban Pháp chế, Ban Văn hóa - Xã hội HĐND tỉnh', ['Ban Pháp chế', 'Ban Văn hóa - Xã hội HĐND tỉnh']],
  ['Ban Kinh tế - Ngân sách HĐND xã', ['Ban Kinh tế - Ngân sách HĐND xã']],
  ['Thuế tỉnh; Kho bạc Nhà nước khu vực XIII; BHXH tỉnh', ['Thuế tỉnh', 'Kho bạc Nhà nước khu vực XIII', 'BHXH tỉnh']],
  ['Thuế tỉnh Đắk Lắk', ['Thuế tỉnh Đắk Lắk']],
  ['Thuế cơ sở 2, Bảo hiểm xã hội cơ sở', ['Thuế cơ sở 2', 'Bảo hiểm xã hội cơ sở']],
  ['Cục Thuế tỉnh, Chi cục Thuế khu vực', ['Cục Thuế tỉnh', 'Chi cục Thuế khu vực']],
  ['Chi cục Thuế khu vực Thành phố - Đông Sơn', ['Chi cục Thuế khu vực Thành phố - Đông Sơn']],
  ['Ngân hàng Nhà nước chi nhánh tỉnh', ['Ngân hàng Nhà nước chi nhánh tỉnh']],
  ['Ngân hàng Nhà nước Khu vực 9', ['Ngân hàng Nhà nước Khu vực 9']],
  ['NHNN Khu vực 5', ['NHNN Khu vực 5']],
  ['Ngân hàng CSXH', ['Ngân hàng CSXH']],
  ['Cục Thống kê, Thống kê tỉnh', ['Cục Thống kê', 'Thống kê tỉnh']],
  ['Chi cục Thống kê tỉnh', ['Chi cục Thống kê tỉnh']],
  ['Thống kê cơ sở', ['Thống kê cơ sở']],
  ['Công an tỉnh, Bộ CHQS tỉnh, BĐBP tỉnh', ['Công an tỉnh', 'Bộ CHQS tỉnh', 'BĐBP tỉnh']],
  [
    'Bộ Chỉ huy Quân sự tỉnh; Bộ Chỉ huy Bộ đội Biên phòng tỉnh',
    ['Bộ Chỉ huy Quân sự tỉnh', 'Bộ Chỉ huy Bộ đội Biên phòng tỉnh'],
  ],
  [
    'Tòa án nhân dân tỉnh, Viện kiểm sát nhân dân tỉnh, Thi hành án dân sự tỉnh',
    ['Tòa án nhân dân tỉnh', 'Viện kiểm sát nhân dân tỉnh', 'Thi hành án dân sự tỉnh'],
  ],
  ['TAND, VKSND, THADS khu vực', ['TAND', 'VKSND', 'THADS khu vực']],
  ['Tòa án nhân dân khu vực 1', ['Tòa án nhân dân khu vực 1']],
  ['Cục THADS tỉnh', ['Cục THADS tỉnh']],
  [
    'Sở Nông nghiệp và Môi trường; Sở Xây dựng; Sở Khoa học và Công nghệ; Sở Dân tộc và Tôn giáo',
    ['Sở Nông nghiệp và Môi trường', 'Sở Xây dựng', 'Sở Khoa học và Công nghệ', 'Sở Dân tộc và Tôn giáo'],
  ],
  ['Sở NN&MT, Sở KH&CN, Sở VHTT&DL, Sở DT&TG', ['Sở NN&MT', 'Sở KH&CN', 'Sở VHTT&DL', 'Sở DT&TG']],
  ['Sở NNMT, Sở KHCN, Sở VHTTDL', ['Sở NNMT', 'Sở KHCN', 'Sở VHTTDL']],
  ['Sở VH-TT-DL', ['Sở VH-TT-DL']],
  ['Sở VH, TT & DL', ['Sở VH, TT & DL']],
  ['Sở VHTT và DL', ['Sở VHTT và DL']],
  ['Sở Văn hoá, Thể thao & Du lịch', ['Sở Văn hoá, Thể thao & Du lịch']],
  ['Sở Văn hóa - Thể thao và Du lịch', ['Sở Văn hóa - Thể thao và Du lịch']],
  ['Sở Văn hóa Thể thao và Du lịch, Sở Tài chính', ['Sở Văn hóa Thể thao và Du lịch', 'Sở Tài chính']],
  ['Sở Lao động - TB và XH', ['Sở Lao động - TB và XH']],
  ['Sở LĐ-TB&XH', ['Sở LĐ-TB&XH']],
  ['Sở LĐTBXH; Sở KH&ĐT', ['Sở LĐTBXH', 'Sở KH&ĐT']],
  ['Sở LĐ - TBXH, Sở KH và ĐT', ['Sở LĐ - TBXH', 'Sở KH và ĐT']],
  ['Sở LĐ, TB và XH', ['Sở LĐ, TB và XH']],
  ['Sở LĐ,TB&XH', ['Sở LĐ,TB&XH']],
  ['Sở NN & PTNT', ['Sở NN & PTNT']],
  ['Sở GD-ĐT', ['Sở GD-ĐT']],
  [
    'Sở GDĐT; Sở YT; Sở NV; Sở TC; Sở TP; Sở XD; Sở CT',
    ['Sở GDĐT', 'Sở YT', 'Sở NV', 'Sở TC', 'Sở TP', 'Sở XD', 'Sở CT'],
  ],
  ['Sở KH&CN;Sở TT&TT;Sở GTVT', ['Sở KH&CN', 'Sở TT&TT', 'Sở GTVT']],
  ['Sở Y tế,Sở Nội vụ,Sở Tài chính', ['Sở Y tế', 'Sở Nội vụ', 'Sở Tài chính']],
  ['Sở Y tế.Sở Nội vụ', ['Sở Y tế', 'Sở Nội vụ']],
  ['Sở Kế hoạch & Đầu tư', ['Sở Kế hoạch & Đầu tư']],
  ['Sở Giao thông vận tải - Xây dựng', ['Sở Giao thông vận tải - Xây dựng']],
  ['Sở Quy hoạch - Kiến trúc', ['Sở Quy hoạch - Kiến trúc']],
  ['Sở Du lịch', ['Sở Du lịch']],
  ['Sở Ngoại vụ', ['Sở Ngoại vụ']],
  ['Sở An toàn thực phẩm', ['Sở An toàn thực phẩm']],
  ['Ban Dân tộc tỉnh; Ban Quản lý Khu kinh tế tỉnh', ['Ban Dân tộc tỉnh', 'Ban Quản lý Khu kinh tế tỉnh']],
  ['Ban Quản lý các Khu công nghiệp tỉnh', ['Ban Quản lý các Khu công nghiệp tỉnh']],
  ['BQL KKT Nghi Sơn và các KCN', ['BQL KKT Nghi Sơn và các KCN']],
  [
    'Ban Quản lý Khu kinh tế Dung Quất và các Khu công nghiệp Quảng Ngãi',
    ['Ban Quản lý Khu kinh tế Dung Quất và các Khu công nghiệp Quảng Ngãi'],
  ],
  ['BQL các dự án', ['BQL các dự án']],
  [
    'Ban Quản lý dự án đầu tư xây dựng các công trình dân dụng và công nghiệp tỉnh',
    ['Ban Quản lý dự án đầu tư xây dựng các công trình dân dụng và công nghiệp tỉnh'],
  ],
  ['Ban Quản lý dự án ĐTXD khu vực', ['Ban Quản lý dự án ĐTXD khu vực']],
  ['Chi nhánh Văn phòng Đăng ký đất đai', ['Chi nhánh Văn phòng Đăng ký đất đai']],
  [
    'Trung tâm Phục vụ hành chính công tỉnh, cấp xã',
    ['Trung tâm Phục vụ hành chính công tỉnh', 'Trung tâm Phục vụ hành chính công cấp xã'],
  ],
  ['TTPVHCC tỉnh', ['TTPVHCC tỉnh']],
  ['TT PVHCC xã', ['TT PVHCC xã']],
  ['TT.PVHCC', ['TT.PVHCC']],
  ['Trung tâm PVHCC, Bộ phận Một cửa', ['Trung tâm PVHCC', 'Bộ phận Một cửa']],
  ['Bộ phận Tiếp nhận và Trả kết quả các cấp', ['Bộ phận Tiếp nhận và Trả kết quả các cấp']],
  ['Trung tâm Chuyển đổi số - Sở KH&CN', ['Trung tâm Chuyển đổi số', 'Sở KH&CN']],
  ['Trung tâm Công báo - Tin học', ['Trung tâm Công báo - Tin học']],
  ['Trung tâm Thông tin - Công báo', ['Trung tâm Thông tin - Công báo']],
  [
    'Cổng Thông tin điện tử tỉnh, Báo và Phát thanh, Truyền hình tỉnh',
    ['Cổng Thông tin điện tử tỉnh', 'Báo và Phát thanh, Truyền hình tỉnh'],
  ],
  ['Báo và Phát thanh - Truyền hình tỉnh', ['Báo và Phát thanh - Truyền hình tỉnh']],
  ['Đài PT-TH tỉnh, Báo Quảng Nam', ['Đài PT-TH tỉnh', 'Báo Quảng Nam']],
  ['Đài Phát thanh - Truyền hình tỉnh; Báo Đắk Lắk', ['Đài Phát thanh - Truyền hình tỉnh', 'Báo Đắk Lắk']],
  ['Báo Thanh Hóa, Đài PT&TH Thanh Hóa', ['Báo Thanh Hóa', 'Đài PT&TH Thanh Hóa']],
  ['Bưu điện tỉnh, VNPT, Viettel', ['Bưu điện tỉnh', 'VNPT', 'Viettel']],
  ['VNPT Quảng Nam, Viettel Quảng Nam', ['VNPT Quảng Nam', 'Viettel Quảng Nam']],
  ['Công ty Điện lực, Công ty cấp nước', ['Công ty Điện lực', 'Công ty cấp nước']],
  ['Các doanh nghiệp viễn thông', ['Các doanh nghiệp viễn thông']],
  ['Các doanh nghiệp, hợp tác xã, hộ kinh doanh', ['Các doanh nghiệp, hợp tác xã, hộ kinh doanh']],
  ['Hiệp hội Doanh nghiệp tỉnh', ['Hiệp hội Doanh nghiệp tỉnh']],
  ['Liên minh HTX tỉnh', ['Liên minh HTX tỉnh']],
  ['Hội Luật gia, Đoàn Luật sư', ['Hội Luật gia', 'Đoàn Luật sư']],
  ['Các tổ chức hành nghề công chứng', ['Các tổ chức hành nghề công chứng']],
  ['Trường Chính trị tỉnh', ['Trường Chính trị tỉnh']],
  ['Trường Đại học Quảng Nam', ['Trường Đại học Quảng Nam']],
  ['Các trường học, trạm y tế', ['Các trường học, trạm y tế']],
  ['Các trường mầm non, tiểu học, THCS', ['Các trường mầm non, tiểu học, THCS']],
  ['Các cơ sở giáo dục, cơ sở y tế', ['Các cơ sở giáo dục, cơ sở y tế']],
  ['Bệnh viện Đa khoa tỉnh', ['Bệnh viện Đa khoa tỉnh']],
  ['Trạm Y tế xã, các trường học trên địa bàn', ['Trạm Y tế xã', 'các trường học trên địa bàn']],
  ['Các thôn, tổ dân phố', ['Các thôn, tổ dân phố']],
  ['Trưởng các thôn, tổ dân phố', ['Trưởng các thôn, tổ dân phố']],
  ['Ban công tác Mặt trận thôn, tổ dân phố', ['Ban công tác Mặt trận thôn, tổ dân phố']],
  ['Bí thư chi bộ, trưởng thôn', ['Bí thư chi bộ', 'trưởng thôn']],
  ['Tổ công nghệ số cộng đồng', ['Tổ công nghệ số cộng đồng']],
  ['Tổ Công tác Đề án 06', ['Tổ Công tác Đề án 06']],
  ['BCĐ CCHC tỉnh', ['BCĐ CCHC tỉnh']],
  ['Ban Chỉ đạo CCHC và CĐS', ['Ban Chỉ đạo CCHC và CĐS']],
  ['Ban Chỉ đạo 57', ['Ban Chỉ đạo 57']],
  ['BCĐ phát triển KHCN, ĐMST, CĐS và Đề án 06', ['BCĐ phát triển KHCN, ĐMST, CĐS và Đề án 06']],
  [
    'Ban Chỉ đạo phát triển khoa học, công nghệ, đổi mới sáng tạo và chuyển đổi số xã',
    ['Ban Chỉ đạo phát triển khoa học, công nghệ, đổi mới sáng tạo và chuyển đổi số xã'],
  ],
  ['Hội đồng Phối hợp PBGDPL', ['Hội đồng Phối hợp PBGDPL']],
  ['Hội đồng phối hợp phổ biến, giáo dục pháp luật', ['Hội đồng phối hợp phổ biến, giáo dục pháp luật']],
  ['Hội đồng Thi đua - Khen thưởng', ['Hội đồng Thi đua - Khen thưởng']],
  ['Cơ quan thường trực Ban Chỉ đạo', ['Cơ quan thường trực Ban Chỉ đạo']],
  ['Công chức Văn phòng - Thống kê', ['Công chức Văn phòng - Thống kê']],
  ['Công chức Tư pháp - Hộ tịch', ['Công chức Tư pháp - Hộ tịch']],
  [
    'Công chức Văn hóa - Xã hội; công chức Tài chính - Kế toán',
    ['Công chức Văn hóa - Xã hội', 'công chức Tài chính - Kế toán'],
  ],
  ['Toàn thể cán bộ, công chức, viên chức', ['Toàn thể cán bộ, công chức, viên chức']],
  ['Cán bộ, công chức, viên chức và người lao động', ['Cán bộ, công chức, viên chức và người lao động']],
  ['Cán bộ, công chức các phòng, ban', ['Cán bộ, công chức các phòng, ban']],
  ['Các phòng, ban, trung tâm, đơn vị trực thuộc', ['Các phòng, ban, trung tâm, đơn vị trực thuộc']],
  ['Các phòng, đơn vị thuộc Sở', ['Các phòng, đơn vị thuộc Sở']],
  ['Các phòng chuyên môn thuộc UBND xã', ['Các phòng chuyên môn thuộc UBND xã']],
  ['Các phòng, ban chuyên môn, đơn vị sự nghiệp', ['Các phòng, ban chuyên môn, đơn vị sự nghiệp']],
  [
    'Các cơ quan chuyên môn, đơn vị sự nghiệp thuộc UBND tỉnh; UBND các xã, phường',
    ['Các cơ quan chuyên môn, đơn vị sự nghiệp thuộc UBND tỉnh', 'UBND các xã, phường'],
  ],
  ['Các cơ quan Trung ương đóng trên địa bàn', ['Các cơ quan Trung ương đóng trên địa bàn']],
  ['Các cơ quan, đơn vị, tổ chức có liên quan', ['Các cơ quan, đơn vị, tổ chức có liên quan']],
  ['Các đơn vị có liên quan', ['Các đơn vị có liên quan']],
  ['Các đơn vị', ['Các đơn vị']],
  ['Các địa phương', ['Các địa phương']],
  ['Các ngành, địa phương', ['Các ngành, địa phương']],
  ['Các sở, ngành, địa phương', ['Các sở, ngành, địa phương']],
  ['các sở, ngành; các huyện, thành phố', ['các sở, ngành', 'các huyện, thành phố']],
  ['Các huyện, thành phố, thị xã', ['Các huyện, thành phố, thị xã']],
  ['UBND huyện, thành phố', ['UBND huyện, thành phố']],
  ['UBND các huyện, TP', ['UBND các huyện, TP']],
  ['UBND TP. Tam Kỳ, UBND TX. Điện Bàn', ['UBND TP. Tam Kỳ', 'UBND TX. Điện Bàn']],
  ['UBND thành phố Hưng Yên, thị xã Mỹ Hào', ['UBND thành phố Hưng Yên', 'UBND thị xã Mỹ Hào']],
  ['UBND xã, phường, thị trấn', ['UBND xã, phường, thị trấn']],
  ['UBND các xã, phường, đặc khu', ['UBND các xã, phường, đặc khu']],
  ['UBND cấp xã, cấp huyện', ['UBND cấp xã', 'UBND cấp huyện']],
  ['UBND các cấp', ['UBND các cấp']],
  ['Ủy ban nhân dân các xã, phường', ['Ủy ban nhân dân các xã, phường']],
  ['UBND xã Trà My', ['UBND xã Trà My']],
  ['UBND xã Trà My, Trà Tân, Trà Linh', ['UBND xã Trà My', 'UBND xã Trà Tân', 'UBND xã Trà Linh']],
  ['Chủ tịch UBND xã; các Phó Chủ tịch UBND xã', ['Chủ tịch UBND xã', 'các Phó Chủ tịch UBND xã']],
  ['Chủ tịch, các Phó Chủ tịch UBND tỉnh', ['Chủ tịch, các Phó Chủ tịch UBND tỉnh']],
  ['Lãnh đạo UBND xã', ['Lãnh đạo UBND xã']],
  ['Lãnh đạo Văn phòng', ['Lãnh đạo Văn phòng']],
  ['Lãnh đạo các phòng, ban', ['Lãnh đạo các phòng, ban']],
  ['Chánh Văn phòng HĐND và UBND', ['Chánh Văn phòng HĐND và UBND']],
  ['Chánh Thanh tra tỉnh', ['Chánh Thanh tra tỉnh']],
  ['Trưởng phòng Kinh tế', ['Trưởng phòng Kinh tế']],
  ['Trưởng phòng Văn hóa - Xã hội, Trưởng Công an xã', ['Trưởng phòng Văn hóa - Xã hội', 'Trưởng Công an xã']],
  ['Trưởng các phòng, ban', ['Trưởng các phòng, ban']],
  ['Giám đốc Trung tâm Phục vụ hành chính công', ['Giám đốc Trung tâm Phục vụ hành chính công']],
  ['Hiệu trưởng các trường', ['Hiệu trưởng các trường']],
  ['Thanh tra tỉnh, Thanh tra các sở', ['Thanh tra tỉnh', 'Thanh tra các sở']],
  ['Thanh tra huyện', ['Thanh tra huyện']],
  ['Bộ Nội vụ; Bộ Tài chính; Văn phòng Chính phủ', ['Bộ Nội vụ', 'Bộ Tài chính', 'Văn phòng Chính phủ']],
  ['Bộ KH&CN, Bộ NN&MT', ['Bộ KH&CN', 'Bộ NN&MT']],
  [
    'Bộ Khoa học và Công nghệ, Bộ Nông nghiệp và Môi trường, Bộ Dân tộc và Tôn giáo',
    ['Bộ Khoa học và Công nghệ', 'Bộ Nông nghiệp và Môi trường', 'Bộ Dân tộc và Tôn giáo'],
  ],
  ['Bộ Văn hóa, Thể thao và Du lịch', ['Bộ Văn hóa, Thể thao và Du lịch']],
  ['Các Bộ, ngành, địa phương', ['Các Bộ, ngành, địa phương']],
  ['Các bộ, ngành; UBND các tỉnh, thành phố', ['Các bộ, ngành', 'UBND các tỉnh, thành phố']],
  [
    'Các bộ, cơ quan ngang bộ, cơ quan thuộc Chính phủ; UBND các tỉnh, thành phố trực thuộc trung ương',
    ['Các bộ, cơ quan ngang bộ, cơ quan thuộc Chính phủ', 'UBND các tỉnh, thành phố trực thuộc trung ương'],
  ],
  ['Thanh tra Chính phủ', ['Thanh tra Chính phủ']],
  ['Ngân hàng Nhà nước Việt Nam', ['Ngân hàng Nhà nước Việt Nam']],
  ['Bảo hiểm xã hội Việt Nam', ['Bảo hiểm xã hội Việt Nam']],
  ['Ủy ban Trung ương Mặt trận Tổ quốc Việt Nam', ['Ủy ban Trung ương Mặt trận Tổ quốc Việt Nam']],
  [
    'Tòa án nhân dân tối cao; Viện kiểm sát nhân dân tối cao',
    ['Tòa án nhân dân tối cao', 'Viện kiểm sát nhân dân tối cao'],
  ],
  ['Bộ Lao động - Thương binh và Xã hội', ['Bộ Lao động - Thương binh và Xã hội']],
  ['Bộ TT&TT', ['Bộ TT&TT']],
  ['Cục Kiểm soát TTHC (Văn phòng Chính phủ)', ['Cục Kiểm soát TTHC (Văn phòng Chính phủ)']],
  ['Sở Nội vụ (cơ quan thường trực); các sở, ngành', ['Sở Nội vụ (cơ quan thường trực)', 'các sở, ngành']],
  ['Sở Nội vụ (chủ trì), Sở Tài chính (phối hợp)', ['Sở Nội vụ'], ['Sở Tài chính']],
  ['Sở Nội vụ chủ trì, phối hợp với Sở Tài chính', ['Sở Nội vụ'], ['Sở Tài chính']],
  ['Chủ trì: Sở Nội vụ - Phối hợp: Sở Tài chính', ['Sở Nội vụ'], ['Sở Tài chính']],
  ['Sở Nội vụ phối hợp các sở, ngành', ['Sở Nội vụ'], ['các sở, ngành']],
  ['Phòng Nội vụ chủ trì phối hợp với các phòng ban', ['Phòng Nội vụ'], ['các phòng ban']],
  ['- Chủ trì: Sở Nội vụ', ['Sở Nội vụ']],
  [
    '- Đơn vị chủ trì: Sở Nội vụ; - Đơn vị phối hợp: Sở Tài chính, UBND cấp xã',
    ['Sở Nội vụ'],
    ['Sở Tài chính', 'UBND cấp xã'],
  ],
  ['Cơ quan chủ trì: Sở Nội vụ', ['Sở Nội vụ']],
  ['UBND cấp xã chủ trì; Sở Nội vụ hướng dẫn', ['UBND cấp xã', 'Sở Nội vụ']],
  ['Sở Nội vụ tham mưu UBND tỉnh', ['Sở Nội vụ']],
  ['Sở TN&MT (nay là Sở NN&MT)', ['Sở TN&MT (nay là Sở NN&MT)']],
  [
    'Sở Tài nguyên và Môi trường/Sở Nông nghiệp và Môi trường',
    ['Sở Tài nguyên và Môi trường', 'Sở Nông nghiệp và Môi trường'],
  ],
  ['UBND huyện/UBND xã', ['UBND huyện', 'UBND xã']],
  ['Văn phòng UBND tỉnh / Sở Nội vụ', ['Văn phòng UBND tỉnh', 'Sở Nội vụ']],
  ['Sở Nội vụ\nSở Tài chính\nVăn phòng\nUBND tỉnh', ['Sở Nội vụ', 'Sở Tài chính', 'Văn phòng UBND tỉnh']],
  ['Sở Nông nghiệp\nvà Môi trường', ['Sở Nông nghiệp và Môi trường']],
  ['Sở Văn hóa,\nThể thao và Du lịch', ['Sở Văn hóa, Thể thao và Du lịch']],
  ['Văn phòng HĐND\nvà UBND', ['Văn phòng HĐND và UBND']],
  ['Phòng Văn hóa\n- Xã hội', ['Phòng Văn hóa - Xã hội']],
  ['UBND các xã,\nphường', ['UBND các xã, phường']],
  ['Hạt Kiểm lâm, Ban Quản lý rừng phòng hộ', ['Hạt Kiểm lâm', 'Ban Quản lý rừng phòng hộ']],
  ['Phòng giao dịch Ngân hàng CSXH', ['Phòng giao dịch Ngân hàng CSXH']],
  ['Nhân dân', ['Nhân dân']],
  ['Người dân, doanh nghiệp', ['Người dân', 'doanh nghiệp']],
  ['Tổ chức, cá nhân, doanh nghiệp', ['Tổ chức, cá nhân, doanh nghiệp']],
  ['Cơ quan, tổ chức, cá nhân có liên quan', ['Cơ quan, tổ chức, cá nhân có liên quan']],
  ['Các tổ chức tín dụng', ['Các tổ chức tín dụng']],
  ['Các cơ quan báo chí, truyền thông', ['Các cơ quan báo chí, truyền thông']],
  ['Các xã, phường', ['Các xã, phường']],
  ['Cấp huyện, cấp xã', ['Cấp huyện', 'cấp xã']],
  ['xã, phường', ['xã, phường']],
  ['Sở, ngành, địa phương', ['Sở, ngành, địa phương']],
  ['Các Sở, Ngành và UBND các xã, phường', ['Các Sở, Ngành', 'UBND các xã, phường']],
  ['Các sở, ban, ngành và địa phương', ['Các sở, ban, ngành và địa phương']],
  [
    'Các sở, ban, ngành, UBND các xã, phường và các cơ quan, đơn vị liên quan',
    ['Các sở, ban, ngành', 'UBND các xã, phường', 'các cơ quan, đơn vị liên quan'],
  ],
  [
    'Các sở, ban ngành cấp tỉnh, UBND cấp xã và các đơn vị liên quan',
    ['Các sở, ban ngành cấp tỉnh', 'UBND cấp xã', 'các đơn vị liên quan'],
  ],
  ['Các ban, ngành, đoàn thể', ['Các ban, ngành, đoàn thể']],
  ['Các ban, ngành, đoàn thể; các thôn', ['Các ban, ngành, đoàn thể', 'các thôn']],
  ['Các ban ngành, đoàn thể xã', ['Các ban ngành, đoàn thể xã']],
  ['Ban ngành, đoàn thể', ['Ban ngành, đoàn thể']],
  ['Các ngành có liên quan và UBND các xã, phường', ['Các ngành có liên quan', 'UBND các xã, phường']],
  ['Mặt trận, đoàn thể', ['Mặt trận', 'đoàn thể']],
  ['HĐND, UBND, MTTQ các cấp', ['HĐND', 'UBND', 'MTTQ các cấp']],
  ['Đảng ủy, HĐND, UBND, UBMTTQVN xã', ['Đảng ủy', 'HĐND', 'UBND', 'UBMTTQVN xã']],
  ['Đảng ủy - HĐND - UBND - UBMTTQ xã', ['Đảng ủy', 'HĐND', 'UBND', 'UBMTTQ xã']],
  ['Thường trực Đảng ủy, HĐND, UBND', ['Thường trực Đảng ủy', 'HĐND', 'UBND']],
  ['HĐND xã', ['HĐND xã']],
  ['Đại biểu HĐND', ['Đại biểu HĐND']],
  ['Tỉnh ủy, HĐND, UBND tỉnh', ['Tỉnh ủy', 'HĐND', 'UBND tỉnh']],
  ['UBND tỉnh', ['UBND tỉnh']],
  ['UBND tỉnh (Sở Nội vụ)', ['UBND tỉnh (Sở Nội vụ)']],
  ['Ủy ban bầu cử các cấp', ['Ủy ban bầu cử các cấp']],
  ['Chi cục Quản lý thị trường, Chi cục Kiểm lâm', ['Chi cục Quản lý thị trường', 'Chi cục Kiểm lâm']],
  ['Chi cục QLTT', ['Chi cục QLTT']],
  ['Trung tâm Kiểm soát bệnh tật (CDC)', ['Trung tâm Kiểm soát bệnh tật (CDC)']],
  ['TT Văn hóa - TT&TT', ['TT Văn hóa - TT&TT']],
  ['Trung tâm VH-TT và Truyền thông', ['Trung tâm VH-TT và Truyền thông']],
  ['Trung tâm Dịch vụ tổng hợp xã', ['Trung tâm Dịch vụ tổng hợp xã']],
  ['Trung tâm Cung ứng dịch vụ công', ['Trung tâm Cung ứng dịch vụ công']],
  ['Phòng LĐ-TB&XH, Phòng TN&MT, Phòng TC-KH', ['Phòng LĐ-TB&XH', 'Phòng TN&MT', 'Phòng TC-KH']],
  ['Phòng TC - KH; Phòng GD&ĐT', ['Phòng TC - KH', 'Phòng GD&ĐT']],
  ['Phòng Nông nghiệp & PTNT', ['Phòng Nông nghiệp & PTNT']],
  ['Phòng NN-PTNT huyện', ['Phòng NN-PTNT huyện']],
  ['Phòng NN&MT; Phòng VH,KH&TT', ['Phòng NN&MT', 'Phòng VH,KH&TT']],
  ['Phòng Văn hóa, Khoa học và Thông tin', ['Phòng Văn hóa, Khoa học và Thông tin']],
  ['Phòng Dân tộc - Tôn giáo', ['Phòng Dân tộc - Tôn giáo']],
  ['Phòng Kinh tế và Hạ tầng', ['Phòng Kinh tế và Hạ tầng']],
  ['Phòng KT-HT', ['Phòng KT-HT']],
  ['Phòng Y tế xã', ['Phòng Y tế xã']],
  ['Phòng Cảnh sát QLHC về TTXH', ['Phòng Cảnh sát QLHC về TTXH']],
  ['Công an tỉnh (Phòng PC06)', ['Công an tỉnh (Phòng PC06)']],
  ['Trung tâm Y tế khu vực', ['Trung tâm Y tế khu vực']],
  ['Bưu điện xã', ['Bưu điện xã']],
  ['Cơ quan BHXH', ['Cơ quan BHXH']],
  ['BHXH', ['BHXH']],
  ['Bảo hiểm xã hội khu vực XXI', ['Bảo hiểm xã hội khu vực XXI']],
  ['Kho bạc Nhà nước khu vực', ['Kho bạc Nhà nước khu vực']],
  ['Hải quan khu vực', ['Hải quan khu vực']],
  ['Chi cục Hải quan khu vực X', ['Chi cục Hải quan khu vực X']],
  ['Chính quyền địa phương 2 cấp', ['Chính quyền địa phương 2 cấp']],
  [
    'Sở Nội vụ, Sở Tư pháp, Thanh tra tỉnh, Văn phòng UBND tỉnh, Công an tỉnh, Sở Y tế, BHXH tỉnh',
    ['Sở Nội vụ', 'Sở Tư pháp', 'Thanh tra tỉnh', 'Văn phòng UBND tỉnh', 'Công an tỉnh', 'Sở Y tế', 'BHXH tỉnh'],
  ],
];

describe('a cell of agencies', () => {
  test.each(cells.map(([cell, names, cooperate = []]) => ({ cell, names, cooperate })))(
    '“$cell”',
    ({ cell, names, cooperate }) => expect(readAgencies(cell)).toMatchObject({ names, cooperate }),
  );
});

/** Letters of a text without what separates names. */
const lettersOf = (text: string): string => text.replace(/[^\p{L}\d]/gu, '').toLowerCase();

const names = knownAgencies.flatMap(({ name, short }) => [name, ...short]);
/** "BTC" beside "Tỉnh ủy" is another name, whatever stands between them. */
const spelled = new Set(names.map((one) => lettersOf(one)));
const areOne = (some: readonly string[]): boolean =>
  some.some((one, index) => index > 0 && spelled.has(lettersOf(`${some[index - 1]}${one}`)));
const name = fc.constantFrom(...new Set(names));

describe('any names of the catalogue', () => {
  it('come back whole and sure, each alone', () => {
    for (const one of names) {
      const { names: read, confidence } = readAgencies(one);
      expect(read).toEqual([one]);
      expect(confidence).toBeGreaterThanOrEqual(0.9);
    }
  });

  it('come back exactly, whatever stands between them', () => {
    const separators = fc.constantFrom('; ', ';', ', ', ';\n', '\n- ', ' và ', '/', ' / ', ' - ', ', và ');
    fc.assert(
      fc.property(
        fc.uniqueArray(name, { minLength: 1, maxLength: 8 }),
        fc.array(separators, { minLength: 8, maxLength: 8 }),
        (some, signs) => {
          fc.pre(!areOne(some));
          const read = readAgencies(some.map((one, index) => (index === 0 ? one : `${signs[index]}${one}`)).join(''));
          expect(read.names).toEqual(some);
          expect(read.confidence).toBeGreaterThanOrEqual(0.9);
        },
      ),
      shareOf(500, 20_000),
    );
  });

  it('come back from a numbered list', () => {
    fc.assert(
      fc.property(fc.uniqueArray(name, { minLength: 2, maxLength: 6 }), fc.constantFrom('.', ')'), (some, sign) => {
        const full = some.filter((one) => /^\p{Lu}/u.test(one));
        expect(readAgencies(full.map((one, index) => `${index + 1}${sign} ${one}`).join('\n')).names).toEqual(full);
      }),
      shareOf(100, 5000),
    );
  });

  it('cost no more than their length, however hostile', () => {
    for (const piece of [
      'Sở ',
      'các ',
      'Sở Nội vụ, ',
      '(',
      'UBND cấp ',
      'Trưởng ',
      'VH, ',
      'Ban Chỉ đạo, ',
      'phối hợp ',
      '- ',
    ]) {
      // The processor's time, not the clock's: a busy machine makes no list longer.
      const begun = process.cpuUsage();
      readAgencies(piece.repeat(100_000 / piece.length));
      const { user, system } = process.cpuUsage(begun);
      expect((user + system) / 1_000).toBeLessThan(4_000);
    }
  });
});

describe.skipIf(!sharedAvailable)('the cells of real plans', () => {
  it.each(['ba-don-2024', 'gia-nghia-2024', 'hung-yen-2021', 'ninh-thuan-2020', 'quang-nam-2023'])(
    'give names that are printed there, none twice, and leave nothing out: %s',
    async (plan) => {
      const document = await readDocument(await readFile(sharedPath('plans', `${plan}.docx`)), {
        name: `${plan}.docx`,
      });
      const printed = new Map(
        document.blocks.flatMap((block) =>
          block.kind === 'table' ? block.cells.map(({ id, text }) => [id, text] as const) : [],
        ),
      );
      const { tasks } = readPlan(document);
      const sure = tasks.flatMap((task) => roles.map((role) => task.fields[role]?.confidence ?? 0));
      for (const task of tasks) for (const role of roles) checkCell(task, role, printed);
      expect(sure.filter((confidence) => confidence >= 0.9).length / sure.length).toBeGreaterThan(0.95);
    },
  );
});

function checkCell(task: Task, role: (typeof roles)[number], printed: ReadonlyMap<string, string>): void {
  const cell = printed.get(task.fields[role]?.source.cell ?? '');
  // Below that the review screen asks a person: labels in a cell of work, crosses of a column.
  if (cell === undefined || (task.fields[role]?.confidence ?? 0) < 0.9) return;
  const { names, cooperate } = readAgencies(cell);
  const all = [...names, ...cooperate];
  expect(new Set(all).size).toBe(all.length);
  // A head said once for two ("UBND cấp huyện, cấp xã") is printed once: every word of a name is, and every word is in a name.
  for (const one of all) for (const word of one.split(/\s+/)) expect(lettersOf(cell)).toContain(lettersOf(word));
  const words = cell.split(/[\s,;.]+/).filter((word) => !/^(?:và|phối|hợp|với|[-–/]*)$/.test(word));
  for (const word of words) expect(lettersOf(all.join(' '))).toContain(lettersOf(word));
}
