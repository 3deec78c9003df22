import { messages } from '@/lib/messages/messages'

/** A quiet mark where the words of a text are being discussed, with the way there; nothing where they are not. */
export function InTalk({ path }: { path: string | undefined }) {
  if (path === undefined) return null
  return (
    <>
      {' '}
      <a className="in-talk" href={path}>
        {messages().talk.beingDiscussed}
      </a>
    </>
  )
}
