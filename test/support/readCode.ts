// Reads code the way the compiler does, so that the rules about code are not fooled by comments and strings.

import { readdirSync, readFileSync } from 'node:fs';
import { type ESTree, parseSync, Visitor } from 'vite';

export interface Import {
  readonly from: string;
  readonly typeOnly: boolean;
}

export interface Code {
  readonly imports: readonly Import[];
  /** The names in calls, such as `test.skip` or `setTimeout`. */
  readonly calls: readonly string[];
  /** What tests and their groups are called. */
  readonly testNames: readonly string[];
  /** Styles in JSX that stand in the markup, which a strict content security policy refuses. */
  readonly staticStyles: readonly string[];
  /** The text with its comments blanked out. */
  readonly withoutComments: string;
  readonly comments: readonly string[];
}

/** The files below a folder, as paths from the project's folder. */
export function filesUnder(folder: string, name: RegExp): string[] {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && name.test(entry.name))
    .map((entry) => `${entry.parentPath}/${entry.name}`.replaceAll('\\', '/'))
    .sort();
}

export function readCode(path: string, text = readFileSync(path, 'utf8')): Code {
  const { program, comments, errors } = parseSync(path, text);
  if (errors.length > 0) throw new Error(`${path}: ${errors[0]?.message}`);
  const imports: Import[] = [];
  const calls: string[] = [];
  const testNames: string[] = [];
  const staticStyles: string[] = [];
  const importing = (source: ESTree.Expression | null, typeOnly = false) => {
    const from = source && textOf(source);
    if (from) imports.push({ from, typeOnly });
  };
  new Visitor({
    ImportDeclaration: (node) => importing(node.source, node.importKind === 'type'),
    ExportNamedDeclaration: (node) => importing(node.source, node.exportKind === 'type'),
    ExportAllDeclaration: (node) => importing(node.source, node.exportKind === 'type'),
    ImportExpression: (node) => importing(node.source),
    TSImportType: (node) => importing(node.source, true),
    // A worker: `new URL('./x.worker.ts', import.meta.url)`.
    NewExpression(node) {
      const [first] = node.arguments;
      if (
        nameOf(node.callee) === 'URL' &&
        first &&
        first.type !== 'SpreadElement' &&
        node.arguments.length > 1
      )
        importing(first);
    },
    CallExpression(node) {
      const name = nameOf(node.callee);
      if (name) calls.push(name);
      const [first] = node.arguments;
      if (!/^(test|it|describe)\b/.test(name) || !first || first.type === 'SpreadElement') return;
      const title = textOf(first);
      if (title) testNames.push(title);
    },
    JSXAttribute(node) {
      if (node.name.type !== 'JSXIdentifier' || node.name.name !== 'style' || !node.value) return;
      if (isStatic(node.value)) staticStyles.push(text.slice(node.start, node.end));
    },
  }).visit(program);
  return {
    imports,
    calls,
    testNames,
    staticStyles,
    withoutComments: blankOut(text, comments),
    comments: comments.map(({ value }) => value),
  };
}

/** A text, or an object with a constant in it: Solid writes constants into the markup as a `style` text. */
function isStatic(value: ESTree.JSXAttributeValue): boolean {
  if (value.type !== 'JSXExpressionContainer') return true;
  const { expression } = value;
  if (expression.type !== 'ObjectExpression') return isConstant(expression);
  return expression.properties.some((property) => property.type === 'Property' && isConstant(property.value));
}

function isConstant({ type, ...node }: ESTree.Expression | ESTree.JSXEmptyExpression): boolean {
  return (
    type === 'Literal' ||
    (type === 'TemplateLiteral' && 'expressions' in node && node.expressions.length === 0)
  );
}

function textOf(node: ESTree.Expression): string {
  if (node.type === 'Literal' && typeof node.value === 'string') return node.value;
  if (node.type === 'TemplateLiteral') return node.quasis.map(({ value }) => value.raw).join('');
  return '';
}

function nameOf(node: ESTree.Expression | ESTree.Super): string {
  switch (node.type) {
    case 'Identifier':
      return node.name;
    case 'MemberExpression':
      return node.property.type === 'Identifier'
        ? `${nameOf(node.object)}.${node.property.name}`
        : nameOf(node.object);
    case 'CallExpression':
      return nameOf(node.callee);
    case 'TaggedTemplateExpression':
      return nameOf(node.tag);
    default:
      return '';
  }
}

function blankOut(text: string, ranges: readonly { start: number; end: number }[]): string {
  let rest = text;
  for (const { start, end } of ranges)
    rest = rest.slice(0, start) + ' '.repeat(end - start) + rest.slice(end);
  return rest;
}
