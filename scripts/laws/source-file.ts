import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { dirname, join, normalize } from 'node:path'
import ts from 'typescript'

/** A parsed source file with its imports. Paths are from the repository's root. */
export interface SourceFile {
  path: string
  lines: number
  isTest: boolean
  tree: ts.SourceFile
  imports: Import[]
}

export interface Import {
  /** As written. */
  name: string
  /** The project file that it resolves to; nothing for a package. */
  path: string | undefined
}

/** A law gives a sentence for each violation. */
export type Law = (files: SourceFile[]) => string[]

const FOLDERS = ['app', 'bench', 'components', 'db', 'e2e', 'lib', 'scripts']

/** Reads every source file below the folders of the project. */
export function readSources(): SourceFile[] {
  return FOLDERS.filter(existsSync).flatMap((folder) =>
    readdirSync(folder, { recursive: true, withFileTypes: true })
      .filter((item) => item.isFile() && /\.(tsx?|mjs)$/.test(item.name))
      .map((item) => join(item.parentPath, item.name))
      .map((path) => parseSource(path, readFileSync(path, 'utf8'))),
  )
}

/** Parses the text of one file; `path` is from the repository's root. */
export function parseSource(path: string, text: string): SourceFile {
  const tree = ts.createSourceFile(path, text, ts.ScriptTarget.Latest, true)
  return {
    path,
    tree,
    lines: text.split('\n').length - 1,
    isTest: /\.(test|spec)\.tsx?$/.test(path) || path.startsWith('e2e/') || path === 'db/postgres/testing.ts',
    imports: importsOf(tree).map((name) => ({ name, path: resolve(name, path) })),
  }
}

function importsOf(tree: ts.SourceFile): string[] {
  const names: string[] = []
  const visit = (node: ts.Node): void => {
    const specifier = specifierOf(node)
    if (specifier && ts.isStringLiteral(specifier)) names.push(specifier.text)
    ts.forEachChild(node, visit)
  }
  visit(tree)
  return names
}

function specifierOf(node: ts.Node): ts.Expression | undefined {
  if (ts.isImportDeclaration(node) || ts.isExportDeclaration(node)) return node.moduleSpecifier
  if (ts.isCallExpression(node) && node.expression.kind === ts.SyntaxKind.ImportKeyword)
    return node.arguments[0]
  return undefined
}

function resolve(name: string, from: string): string | undefined {
  const base = name.startsWith('@/')
    ? name.slice(2)
    : name.startsWith('.')
      ? join(dirname(from), name)
      : undefined
  if (base === undefined) return undefined
  const endings = ['', '.ts', '.tsx', '/index.ts', '/index.tsx']
  const found = endings
    .map((ending) => normalize(base + ending))
    .find((path) => /\.\w+$/.test(path) && existsSync(path))
  return found ?? normalize(base)
}
