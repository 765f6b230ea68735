import type { HTMLAttributes } from 'react';

/**
 * A part of the grid by its role. Not a table's own elements: rows and cells stand at computed places, which those cannot;
 * and the grid as a whole has the focus, telling by id which cell is active.
 */
export const Part = ({ role, ...rest }: HTMLAttributes<HTMLDivElement> & { role: string }) => (
  <div role={role} {...rest} />
);
