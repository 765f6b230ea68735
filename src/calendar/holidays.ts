import file from '../../data/holidays/vietnam.json' with { type: 'json' };
import type { NationalCalendar } from './model.ts';

/**
 * Days off, compensatory days and make-up working days of state offices (`data/holidays`): Bộ luật Lao động 45/2019 Điều
 * 111–112 and the yearly notices, each with its source and whether a notice was found. A test holds the file to its schema.
 */
export const nationalCalendar = file as unknown as NationalCalendar;
