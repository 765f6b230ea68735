import Value from 'typebox/value';
import papi from '../../data/frameworks/papi.json' with { type: 'json' };
import parIndex2022 from '../../data/frameworks/par-index-2022.json' with { type: 'json' };
import parIndex2025 from '../../data/frameworks/par-index-2025.json' with { type: 'json' };
import parIndexDistrict from '../../data/frameworks/par-index-huyen-2019.json' with { type: 'json' };
import parIndexCommune from '../../data/frameworks/par-index-xa-2025.json' with { type: 'json' };
import sipas5 from '../../data/frameworks/sipas-5.json' with { type: 'json' };
import sipas33 from '../../data/frameworks/sipas-33.json' with { type: 'json' };
import sipas39 from '../../data/frameworks/sipas-39.json' with { type: 'json' };
import { type Framework, FrameworkFile } from './model.ts';

const files: unknown[] = [
  papi,
  sipas5,
  sipas33,
  sipas39,
  parIndexDistrict,
  parIndex2022,
  parIndex2025,
  parIndexCommune,
];

/** Throws where a file is not what the schema says or a node hangs on nothing: the data is part of the program. */
export function parseFile(file: unknown): FrameworkFile {
  const parsed = Value.Parse(FrameworkFile, file);
  const codes = new Set(parsed.nodes.map((node) => node.code));
  if (codes.size !== parsed.nodes.length) throw new Error(`${parsed.index}: a code stands twice`);
  const loose = parsed.nodes.find((node) => node.parent !== null && !codes.has(node.parent));
  if (loose) throw new Error(`${parsed.index}: ${loose.code} has no parent ${loose.parent}`);
  return parsed;
}

function versionsOf({ versions, nodes, index, name, nameEn, level }: FrameworkFile): Framework[] {
  return versions.map(({ version, from, to, source }) => ({
    index,
    version,
    level: level ?? 'province',
    from,
    to,
    name,
    nameEn,
    source,
    nodes: nodes.filter((node) => node.in?.includes(version) ?? true).map(({ in: _, ...node }) => node),
  }));
}

const frameworks = files.map(parseFile).flatMap(versionsOf);

/** Every version of every index, oldest first within an index. */
export function allFrameworks(): readonly Framework[] {
  return frameworks;
}

/**
 * The version that measures a year: where the year is unknown the newest, where none covers it the nearest.
 * undefined for an index without a tree here.
 */
export function frameworkFor(index: string | null, year: number | null): Framework | undefined {
  const versions = frameworks.filter((framework) => framework.index === index);
  const provincial = versions.filter((framework) => framework.level === 'province');
  if (year === null) return provincial.at(-1);
  return provincial.find((framework) => covers(framework, year)) ?? nearest(versions, year);
}

function covers({ from, to }: Framework, year: number): boolean {
  return (from === null || from <= year) && (to === null || year <= to);
}

function nearest(versions: Framework[], year: number): Framework | undefined {
  const distance = ({ from, to }: Framework) =>
    Math.max(from === null ? 0 : from - year, to === null ? 0 : year - to, 0);
  return [...versions].sort((a, b) => distance(a) - distance(b))[0];
}
