/** How often something may be asked for: so many times in so many milliseconds, counted by whatever names the asker. */
export type Limit = (key: string, now: number) => boolean;

/** More askers than any server has at a time; beyond it all begin anew, so that keys made up on purpose fill no memory. */
const atMost = 20_000;

/** A limit kept in this process. True while there is some left. */
export function limit(times: number, within: number): Limit {
  const counts = new Map<string, { since: number; count: number }>();
  return (key, now) => {
    const known = counts.get(key);
    if (known && now - known.since < within) {
      known.count += 1;
      return known.count <= times;
    }
    if (counts.size >= atMost) counts.clear();
    counts.set(key, { since: now, count: 1 });
    return true;
  };
}
