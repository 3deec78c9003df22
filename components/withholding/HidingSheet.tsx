import { ActSheet } from '@/components/moderation/ActSheet'
import { messages } from '@/lib/messages/messages'
import { paths } from '@/lib/routes'
import { canEraseHead } from '@/lib/withholding/erase-range'
import type { HidingPage } from '@/lib/withholding/loaders'
import { FindWords } from './FindWords'
import { StandingList } from './StandingList'
import { VersionList } from './VersionList'
import { WithholdForm } from './WithholdForm'

/** Hiding versions of an entry: search, what is hidden now, the form, and the list of versions. */
export function HidingSheet({ page }: { page: HidingPage }) {
  const { withholding: texts } = messages()
  const { entry, found, standing, words } = page
  const older = page.next === null ? null : paths.hideVersions(entry.id, { before: page.next })
  // The head cannot be hidden: preselect up to the version before it. What is deleted may be erased whole.
  const isWhole = canEraseHead(entry)
  const last = isWhole ? entry.headNumber : Math.max(1, entry.headNumber - 1)
  const range = found?.range ?? { from: isWhole ? 1 : last, to: last }
  return (
    <ActSheet entry={entry} heading={texts.heading} intro={texts.intro}>
      <FindWords page={page} />
      {standing.length > 0 && <StandingList standing={standing} />}
      <section className="standing-act" aria-labelledby="hide-form">
        <h2 id="hide-form">{texts.form.heading}</h2>
        <WithholdForm
          entryId={entry.id}
          range={{ from: range.from, to: Math.max(range.from, Math.min(range.to, last)) }}
          strengths={page.strengths}
          words={words}
        />
      </section>
      <VersionList versions={page.versions} older={older} />
    </ActSheet>
  )
}
