import type { Asker, HeldRole, Reach, Role } from './model.ts';

/**
 * Who may do what, one sentence each. Every route names its sentence; a route without one keeps the server from starting,
 * and what no sentence allows is refused. How to add one: README.md of this folder.
 */

/** What something belongs to, where it belongs to agencies: reaching one of them is enough. */
export type Target = { agencyIds: readonly string[] };

/** What a rule says of an asker: the agencies it may be done for, or null: not at all. */
type Rule = (asker: Asker | null) => Reach | null;

const anyone: Rule = () => 'all';
/** Whoever has signed in, with or without a role. */
const officer: Rule = (asker) => asker && 'all';
/** Whoever holds any role, for what belongs to the agencies they hold one for. */
const holder: Rule = (asker) => asker && union(asker.roles);
/** Whoever holds one of these roles, for what belongs to the agencies they hold it for. */
const holding =
  (...roles: readonly Role[]): Rule =>
  (asker) =>
    asker && union(asker.roles.filter(({ role }) => roles.includes(role)));

/** Whoever holds one of these roles for the whole tenant: for what is of all its units, as its plans and its directory. */
const throughout =
  (...roles: readonly Role[]): Rule =>
  (asker) =>
    asker?.roles.some(({ role, agencies }) => agencies === 'all' && roles.includes(role)) ? 'all' : null;

const permissions = {
  'Ai cũng mở được trang và tài liệu của phần mềm': anyone,
  'Ai cũng hỏi được hệ thống còn chạy hay không': anyone,
  'Ai dùng thử trên máy này cũng mở được phiên làm việc của cán bộ mẫu': anyone,
  'Ai cũng đăng nhập, đăng xuất được bằng tài khoản của mình': anyone,
  'Cán bộ xem và giữ an toàn được tài khoản của chính mình': officer,
  'Cán bộ xem được danh sách cán bộ của đơn vị mình': holder,
  'Cán bộ giữ được bộ lọc của chính mình': officer,
  'Cán bộ ủy quyền được vai trò của chính mình khi vắng mặt': holder,
  'Người quản trị quản lý được tài khoản và vai trò của cán bộ': throughout('administrator'),
  'Người quản trị đặt được cách đăng nhập của đơn vị': throughout('administrator'),

  'Cán bộ xem được kế hoạch của đơn vị mình': holder,
  'Cơ quan thường trực và đơn vị chủ trì thêm được kế hoạch': throughout('focal', 'lead'),
  'Cán bộ theo dõi được việc đọc tệp của đơn vị mình': holder,
  'Cơ quan thường trực và đơn vị chủ trì hủy, thử lại được việc đọc tệp': throughout('focal', 'lead'),
  'Cán bộ so sánh được các bản của kế hoạch': holder,
  'Cơ quan thường trực và đơn vị chủ trì thêm và chọn được bản của kế hoạch': throughout('focal', 'lead'),
  'Cán bộ xem được điều phần mềm đã học từ đơn vị mình': holder,
  'Cơ quan thường trực sửa, bỏ và khôi phục được điều phần mềm đã học': throughout('focal'),
  'Cán bộ xem được việc rà soát kế hoạch': holder,
  'Cơ quan thường trực và đơn vị chủ trì rà soát được kế hoạch': throughout('focal', 'lead'),
  'Cơ quan thường trực và đơn vị chủ trì xác nhận, mở lại được kế hoạch': throughout('focal', 'lead'),
  'Cơ quan thường trực bỏ và khôi phục được kế hoạch': throughout('focal'),
  'Cán bộ xem và xuất được ma trận nhiệm vụ của đơn vị mình': holder,
  'Cán bộ xem được các bộ chỉ số': officer,
  'Cán bộ kiểm tra được thể thức văn bản': officer,
  'Cán bộ xem được biểu mẫu văn bản của đơn vị mình': holder,
  'Cơ quan thường trực và người quản trị đặt được biểu mẫu văn bản': throughout('focal', 'administrator'),
  'Cán bộ soạn được văn bản đôn đốc, giải trình, sơ kết, tổng kết thuộc việc của mình': holding(
    ...(['officer', 'head', 'lead', 'focal'] as const),
  ),

  'Cán bộ xem được danh bạ đơn vị qua các thời kỳ': holder,
  'Người quản trị và cơ quan thường trực lập, sắp xếp được danh bạ đơn vị': throughout('administrator', 'focal'),
  'Cơ quan thường trực và đơn vị chủ trì trả lời được tên cơ quan chưa rõ': throughout('focal', 'lead'),

  'Cơ quan thường trực và đơn vị chủ trì xem trước và giao được kế hoạch': throughout('focal', 'lead'),
  'Cơ quan thường trực và đơn vị chủ trì thu hồi được việc giao khi chưa ai thực hiện': throughout('focal', 'lead'),
  'Cơ quan thường trực và đơn vị chủ trì dự thảo được kế hoạch của mọi đơn vị': throughout('focal', 'lead'),
  'Cán bộ, thủ trưởng và đơn vị chủ trì dự thảo được kế hoạch của đơn vị mình': holding(
    ...(['officer', 'head', 'lead', 'focal'] as const),
  ),
  'Cán bộ, thủ trưởng và đơn vị chủ trì sửa được dự thảo kế hoạch của đơn vị mình': holding('officer', 'head', 'lead'),
  'Thủ trưởng ban hành được kế hoạch của đơn vị mình': holding('head'),
  'Cơ quan thường trực đặt được hạn ban hành kế hoạch của các đơn vị': throughout('focal'),
  'Cơ quan thường trực ghi được kế hoạch đơn vị đã ban hành trên giấy': throughout('focal'),
  'Cơ quan thường trực và đơn vị chủ trì gộp được nhiệm vụ trùng': holding('focal', 'lead'),
  'Cán bộ xem được việc của đơn vị mình': holder,
  'Cán bộ theo dõi được tiến độ trong phạm vi của mình': holder,
  'Cán bộ, thủ trưởng và đơn vị chủ trì cập nhật được việc của đơn vị mình': holding('officer', 'head', 'lead'),
  'Đơn vị chủ trì và cơ quan thường trực trả lại, gia hạn, hủy và giao lại được việc': holding('lead', 'focal'),
  'Đơn vị chủ trì, theo dõi và cơ quan thường trực nhập được ngày của sự kiện cho mọi đơn vị thực hiện': holding(
    'lead',
    'monitor',
    'focal',
  ),
  'Cán bộ xem được vướng mắc trong phạm vi của mình': holder,
  'Cán bộ, thủ trưởng và đơn vị chủ trì nêu được vướng mắc của đơn vị mình': holding('officer', 'head', 'lead'),
  'Đơn vị xử lý được vướng mắc gửi đến hoặc do mình nêu': holding('officer', 'head', 'lead', 'focal'),
  'Cán bộ xem được ghi nhận giám sát về đơn vị trong phạm vi của mình': holder,
  'Người giám sát và người kiểm tra ghi nhận được giám sát trong phạm vi của mình': holding('supervisor', 'inspector'),
  'Nơi đã ghi nhận giám sát đánh giá được trả lời, rút được ghi nhận của mình': holding('supervisor', 'inspector'),
  'Đơn vị được giám sát tiếp thu, giải trình được về đơn vị mình': holding('officer', 'head', 'lead'),

  'Cán bộ xem được cuộc kiểm tra về đơn vị trong phạm vi của mình': holder,
  'Lãnh đạo, cơ quan thường trực và đoàn kiểm tra thấy trước cuộc kiểm tra đột xuất': holding(
    ...(['leader', 'focal', 'inspector', 'supervisor', 'auditor'] as const),
  ),
  'Người kiểm tra và người giám sát lập, ghi được cuộc kiểm tra trong phạm vi của mình': holding(
    'inspector',
    'supervisor',
  ),
  'Đơn vị phải khắc phục báo cáo được kết quả khắc phục tồn tại của mình': holding('officer', 'head', 'lead'),
  'Đoàn kiểm tra, cơ quan theo dõi và đơn vị phải thực hiện thêm, bỏ được tài liệu của tồn tại, kiến nghị': holding(
    ...(['inspector', 'supervisor', 'officer', 'head', 'lead'] as const),
  ),
  'Cán bộ xem được kiến nghị phải thực hiện trong phạm vi của mình': holder,
  'Cơ quan thường trực, người kiểm tra và người giám sát ghi, xác nhận được kiến nghị phải thực hiện': holding(
    ...(['focal', 'inspector', 'supervisor'] as const),
  ),
  'Đơn vị phải thực hiện kiến nghị báo cáo được kết quả của mình': holding('officer', 'head', 'lead'),

  'Cán bộ xem được báo cáo trong phạm vi của mình': holder,
  'Cán bộ, thủ trưởng và đơn vị chủ trì soạn được báo cáo của đơn vị mình': holding('officer', 'head', 'lead'),
  'Thủ trưởng ký gửi được báo cáo của đơn vị mình': holding('head'),
  'Cơ quan thường trực tiếp nhận, trả lại được báo cáo': holding('focal'),
  'Cơ quan thường trực khóa, mở kỳ báo cáo và tổng hợp được báo cáo': throughout('focal'),
  'Cơ quan thường trực đặt được chế độ báo cáo; thêm, miễn, dời được báo cáo của đơn vị': throughout('focal'),
  'Cán bộ, lãnh đạo và cơ quan thường trực làm được báo cáo tổng hợp của đơn vị mình': holding(
    ...(['officer', 'head', 'lead', 'focal', 'leader'] as const),
  ),
  'Lãnh đạo và thủ trưởng duyệt được báo cáo tổng hợp': holding('leader', 'head'),
  'Cán bộ xem được phiếu số liệu trong phạm vi của mình': holder,
  'Đơn vị chủ trì và cơ quan thường trực lập, gửi và tổng hợp được phiếu số liệu': holding('lead', 'focal'),
  'Cán bộ, thủ trưởng và đơn vị chủ trì trả lời được phiếu số liệu của đơn vị mình': holding('officer', 'head', 'lead'),
  'Cán bộ xem được chỉ tiêu và số liệu trong phạm vi của mình': holder,
  'Cán bộ, thủ trưởng, đơn vị chủ trì và cơ quan thường trực nhập được số liệu chỉ tiêu trong phạm vi của mình':
    holding('officer', 'head', 'lead', 'focal'),
  'Cơ quan thường trực lập, sửa được chỉ tiêu': throughout('focal'),
  'Lãnh đạo và cơ quan thường trực xem, tính được ước lượng của các khảo sát': throughout('leader', 'focal'),
  'Cơ quan thường trực nhập, khai, lưu kết quả và gỡ được khảo sát': throughout('focal'),
  'Cán bộ xem được tài liệu kiểm chứng trong phạm vi của mình': holder,
  'Cán bộ, thủ trưởng và đơn vị chủ trì thêm, bỏ được tài liệu kiểm chứng của đơn vị mình': holding(
    ...(['officer', 'head', 'lead'] as const),
  ),

  'Cán bộ xem được lịch làm việc của đơn vị mình': holder,
  'Cơ quan thường trực và người quản trị đặt được lịch làm việc': throughout('focal', 'administrator'),
  'Cơ quan thường trực và người quản trị cho gửi nhắc hạn được ngay': throughout('focal', 'administrator'),
  'Cán bộ xem được thông báo của chính mình': officer,
  'Cán bộ đặt được cách nhận thông báo và lịch của chính mình': officer,
  'Đơn vị chủ trì, theo dõi, người đứng đầu và cơ quan thường trực nhắc được người thực hiện': holding(
    'lead',
    'monitor',
    'head',
    'focal',
    'leader',
  ),
  'Cán bộ xem được những lần nhắc việc trong phạm vi của mình': holder,
  'Ai giữ địa chỉ bí mật cũng tải được lịch việc của cán bộ đó': anyone,
} as const satisfies Record<string, Rule>;

export type Permission = keyof typeof permissions;

export const allPermissions = Object.keys(permissions) as Permission[];

export const isPermission = (text: unknown): text is Permission =>
  typeof text === 'string' && Object.hasOwn(permissions, text);

/**
 * Whether the asker may; what no sentence says is refused. With a target: for a thing that belongs to one of these
 * agencies; a thing that belongs to none is within the reach of whoever may for the whole tenant.
 */
export function allows(permission: Permission, asker: Asker | null, target?: Target): boolean {
  const reach = permissions[permission](asker);
  if (reach === null) return false;
  return target === undefined || reach === 'all' || target.agencyIds.some((id) => reach.includes(id));
}

/** The agencies the asker may do this for, to bound a query with; none where they may not at all. */
export const reachOf = (permission: Permission, asker: Asker): Reach => permissions[permission](asker) ?? [];

/** The agencies the asker may do this for because they hold a role for them, not for the whole tenant: those they act for. */
export const heldFor = (permission: Permission, asker: Asker): readonly string[] => {
  const roles = asker.roles.filter(({ agencies }) => agencies !== 'all');
  const reach = reachOf(permission, { ...asker, roles });
  return reach === 'all' ? [] : reach;
};

/** Whether somebody we do not know may, so that no session need be looked up. */
export const isOpen = (permission: Permission): boolean => allows(permission, null);

/** Agencies of several roles together; null where there is no role at all. */
function union(held: readonly HeldRole[]): Reach | null {
  if (held.length === 0) return null;
  const lists: string[][] = [];
  for (const { agencies } of held) {
    if (agencies === 'all') return 'all';
    lists.push([...agencies]);
  }
  return [...new Set(lists.flat())];
}
