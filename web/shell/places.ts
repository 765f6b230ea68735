/** A page of the navigation: its address, its name, and the sentence that lets one read what it shows. */
export type Place = { to: string; name: string; may: string };

/** Pages people go to for one kind of work; the first part stands without a heading. */
type Part = { name: string | null; places: readonly Place[] };

const place = (to: string, name: string, may: string): Place => ({ to, name, may });

/** Every page of the navigation, by what people do there; in the order of a year's work: from the plan to the papers. */
export const parts = [
  { name: null, places: [place('/viec-cua-toi', 'Việc của tôi', 'Cán bộ xem được việc của đơn vị mình')] },
  {
    name: 'Kế hoạch và giao việc',
    places: [
      place('/ke-hoach', 'Kế hoạch', 'Cán bộ xem được kế hoạch của đơn vị mình'),
      place('/ke-hoach-don-vi', 'Kế hoạch của đơn vị', 'Cán bộ theo dõi được tiến độ trong phạm vi của mình'),
      place('/nhiem-vu', 'Ma trận nhiệm vụ', 'Cán bộ xem và xuất được ma trận nhiệm vụ của đơn vị mình'),
      place('/giao-viec', 'Việc đã giao', 'Cán bộ theo dõi được tiến độ trong phạm vi của mình'),
    ],
  },
  {
    name: 'Theo dõi, đôn đốc',
    places: [
      place('/theo-doi', 'Theo dõi', 'Cán bộ theo dõi được tiến độ trong phạm vi của mình'),
      place('/vuong-mac', 'Vướng mắc', 'Cán bộ xem được vướng mắc trong phạm vi của mình'),
    ],
  },
  {
    name: 'Báo cáo, số liệu',
    places: [
      place('/bao-cao', 'Báo cáo', 'Cán bộ xem được báo cáo trong phạm vi của mình'),
      place('/phieu', 'Phiếu số liệu', 'Cán bộ xem được phiếu số liệu trong phạm vi của mình'),
      place('/chi-tieu', 'Chỉ tiêu', 'Cán bộ xem được chỉ tiêu và số liệu trong phạm vi của mình'),
      place('/khao-sat', 'Khảo sát', 'Lãnh đạo và cơ quan thường trực xem, tính được ước lượng của các khảo sát'),
    ],
  },
  {
    name: 'Kiểm tra, giám sát',
    places: [
      place('/kiem-tra', 'Kiểm tra', 'Cán bộ xem được cuộc kiểm tra về đơn vị trong phạm vi của mình'),
      place('/kien-nghi', 'Kiến nghị', 'Cán bộ xem được kiến nghị phải thực hiện trong phạm vi của mình'),
      place('/giam-sat', 'Giám sát', 'Cán bộ xem được ghi nhận giám sát về đơn vị trong phạm vi của mình'),
    ],
  },
  {
    name: 'Văn bản',
    places: [
      place(
        '/van-ban',
        'Soạn văn bản',
        'Cán bộ soạn được văn bản đôn đốc, giải trình, sơ kết, tổng kết thuộc việc của mình',
      ),
      place('/bieu-mau', 'Biểu mẫu', 'Cán bộ xem được biểu mẫu văn bản của đơn vị mình'),
      place('/the-thuc', 'Kiểm tra thể thức', 'Cán bộ kiểm tra được thể thức văn bản'),
    ],
  },
  {
    name: 'Thiết lập',
    places: [
      place('/don-vi', 'Đơn vị', 'Cán bộ xem được danh bạ đơn vị qua các thời kỳ'),
      place('/da-hoc', 'Đã học', 'Cán bộ xem được điều phần mềm đã học từ đơn vị mình'),
      place('/lich-lam-viec', 'Lịch làm việc', 'Cán bộ xem được lịch làm việc của đơn vị mình'),
      place('/quan-tri/tai-khoan', 'Tài khoản', 'Người quản trị quản lý được tài khoản và vai trò của cán bộ'),
    ],
  },
] as const satisfies readonly Part[];

/** The parts as whoever is here has them: what they may not see is not offered, and a part of nothing is none. */
export const partsFor = (may: (sentence: string) => boolean): Part[] =>
  parts
    .map(({ name, places }) => ({ name, places: places.filter((one) => may(one.may)) }))
    .filter(({ places }) => places.length > 0);
