import ts from 'typescript'
import type { Law, SourceFile } from './source-file'

/** Where the bounds of texts, lists and numbers are defined. */
const ROOM = /^lib\/(?:content\/(?:document|table)\.ts$|text\/plain\.ts$|input\/)/
/** A backup and the seed's file are read by the administrator, from their own disk. */
const OWN_FILES = /^lib\/transfer\//
/** The parts of zod that take no text, list or key by themselves. */
const TAKES_NONE = new Set(
  'NEVER ZodType boolean core discriminatedUnion enum infer input literal null number object output preprocess strictObject union'.split(
    ' ',
  ),
)

/** Schemas are made of bounded texts, lists and numbers: from lib/text/plain.ts and lib/input/. */
export const boundedSchemas: Law = (files) =>
  files
    .filter(({ path, isTest }) => /^(app|components|lib)\//.test(path) && !isTest)
    .filter(({ path }) => !ROOM.test(path) && !OWN_FILES.test(path))
    .filter(({ imports }) => imports.some(({ name }) => name === 'zod'))
    .flatMap((file) =>
      found(file, (node) =>
        isMember(node, 'z') && !TAKES_NONE.has(node.name.text) ? `z.${node.name.text}` : null,
      ).map(([line, what]) => `${file.path}:${line} uses ${what}: what comes in is bounded in lib/input/`),
    )

const READERS = new Set(['readQuery', 'readSegments', 'readRequestQuery'])
const UNREAD = new Set(['searchParams', 'params', 'nextUrl'])

/** Queries and path segments are read only through lib/input/address, in app/ and components/. */
export const readAddresses: Law = (files) =>
  files
    .filter(({ path, isTest }) => /^(app|components)\//.test(path) && !isTest)
    .flatMap((file) =>
      found(file, (node) => (takesUnread(node, file) ? node.getText() : null)).map(
        ([line, what]) => `${file.path}:${line} takes ${what} unread: use lib/input/address`,
      ),
    )

function takesUnread(node: ts.Node, { path }: SourceFile): boolean {
  const isRoute = /^app\/.*\/route\.ts$/.test(path)
  if (isRoute && isMember(node, 'request') && node.name.text === 'url') return !isRead(node)
  const isPart = ts.isIdentifier(node) && (UNREAD.has(node.text) || node.text === 'URLSearchParams')
  if (!isPart || !/^app\//.test(path)) return false
  const { parent } = node
  // Declaring it, and destructuring it from the props under its own name, is not reading it yet.
  if (ts.isPropertySignature(parent)) return false
  if (ts.isBindingElement(parent))
    return parent.propertyName !== undefined || parent.dotDotDotToken !== undefined
  if (ts.isParameter(parent)) return true
  return !isRead(ts.isPropertyAccessExpression(parent) && parent.name === node ? parent : node)
}

const isRead = (node: ts.Node): boolean =>
  ts.isCallExpression(node.parent) &&
  ts.isIdentifier(node.parent.expression) &&
  READERS.has(node.parent.expression.text) &&
  node.parent.arguments[0] === node

const LOADERS = /^load[A-Z]|^(searchFor|queryOf|suggest)$/
const ANYTHING = /^(string|unknown|any|object|Record<string,.*)(\[\])?( \| (null|undefined))*$/

/** No loader takes a plain text: its parameters are `AddressText`, numbers, or choices. */
export const loadersTakeRead: Law = (files) =>
  files
    .filter(({ path, isTest }) => path.startsWith('lib/') && !isTest)
    .flatMap((file) =>
      [...file.tree.statements]
        .flatMap((statement) => loadersIn(statement))
        .flatMap(([name, taken]) =>
          taken
            .filter(({ type }) => type && ANYTHING.test(type.getText()))
            .map((one) => `${file.path}: ${name} takes ${one.getText()}: give it an AddressText`),
        ),
    )

function loadersIn(statement: ts.Statement): [string, readonly ts.ParameterDeclaration[]][] {
  const isExported =
    ts.canHaveModifiers(statement) &&
    ts.getModifiers(statement)?.some(({ kind }) => kind === ts.SyntaxKind.ExportKeyword)
  if (!isExported) return []
  if (ts.isFunctionDeclaration(statement) && statement.name && LOADERS.test(statement.name.text))
    return [[statement.name.text, statement.parameters]]
  if (!ts.isVariableStatement(statement)) return []
  return statement.declarationList.declarations.flatMap(({ name, initializer }) => {
    const made = initializer && (ts.isCallExpression(initializer) ? initializer.arguments[0] : initializer)
    const isLoader = ts.isIdentifier(name) && LOADERS.test(name.text) && made && ts.isArrowFunction(made)
    return isLoader ? [[name.text, made.parameters] as [string, readonly ts.ParameterDeclaration[]]] : []
  })
}

const isMember = (node: ts.Node, of: string): node is ts.PropertyAccessExpression =>
  ts.isPropertyAccessExpression(node) && ts.isIdentifier(node.expression) && node.expression.text === of

function found({ tree }: SourceFile, what: (node: ts.Node) => string | null): [number, string][] {
  const places: [number, string][] = []
  const visit = (node: ts.Node): void => {
    const one = what(node)
    if (one !== null) places.push([tree.getLineAndCharacterOfPosition(node.getStart()).line + 1, one])
    ts.forEachChild(node, visit)
  }
  visit(tree)
  return places
}
