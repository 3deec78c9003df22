import type { Metadata } from 'next'
import { HeldQueue } from '@/components/talk/HeldQueue'
import { type Query, readQuery } from '@/lib/input/address'
import { messages } from '@/lib/messages/messages'
import { routes } from '@/lib/routes'
import { loadHeld } from '@/lib/talk/held/loaders'
import { loadWaitingWords } from '@/lib/talk/own-words/loaders'

export const generateMetadata = (): Metadata => ({
  title: messages().talk.queue.title,
  robots: { index: false },
})

export default async function HeldComments({ searchParams }: { searchParams: Query }) {
  const { after } = await readQuery(searchParams, routes.heldComments)
  const [list, words] = await Promise.all([loadHeld(after), loadWaitingWords()])
  return <HeldQueue list={list} words={words} now={new Date()} />
}
