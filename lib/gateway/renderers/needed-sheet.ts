import postcss, { type AtRule, type ChildNode, type Rule } from 'postcss'

/** A minified style sheet, read so that each page can be given the rules by which its beginning is first shown. */
export type Parts = readonly Part[]

type Part =
  /** What every page needs: a face, a rule without classes and tags, what cannot be read. */
  | string
  | { selectors: readonly Selector[]; body: string }
  /** Rules under a condition: `@media (…)`. */
  | { head: string; parts: Parts }

interface Selector {
  text: string
  /** Sets of names, classes with their dot and tags: on the page there have to be all of one. */
  needs: readonly (readonly string[])[]
}

/** Rules that hold under a condition. All others with a block of their own (faces, keyframes) are kept as they are. */
const CONDITIONS = new Set(['media', 'supports', 'container'])
/** Media for which the whole sheet is early enough: paper, movement, and the few who see only their own colours. */
const LATER_MEDIA = /^print$|prefers-reduced-motion:\s*no-preference|forced-colors:\s*active/
/** What has no part in how a page is first shown. */
const isLater = ({ name, params }: AtRule) =>
  name === 'keyframes' || (name === 'media' && LATER_MEDIA.test(params))

/** Reads a minified style sheet. Throws where it is none. */
export const partsOf = (sheet: string): Parts => postcss.parse(sheet).nodes.map(partOf)

function partOf(node: ChildNode): Part {
  if (node.type === 'rule' && node.nodes.every(({ type }) => type === 'decl')) return ruleOf(node)
  if (node.type === 'atrule' && isLater(node)) return ''
  if (node.type === 'atrule' && CONDITIONS.has(node.name) && node.nodes)
    return { head: `@${node.name} ${node.params}`, parts: node.nodes.map(partOf) }
  return node.type === 'atrule' && !node.nodes ? `${node};` : String(node)
}

const ruleOf = (rule: Rule): Part => ({
  selectors: rule.selectors.map((text) => ({ text, needs: needsOf(text) })),
  body: rule.nodes.map(String).join(';'),
})

/** What only readers bring about: nothing of it has to be seen when a page is first shown. */
const LATER =
  /:(?:hover|active|focus|focus-within|focus-visible|target|target-current|popover-open)\b|\[aria-expanded="?true/

/**
 * What a selector needs; nothing can give what only comes about later. Attributes, ids and other states are not asked
 * for.
 */
function needsOf(selector: string): string[][] {
  // A name that is written with an escape is not read: the rule is kept.
  if (selector.includes('\\')) return [[]]
  if (LATER.test(selector.replace(/:not\([^()]*\)/g, ''))) return []
  const plain = selector.replace(/\[[^\]]*\]/g, '').replace(/::[\w-]+(?:\([^()]*\))?/g, '')
  return alternatives(plain).map((one) => {
    const names = one.replace(/:[\w-]+(?:\([^()]*\))?/g, '').matchAll(/(\.?)([A-Za-z][\w-]*)/g)
    return [...names].map(([, dot = '', name = '']) => dot + (dot ? name : name.toLowerCase()))
  })
}

/** A selector without its functions: what stands in `:is(a,b)` and the like, one by one, and nothing of `:not(a)`. */
function alternatives(selector: string): string[] {
  const plain = selector.replace(/:(?:nth-[\w-]+|dir|lang)\([^()]*\)/g, '')
  const [found, name, list = ''] = /:(is|where|has|not)\(([^()]*)\)/.exec(plain) ?? []
  if (found === undefined) return [plain]
  const parts = name === 'not' ? [''] : list.split(',')
  // A tag stands in front of what it is narrowed by: `.a:is(p)` is `p.a`.
  return parts.flatMap((part) => alternatives(plain.replace(found, () => ` ${part} `)))
}

/** What is on a page: classes, with a dot before each, and tags. */
export interface Names {
  has: (name: string) => boolean
}

/** The text of those rules that say something of a page on which there are only these names; may be empty. */
export function neededOf(parts: Parts, names: Names): string {
  return parts.map((part) => textOf(part, names)).join('')
}

function textOf(part: Part, names: Names): string {
  if (typeof part === 'string') return part
  if ('parts' in part) {
    const inside = neededOf(part.parts, names)
    return inside && `${part.head}{${inside}}`
  }
  const needed = part.selectors.filter(({ needs }) =>
    needs.some((all) => all.every((name) => names.has(name))),
  )
  return needed.length > 0 ? `${needed.map(({ text }) => text).join(',')}{${part.body}}` : ''
}

/** Every class of a document, with a dot before it, and every tag. */
export function namesIn(html: string): Set<string> {
  const names = new Set<string>()
  for (const [, tag, classes = ''] of html.matchAll(/<([a-z][\w-]*)| class="([^"]*)"/g)) {
    if (tag) names.add(tag)
    else for (const name of classes.split(/\s+/)) names.add(`.${name}`)
  }
  return names
}
