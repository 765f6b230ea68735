import type { Role } from '../../src/people/model.ts';
import type { Session } from '../../src/people/views.ts';

/** Whether one of these roles is held for an agency: what the server would let through is offered, nothing else. */
export const holdsFor = (session: Session | undefined, roles: readonly Role[], agencyId: string): boolean =>
  session?.roles.some(
    ({ role, agencies }) => roles.includes(role) && (agencies === 'all' || agencies.includes(agencyId)),
  ) ?? false;

/** As the permissions "cập nhật được việc của đơn vị mình" and "xử lý được vướng mắc" say. */
export const doers: readonly Role[] = ['officer', 'head', 'lead'];
export const handlers: readonly Role[] = [...doers, 'focal'];

/** As the permission "ghi nhận được giám sát trong phạm vi của mình" says. */
export const overseers: readonly Role[] = ['supervisor', 'inspector'];
