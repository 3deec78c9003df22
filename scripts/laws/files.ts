import ts from 'typescript'
import type { Law } from './source-file'

const MOST_LINES = 300

/** A file's name says what is in it. */
export const names: Law = (files) =>
  files
    .filter(({ path }) => /(^|\/)(utils?|helpers?|misc|common)\.\w+$/.test(path))
    .map(({ path }) => `${path}: a name that says nothing`)

/** No file only re-exports others. */
export const barrels: Law = (files) =>
  files
    .filter(({ path, tree }) => {
      const passesOn = (node: ts.Statement) =>
        ts.isExportDeclaration(node) && node.moduleSpecifier !== undefined
      return (
        /(^|\/)index\.tsx?$/.test(path) || (tree.statements.length > 0 && tree.statements.every(passesOn))
      )
    })
    .map(({ path }) => `${path}: a barrel`)

/** Long files are split by what they mean. */
export const lengths: Law = (files) =>
  files
    .filter(({ lines }) => lines > MOST_LINES)
    .map(({ path, lines }) => `${path}: ${lines} lines, at most ${MOST_LINES}`)

/** Every exported function of lib/ and db/ has a doc comment. */
export const documented: Law = (files) =>
  files
    .filter(({ path, isTest }) => /^(lib|db)\//.test(path) && !isTest)
    .flatMap(({ path, tree }) =>
      tree.statements.filter(isExportedFunction).flatMap((node) => {
        if (ts.getJSDocCommentsAndTags(node).length > 0) return []
        return [`${path}: ${nameOf(node)} has no doc comment`]
      }),
    )

function isExportedFunction(node: ts.Statement): node is ts.FunctionDeclaration | ts.VariableStatement {
  const isExported =
    ts.canHaveModifiers(node) &&
    ts.getModifiers(node)?.some(({ kind }) => kind === ts.SyntaxKind.ExportKeyword)
  if (!isExported) return false
  if (ts.isFunctionDeclaration(node)) return true
  return (
    ts.isVariableStatement(node) &&
    node.declarationList.declarations.some(
      ({ initializer }) => initializer && ts.isArrowFunction(initializer),
    )
  )
}

function nameOf(node: ts.FunctionDeclaration | ts.VariableStatement): string {
  if (ts.isFunctionDeclaration(node)) return node.name?.text ?? 'the default export'
  return node.declarationList.declarations[0]?.name.getText() ?? ''
}
