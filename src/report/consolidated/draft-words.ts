import type { WholeField } from '../content/model.ts';
import type { Voice } from './model.ts';
import type { DraftQuestion, Paragraph } from './paragraph.ts';
import { itemsByKey, nameIn, sayAuthors, sayComponent, sayTask } from './say.ts';
import { plainWords } from './voices.ts';

/** What units say in their own words, the same words once, each with its authors. */
export function draftWords({ result, items, names }: DraftQuestion): Paragraph[] {
  const say = (section: WholeField, about: string, under: string | null) => (voice: Voice) =>
    wordsOf(section, about, under, voice, names);
  const byKey = itemsByKey(items);
  const component = (key: string) => result.components.find((one) => one.itemKeys.includes(key));
  return [
    ...result.components.flatMap((one) => one.results.map(say('results', `c:${one.key}`, sayComponent(one)))),
    ...result.items.flatMap((one) => {
      const item = byKey.get(one.key);
      const within = component(one.key);
      return item && within ? resultWords(one.key, sayTask(item), sayComponent(within), one.results, names) : [];
    }),
    ...result.results.map(say('results', '', 'Kết quả nổi bật của các đơn vị')),
    ...result.shortcomings.map(say('shortcomings', '', null)),
    ...(['difficulties', 'proposals'] as const).flatMap((section) => [
      ...result[section].map(say(section, '', null)),
      ...result.components.flatMap((one) => one[section].map(say(section, `c:${one.key}`, sayComponent(one)))),
      ...result.items.flatMap((one) => {
        const within = component(one.key);
        return one[section].map(say(section, `i:${one.key}`, within ? sayComponent(within) : null));
      }),
    ]),
    ...result.next.map(say('next', '', null)),
  ];
}

const inOneLine = (text: string): string =>
  text
    .trim()
    .replace(/\s*\n\s*[-–•]?\s*/gu, '; ')
    .replace(/[.;,\s]+$/u, '');

function wordsOf(
  section: WholeField,
  about: string,
  under: string | null,
  { text, sources }: Voice,
  names: ReadonlyMap<string, string>,
): Paragraph {
  return {
    ...{ key: `${section}/${about}/w:${plainWords(text).slice(0, 200)}`, section, under, list: true },
    ...{ text: `${inOneLine(text)} (${sayAuthors(sources, names)})`, sources, by: null },
  };
}

const shown = 3;
const long = 240;

/** Results of a task are as many as its units: what most said stands in the draft, all of it beside the draft. */
function resultWords(
  key: string,
  task: string,
  under: string,
  voices: readonly Voice[],
  names: ReadonlyMap<string, string>,
): Paragraph[] {
  if (voices.length === 0) return [];
  const said = voices
    .slice(0, shown)
    .map(({ text, sources }) => `${cut(inOneLine(text))} (${sayAuthors(sources, names)})`);
  const rest = new Set(voices.slice(shown).flatMap(({ sources }) => sources.map(({ agencyId }) => agencyId)));
  const others = [...rest];
  const more =
    others.length === 0
      ? ''
      : others.length === 1
        ? `; ngoài ra còn kết quả của ${nameIn(names, others[0] ?? '')}`
        : `; ngoài ra còn kết quả của ${others.length} đơn vị`;
  return [
    {
      ...{ key: `results/i:${key}/words`, section: 'results', under, list: true, by: null },
      ...{ text: `${task}: ${said.join('; ')}${more}`, sources: voices.flatMap(({ sources }) => sources) },
    },
  ];
}

const cut = (text: string): string => (text.length <= long ? text : `${text.slice(0, long).replace(/\s+\S*$/u, '')}…`);
