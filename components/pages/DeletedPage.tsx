import { Notice } from '@/components/ui/Notice'
import type { AtTitle } from '@/lib/pages/loaders'
import { dayInWords } from '@/lib/texts/dates'
import { reading } from '@/lib/texts/en/reading'
import { titlePath } from '@/lib/titles/title'

type Deleted = Extract<AtTitle, { state: 'deleted' }>

/** Where a page was deleted: when, and why. */
export function DeletedPage({ at }: { at: Deleted }) {
  const [before, title, after] = reading.deleted.lead(at.title)
  return (
    <Notice
      title={at.title}
      lead={
        <>
          {before}
          <b dir="auto">{title}</b>
          {after}
          {reading.deleted.on(dayInWords(at.at))}
        </>
      }
      actions={[{ label: reading.tabs.history, path: `/history/${titlePath(at.title)}` }]}
    >
      {at.reason ? (
        <p>
          {reading.deleted.because}: <q dir="auto">{at.reason}</q>
        </p>
      ) : (
        <p>{reading.deleted.noReason}</p>
      )}
    </Notice>
  )
}
