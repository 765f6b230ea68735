/** A file that ends before it should, or says of itself what cannot be. */
export class Torn extends Error {}

/** Bytes read in order, in the order of bytes the file was written in. Every step is checked: the file may be made to do harm. */
export class Cursor {
  readonly #view: DataView;
  readonly #bytes: Uint8Array;
  #at: number;
  little = true;

  constructor(bytes: Uint8Array, at = 0) {
    this.#bytes = bytes;
    this.#view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
    this.#at = at;
  }

  get at(): number {
    return this.#at;
  }

  get left(): number {
    return this.#bytes.length - this.#at;
  }

  bytes(count: number): Uint8Array {
    const from = this.#step(count);
    return this.#bytes.subarray(from, from + count);
  }

  skip(count: number): void {
    this.#step(count);
  }

  byte(): number {
    return this.#view.getUint8(this.#step(1));
  }

  int(): number {
    return this.#view.getInt32(this.#step(4), this.little);
  }

  /** A count of things that take at least `size` bytes each. */
  count(size: number): number {
    const count = this.int();
    if (count < 0 || count * size > this.left) throw new Torn('count');
    return count;
  }

  long(): number {
    return Number(this.#view.getBigInt64(this.#step(8), this.little));
  }

  double(): number {
    return this.#view.getFloat64(this.#step(8), this.little);
  }

  #step(count: number): number {
    const from = this.#at;
    if (!(count >= 0) || from + count > this.#bytes.length) throw new Torn('end');
    this.#at = from + count;
    return from;
  }
}
