import { sayNumber } from '../../../src/kernel/number.ts';
import { type Figure, type LineState, lineStates, statedValue } from '../../../src/report/content/model.ts';
import { stateWords } from './say.ts';

const isState = (value: unknown): value is LineState => lineStates.some((state) => state === value);

/** What a place of a report says, in words: a state, figures, a text. */
export function sayValue(value: unknown): string {
  if (isState(value)) return stateWords[value].word;
  if (Array.isArray(value)) return (value as Figure[]).map(sayFigure).join('; ');
  return value === null || value === undefined || value === '' ? 'để trống' : String(value);
}

function sayFigure(figure: Figure): string {
  const { part, whole } = figure;
  if (part !== null && whole !== null) return `${sayNumber(part)}/${sayNumber(whole)}`;
  const value = statedValue(figure);
  return value === null ? 'chưa có số' : sayNumber(value);
}
