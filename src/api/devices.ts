import type { FastifyRequest } from 'fastify';
import type { SessionWay } from '../people/links.ts';
import type { Opening } from '../store/sessions.ts';

/** From where a session is opened, for the list its owner looks at. */
export const openingOf = (
  { headers, ip }: Pick<FastifyRequest, 'headers' | 'ip'>,
  way: SessionWay,
): Opening & { way: SessionWay } => ({ way, device: sayDevice(headers['user-agent'] ?? ''), address: ip });

/** The first that fits: the names browsers give themselves hold those of others ("Chrome … Safari … Edg"). */
const browsers: readonly [RegExp, string][] = [
  [/Zalo/, 'Zalo'],
  [/coc_coc/, 'Cốc Cốc'],
  [/Edg(e|A|iOS)?\//, 'Edge'],
  [/OPR\/|Opera/, 'Opera'],
  [/SamsungBrowser/, 'Samsung Internet'],
  [/Firefox\/|FxiOS/, 'Firefox'],
  [/Chrome\/|CriOS/, 'Chrome'],
  [/Safari\//, 'Safari'],
];
const systems: readonly [RegExp, string][] = [
  [/iPhone/, 'iPhone'],
  [/iPad/, 'iPad'],
  [/Android.*Mobile/, 'điện thoại Android'],
  [/Android/, 'máy tính bảng Android'],
  [/Windows/, 'máy tính Windows'],
  [/Macintosh|Mac OS X/, 'máy Mac'],
  [/CrOS/, 'Chromebook'],
  [/Linux/, 'máy tính Linux'],
];

/** "Chrome trên máy tính Windows"; what says nothing of itself is a program. */
export function sayDevice(userAgent: string): string {
  const find = (list: typeof browsers) => list.find(([pattern]) => pattern.test(userAgent))?.[1];
  const [browser, system] = [find(browsers), find(systems)];
  if (!browser && !system) return 'Chương trình khác';
  return [browser ?? 'Trình duyệt khác', system ?? 'thiết bị khác'].join(' trên ');
}
