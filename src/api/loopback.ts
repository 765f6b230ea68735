import { Problem } from '../kernel/problem.ts';

const loopback = new Set(['localhost', '127.0.0.1', '::1', '[::1]']);

export const isLoopback = (host: string): boolean => loopback.has(host.toLowerCase());

/** The demo opens without a password, so it must never be reached from another machine. */
export function assertLoopback(host: string): void {
  if (!isLoopback(host)) throw new Problem('loopback-only', { host });
}

/** The host of a Host header without its port: "localhost:4321" → "localhost", "[::1]:80" → "[::1]". */
export const hostOf = (header: string): string => header.replace(/:\d*$/, '');
