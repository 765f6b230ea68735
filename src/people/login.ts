import { squish } from '../kernel/text.ts';

/** What a login may be: typed on any keyboard, told apart from an e-mail address by having no "@". */
export const loginPattern = '^[A-Za-z0-9][A-Za-z0-9._-]{1,58}[A-Za-z0-9]$';
export const emailPattern = '^[^@\\s\\u0000]{1,64}@[^@\\s\\u0000]{1,190}$';

/** Under which a login or an address is found: the case it is typed in does not matter. */
export const keyOf = (typed: string): string => squish(typed).normalize('NFKC').toLowerCase();
