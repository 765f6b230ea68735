/** Most device pixels of one canvas: a page on the largest screens has some 8 million, one as long as a street billions. */
const mostPixels = 16_000_000;

/** The scale at which an area of so many points is drawn: as asked, or what a canvas can hold. */
export const fitScale = (asked: number, width: number, height: number): number =>
  Math.min(asked, Math.sqrt(mostPixels / Math.max(1, width * height)));
