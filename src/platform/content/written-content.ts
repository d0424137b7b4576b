import { type Document, isMap, isNode, isScalar, isSeq, LineCounter, type Node, parseDocument } from 'yaml';
import { lineOf as lineInJson } from './line-of.ts';

/** Content is written as JSON, or as YAML where it is mostly prose (decision 25). */
export const isContentFile = (file: string): boolean => /\.(json|yaml)$/.test(file);

/** What a file says, and where in it each part stands. */
export interface WrittenContent {
  readonly value: unknown;
  /** The line (from 1) of the value at this path; of the deepest part of the path that is there. */
  lineOf(path: readonly PropertyKey[]): number;
}

/** A text that is no JSON or no YAML. */
export class Unreadable extends Error {
  readonly line: number;
  readonly format: 'JSON' | 'YAML';

  constructor(line: number, format: 'JSON' | 'YAML', why: string) {
    super(why);
    this.line = line;
    this.format = format;
  }
}

/** Reads a text by the ending of its name. @throws Unreadable */
export function readWritten(name: string, text: string): WrittenContent {
  return name.endsWith('.yaml') ? readYaml(text) : readJson(text);
}

function readJson(text: string): WrittenContent {
  try {
    return { value: JSON.parse(text), lineOf: (path) => lineInJson(text, path) };
  } catch (error) {
    const { message } = error as Error;
    const at = /position (\d+)/.exec(message)?.[1];
    const line = at === undefined ? text.split('\n').length : text.slice(0, Number(at)).split('\n').length;
    throw new Unreadable(line, 'JSON', message);
  }
}

/**
 * YAML 1.2 with its core schema: `no` and a day stay words, a key stands once. Nothing refers to another place in the file: what
 * occurs twice is named by its id, so that an editor can read it.
 */
function readYaml(text: string): WrittenContent {
  const lines = new LineCounter();
  const document = parseDocument(text, { lineCounter: lines, version: '1.2', schema: 'core', uniqueKeys: true });
  const fault = document.errors[0] ?? document.warnings[0];
  if (fault) throw new Unreadable(lines.linePos(fault.pos[0]).line, 'YAML', fault.message.split('\n')[0]!);
  try {
    return {
      value: document.toJS({ maxAliasCount: 0 }),
      lineOf: (path) => lines.linePos(placeOf(document, path)).line,
    };
  } catch (error) {
    throw new Unreadable(1, 'YAML', (error as Error).message); // an alias
  }
}

/** Where the deepest part of this path begins, in characters. */
function placeOf(document: Document.Parsed, path: readonly PropertyKey[]): number {
  let node: unknown = document.contents;
  let place = startOf(document.contents);
  for (const part of path) {
    const next = step(node, part);
    if (!next) break;
    place = startOf(next.at);
    node = next.value;
  }
  return place;
}

function step(node: unknown, part: PropertyKey): { readonly at: unknown; readonly value: unknown } | undefined {
  if (isMap(node)) {
    const pair = node.items.find(({ key }) => isScalar(key) && String(key.value) === String(part));
    return pair && { at: pair.key, value: pair.value };
  }
  const item = isSeq(node) ? node.items[Number(part)] : undefined;
  return item === undefined ? undefined : { at: item, value: item };
}

const startOf = (node: unknown): number => (isNode(node) ? ((node as Node).range?.[0] ?? 0) : 0);
