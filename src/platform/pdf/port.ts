type Listener = (event: { data: unknown }) => void;

/**
 * The two ends of a line between PDF.js and its parser in one thread. Its own line copies every message with
 * `structuredClone`, which takes longer than the parsing.
 */
export function openLine(): [Port, Port] {
  const near = new Port();
  const far = new Port();
  near.other = far;
  far.other = near;
  return [near, far];
}

type Chunk = { fnArray?: unknown[]; argsArray?: unknown[]; length?: number };

/** The one thing the parser changes after it has sent it: it empties its list of operations to fill it anew. */
function keepOperations(data: unknown): unknown {
  const { chunk } = data as { chunk?: Chunk };
  if (!chunk?.fnArray || !chunk.argsArray) return data;
  const { fnArray, argsArray, length, ...rest } = chunk;
  return {
    ...(data as object),
    chunk: { ...rest, fnArray: [...fnArray], argsArray: [...argsArray], length: fnArray.length },
  };
}

export class Port {
  other: Port | undefined;
  readonly #listeners = new Set<Listener>();

  postMessage(data: unknown): void {
    const { other } = this;
    const event = { data: keepOperations(data) };
    if (other) queueMicrotask(() => other.#deliver(event));
  }

  #deliver(event: { data: unknown }): void {
    for (const listener of [...this.#listeners]) listener(event);
  }

  addEventListener(_: string, listener: Listener, options?: { signal?: AbortSignal }): void {
    this.#listeners.add(listener);
    options?.signal?.addEventListener('abort', () => this.#listeners.delete(listener));
  }

  removeEventListener(_: string, listener: Listener): void {
    this.#listeners.delete(listener);
  }

  terminate(): void {
    this.#listeners.clear();
    this.other = undefined;
  }
}
