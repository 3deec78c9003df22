import { LogLines } from '@/components/public-log/LogLines'
import { Notice } from '@/components/ui/Notice'
import type { Deletion } from '@/lib/entries/deletion'
import { moderationPaths } from '@/lib/entries/moderation-paths'
import { logPath } from '@/lib/public-log/path'
import { dayInWords } from '@/lib/texts/dates'
import { publicLog } from '@/lib/texts/en/public-log'
import { reading } from '@/lib/texts/en/reading'

const texts = reading.deleted

/** Where a page, a fact or a source was deleted: when, by whom, and why. */
export function DeletedEntry({ deletion }: { deletion: Deletion }) {
  const { name, at, by, reason, acts } = deletion
  const [before, after] = deletion.isPage ? texts.page : texts.numbered
  return (
    <Notice
      title={name}
      lead={
        <>
          {before}
          <b dir="auto">{name}</b>
          {after}
          {texts.on(dayInWords(at))}
          {by && (
            <>
              {texts.by}
              <a href={by.path}>
                <bdi>{by.label}</bdi>
              </a>
            </>
          )}
          .
        </>
      }
      actions={[
        { label: publicLog.ofEntry, path: logPath({ entry: deletion.id }) },
        { label: reading.notFound.home, path: '/' },
      ]}
    >
      {reason ? (
        <p>
          {texts.because}: <q dir="auto">{reason}</q>
        </p>
      ) : (
        <p>{texts.noReason}</p>
      )}
      <p className="entry-tools">
        <a href={moderationPaths(deletion.id).delete} rel="nofollow" data-for="moderators">
          {texts.restore}
        </a>
      </p>
      {acts.length > 0 && (
        <section aria-labelledby="log">
          <h2 className="eyebrow" id="log">
            {texts.log}
          </h2>
          <LogLines lines={acts} />
        </section>
      )}
    </Notice>
  )
}
