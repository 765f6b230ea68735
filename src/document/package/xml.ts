import { SaxesParser } from 'saxes';
import { limits } from '../limits.ts';
import { Refusal } from '../refuse.ts';

/** Attributes by canonical name ("w:val", "r:id", "Target"). */
export type Attributes = Record<string, string>;

export type XmlHandler = {
  open(name: string, attributes: Attributes): void;
  close(name: string): void;
  text(text: string): void;
};

/** The namespaces of OOXML, transitional (ECMA-376 1st ed.) and strict (ISO 29500), and OpenDocument, under their usual prefixes. */
const prefixes: Record<string, string> = {
  'http://schemas.openxmlformats.org/wordprocessingml/2006/main': 'w:',
  'http://purl.oclc.org/ooxml/wordprocessingml/main': 'w:',
  'http://schemas.microsoft.com/office/word/2003/wordml': 'w:',
  'http://schemas.microsoft.com/office/word/2003/auxHint': 'wx:',
  'http://schemas.microsoft.com/aml/2001/core': 'aml:',
  'http://schemas.openxmlformats.org/officeDocument/2006/relationships': 'r:',
  'http://purl.oclc.org/ooxml/officeDocument/relationships': 'r:',
  'http://schemas.openxmlformats.org/officeDocument/2006/math': 'm:',
  'http://purl.oclc.org/ooxml/officeDocument/math': 'm:',
  'http://schemas.openxmlformats.org/markup-compatibility/2006': 'mc:',
  'http://schemas.openxmlformats.org/spreadsheetml/2006/main': 's:',
  'http://purl.oclc.org/ooxml/spreadsheetml/main': 's:',
  'urn:oasis:names:tc:opendocument:xmlns:office:1.0': 'office:',
  'urn:oasis:names:tc:opendocument:xmlns:style:1.0': 'style:',
  'urn:oasis:names:tc:opendocument:xmlns:text:1.0': 'text:',
  'urn:oasis:names:tc:opendocument:xmlns:table:1.0': 'table:',
  'urn:oasis:names:tc:opendocument:xmlns:drawing:1.0': 'draw:',
  'urn:oasis:names:tc:opendocument:xmlns:xsl-fo-compatible:1.0': 'fo:',
  'urn:oasis:names:tc:opendocument:xmlns:svg-compatible:1.0': 'svg:',
  'urn:org:documentfoundation:names:experimental:office:xmlns:loext:1.0': 'loext:',
  'http://schemas.openxmlformats.org/package/2006/relationships': '',
  'http://schemas.openxmlformats.org/package/2006/content-types': '',
  'http://www.w3.org/XML/1998/namespace': 'xml:',
  '': '',
};

/**
 * Parses XML as it arrives, names under canonical prefixes whatever the file calls them. A DOCTYPE is refused: OOXML
 * has none, and it is the way in for entity bombs.
 */
export function parseXml(chunks: Iterable<Uint8Array>, handler: XmlHandler): void {
  const parser = new SaxesParser({ xmlns: true });
  let [depth, attributes] = [0, 0];
  parser.on('opentagstart', () => {
    attributes = 0;
  });
  parser.on('attribute', () => {
    if (++attributes > limits.attributes) throw new Refusal('document-too-complex');
  });
  parser.on('doctype', () => {
    throw new Refusal('file-declares-entities');
  });
  parser.on('error', (cause) => {
    throw new Refusal('file-damaged', { cause });
  });
  parser.on('opentag', (tag) => {
    if (++depth > limits.depth) throw new Refusal('document-too-complex');
    handler.open(canonical(tag.uri, tag.local), readAttributes(tag.attributes));
  });
  parser.on('closetag', (tag) => {
    depth--;
    handler.close(canonical(tag.uri, tag.local));
  });
  parser.on('text', (text) => handler.text(text));
  parser.on('cdata', (text) => handler.text(text));
  for (const text of decode(chunks)) parser.write(text);
  parser.close();
}

const canonical = (uri: string, local: string): string => `${prefixes[uri] ?? '?:'}${local}`;

function readAttributes(attributes: Record<string, { uri: string; local: string; value: string }>): Attributes {
  const read: Attributes = {};
  for (const name in attributes) {
    const { uri, local, value } = attributes[name] as { uri: string; local: string; value: string };
    const key = canonical(uri, local);
    if (!key.startsWith('?')) read[key] = value;
  }
  return read;
}

/** XML parts are UTF-8, or UTF-16 with a byte order mark. */
function* decode(chunks: Iterable<Uint8Array>): Generator<string> {
  let decoder: TextDecoder | undefined;
  for (const chunk of chunks) {
    decoder ??= new TextDecoder(encodingOf(chunk));
    yield decoder.decode(chunk, { stream: true });
  }
  if (decoder) yield decoder.decode();
}

function encodingOf(chunk: Uint8Array): string {
  if (chunk[0] === 0xff && chunk[1] === 0xfe) return 'utf-16le';
  return chunk[0] === 0xfe && chunk[1] === 0xff ? 'utf-16be' : 'utf-8';
}

/** A small subtree kept whole: properties of a paragraph, run, cell; numbering; styles. */
export type XmlNode = { name: string; attributes: Attributes; children: XmlNode[] };

export const child = (node: XmlNode | undefined, name: string): XmlNode | undefined =>
  node?.children.find((one) => one.name === name);

export const childrenNamed = (node: XmlNode | undefined, name: string): XmlNode[] =>
  node?.children.filter((one) => one.name === name) ?? [];

/** `w:val` of a child, undefined where there is no such child or it has none. */
export const val = (node: XmlNode | undefined, name: string): string | undefined =>
  child(node, name)?.attributes['w:val'];

/** A whole number, undefined where none is written. */
export function whole(text: string | undefined): number | undefined {
  const number = Number.parseInt(text ?? '', 10);
  return Number.isNaN(number) ? undefined : number;
}

/** An on/off property: true by being there, unless its value says off; undefined where it is absent. */
export function toggle(node: XmlNode | undefined, name: string): boolean | undefined {
  const found = child(node, name);
  if (!found) return undefined;
  return !['0', 'false', 'off', 'none'].includes(found.attributes['w:val'] ?? 'true');
}

/** Collects a subtree from events, up to more elements than any has. */
export class TreeBuilder {
  private readonly stack: XmlNode[] = [];
  private nodes = 0;
  root: XmlNode | undefined;

  open(name: string, attributes: Attributes): void {
    if (++this.nodes > limits.treeNodes) throw new Refusal('document-too-complex');
    const node: XmlNode = { name, attributes, children: [] };
    this.stack.at(-1)?.children.push(node);
    this.stack.push(node);
    this.root ??= node;
  }

  /** True when the root was closed. */
  close(): boolean {
    this.stack.pop();
    return this.stack.length === 0;
  }
}

/** A whole small part as a tree. */
export function parseTree(chunks: Iterable<Uint8Array>): XmlNode {
  const builder = new TreeBuilder();
  parseXml(chunks, {
    open: (name, attributes) => builder.open(name, attributes),
    close: () => void builder.close(),
    text: () => {},
  });
  if (!builder.root) throw new Refusal('file-damaged');
  return builder.root;
}
