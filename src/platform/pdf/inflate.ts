import { inflateSync } from 'node:zlib';
import { limits } from '../../document/limits.ts';

const Streamed = globalThis.DecompressionStream;

/**
 * PDF.js inflates through the platform's `DecompressionStream`, a chain of streams and promises on another thread for the
 * few kilobytes of a page, and without bound. This one inflates at once and no more than we would read; what is more is as
 * good as damaged.
 */
class DecompressionAtOnce {
  #inflated: Uint8Array | undefined;
  #failure: unknown;
  readonly writable = {
    getWriter: () => ({ write: (bytes: Uint8Array) => this.#write(bytes), close: async () => {} }),
  };
  readonly readable = { getReader: () => ({ read: async () => this.#read() }) };

  async #write(bytes: Uint8Array): Promise<void> {
    try {
      this.#inflated = inflateSync(bytes, { maxOutputLength: limits.pdfStreamBytes });
    } catch (error) {
      this.#failure = error;
    }
  }

  /** By a failure here PDF.js knows that it must inflate by itself, which saves what a damaged stream still holds. */
  #read(): { value?: Uint8Array; done: boolean } {
    if (this.#failure) throw this.#failure;
    const value = this.#inflated;
    this.#inflated = undefined;
    return value ? { value, done: false } : { done: true };
  }
}

/** Puts it in the place of the platform's, in the whole process: PDF.js takes no other. */
export function inflateAtOnce(): void {
  globalThis.DecompressionStream = new Proxy(Streamed, {
    construct: (target, [format]) => (format === 'deflate' ? new DecompressionAtOnce() : new target(format)),
  });
}
