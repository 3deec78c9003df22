import { Icon } from '@/components/ui/Icon'
import { messages } from '@/lib/messages/messages'
import type { FacetGroup, FacetValue } from '@/lib/search/groups'
import type { Found } from '@/lib/search/loaders'
import type { Facet } from '@/lib/search/narrow'
import { isStanding, lookOf } from '@/lib/standings/standing'
import { addressOf } from './address'

/**
 * What the results can be narrowed down by, as links with the number of results behind each; one that is chosen takes
 * itself back. On a narrow screen folded, without a script. Kinds are chosen above the results.
 */
export function Facets({ found }: { found: Found }) {
  const texts = messages().reading.search
  const groups = found.groups.filter(
    ({ facet, values }) => facet !== 'kind' && isWorthIt(values, found.count),
  )
  const chosen = groups.flatMap(({ values }) => values.filter(({ isChosen }) => isChosen)).length
  if (groups.length === 0) return null
  return (
    <details className="facets" open={chosen > 0}>
      <summary>
        <Icon of="filter" size={18} /> {texts.narrow}
        {chosen > 0 && <span className="count">{texts.narrowed(chosen)}</span>}
      </summary>
      {groups.map((group) => (
        <Group key={group.facet} group={group} found={found} />
      ))}
    </details>
  )
}

/** What all results have in common narrows nothing down. */
const isWorthIt = (values: FacetValue[], all: number) =>
  values.length > 1 || values.some(({ isChosen, count }) => isChosen || count < all)

function Group({ group: { facet, values }, found }: { group: FacetGroup; found: Found }) {
  const texts = messages().reading.search
  return (
    <section aria-labelledby={`by-${facet}`}>
      <h2 id={`by-${facet}`}>{texts.facet[facet]}</h2>
      <ul className="plain">
        {values.map((one) => (
          <li key={one.value}>
            <a
              href={addressOf(found, { [facet]: one.isChosen ? null : one.value })}
              aria-current={one.isChosen ? 'true' : undefined}
              rel="nofollow"
            >
              <Label facet={facet} one={one} />
              <span className="count">{texts.some(one.count, one.isMore)}</span>
              {one.isChosen && <span className="sr-only">{texts.takeBack}</span>}
            </a>
          </li>
        ))}
      </ul>
    </section>
  )
}

function Label({ facet, one: { label, value } }: { facet: Facet; one: FacetValue }) {
  if (facet === 'standing' && isStanding(value))
    return <span className={`badge ${lookOf(value)}`}>{label}</span>
  return <span dir="auto">{label}</span>
}
