import { buildWeb, needsBuild } from '../platform/web-build.ts';

/** Builds the browser app when it is missing or its sources have changed. */
export async function build(): Promise<void> {
  if (await needsBuild()) await buildWeb();
}
