import { type DraftBlock, draftParagraph, type Run } from '../draft.ts';
import { finish } from '../finish.ts';
import type { Document } from '../model.ts';
import { joinPrintedLines, splitAtBreaks } from './line-breaks.ts';
import { labelItems } from './list.ts';
import { isUnseen, type Look, lookInside, plainLook } from './look.ts';
import { dropFurniture } from './main-text.ts';
import { attribute, children, type Element, isElement, type Node, parseHtml } from './parse.ts';
import { readTable } from './table.ts';

/** Reads HTML as a browser shows it: what is hidden, scripted or navigation is left out. */
export function readHtml(html: string): Document {
  const page = parseHtml(html);
  const body = children(page)
    .flatMap(children)
    .find(({ tagName }) => tagName === 'body');
  if (body) dropFurniture(body);
  const { blocks } = readFlow(page.childNodes, plainLook);
  return finish(joinPrintedLines(splitAtBreaks(blocks)), 'html', []);
}

/** Blocks found so far and the paragraph being written. */
export type Flow = {
  blocks: DraftBlock[];
  runs: Run[];
  label: string | null;
  heading: number | null;
  align: Look['align'];
};

function readFlow(nodes: Node[], look: Look): Flow {
  const flow: Flow = { blocks: [], runs: [], label: null, heading: null, align: look.align };
  walk(nodes, look, flow);
  flush(flow);
  return flow;
}

function walk(nodes: Node[], look: Look, flow: Flow): void {
  for (const node of nodes) {
    if (isElement(node)) walkElement(node, look, flow);
    else if ('value' in node) write(node.value, look, flow);
  }
}

function write(text: string, look: Look, flow: Flow): void {
  const { bold, italic, underline, pre, legacy } = look;
  if (flow.runs.length === 0) flow.align = look.align;
  const run: Run = { text: pre ? text : text.replace(/[ \t\r\n\f]+/g, ' '), bold, italic, underline };
  if (legacy) run.legacy = legacy;
  flow.runs.push(run);
}

/** Ends the paragraph being written. A list label waits until there is text to stand before. */
function flush(flow: Flow): void {
  if (flow.runs.some(({ text }) => /\S/.test(text))) {
    flow.blocks.push(draftParagraph(flow.runs, { label: flow.label, heading: flow.heading, align: flow.align }));
    flow.label = null;
  }
  flow.runs = [];
}

const blockTags = new Set(
  (
    'address article aside blockquote body caption center dd details dialog div dl dt fieldset figcaption figure footer form ' +
    'h1 h2 h3 h4 h5 h6 header hgroup hr html li main ol p pre section summary ul table'
  ).split(' '),
);

function walkElement(element: Element, around: Look, flow: Flow): void {
  if (isUnseen(element)) return;
  const look = lookInside(element, around);
  if (element.tagName === 'br') breakLine(flow, look);
  else if (!blockTags.has(element.tagName)) walk(element.childNodes, look, flow);
  else walkBlock(element, look, flow);
}

function breakLine(flow: Flow, { bold, italic, underline }: Look): void {
  flow.runs.push({ text: '\n', bold, italic, underline });
}

function walkBlock(element: Element, look: Look, flow: Flow): void {
  flush(flow);
  if (element.tagName === 'table') for (const block of readTable(element, look, readFlow)) flow.blocks.push(block);
  else if (element.tagName === 'ul' || element.tagName === 'ol') walkList(element, look, flow);
  else {
    flow.heading = headingLevel(element) ?? flow.heading;
    walk(element.childNodes, look, flow);
  }
  flush(flow);
  if (headingLevel(element)) flow.heading = null;
}

function walkList(list: Element, look: Look, flow: Flow): void {
  const labels = labelItems(list);
  for (const node of list.childNodes) {
    flush(flow);
    if (isElement(node) && labels.has(node)) flow.label = labels.get(node) ?? null;
    walk([node], look, flow);
    flush(flow);
    flow.label = null;
  }
}

function headingLevel(element: Element): number | null {
  const level =
    /^h([1-6])$/.exec(element.tagName)?.[1] ??
    (attribute(element, 'role') === 'heading' ? attribute(element, 'aria-level') : null);
  return level ? Number(level) : null;
}
