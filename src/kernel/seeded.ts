import { mersenne } from 'pure-rand/generator/mersenne';

/**
 * Uniform numbers in [0, 1) that follow from a seed alone, the same on every machine: the Mersenne Twister MT19937 begun
 * by `init_genrand(seed)`, two words to a double of 53 bits (`genrand_res53`; Matsumoto & Nishimura 1998). It is the
 * sequence of NumPy's `RandomState(seed).random_sample()`, so that a drawing can be repeated without this program.
 *
 * @param seed a whole number; seeds that differ by a multiple of 2³² give the same sequence
 */
export function seededRandom(seed: number): () => number {
  const words = mersenne(seed | 0);
  return () => {
    const high = words.next() >>> 5;
    const low = words.next() >>> 6;
    return (high * 0x4000000 + low) / 0x20000000000000;
  };
}
