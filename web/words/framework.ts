import type { Framework, FrameworkNode } from '../api.ts';

/**
 * The version of an index's framework that holds for a year. Versions are named by the years they cover ("2021-2024",
 * "2018"); a year after the last version takes the last, a year before the first takes the first.
 */
export function findFramework(
  frameworks: readonly Framework[],
  index: string | null,
  year: number | null,
): Framework | undefined {
  const versions = frameworks
    .filter((framework) => framework.index === index)
    .map((framework) => ({ framework, years: (framework.version.match(/\d{4}/g) ?? []).map(Number) }))
    .sort((a, b) => (a.years[0] ?? 0) - (b.years[0] ?? 0));
  if (year === null) return versions.at(-1)?.framework;
  return (versions.findLast(({ years }) => (years[0] ?? 0) <= year) ?? versions[0])?.framework;
}

export const findNode = (framework: Framework | undefined, code: string): FrameworkNode | undefined =>
  framework?.nodes.find((node) => node.code === code);

/** "2. Công khai, minh bạch trong việc ra quyết định"; the code alone where no name is known. */
export function sayNode(framework: Framework | undefined, code: string): string {
  const name = findNode(framework, code)?.name;
  return name ? `${code}. ${name}` : code;
}
