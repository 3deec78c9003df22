import { messages } from '@/lib/messages/messages'

interface Props {
  /** The page on which it stands open: where the link leads while no script runs, and whenever opening here fails. */
  path: string
  /** The page whose `[data-opened]` is shown here; `path` unless it is another. */
  fragment?: string
}

/**
 * The way into what is closed: a plain link, and the place below it, so that nothing above moves, where scripts open what
 * it leads to (`Openers`). Nothing of what is closed is in the page before.
 */
export function Opener({ path, fragment = path }: Props) {
  const { opening: texts } = messages()
  return (
    <>
      <a className="btn" href={path} rel="nofollow" data-opens={fragment}>
        {texts.show}
      </a>
      <section className="opened-here" aria-label={texts.opened} tabIndex={-1} hidden />
    </>
  )
}
