import { define } from './define.ts';

/** What units' own plans do not allow, and what to do then. */
export const ownPlanProblems = {
  'own-plan-issued': define({
    status: 409,
    title: 'Kế hoạch của đơn vị đã ban hành',
    detail: () =>
      'Kế hoạch này đã ban hành nên không sửa dự thảo được nữa; bản đã ban hành vẫn còn nguyên. Muốn thay đổi, hãy ban hành kế hoạch sửa đổi và nhờ cơ quan thường trực thêm bản mới.',
  }),
  'own-plan-moved-on': define({
    status: 409,
    title: 'Dự thảo vừa có thay đổi',
    detail: () =>
      'Người khác vừa sửa dự thảo này nên chưa ban hành; mọi thay đổi đã lưu vẫn còn. Hãy xem lại dự thảo rồi ban hành.',
  }),
  'own-plan-empty': define({
    status: 409,
    title: 'Kế hoạch chưa có nhiệm vụ nào',
    detail: () =>
      'Kế hoạch không còn nhiệm vụ nào nên chưa ban hành được; dự thảo vẫn còn. Hãy giữ lại hoặc thêm ít nhất một nhiệm vụ.',
  }),
};
