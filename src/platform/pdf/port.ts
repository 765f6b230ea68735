type Message = {
  action?: string;
  data?: unknown;
  chunk?: { fnArray?: unknown[]; argsArray?: unknown[]; length?: number };
};
type Listener = (event: { data: Message }) => void;

/**
 * The two ends of a line between PDF.js and its parser in one thread. Its own line copies every message with
 * `structuredClone`, which takes longer than the parsing. `takes` says true of messages to the near end it has dealt with.
 */
export function openLine(takes: (message: Message) => boolean): [near: Port, far: Port] {
  const near = new Port(takes);
  const far = new Port(() => false);
  near.other = far;
  far.other = near;
  return [near, far];
}

export class Port {
  other: Port | undefined;
  readonly #listeners = new Set<Listener>();
  readonly #takes: (message: Message) => boolean;

  constructor(takes: (message: Message) => boolean) {
    this.#takes = takes;
  }

  postMessage(message: Message): void {
    const { other } = this;
    if (!other || other.#takes(message)) return;
    const event = { data: keepOperations(message) };
    queueMicrotask(() => other.#deliver(event));
  }

  #deliver(event: { data: Message }): void {
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

/** The one thing the parser changes after it has sent it: it empties its list of operations to fill it anew. */
function keepOperations(message: Message): Message {
  const { chunk } = message;
  if (!chunk?.fnArray || !chunk.argsArray) return message;
  const fnArray = chunk.fnArray.slice();
  const argsArray = chunk.argsArray.slice();
  const kept: typeof chunk = { ...chunk, fnArray, argsArray, length: fnArray.length };
  return { ...message, chunk: kept };
}
