/**
 * A Hadamard matrix of ±1 of the smallest order ≥ `least` that doubling (Sylvester) and quadratic residues (Paley, both
 * kinds, of primes) reach; its first row is all 1. Rows are orthogonal: every two agree in half of the columns.
 */
export function hadamard(least: number): Int8Array[] {
  for (let order = Math.max(1, least); ; order++) {
    const found = build(order);
    if (found) return normalize(found);
  }
}

function build(order: number): Int8Array[] | undefined {
  if (order === 1) return [Int8Array.of(1)];
  if (order === 2) return [Int8Array.of(1, 1), Int8Array.of(1, -1)];
  if (order % 4 !== 0) return undefined;
  const half = build(order / 2);
  if (half) return double(half);
  if (order % 4 === 0 && isPrime(order - 1)) return paleyOne(order - 1);
  const q = order / 2 - 1;
  return q % 4 === 1 && isPrime(q) ? paleyTwo(q) : undefined;
}

const double = (half: readonly Int8Array[]): Int8Array[] => [
  ...half.map((row) => Int8Array.of(...row, ...row)),
  ...half.map((row) => Int8Array.of(...row, ...row.map((value) => -value))),
];

/** q ≡ 3 (mod 4): I + S, with S the skew matrix of residues bordered by ones. */
function paleyOne(q: number): Int8Array[] {
  const residue = residues(q);
  return Array.from({ length: q + 1 }, (_, i) =>
    Int8Array.from({ length: q + 1 }, (_, j) => {
      if (i === j) return 1;
      if (i === 0) return 1;
      return j === 0 ? -1 : (residue[(i - j + q) % q] as number);
    }),
  );
}

/** q ≡ 1 (mod 4): the symmetric matrix of residues, bordered by ones, with each entry made a block of two by two. */
function paleyTwo(q: number): Int8Array[] {
  const residue = residues(q);
  const entry = (i: number, j: number): number => {
    if (i === j) return 0;
    return i === 0 || j === 0 ? 1 : (residue[(i - j + q) % q] as number);
  };
  const blocks = { same: [1, -1, -1, -1], other: [1, 1, 1, -1] };
  return Array.from({ length: 2 * (q + 1) }, (_, i) =>
    Int8Array.from({ length: 2 * (q + 1) }, (_, j) => {
      const value = entry(i >> 1, j >> 1);
      const place = 2 * (i & 1) + (j & 1);
      return value === 0 ? (blocks.same[place] as number) : value * (blocks.other[place] as number);
    }),
  );
}

/** 1 at squares modulo q, −1 elsewhere, 0 at 0. */
function residues(q: number): Int8Array {
  const out = new Int8Array(q).fill(-1);
  out[0] = 0;
  for (let i = 1; i < q; i++) out[(i * i) % q] = 1;
  return out;
}

function isPrime(n: number): boolean {
  if (n < 2) return false;
  for (let divisor = 2; divisor * divisor <= n; divisor++) if (n % divisor === 0) return false;
  return true;
}

/** Columns turned so that the first row is all 1; rows stay orthogonal. */
const normalize = (rows: readonly Int8Array[]): Int8Array[] =>
  rows.map((row) => row.map((value, j) => value * (rows[0]?.[j] ?? 1)));
