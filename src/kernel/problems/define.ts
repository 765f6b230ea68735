/** How a problem is told: an HTTP status, a short title, and a sentence made of its details. */
export type Render<D> = { status: number; title: string; detail: (details: D) => string };

export const define = <D extends Record<string, unknown> = Record<never, never>>(render: Render<D>): Render<D> =>
  render;

export const megabytes = (bytes: number): string => `${Math.ceil(bytes / 1_048_576)} MB`;
