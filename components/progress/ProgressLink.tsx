import '@/components/elements/tags'
import { Icon } from '@/components/ui/Icon'
import { env } from '@/lib/env'
import { messages } from '@/lib/messages/messages'
import { wikiMark } from '@/lib/progress/wiki-id'
import { paths } from '@/lib/routes'

interface Props {
  className: string
  /** The size of its drawing in pixels. */
  size: number
  /** Where there is room for a word or two. */
  isShort?: boolean
}

/**
 * The way to saying how far one is, in the header and in the bar at the foot of a phone: a plain link, which its element
 * opens in place. It is as wide whatever it says, so nothing moves when the element names the place.
 */
export function ProgressLink({ className, size, isShort = false }: Props) {
  const { link, linkShort } = messages().progress
  return (
    <loreleaf-progress
      class={className}
      data-wiki={wikiMark(env.authSecret)}
      data-places={paths.progressPlaces()}
      data-keeps={paths.changeProgress()}
      suppressHydrationWarning
    >
      <a href={paths.progress()} rel="nofollow">
        <Icon of="eye" size={size} />
        <span suppressHydrationWarning>{isShort ? linkShort : link}</span>
      </a>
    </loreleaf-progress>
  )
}
