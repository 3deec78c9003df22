import ts from 'typescript'
import { OF_TESTS } from './rooms'
import type { Law, SourceFile } from './source-file'

/** Where its words may stand: in their room, and in what is written for the framework; this law has to name them. */
const MAY_NAME = /^(lib\/framework\/|app\/|scripts\/laws\/framework\.ts$)/

/** What the framework calls things: headers, parameters, addresses, files of its build, fields of forms, markup. */
const WORDS = new RegExp(
  [
    String.raw`(?<![\w-])(?:_?rsc|next-(?:action|router|url|hmr)[\w-]*)(?![\w-])`,
    String.raw`\.rsc(?!\w)|nxt[PI[]|__next|__NEXT|_next/|(?<!\w)_not-found`,
    String.raw`x-(?:nextjs|action-|middleware-|component|powered-by)|\$ACTION_`,
    String.raw`(?<![\w.])\.next(?![\w(])|BUILD_ID|next/dist/|NEXT_(?!RUNTIME)[A-Z]`,
    '(?:reference|routes|build|files)-manifest|required-server-files',
  ].join('|'),
)

/** What the framework calls things is written in lib/framework/ alone, where tests compare it with the framework. */
export const frameworkInItsRoom: Law = (files) =>
  files
    .filter(({ path, isTest }) => !isTest && !MAY_NAME.test(path) && !OF_TESTS.test(path))
    .flatMap((file) =>
      wordsIn(file).map(([line, word]) => `${file.path}:${line} writes “${word}”: ask lib/framework/ for it`),
    )

function wordsIn({ tree }: SourceFile): [line: number, word: string][] {
  const found: [number, string][] = []
  const visit = (node: ts.Node): void => {
    const [word] = WORDS.exec(textOf(node)) ?? []
    if (word) found.push([tree.getLineAndCharacterOfPosition(node.getStart()).line + 1, word])
    ts.forEachChild(node, visit)
  }
  visit(tree)
  return found
}

/** What a piece of code says: a string or a part of one, a pattern without its backslashes, the name of a property. */
function textOf(node: ts.Node): string {
  if (ts.isRegularExpressionLiteral(node)) return node.text.replaceAll('\\', '')
  if (ts.isStringLiteralLike(node) || ts.isTemplateHead(node)) return node.text
  if (ts.isTemplateMiddleOrTemplateTail(node)) return node.text
  const isName =
    ts.isIdentifier(node) &&
    (ts.isPropertyAssignment(node.parent) || ts.isPropertyAccessExpression(node.parent))
  return isName ? node.text : ''
}
