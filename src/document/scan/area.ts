/** A rectangle of a picture in pixels, ends excluded. */
export type Area = { x0: number; y0: number; x1: number; y1: number };
