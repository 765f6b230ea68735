import Type, { type TSchema } from 'typebox';

/** What the shapes of the API and of stored values are made with: the words every file of shapes says. */

/** No property beside those named: what is not understood is refused, and nothing leaves that was not meant to. */
export const closed = { additionalProperties: false } as const;

export const nullable = <T extends TSchema>(schema: T) => Type.Union([schema, Type.Null()]);

/** One of some words, typed as those words. */
export const oneOf = <T extends string>(...names: readonly T[]) => Type.Unsafe<T>(Type.Enum([...names]));
