import ts from 'typescript'
import type { Law, SourceFile } from './source-file'

const COMPARING = new Set([
  ts.SyntaxKind.EqualsEqualsEqualsToken,
  ts.SyntaxKind.ExclamationEqualsEqualsToken,
  ts.SyntaxKind.EqualsEqualsToken,
  ts.SyntaxKind.ExclamationEqualsToken,
])
const ASKING = /^(includes|has|indexOf|eq|ne|inArray|notInArray)$/

/** Roles are compared only in lib/policy/: other code asks it. */
export const roles: Law = (files) =>
  files
    .filter(({ path, isTest }) => !path.startsWith('lib/policy/') && !isTest)
    .flatMap((file) =>
      comparisons(file).map((line) => `${file.path}:${line} compares a role: ask lib/policy/`),
    )

function comparisons({ tree }: SourceFile): number[] {
  const lines: number[] = []
  const visit = (node: ts.Node): void => {
    if (comparesRole(node)) lines.push(tree.getLineAndCharacterOfPosition(node.getStart()).line + 1)
    ts.forEachChild(node, visit)
  }
  visit(tree)
  return lines
}

function comparesRole(node: ts.Node): boolean {
  const compared = comparedBy(node)
  // The system account has no rank: it is recognized by this word alone.
  return compared.some(isRole) && !compared.some((one) => ts.isStringLiteral(one) && one.text === 'system')
}

/** The operands of a comparison. */
function comparedBy(node: ts.Node): readonly ts.Expression[] {
  if (ts.isBinaryExpression(node) && COMPARING.has(node.operatorToken.kind)) return [node.left, node.right]
  if (ts.isSwitchStatement(node)) return [node.expression]
  if (!ts.isCallExpression(node)) return []
  const asked = ts.isPropertyAccessExpression(node.expression) ? node.expression.name : node.expression
  return ts.isIdentifier(asked) && ASKING.test(asked.text) ? node.arguments : []
}

function isRole(node: ts.Expression): boolean {
  const name = ts.isPropertyAccessExpression(node) ? node.name : node
  return ts.isIdentifier(name) && /^(role|\w+Role)$/.test(name.text)
}
