import { openReader, type Reader } from './reader.ts';

/** One reader for all the tests of a process: what reads files takes two seconds of a processor to begin. */
export function testReader(): Reader {
  reader ??= openReader({ idle: 600_000 });
  return reader;
}

let reader: Reader | undefined;
