import { expect, it } from 'vitest';
import { findPasswordFlaw } from './password.ts';

it.each([
  ['ngắn quá', 'short'],
  ['', 'short'],
  ['a'.repeat(201), 'long'],
  ['tranthimai2026', 'login'],
  ['TranThiMai@@@@', 'login'],
  ['111111111111111', 'uniform'],
  ['123456789012345', 'uniform'],
  ['abcdefghijklmnop', 'uniform'],
  ['19081990-02122026', 'uniform'],
  ['Matkhau@123456', 'common'],
  ['Mật khẩu 2026 !', 'common'],
  ['PasswordPassword1', 'common'],
  ['qwertyuiop[]12', 'common'],
])('does not take %j: %s', (password, flaw) => {
  expect(findPasswordFlaw(password, 'tranthimai')).toBe(flaw);
});

it.each(['bốn con cò bay lả', 'correct horse battery staple', 'Xq7-mm2k-Pz01', 'tran thi mai thich an pho bo'])(
  'takes %j',
  (password) => {
    expect(findPasswordFlaw(password, 'tranthimai')).toBeUndefined();
  },
);

it('counts letters, not the bytes or marks they are made of', () => {
  expect(findPasswordFlaw('ặặộộễễựự'.normalize('NFD'), 'mai')).toBe('short');
});

it('does not mind a login of three letters', () => {
  expect(findPasswordFlaw('mai yêu bốn mùa xuân', 'mai')).toBeUndefined();
});
