import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseAst } from 'vitest/node';

const SRC = fileURLToPath(new URL('../../src', import.meta.url));

/** What the tests of the house want to know of a source file. */
export interface SourceFile {
  /** Path below `src`: `report/form.ts`. */
  readonly path: string;
  readonly lines: number;
  /** Own files imported, as paths below `src`; those outside begin with `..`. */
  readonly imports: readonly string[];
  /** Packages and Node modules imported. */
  readonly packages: readonly string[];
  /** Strings, regular expressions and parts of templates, without comments. */
  readonly literals: readonly string[];
  readonly readsEnvironment: boolean;
}

type Node = Readonly<Record<string, unknown>>;

/** All files of `src`. */
export function sourceFiles(): SourceFile[] {
  return readdirSync(SRC, { recursive: true, encoding: 'utf8' })
    .filter((path) => path.endsWith('.ts'))
    .sort()
    .map((path) => readSource(path, readFileSync(join(SRC, path), 'utf8')));
}

/** What a text of TypeScript at a path below `src` imports and says. */
export function readSource(path: string, text: string): SourceFile {
  const specifiers: string[] = [];
  const literals: string[] = [];
  let readsEnvironment = false;
  const visit = (node: Node, parent: Node | null): void => {
    if (node.type === 'Literal' || node.type === 'TemplateElement') {
      const value = textOf(node);
      if (parent !== null && parent.source === node) specifiers.push(value);
      else literals.push(value);
    }
    readsEnvironment ||= isEnvironment(node);
    for (const child of Object.values(node))
      for (const next of Array.isArray(child) ? child : [child]) if (isNode(next)) visit(next, node);
  };
  for (const statement of parseAst(text, { lang: 'ts' }).body) if (isNode(statement)) visit(statement, null);
  const isOwn = (specifier: string): boolean => specifier.startsWith('.');
  return {
    path,
    lines: text.split('\n').length - (text.endsWith('\n') ? 1 : 0),
    imports: specifiers.filter(isOwn).map((specifier) => relative(SRC, join(SRC, dirname(path), specifier))),
    packages: specifiers.filter((specifier) => !isOwn(specifier)),
    literals,
    readsEnvironment,
  };
}

function textOf(node: Node): string {
  const { value, regex } = node;
  if (isNode(regex) && typeof regex.pattern === 'string') return regex.pattern;
  if (isNode(value)) return typeof value.cooked === 'string' ? value.cooked : String(value.raw);
  return typeof value === 'string' ? value : '';
}

/** `process.env` in any spelling, and the import that would hide it. */
function isEnvironment(node: Node): boolean {
  const named = (part: unknown, name: string): boolean => isNode(part) && (part.name === name || part.value === name);
  switch (node.type) {
    case 'MemberExpression':
      return named(node.object, 'process') && named(node.property, 'env');
    case 'VariableDeclarator':
      return named(node.init, 'process');
    case 'ImportDeclaration':
      return named(node.source, 'process') || named(node.source, 'node:process');
    default:
      return false;
  }
}

function isNode(value: unknown): value is Node {
  return typeof value === 'object' && value !== null;
}
