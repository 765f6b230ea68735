let isHeard = false;

/**
 * In a file whose table of objects lies, the parser loses promises of its own that nobody waits for; what we wait for is
 * refused all the same. Without this, such a file would end the process. Whatever is not the parser's still does.
 */
export function hearStrayRejections(): void {
  if (isHeard) return;
  isHeard = true;
  process.on('unhandledRejection', (reason) => {
    const { name = '' } = (reason ?? {}) as { name?: string };
    if (!/Exception$|^FormatError$/.test(name)) throw reason;
  });
}
