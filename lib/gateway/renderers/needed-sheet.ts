/** The selectors of a style sheet, each by the classes that it needs; null where one needs none, or cannot be read. */
export type Needs = readonly (readonly string[])[] | null

/** Reads which classes the selectors of a minified sheet need. One without a class is needed everywhere. */
export function needsOf(sheet: string): Needs {
  const preludes = [...sheet.matchAll(/([^{}]+)\{/g)].map(([, prelude = '']) => prelude.trim())
  const selectors = preludes.filter((prelude) => !/^@(?:media|supports|container)\b/.test(prelude))
  const parts = selectors.flatMap(alternatives).flatMap((selector) => selector.split(','))
  const needs = parts.map((part) => [...part.matchAll(/\.([A-Za-z][\w-]*)/g)].map(([, name = '']) => name))
  return needs.some((classes) => classes.length === 0) ? null : needs
}

/** A list of selectors without its functions: what stands in `:is(a,b)` and the like, one by one, and nothing of `:not(a)`. */
function alternatives(selector: string): string[] {
  const plain = selector.replace(/:(?:nth-[\w-]+|dir|lang)\([^()]*\)/g, '')
  const [found, name, list = ''] = /:(is|where|has|not)\(([^()]*)\)/.exec(plain) ?? []
  if (found === undefined) return [plain]
  const parts = name === 'not' ? [''] : list.split(',')
  return parts.flatMap((part) => alternatives(plain.replace(found, () => ` ${part} `)))
}

/** Whether a sheet with these needs says anything about a page on which there are only these classes. */
export const isNeeded = (needs: Needs, classes: { has: (name: string) => boolean }): boolean =>
  needs === null || needs.some((of) => of.every((name) => classes.has(name)))

/** Every class of a document. */
export function classesIn(html: string): Set<string> {
  const attributes = html.matchAll(/ class="([^"]*)"/g)
  return new Set([...attributes].flatMap(([, names = '']) => names.split(/\s+/)))
}
