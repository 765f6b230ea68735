import type { Recognise } from '../../document/tools.ts';
import { findCommand, recogniseByCommand } from './command.ts';
import { recogniseByScript } from './script.ts';

/** Vietnamese recognition by the `tesseract` command where it is installed and works, else by tesseract.js. */
export const recognise: Recognise = async (pieces, options) => {
  const command = findCommand();
  if (command === undefined) return recogniseByScript(pieces, options);
  try {
    return await recogniseByCommand(command)(pieces, options);
  } catch {
    options.signal?.throwIfAborted();
    return recogniseByScript(pieces, options);
  }
};
