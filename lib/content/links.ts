import type { OpenLink } from '@/db/links/open-links'
import { isSame } from '@/lib/text/canonical'
import { isTitleKey } from '@/lib/titles/title'
import { gatesWithin, withoutClosed } from './closed-parts'
import { type Described, fieldsOf } from './fields'
import { type Gate, isNoGate } from './gate'
import { mapReferences } from './references'

type Kind<C extends object> = Pick<Described<C>, 'fields'>

/**
 * The targets of content in order: each target once for each kind of link; titles that links name come last. Invalid
 * titles are left out. What only closed parts of it link to says behind which places.
 */
export function linksOf<C extends object>(kind: Kind<C>, content: C): OpenLink[] {
  const all = allLinksOf(kind, content)
  const gates = gatesWithin(kind, content)
  if (gates.length === 0) return all
  const linkedTo = (isOpen: (gate: Gate) => boolean) =>
    new Set(allLinksOf(kind, withoutClosed(kind, content, isOpen)).map(keyOfLink))
  const open = linkedTo(isNoGate)
  const byGate = gates.map(
    (gate) => [placeOf(gate), linkedTo((one) => isNoGate(one) || isSame(one, gate))] as const,
  )
  return all.map((link) => {
    const key = keyOfLink(link)
    if (open.has(key)) return link
    const behind = byGate.flatMap(([place, keys]) => (keys.has(key) ? place : []))
    return { ...link, behind: behind.sort((one, other) => one - other) }
  })
}

/** What tells the links of one text apart. */
const keyOfLink = ({ kind, to }: OpenLink) => `${kind}:${to}`

/** One that nobody knows is 0. */
const placeOf = (gate: Gate) => (gate.kind === 'place' ? gate.page : 0)

function allLinksOf<C extends object>(kind: Kind<C>, content: C): OpenLink[] {
  const links = new Map<string, OpenLink>()
  mapReferences(kind, content, (to, link) => {
    if (!links.has(`${link}:${to}`)) links.set(`${link}:${to}`, { kind: link, to })
    return to
  })
  for (const [name, field] of fieldsOf(kind))
    for (const step of field.steps(content[name]))
      if (step.kind === 'title' && isTitleKey(step.key))
        links.set(`mentions:${step.key}`, { kind: 'mentions', to: step.key })
  return [...links.values()]
}
