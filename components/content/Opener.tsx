import '@/components/elements/tags'
import { messages } from '@/lib/messages/messages'

interface Props {
  /** The page that shows the content openly: the link's target without JavaScript and when fetching fails. */
  path: string
  /** The page whose `[data-opened]` part is fetched; `path` by default. */
  fragment?: string
}

/**
 * Opens closed content: a plain link, followed by the empty region where its element inserts what it leads to, so nothing
 * above moves. The closed content is not in the page until then.
 */
export function Opener({ path, fragment = path }: Props) {
  const { opening: texts } = messages()
  return (
    <loreleaf-opener>
      <a className="btn" href={path} rel="nofollow" data-opens={fragment}>
        {texts.show}
      </a>
      <section className="opened-here" aria-label={texts.opened} tabIndex={-1} hidden />
    </loreleaf-opener>
  )
}
