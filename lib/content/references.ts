import { type Described, fieldsOf } from './fields'
import type { Expected, ReferenceMap } from './map-references'

/*
 * Forms use this in the browser, where there is neither a database nor a schema: what content links to is in `links.ts`.
 */

/** A reference and what it may refer to. */
export interface Reference {
  to: number
  expects: Expected
}

type Kind<C extends object> = Pick<Described<C>, 'fields'>

/** Every entry that content refers to with the kind it must have, each pair once: for checking that it exists. */
export function referencesOf<C extends object>(kind: Kind<C>, content: C): Reference[] {
  const references = new Map<string, Reference>()
  mapReferences(kind, content, (to, _link, expects) => {
    references.set(`${expects}:${to}`, { to, expects })
    return to
  })
  return [...references.values()]
}

/**
 * The content with every reference replaced by what `map` gives for it. Used to put the ids of the entries that a changeset
 * created in place of their temporary ids.
 */
export function mapReferences<C extends object>(kind: Kind<C>, content: C, map: ReferenceMap): C {
  const mapped = fieldsOf(kind).map(([name, field]) => [name, field.mapReferences(content[name], map)])
  return { ...content, ...Object.fromEntries(mapped) }
}
