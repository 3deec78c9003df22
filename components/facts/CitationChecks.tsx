import { Checked } from '@/components/content/Checked'
import { listedTitleOf } from '@/lib/citations/record'
import type { Citation } from '@/lib/content/citation'
import { verdicts } from '@/lib/facts/checks/schema'
import type { FactView } from '@/lib/facts/view'
import { checkedKey } from '@/lib/kinds/checked-key'
import { messages } from '@/lib/messages/messages'
import { paths } from '@/lib/routes'

/** Who compared a citation with the fact, and the way to do it oneself. */
export function CitationChecks({ fact, citation }: { fact: FactView; citation: Citation }) {
  const { checks, sources } = messages()
  const key = checkedKey(fact.content, citation)
  const said = fact.checks?.of.get(key)
  const record = fact.records.get(citation.source)
  return (
    <>
      {verdicts.map(
        (verdict) => said?.[verdict] && <Checked key={verdict} says={verdict} by={said[verdict]} />,
      )}
      {fact.card.number > 0 && (
        <p>
          <a
            href={paths.checkFact(fact.card.number, { of: key })}
            rel="nofollow"
            aria-label={checks.linkFor(record ? listedTitleOf(record) : sources.gone)}
          >
            {checks.link}
          </a>
        </p>
      )}
    </>
  )
}
