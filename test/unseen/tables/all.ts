import { communal } from './communes.ts';
import { mixed } from './mixed.ts';
import { provincial } from './provinces.ts';
import { later } from './second.ts';
import type { Sketch } from './sketch.ts';

export const papers: Sketch[] = [...provincial, ...communal, ...mixed, ...later];
