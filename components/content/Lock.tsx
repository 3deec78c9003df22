import '@/components/elements/tags'
import type { ReactNode } from 'react'
import { Emphasized } from '@/components/ui/Emphasized'
import { Icon } from '@/components/ui/Icon'
import { messages } from '@/lib/messages/messages'
import type { LockView } from '@/lib/places/lock'
import { paths } from '@/lib/routes'

interface Props {
  lock: LockView
  /** The fragment that leads here. */
  anchor?: string | undefined
  /** The name of what is closed among what readers open by themselves; null where that is not kept. */
  token?: string | null
  /** Where it stands openly: the page, what of it is fetched to show it here, and whether it can be shown here. */
  way?: { path: string; fragment?: string; opensHere?: boolean } | undefined
  /** Quiet links at the end. */
  children?: ReactNode
}

/**
 * Closed content: until where, and nothing of what or how much. Three ways: to say that one has seen that far, to show it
 * once (it stays open), and to say how far one is. Without scripts they are a form, a link and a link.
 */
export function Lock({ lock, anchor, token = null, way, children }: Props) {
  const { progress: texts, reading } = messages()
  return (
    <section className="gate" id={anchor} aria-label={texts.lock}>
      <p className="until">
        <Icon of="lock" size={20} />
        <span>{lock.from ? <Emphasized parts={texts.lockedUntil(lock.from)} /> : texts.lockedUnknown}</span>
      </p>
      <loreleaf-lock class="acts" data-token={token ?? undefined}>
        {lock.seen && (
          <form method="post" action={paths.changeProgress()}>
            {anchor && <input type="hidden" name="at" value={anchor} />}
            <button type="submit" name="seen" value={lock.seen} data-short={lock.short}>
              {texts.seenThis}
            </button>
          </form>
        )}
        {way && (
          <a
            className="btn"
            href={way.path}
            rel="nofollow"
            data-opens={way.opensHere ? (way.fragment ?? way.path) : undefined}
          >
            {reading.spoiler.show}
          </a>
        )}
        <a className="quiet-button" href={paths.progress()} rel="nofollow" data-picks="">
          {texts.setHowFar}
        </a>
        {children}
        {way?.opensHere && (
          <section className="opened-here" aria-label={messages().opening.opened} tabIndex={-1} hidden />
        )}
      </loreleaf-lock>
    </section>
  )
}
