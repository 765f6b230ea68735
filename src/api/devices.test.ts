import { expect, it } from 'vitest';
import { sayDevice } from './devices.ts';

it.each([
  [
    'Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 Chrome/140.0 Safari/537.36',
    'Chrome trên máy tính Windows',
  ],
  [
    'Mozilla/5.0 (Windows NT 10.0) AppleWebKit/537.36 Chrome/140.0 Safari/537.36 Edg/140.0',
    'Edge trên máy tính Windows',
  ],
  ['Mozilla/5.0 (Windows NT 10.0) Chrome/140.0 Safari/537.36 coc_coc_browser/140', 'Cốc Cốc trên máy tính Windows'],
  ['Mozilla/5.0 (iPhone; CPU iPhone OS 18_0 like Mac OS X) Version/18.0 Mobile Safari/604.1', 'Safari trên iPhone'],
  ['Mozilla/5.0 (Linux; Android 15; SM-A155F) Chrome/140.0 Mobile Safari/537.36', 'Chrome trên điện thoại Android'],
  ['Mozilla/5.0 (X11; Linux x86_64; rv:140.0) Gecko/20100101 Firefox/140.0', 'Firefox trên máy tính Linux'],
  ['curl/8.9.1', 'Chương trình khác'],
  ['', 'Chương trình khác'],
])('%s is %s', (userAgent, said) => {
  expect(sayDevice(userAgent)).toBe(said);
});
