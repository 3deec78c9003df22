import { LogLines } from '@/components/public-log/LogLines'
import { Notice } from '@/components/ui/Notice'
import type { Deletion } from '@/lib/entries/deletion'
import { messages } from '@/lib/messages/messages'
import { paths } from '@/lib/routes'

/** A deleted entry: when, by whom, and why it was deleted. */
export function DeletedEntry({ deletion }: { deletion: Deletion }) {
  const texts = messages().reading.deleted
  const { name, at, by, reason, acts } = deletion
  const [before, after] = deletion.isTitled ? texts.page : texts.numbered
  return (
    <Notice
      title={name}
      lead={
        <>
          {before}
          <b dir="auto">{name}</b>
          {after}
          {texts.on(messages().dates.dayInWords(at))}
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
        { label: messages().publicLog.ofEntry, path: paths.log({ of: `entry:${deletion.id}` }) },
        { label: messages().reading.notFound.home, path: paths.home() },
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
        <a href={paths.deleteEntry(deletion.id)} rel="nofollow" data-for="moderators">
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
