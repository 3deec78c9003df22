import ts from 'typescript'
import { contentKinds } from '@/lib/kinds/registry'
import type { Law, SourceFile } from './source-file'

/** Fewer places than this, outside lib/kinds/, may name kinds of entries. */
const MOST_PLACES = 20

const KINDS = new Set<string>(contentKinds)
const FLOORS = /^(app|components|lib|db|scripts)\//
/** Where kinds are declared: their content, texts and views. */
const HOME = /^lib\/kinds\//
/** What tests build with. */
const SAMPLES = /\/testing[\w-]*\.ts$/
const KIND_NAME = /^(kind|\w*Kind)$/
const COMPARING = new Set([
  ts.SyntaxKind.EqualsEqualsEqualsToken,
  ts.SyntaxKind.ExclamationEqualsEqualsToken,
  ts.SyntaxKind.EqualsEqualsToken,
  ts.SyntaxKind.ExclamationEqualsToken,
])
const ASKING = /^(eq|ne|inArray|notInArray)$/
const PICKING = 'ofKind'

/** Kinds of entries are declared in lib/kinds/: other code asks the kind, and rarely names one. */
export const kinds: Law = (files) => {
  const found = placesThatKnowKinds(files)
  if (found.length < MOST_PLACES) return []
  return [
    ...found,
    `${found.length} places outside lib/kinds/ know kinds by name, fewer than ${MOST_PLACES} may: ask kindOf()`,
  ]
}

/**
 * The places outside lib/kinds/ that compare a kind, or hold a map, a list or a union of kinds: file, line, what it is.
 */
export const placesThatKnowKinds = (files: SourceFile[]): string[] =>
  files
    .filter(({ path, isTest }) => FLOORS.test(path) && !HOME.test(path) && !isTest && !SAMPLES.test(path))
    .flatMap(placesIn)

function placesIn({ path, tree }: SourceFile): string[] {
  const places: string[] = []
  const visit = (node: ts.Node): void => {
    const what = knowsKinds(node)
    if (what)
      places.push(`${path}:${tree.getLineAndCharacterOfPosition(node.getStart()).line + 1} is ${what} kinds`)
    // The members of a union or a list of kinds count as one place.
    if (what !== 'a union of') ts.forEachChild(node, visit)
  }
  visit(tree)
  return places
}

function knowsKinds(node: ts.Node): string | null {
  if (isComparison(node)) return 'a comparison of'
  if (ts.isSwitchStatement(node) && isSwitchByKind(node)) return 'a switch by'
  if (isPredicate(node)) return 'a predicate of'
  if (isMap(node)) return 'a map by'
  if (ts.isArrayLiteralExpression(node) && node.elements.filter(isKindLiteral).length > 1) return 'a list of'
  if (ts.isUnionTypeNode(node) && node.types.filter(namesKind).length > 1) return 'a union of'
  return null
}

function isComparison(node: ts.Node): boolean {
  if (ts.isBinaryExpression(node) && COMPARING.has(node.operatorToken.kind))
    return [node.left, node.right].some(isKindLiteral) && [node.left, node.right].some(isCalledKind)
  if (ts.isCallExpression(node) && ts.isIdentifier(node.expression) && node.expression.text === PICKING)
    return node.arguments.some(isKindLiteral)
  if (ts.isCallExpression(node) && ts.isIdentifier(node.expression) && ASKING.test(node.expression.text))
    return (
      node.arguments.some(isCalledKind) &&
      node.arguments.some((one) => isKindLiteral(one) || isListOfKinds(one))
    )
  // Extract<Prepared, { kind: 'page' }>
  return (
    ts.isTypeReferenceNode(node) &&
    /^(Extract|Exclude)$/.test(node.typeName.getText()) &&
    (node.typeArguments ?? []).some(namesKind)
  )
}

const isSwitchByKind = (node: ts.SwitchStatement) =>
  isCalledKind(node.expression) &&
  node.caseBlock.clauses.some((one) => ts.isCaseClause(one) && isKindLiteral(one.expression))

const isPredicate = (node: ts.Node) =>
  (ts.isFunctionDeclaration(node) || ts.isVariableDeclaration(node)) &&
  node.name !== undefined &&
  ts.isIdentifier(node.name) &&
  /^is(A)?(Page|Fact|Source|File)$/.test(node.name.text)

/** An object, or its type, with two or more kinds as keys. */
function isMap(node: ts.Node): boolean {
  const members = ts.isObjectLiteralExpression(node)
    ? node.properties
    : ts.isTypeLiteralNode(node) || ts.isInterfaceDeclaration(node)
      ? node.members
      : []
  return members.filter(({ name }) => name && KINDS.has(name.getText().replace(/^'|'$/g, ''))).length > 1
}

const isListOfKinds = (node: ts.Node) =>
  ts.isArrayLiteralExpression(node) && node.elements.some(isKindLiteral)

const isKindLiteral = (node: ts.Node): boolean => ts.isStringLiteral(node) && KINDS.has(node.text)

function isCalledKind(node: ts.Node): boolean {
  const name = ts.isPropertyAccessExpression(node) ? node.name : node
  // What a source repeats, the steps of a text and the values of a field have other `kind`s.
  if (
    ts.isPropertyAccessExpression(node) &&
    /^(.*\.)?(derivedFrom|step|value)$/.test(node.expression.getText())
  )
    return false
  return ts.isIdentifier(name) && KIND_NAME.test(name.text)
}

/** 'page', or { kind: 'page' … }. */
function namesKind(node: ts.Node): boolean {
  if (ts.isLiteralTypeNode(node)) return isKindLiteral(node.literal)
  if (!ts.isTypeLiteralNode(node)) return false
  return node.members.some(
    (one) =>
      ts.isPropertySignature(one) && one.type !== undefined && isCalledKind(one.name) && namesKind(one.type),
  )
}

/** Merging, comparing and reading content uses declarations of fields: it knows no kind of entry. */
export const contentKnowsNoNoun: Law = (files) =>
  files
    .filter(({ path, isTest }) => path.startsWith('lib/content/') && !isTest)
    .flatMap(({ path, imports }) =>
      imports
        .filter((imported) => /^lib\/(pages|facts|sources|entries|kinds)\//.test(imported.path ?? ''))
        .map((imported) => `${path} imports ${imported.path}: lib/content/ knows no kind of entry`),
    )
