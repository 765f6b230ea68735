import type { PlainDate } from '../../kernel/plain-date.ts';
import type { Directory } from '../model.ts';
import { apply, type Founding, found, type Reorganised } from './reorganise.ts';

/** A unit that begins on a day. */
export function create(directory: Directory, founding: Founding, on: PlainDate): Reorganised {
  return apply(directory, [found(directory, founding, on)], []);
}
