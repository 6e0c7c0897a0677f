import { readdirSync, readFileSync } from 'node:fs';
import { join, sep } from 'node:path';
import ts from 'typescript';

/** A file of code as the laws see it. */
export interface CodeFile {
  /** From the folder of the package, with forward slashes: pipeline/text/span.ts. */
  readonly path: string;
  readonly lineCount: number;
  readonly imports: readonly Located[];
  readonly defaultExports: readonly Located[];
  /** Regular-expression literals, and the literal arguments of RegExp. */
  readonly patterns: readonly Located[];
}

/** A piece of code with the line on which it stands. */
export interface Located {
  readonly line: number;
  readonly text: string;
}

/** Reads every TypeScript file under a folder, sorted. */
export function readCode(folder: string): CodeFile[] {
  return readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((file) => file.endsWith('.ts'))
    .map((file) => `${folder}/${file.split(sep).join('/')}`)
    .sort()
    .map((path) => codeFile(path, readFileSync(join(process.cwd(), path), 'utf8')));
}

export function codeFile(path: string, text: string): CodeFile {
  const tree = ts.createSourceFile(path, text, ts.ScriptTarget.ES2022, true);
  const imports: Located[] = [];
  const defaultExports: Located[] = [];
  const patterns: Located[] = [];
  const at = (node: ts.Node, said: string): Located => ({
    line: tree.getLineAndCharacterOfPosition(node.getStart()).line + 1,
    text: said,
  });
  const visit = (node: ts.Node): void => {
    const imported = importedBy(node);
    if (imported) imports.push(at(node, imported.text));
    if (exportsDefault(node)) defaultExports.push(at(node, node.getText().split('\n')[0] ?? ''));
    if (ts.isRegularExpressionLiteral(node)) patterns.push(at(node, node.text));
    if (callsRegExp(node)) patterns.push(...(node.arguments ?? []).map((argument) => at(argument, argument.getText())));
    ts.forEachChild(node, visit);
  };
  visit(tree);
  return {
    path,
    lineCount: text.split('\n').length - (text.endsWith('\n') ? 1 : 0),
    imports,
    defaultExports,
    patterns,
  };
}

/** What an import line, a re-export or an import() names. */
function importedBy(node: ts.Node): ts.StringLiteralLike | undefined {
  if (ts.isImportDeclaration(node) || ts.isExportDeclaration(node)) return literal(node.moduleSpecifier);
  if (ts.isImportTypeNode(node))
    return ts.isLiteralTypeNode(node.argument) ? literal(node.argument.literal) : undefined;
  if (!ts.isCallExpression(node)) return undefined;
  const called = node.expression;
  const loads = called.kind === ts.SyntaxKind.ImportKeyword || (ts.isIdentifier(called) && called.text === 'require');
  return loads ? literal(node.arguments[0]) : undefined;
}

function literal(node: ts.Node | undefined): ts.StringLiteralLike | undefined {
  return node && ts.isStringLiteralLike(node) ? node : undefined;
}

function exportsDefault(node: ts.Node): boolean {
  if (ts.isExportAssignment(node)) return true;
  if (ts.isExportSpecifier(node)) return node.name.text === 'default';
  return (
    ts.canHaveModifiers(node) &&
    ts.getModifiers(node)?.some(({ kind }) => kind === ts.SyntaxKind.DefaultKeyword) === true
  );
}

function callsRegExp(node: ts.Node): node is ts.CallExpression | ts.NewExpression {
  return (ts.isCallExpression(node) || ts.isNewExpression(node)) && node.expression.getText() === 'RegExp';
}
