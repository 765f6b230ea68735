import type { Recognise } from '../../document/tools.ts';
import { findCommand, recogniseByCommand } from './command.ts';
import { recogniseByScript } from './script.ts';

/** Vietnamese recognition by the `tesseract` command where it is installed, else by tesseract.js. */
export const recognise: Recognise = (pieces, options) => {
  const command = findCommand();
  return (command === undefined ? recogniseByScript : recogniseByCommand(command))(pieces, options);
};
