import { fold } from '../kernel/text.ts';

/** What a password must be. Length counts most; what everybody tries first is no password. */
export const passwordLength = { least: 12, most: 200 } as const;

export type PasswordFlaw = 'short' | 'long' | 'login' | 'common' | 'uniform';

/** What is tried first, folded and without digits or signs around: words of the service, of keyboards, of names. */
const common = new Set(
  `password matkhau mkhau passw pass admin administrator quantri quantrivien qwerty qwertyuiop qwertyuiopasdfghjkl asdfgh
  asdfghjkl zxcvbnm qazwsx qazwsxedc iloveyou welcome letmein dragon monkey master login user guest root toor test abc abcd
  abcdef abcabc vietnam vietnamvodich hanoi saigon hochiminh danang thang thangpapi papi sipas parindex caicachhanhchinh
  chinhquyen ubnd uybannhandan sonoivu noivu xacthuc dangnhap taikhoan matkhaumoi matkhaumanh matkhaucuatoi khongnho
  khongco anhyeuem emyeuanh yeuem yeuanh metoi conyeu giadinh hanhphuc maimaiyeu daihoc congchuc canbo lanhdao chutich
  bithu changeme default secret system superman football p`.split(/\s+/),
);

/**
 * Why a password will not do, or undefined. `login`: it is the login or holds it · `uniform`: a few characters repeated or
 * in a row ("111111111111", "123456789012") · `common`: one of those tried first, with digits or signs around it.
 */
export function findPasswordFlaw(password: string, login: string): PasswordFlaw | undefined {
  const length = [...password.normalize('NFC')].length;
  if (length < passwordLength.least) return 'short';
  if (length > passwordLength.most) return 'long';
  const folded = bare(password);
  const name = bare(login.split('@')[0] ?? '');
  if (name.length >= 4 && folded.includes(name) && folded.length < name.length + 8) return 'login';
  if (isUniform(password.toLowerCase())) return 'uniform';
  const word = folded.replace(/\d/g, '');
  if (word.length < 3 || repeated(word) || common.has(word)) return commonOrUniform(word);
  return undefined;
}

const commonOrUniform = (word: string): PasswordFlaw => (word.length < 3 ? 'uniform' : 'common');

const bare = (text: string): string => fold(text).replace(/[^\p{L}\p{N}]/gu, '');

/** The same common word two or three times is still that word. */
const repeated = (word: string): boolean =>
  [2, 3].some((times) => {
    const part = word.slice(0, word.length / times);
    return part.length * times === word.length && part.repeat(times) === word && common.has(part);
  });

function isUniform(text: string): boolean {
  if (new Set(text).size < 5) return true;
  const steps = [...text].map((letter, i) => (text.charCodeAt(i + 1) || 0) - letter.charCodeAt(0)).slice(0, -1);
  return steps.filter((step) => step === 1 || step === -1 || step === 0).length > steps.length * 0.8;
}
