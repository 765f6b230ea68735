/** Chance that can be repeated: the same seed makes the same paper. */
export type Chance = {
  /** true in this share of cases */
  often: (share: number) => boolean;
  pick: <T>(list: readonly T[]) => T;
  /** some of a list, in another order */
  some: <T>(list: readonly T[], count: number) => T[];
  /** from low to high, both included */
  between: (low: number, high: number) => number;
};

/** mulberry32: small, even enough, and the same everywhere. */
export function chanceOf(seed: number): Chance {
  let state = seed >>> 0;
  const next = () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
  const between = (low: number, high: number) => low + Math.floor(next() * (high - low + 1));
  const pick = <T>(list: readonly T[]) => list[between(0, list.length - 1)] as T;
  const some = <T>(list: readonly T[], count: number) => {
    const left = [...list];
    return Array.from(
      { length: Math.min(count, list.length) },
      () => left.splice(between(0, left.length - 1), 1)[0] as T,
    );
  };
  return { often: (share) => next() < share, pick, some, between };
}
