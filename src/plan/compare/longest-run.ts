/** The longest run of things that stand in rising order of their place, so that the fewest have to move. */
export function longestRun<T>(things: readonly T[], placeOf: (thing: T) => number): Set<T> {
  const ends: { thing: T; place: number; previous: number }[] = [];
  // tails[n]: where in `ends` the run of n + 1 things stands that ends earliest.
  const tails: number[] = [];
  for (const thing of things) {
    const place = placeOf(thing);
    let at = tails.findIndex((end) => (ends[end]?.place ?? 0) > place);
    if (at < 0) at = tails.length;
    tails[at] = ends.push({ thing, place, previous: at > 0 ? (tails[at - 1] as number) : -1 }) - 1;
  }
  const run = new Set<T>();
  for (let at = tails.at(-1) ?? -1; at >= 0; at = ends[at]?.previous ?? -1) {
    const end = ends[at];
    if (end) run.add(end.thing);
  }
  return run;
}
