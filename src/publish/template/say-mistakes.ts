import type { TemplateFinding } from './model.ts';

/** One mistake of a template as docxtemplater tells it. */
type Mistake = { id: string; tag: string };

const says: Readonly<Record<string, { rule: TemplateFinding['rule']; say: (tag: string) => string }>> = {
  unclosed_loop: {
    rule: 'loop',
    say: (tag) => `Có {#${tag}} mà thiếu {/${tag}}. Hãy thêm {/${tag}} vào cuối phần cần lặp.`,
  },
  unopened_loop: {
    rule: 'loop',
    say: (tag) => `Có {/${tag}} mà thiếu {#${tag}}. Hãy thêm {#${tag}} vào đầu phần cần lặp.`,
  },
  closing_tag_does_not_match_opening_tag: {
    rule: 'loop',
    say: (tag) =>
      `Phần lặp {#${tag}} được đóng bằng tên khác, hoặc hai phần lặp chồng chéo nhau. Phần mở sau phải đóng trước.`,
  },
  no_cell_start_in_repeat: {
    rule: 'loop',
    say: (tag) => `{#${tag}} và {/${tag}} phải cùng nằm trong một bảng, hoặc cùng nằm ngoài bảng.`,
  },
  unbalanced_loop_tags: {
    rule: 'loop',
    say: (tag) => `{#${tag}} và {/${tag}} phải cùng nằm trong một bảng, hoặc cùng nằm ngoài bảng.`,
  },
  unclosed_tag: { rule: 'broken', say: (tag) => `Dấu “{” trước “${tag}” thiếu dấu “}”.` },
  unopened_tag: { rule: 'broken', say: (tag) => `Dấu “}” sau “${tag}” thiếu dấu “{”.` },
  duplicate_open_tag: { rule: 'broken', say: (tag) => `Thừa một dấu “{” trước “${tag}”.` },
  duplicate_close_tag: { rule: 'broken', say: (tag) => `Thừa một dấu “}” sau “${tag}”.` },
  raw_xml_tag_should_be_only_text_in_paragraph: {
    rule: 'misplaced',
    say: (tag) => `{${tag}} phải đứng một mình trong một đoạn, vì được thay bằng nhiều đoạn.`,
  },
  raw_tag_outerxml_invalid: {
    rule: 'misplaced',
    say: (tag) => `{${tag}} phải đứng một mình trong một đoạn, vì được thay bằng nhiều đoạn.`,
  },
};

/** What is wrong with a template in words of a clerk; undefined where it is no mistake of the template. */
export function sayMistakes(error: unknown): TemplateFinding[] | undefined {
  const mistakes = mistakesOf(error);
  if (mistakes === undefined) return undefined;
  const findings = mistakes.map(({ id, tag }): TemplateFinding => {
    const known = says[id];
    const message = known?.say(tag) ?? `Trường “${tag}” đặt sai chỗ hoặc viết sai. Hãy gõ lại trường này.`;
    return { rule: known?.rule ?? 'broken', severity: 'fault', message };
  });
  return [...new Map(findings.map((one) => [one.message, one])).values()];
}

type Told = { properties?: { id?: string; xtag?: string; openingtag?: string; errors?: unknown[] } };

function mistakesOf(error: unknown): Mistake[] | undefined {
  const { properties } = (error ?? {}) as Told;
  if (properties === undefined) return undefined;
  if (Array.isArray(properties.errors)) return properties.errors.flatMap((one) => mistakesOf(one) ?? []);
  const tag = (properties.openingtag ?? properties.xtag ?? '').slice(0, 60);
  return [{ id: properties.id ?? '', tag }];
}
