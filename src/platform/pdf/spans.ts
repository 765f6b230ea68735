/**
 * What a few numbers in the dictionary of a stream span: the parser writes it all down as soon as a colour or a shade is
 * named.
 */

/** The numbers of a function given by samples: some for each place of a grid of so many by so many, and so on. */
export function countSamples(dictionary: string): number {
  if (!/\/FunctionType\s+0\b/.test(dictionary)) return 0;
  const [, sizes = ''] = /\/Size\s*\[([\d\s]*)\]/.exec(dictionary) ?? [];
  const [, range = ''] = /\/Range\s*\[([^\]]*)\]/.exec(dictionary) ?? [];
  return partsOf(sizes).reduce((product, size) => product * Number(size), Math.max(1, partsOf(range).length / 2));
}

const partsOf = (text: string): string[] => text.trim().split(/\s+/).filter(Boolean);

/** A patch of twelve points is drawn as 441. */
const TILES = 37;

/** The points of a shade given by a mesh of triangles (kinds 4 and 5) or patches (6 and 7) in so many bytes. */
export function countMeshPoints(dictionary: string, bytes: number): number {
  const [, kind] = /\/ShadingType\s+([4-7])\b/.exec(dictionary) ?? [];
  if (!kind) return 0;
  const bits = (key: string, usual: number): number =>
    Number(new RegExp(`/BitsPer${key}\\s+(\\d+)`).exec(dictionary)?.[1] ?? usual);
  const each = 2 * bits('Coordinate', 1) + (kind === '4' || kind === '5' ? bits('Component', 1) : 0);
  return (bytes * 8 * (kind === '4' || kind === '5' ? 1 : TILES)) / Math.max(1, each);
}
