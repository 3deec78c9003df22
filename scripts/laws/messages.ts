import ts from 'typescript'
import type { Law, SourceFile } from './source-file'

/** What bundles a language's file for browsers. */
const BUNDLES = 'scripts/browser-messages.ts'
const OF_ONE_LANGUAGE = /^lib\/messages\/([a-z][\w-]*)\//

/** Only lib/messages/ imports a language's texts: other code asks for those of the wiki's language. */
export const oneLanguage: Law = (files) =>
  files
    .filter(({ path, isTest }) => !path.startsWith('lib/messages/') && !isTest && path !== BUNDLES)
    .flatMap(({ path, imports }) =>
      imports
        .filter((imported) => OF_ONE_LANGUAGE.test(imported.path ?? '') || imported.name === '#catalogue')
        .map(({ name }) => `${path} imports ${name}: ask messages()`),
    )

const ASKING = new Set(['messages', 'sentenceOf'])

/** No module holds a text: the language is not known while it is loaded. */
export const textsWhenUsed: Law = (files) =>
  files
    .filter(({ isTest }) => !isTest)
    .flatMap((file) =>
      placesOf(file, (node, isInFunction) => {
        const isAsking =
          ts.isCallExpression(node) && ts.isIdentifier(node.expression) && ASKING.has(node.expression.text)
        return isAsking && !isInFunction ? `calls ${node.expression.getText()}() while it is read` : null
      }),
    )

/** Attributes that people read or hear. */
const TOLD = new Set([
  'alt',
  'aria-description',
  'aria-label',
  'aria-roledescription',
  'placeholder',
  'title',
])
const WORD = /\p{L}{2}/u
/** The beginning of an address is no text. */
const ADDRESS = /\w+:\/\/\S*/g

const isWords = (text: string) => WORD.test(text.replace(ADDRESS, ''))

/** Texts are in lib/messages/: no words between tags, and none in attributes that people read. */
export const wordsInMessages: Law = (files) =>
  files
    .filter(({ path, isTest }) => /^(app|components)\/.*\.tsx$/.test(path) && !isTest)
    .flatMap((file) => placesOf(file, (node) => wordsOf(node)))

function wordsOf(node: ts.Node): string | null {
  if (ts.isJsxText(node)) return isWords(node.text) ? `says “${node.text.trim()}”` : null
  if (!ts.isStringLiteral(node) && !ts.isNoSubstitutionTemplateLiteral(node)) return null
  const inBraces = ts.isJsxExpression(node.parent)
  const owner = inBraces ? node.parent.parent : node.parent
  const isTold = ts.isJsxAttribute(owner) ? TOLD.has(owner.name.getText()) : inBraces
  return isTold && isWords(node.text) ? `says “${node.text}”` : null
}

function placesOf(
  { path, tree }: SourceFile,
  what: (node: ts.Node, isInFunction: boolean) => string | null,
): string[] {
  const found: string[] = []
  const visit = (node: ts.Node, isInFunction: boolean): void => {
    const one = what(node, isInFunction)
    if (one) found.push(`${path}:${tree.getLineAndCharacterOfPosition(node.getStart()).line + 1} ${one}`)
    ts.forEachChild(node, (child) => visit(child, isInFunction || ts.isFunctionLike(node)))
  }
  visit(tree, false)
  return found
}
