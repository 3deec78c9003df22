import ts from 'typescript'
import type { Law, SourceFile } from './source-file'

const MECHANISM = /^lib\/operations\//
/** What only the mechanism writes: an operation calls `audited`, and its network trace is automatic. */
const WRITTEN_BY_IT = new Set(['audit', 'insertAuditRecord', 'insertNetworkTrace'])
/** What writes without a request: jobs, migrations of earlier releases' data, seeding, and tests. */
const UNASKED =
  /^lib\/(jobs\/|worker\/|testing\/|transfer\/|mail\/compose-mail\.ts|.*\/(catch-up|mend|sweep)-[\w-]+\.ts|publishing\/search-words\.ts|(.*\/)?testing[\w-]*\.ts$)/

/** Only the mechanism of operations records acts and networks. */
export const recordedByMechanism: Law = (files) =>
  files
    .filter(({ path, isTest }) => /^(app|components|lib)\//.test(path) && !isTest)
    .filter(({ path }) => !MECHANISM.test(path) && path !== 'lib/audit.ts')
    .flatMap((file) =>
      named(file, WRITTEN_BY_IT).map(
        (name) => `${file.path} imports ${name}: an operation says audited(), and is traced by itself`,
      ),
    )

/** Requests write only in the `commit` of an operation, which declares what it audits. */
export const writesAreOperations: Law = (files) =>
  files
    .filter(({ path, isTest }) => path.startsWith('lib/') && !isTest)
    .filter(({ path }) => !MECHANISM.test(path) && !UNASKED.test(path))
    .filter((file) => named(file, new Set(['transaction'])).length > 0)
    .map(({ path }) => `${path} imports transaction: what is asked for is written by an operation's commit`)

/** An operation that records no act says why. */
export const saysWhatItAudits: Law = (files) =>
  files
    .filter(({ path, isTest }) => path.startsWith('lib/') && !isTest && !MECHANISM.test(path))
    .flatMap(({ path, tree }) =>
      definitionsIn(tree)
        .filter((definition) => !isSaid(definition))
        .map(
          (definition) => `${path}:${lineOf(tree, definition)} does not say what it audits, or why nothing`,
        ),
    )

/** Every server action is made from an operation by the form adapter. */
export const actionsAreOperations: Law = (files) =>
  files
    .filter(({ tree, isTest }) => !isTest && isServerFile(tree))
    .flatMap(({ path, tree }) =>
      tree.statements
        .filter((one) => isExported(one) && !isMadeByAdapter(one))
        .map((one) => `${path}:${lineOf(tree, one)} exports what is no formAction(operation)`),
    )

function named({ tree }: SourceFile, names: ReadonlySet<string>): string[] {
  return tree.statements.flatMap((statement) => {
    if (!ts.isImportDeclaration(statement)) return []
    const bindings = statement.importClause?.namedBindings
    if (!bindings || !ts.isNamedImports(bindings)) return []
    return bindings.elements
      .map(({ name, propertyName }) => (propertyName ?? name).text)
      .filter((name) => names.has(name))
  })
}

function definitionsIn(tree: ts.SourceFile): ts.ObjectLiteralExpression[] {
  const found: ts.ObjectLiteralExpression[] = []
  const visit = (node: ts.Node): void => {
    if (ts.isCallExpression(node) && node.expression.getText() === 'operation') {
      const [given] = node.arguments
      if (given && ts.isObjectLiteralExpression(given)) found.push(given)
    }
    ts.forEachChild(node, visit)
  }
  visit(tree)
  return found
}

function isSaid(definition: ts.ObjectLiteralExpression): boolean {
  const audits = definition.properties.find((one) => one.name?.getText() === 'audits')
  if (!audits || !ts.isPropertyAssignment(audits)) return false
  const { initializer: said } = audits
  if (ts.isArrayLiteralExpression(said)) return said.elements.length > 0
  if (!ts.isObjectLiteralExpression(said)) return false
  const [nothing] = said.properties
  return (
    nothing !== undefined &&
    ts.isPropertyAssignment(nothing) &&
    ts.isStringLiteral(nothing.initializer) &&
    nothing.initializer.text.trim() !== ''
  )
}

const isServerFile = ({ statements: [first] }: ts.SourceFile) =>
  first !== undefined &&
  ts.isExpressionStatement(first) &&
  /^['"]use server['"]$/.test(first.expression.getText())

const isExported = (statement: ts.Statement) =>
  ts.isExportAssignment(statement) ||
  ts.isExportDeclaration(statement) ||
  (ts.canHaveModifiers(statement) &&
    (ts.getModifiers(statement) ?? []).some(({ kind }) => kind === ts.SyntaxKind.ExportKeyword))

const isMadeByAdapter = (statement: ts.Statement) =>
  ts.isVariableStatement(statement) &&
  statement.declarationList.declarations.every(
    ({ initializer }) =>
      initializer && ts.isCallExpression(initializer) && initializer.expression.getText() === 'formAction',
  )

const lineOf = (tree: ts.SourceFile, node: ts.Node) =>
  tree.getLineAndCharacterOfPosition(node.getStart()).line + 1
