import { v7, validate } from 'uuid';

/** A new UUIDv7: sorts by time of making, so that rows made together lie together. Called at the edges only. */
export const newId = (): string => v7();

export const isId = (text: string): boolean => validate(text);
