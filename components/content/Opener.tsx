'use client'
import { type KeyboardEvent, type MouseEvent, useEffect, useId, useRef, useState } from 'react'
import { opening as texts } from '@/lib/texts/en/opening'

interface Props {
  /** The page on which it stands open: where the link leads while no script runs, and whenever opening here fails. */
  path: string
  /** The page whose `[data-opened]` is shown here; `path` unless it is another. */
  fragment?: string
}

/**
 * The way into what is closed. A plain link; where scripts run it fetches what it leads to and opens it in place, below
 * itself, so that nothing above moves, and closes it again. Nothing of what is closed is in the page before.
 */
export function Opener({ path, fragment = path }: Props) {
  const [state, setState] = useState<'link' | 'closed' | 'opening' | 'open'>('link')
  const region = useRef<HTMLDivElement>(null)
  const link = useRef<HTMLAnchorElement>(null)
  const id = useId()
  const isOpen = state === 'open'

  useEffect(() => setState('closed'), [])
  // What was closed is read from its beginning; the page itself stays where it is.
  useEffect(() => {
    if (isOpen) region.current?.focus({ preventScroll: true })
  }, [isOpen])

  async function open() {
    setState('opening')
    try {
      const opened = await fetchOpened(fragment)
      region.current?.replaceChildren(document.adoptNode(opened))
      setState('open')
    } catch {
      window.location.assign(path)
    }
  }

  function toggle(event: MouseEvent | KeyboardEvent) {
    event.preventDefault()
    if (isOpen) setState('closed')
    else if (state !== 'opening') void open()
  }

  function close(event: KeyboardEvent) {
    if (event.key !== 'Escape') return
    setState('closed')
    link.current?.focus()
  }

  return (
    <>
      <a
        ref={link}
        className="btn"
        href={path}
        rel="nofollow"
        {...(state !== 'link' && {
          role: 'button',
          'aria-expanded': isOpen,
          'aria-controls': id,
          'aria-busy': state === 'opening',
          onClick: (event: MouseEvent) => isPlain(event) && toggle(event),
          onKeyDown: (event: KeyboardEvent) => event.key === ' ' && toggle(event),
        })}
      >
        {isOpen ? texts.hide : texts.show}
      </a>
      <section
        ref={region}
        id={id}
        className="opened-here"
        aria-label={texts.opened}
        tabIndex={-1}
        hidden={!isOpen}
        onKeyDown={close}
      />
    </>
  )
}

/** Not one that asks for a tab or a window of its own. */
const isPlain = (event: MouseEvent) => !(event.metaKey || event.ctrlKey || event.shiftKey || event.altKey)

async function fetchOpened(address: string): Promise<Element> {
  const answer = await fetch(address)
  const page = new DOMParser().parseFromString(await answer.text(), 'text/html')
  const opened = answer.ok ? page.querySelector('[data-opened]') : null
  if (!opened) throw new Error(`nothing stands open at ${address}`)
  return opened
}
