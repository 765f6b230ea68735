import { sayNumber } from '../../kernel/number.ts';
import { sayMeasure } from '../measure/say.ts';
import type { AskedItem, Consolidation, ItemResult } from './model.ts';
import type { DraftQuestion, Paragraph } from './paragraph.ts';
import {
  distinctSources,
  itemsByKey,
  resultsByKey,
  sayAuthors,
  sayComponent,
  sayCounts,
  sayEvidenceKinds,
  sayTask,
  sourcesOf,
  toldIn,
} from './say.ts';

/** Figures in words: of each component how its tasks stand, what was measured and what proves it; and what falls short. */
export function draftFigures(question: DraftQuestion): Paragraph[] {
  const items = itemsByKey(question.items);
  const results = resultsByKey(question.result);
  return question.result.components.flatMap((component) => {
    const each = component.itemKeys.flatMap((key): Found[] => {
      const [item, result] = [items.get(key), results.get(key)];
      return item && result ? [{ item, result }] : [];
    });
    const told = toldIn(component.counts);
    if (told === 0) return [];
    const under = sayComponent(component);
    return [
      ...componentLines(component, each, under),
      ...each.flatMap((one) => measuredLines(one, under, question)),
      ...each.flatMap((one) => shortLines(one, question)),
    ];
  });
}

type Found = { item: AskedItem; result: ItemResult };
type Component = Consolidation['components'][number];

function componentLines(component: Component, each: readonly Found[], under: string): Paragraph[] {
  const told = toldIn(component.counts);
  const sources = distinctSources(each.flatMap(({ result }) => sourcesOf(result)));
  const base = { section: 'results', under, sources, by: null } as const;
  const text = `Trong ${sayNumber(told)} lượt nhiệm vụ được báo cáo: ${sayCounts(component.counts)}.`;
  const counts: Paragraph = { ...base, key: `results/c:${component.key}/counts`, list: false, text };
  if (component.evidence === 0) return [counts];
  const proof = `Tài liệu kiểm chứng: ${sayEvidenceKinds(component)}`;
  return [
    counts,
    { ...base, key: `results/c:${component.key}/evidence`, list: true, text: proof, sources: component.proofs },
  ];
}

/** A target with what was measured of it; one nobody stated a figure for is left to the appendix. */
function measuredLines({ item, result }: Found, under: string, { names }: DraftQuestion): Paragraph[] {
  return item.targets.flatMap((target, i): Paragraph[] => {
    const one = result.measures[i];
    if (one === undefined || one.value === null) return [];
    const met = one.met === null ? '' : one.met ? ', đạt' : ', chưa đạt';
    const left = one.without > 0 ? `, ${sayNumber(one.without)} đơn vị không nêu số` : '';
    const bare = one.bare > 0 ? `, ${sayNumber(one.bare)} đơn vị chỉ nêu tỷ lệ nên không cộng được` : '';
    const sources = result.measured[i] ?? [];
    const from = sources.length === 1 ? `theo ${sayAuthors(sources, names)}` : `từ ${sayNumber(one.of)} đơn vị`;
    const text = `${target.quote}: ${sayMeasure(one, target.unit)}, ${from}${met}${left}${bare}`;
    return [{ key: `results/i:${item.key}/t${i}`, section: 'results', under, list: true, text, sources, by: null }];
  });
}

/** Tasks some have not begun, and targets that are not met. */
function shortLines({ item, result }: Found, { names }: DraftQuestion): Paragraph[] {
  const base = { section: 'shortcomings', under: null, list: true, by: null } as const;
  const late = result.sources['not-begun'];
  const unmet = item.targets.flatMap((target, i): Paragraph[] => {
    const one = result.measures[i];
    if (one?.met !== false) return [];
    const text = `${sayTask(item)}: mới đạt ${sayMeasure(one, target.unit)} so với mục tiêu ${target.quote}`;
    return [{ ...base, key: `shortcomings/i:${item.key}/t${i}`, text, sources: result.measured[i] ?? [] }];
  });
  if (late.length === 0) return unmet;
  const text = `${sayTask(item)}: ${sayNumber(late.length)} đơn vị chưa thực hiện${late.length <= 5 ? ` (${sayAuthors(late, names)})` : ''}`;
  return [{ ...base, key: `shortcomings/i:${item.key}/not-begun`, text, sources: late }, ...unmet];
}
