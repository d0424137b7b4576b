import ts from 'typescript';

/** A code of a refusal, and the part of the product that gives it: a feature, an ability of the platform, or the edge. */
export interface RefusalCode {
  readonly area: string;
  readonly code: string;
}

/** Codes that are not ours: of PostgreSQL, of Zod, of the operating system. */
const isOurs = (code: string) =>
  /^[a-z]+(-[a-z]+)+$/.test(code) || code === 'forbidden' || code === 'defect' || code === 'unreadable';

/** Every refusal code that a source file gives or declares: `{ code: '…' }` and `new HttpRefusal(…, '…')`. */
export function codesIn(file: ts.SourceFile): readonly RefusalCode[] {
  const [, layer, name = ''] = /^src\/(features|platform|app|shared-kernel)\/([\w-]+)/.exec(file.fileName) ?? [];
  const area = layer === 'features' ? name : layer === 'platform' && name !== 'http' ? `platform/${name}` : 'edge';
  const found = new Set<string>();
  const keep = (node: ts.Node | undefined) => {
    if (node && ts.isStringLiteral(node) && isOurs(node.text)) found.add(node.text);
    if (node && ts.isLiteralTypeNode(node)) keep(node.literal);
    if (node && ts.isUnionTypeNode(node)) node.types.forEach(keep);
    if (node && ts.isConditionalExpression(node)) [node.whenTrue, node.whenFalse].forEach(keep);
    if (node && ts.isAsExpression(node)) keep(node.expression);
  };
  const isCode = (name: ts.PropertyName) => ts.isIdentifier(name) && name.text === 'code';
  const visit = (node: ts.Node): void => {
    if (ts.isPropertyAssignment(node) && isCode(node.name)) keep(node.initializer);
    if (ts.isPropertySignature(node) && isCode(node.name)) keep(node.type);
    if (ts.isNewExpression(node) && ts.isIdentifier(node.expression) && node.expression.text === 'HttpRefusal')
      keep(node.arguments?.[1]);
    ts.forEachChild(node, visit);
  };
  visit(file);
  return [...found].map((code) => ({ area, code }));
}
