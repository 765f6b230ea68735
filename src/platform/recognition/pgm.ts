import type { Picture } from '../../document/page/model.ts';

/** A picture as a file every recognition program reads: PGM, its grey bytes behind one line. */
export const toPgm = ({ width, height, gray }: Picture): Buffer =>
  Buffer.concat([Buffer.from(`P5\n${width} ${height}\n255\n`, 'latin1'), gray]);
