import { existsSync } from 'node:fs'
import ts from 'typescript'
import { routes } from '@/lib/routes'
import { beginningOf, type Route } from '@/lib/routes/row'
import type { Law, SourceFile } from './source-file'

/** Every page and handler of app/ has one row in lib/routes.ts, and every row has its file. */
export function rowsAndFiles(files: SourceFile[], rows: Route[] = Object.values(routes)): string[] {
  const answered = files.flatMap(({ path }) => answeredBy(path))
  const patterns = rows.map(({ pattern }) => pattern)
  const twice = patterns.filter((pattern, at) => patterns.indexOf(pattern) < at)
  const without = answered.filter(({ pattern }) => !patterns.includes(pattern))
  return [
    ...twice.map((pattern) => `lib/routes.ts: ${pattern} has two rows`),
    ...without.map(({ path, pattern }) => `${path}: ${pattern} has no row in lib/routes.ts`),
    ...rows.flatMap((row) => wrongIn(row, answered)),
  ]
}

interface Answered {
  path: string
  pattern: string
  isPage: boolean
}

function wrongIn({ pattern, isOutsideApp }: Route, answered: Answered[]): string[] {
  const found = answered.find((one) => one.pattern === pattern)
  const isInApp = found !== undefined || (/\.\w+$/.test(pattern) && existsSync(`app${pattern}`))
  if (isInApp === isOutsideApp)
    return [`lib/routes.ts: ${pattern} has ${isInApp ? 'a file' : 'no file'} in app/`]
  return []
}

/** Stands in every tree; where React does not run it is part of the HTML alone. */
const IN_EVERY_TREE = 'components/ui/StaticHtmlPart.tsx'

/**
 * React runs exactly where a page's tree has a client component, and never on a shared page: a row of lib/routes.ts says
 * so, and what is sent follows the row.
 */
export function reactWhereItIsNeeded(files: SourceFile[], rows: Route[] = Object.values(routes)): string[] {
  const byPath = new Map(files.map((file) => [file.path, file]))
  const pages = files.flatMap(({ path }) => answeredBy(path)).filter(({ isPage }) => isPage)
  return rows.flatMap(({ pattern, reading, runsReact }) => {
    const page = pages.find((one) => one.pattern === pattern)
    const client = page && clientComponentBelow(page.path, byPath)
    if (runsReact && !client)
      return [`lib/routes.ts: React runs at ${pattern}, which has no client component`]
    if (client && !runsReact)
      return [`${page.path} reaches the client component ${client}, but its row runs no React`]
    if (runsReact && reading !== 'private')
      return [`lib/routes.ts: React runs at ${pattern}, which is not private`]
    return []
  })
}

function clientComponentBelow(start: string, files: Map<string, SourceFile>): string | undefined {
  const [seen, left] = [new Set<string>(), [start]]
  for (let path = left.pop(); path !== undefined; path = left.pop()) {
    const file = files.get(path)
    if (!file || seen.has(path) || path === IN_EVERY_TREE) continue
    seen.add(path)
    const directive = directiveOf(file)
    if (directive === 'use client') return path
    if (directive !== 'use server') left.push(...valueImportsOf(file))
  }
  return undefined
}

const directiveOf = ({ tree }: SourceFile): string | undefined => {
  const [first] = tree.statements
  return first && ts.isExpressionStatement(first) && ts.isStringLiteral(first.expression)
    ? first.expression.text
    : undefined
}

/** What runs when a file does: types are gone by then. */
function valueImportsOf({ tree, imports }: SourceFile): string[] {
  const ofTypes = new Set(
    tree.statements.flatMap((node) =>
      ts.isImportDeclaration(node) &&
      node.importClause?.isTypeOnly &&
      ts.isStringLiteral(node.moduleSpecifier)
        ? [node.moduleSpecifier.text]
        : [],
    ),
  )
  return imports.flatMap(({ name, path }) => (path === undefined || ofTypes.has(name) ? [] : [path]))
}

function answeredBy(path: string): Answered[] {
  const [, folder, kind] = /^app(\/.*)?\/(page\.tsx|route\.ts)$/.exec(path) ?? []
  return kind === undefined ? [] : [{ path, pattern: folder ?? '/', isPage: kind === 'page.tsx' }]
}

/** Where addresses may be spelled: in the table itself, the framework's own, and where the wiki is spoken to from outside. */
const SPELLS = /^(lib\/routes(\.ts$|\/)|lib\/framework\/|e2e\/|bench\/)|\/testing[\w-]*\.tsx?$/
/** Stands for a value in a template: it can be any word. */
const VALUE = '…'
/** Where a lone slash means the front page. */
const LEADING = new Set(['href', 'location', 'next', 'path'])

/** No address is spelled out: links are built with lib/routes. */
export const addressesAreBuilt: Law = (files) =>
  files
    .filter(({ path, isTest }) => !isTest && !SPELLS.test(path))
    .flatMap((file) => placesIn(file, spelledBy))
    .map(([place, what]) => `${place} spells the address ${what}: build it with lib/routes`)

/** A page reads only the query parameters of its own row. */
export const pagesReadTheirRow: Law = (files) =>
  files
    .filter(({ path }) => path.startsWith('app/'))
    .flatMap((file) => {
      const [own] = answeredBy(file.path)
      return placesIn(file, (node) => otherRow(node, own?.pattern))
    })
    .map(([place, what]) => `${place} reads the query of ${what}: read that of its own row`)

function otherRow(node: ts.Node, own: string | undefined): string | null {
  if (!ts.isCallExpression(node) || !/^read(Request)?Query$/.test(node.expression.getText())) return null
  const named = node.arguments[1]?.getText() ?? 'nothing'
  const row = Object.entries(routes).find(([name]) => named === `routes.${name}`)
  return row?.[1].pattern === own && own !== undefined ? null : named
}

function spelledBy(node: ts.Node): string | null {
  const text = textOf(node)
  if (text === null) return null
  const [path = ''] = text.split(/[?#]/)
  if (path === '/') return text !== '/' || isLeading(node) ? text : null
  const isSpelled = Object.values(routes).some(
    (row) => path === beginningOf(row) || (row.pattern !== '/' && isLike(path, row)),
  )
  return isSpelled ? text : null
}

/** The text of a literal that could be an address, of this site or after a value that names the site. */
function textOf(node: ts.Node): string | null {
  const text = ts.isTemplateExpression(node)
    ? node.head.text + node.templateSpans.map(({ literal }) => VALUE + literal.text).join('')
    : ts.isStringLiteral(node) || ts.isNoSubstitutionTemplateLiteral(node)
      ? node.text
      : ''
  const address = text.startsWith(`${VALUE}/`) ? text.slice(1) : text
  return /^\/(?!…(\/|$))/.test(address) ? address : null
}

function isLike(path: string, { pattern }: Route): boolean {
  const [said, meant] = [path.split('/'), pattern.split('/')]
  const goesOn = meant.at(-1)?.startsWith('[...')
  if (goesOn ? said.length < meant.length : said.length !== meant.length) return false
  return meant.every((part, at) => (part.startsWith('[') ? said[at] !== '' : isPart(said[at] ?? '', part)))
}

/** Whether a segment, possibly with values in it, can match this one. */
function isPart(said: string, meant: string): boolean {
  if (said === meant || said === VALUE) return said === meant
  const [start = '', ...rest] = said.split(VALUE)
  return rest.length > 0 && meant.startsWith(start) && meant.endsWith(rest.at(-1) ?? '')
}

function isLeading({ parent }: ts.Node): boolean {
  if (ts.isJsxAttribute(parent)) return true
  const isIn = ts.isPropertyAssignment(parent) && /^(app|components)\//.test(parent.getSourceFile().fileName)
  return isIn && LEADING.has(parent.name.getText())
}

function placesIn({ path, tree }: SourceFile, what: (node: ts.Node) => string | null): [string, string][] {
  const places: [string, string][] = []
  const visit = (node: ts.Node): void => {
    const found = what(node)
    const { line } = tree.getLineAndCharacterOfPosition(node.getStart())
    if (found !== null) places.push([`${path}:${line + 1}`, found])
    ts.forEachChild(node, visit)
  }
  visit(tree)
  return places
}
