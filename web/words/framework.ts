import type { Framework, FrameworkNode } from '../api.ts';

/**
 * The version that measures a year, by the rule the tasks got their codes by: the province's where one covers the year,
 * else the nearest; the newest where no year is known.
 */
export function findFramework(
  frameworks: readonly Framework[],
  index: string | null,
  year: number | null,
): Framework | undefined {
  const versions = frameworks.filter((framework) => framework.index === index);
  const provincial = versions.filter(({ level }) => level === 'province');
  if (year === null) return provincial.at(-1);
  const distance = ({ from, to }: Framework) => Math.max((from ?? year) - year, year - (to ?? year), 0);
  return (
    provincial.find((framework) => distance(framework) === 0) ??
    versions.toSorted((a, b) => distance(a) - distance(b))[0]
  );
}

const findNode = (framework: Framework | undefined, code: string): FrameworkNode | undefined =>
  framework?.nodes.find((node) => node.code === code);

/** "2. Công khai, minh bạch trong việc ra quyết định"; the code alone where no name is known. */
export function sayNode(framework: Framework | undefined, code: string): string {
  const name = findNode(framework, code)?.name;
  return name ? `${code}. ${name}` : code;
}
