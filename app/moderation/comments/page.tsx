import type { Metadata } from 'next'
import { HeldQueue } from '@/components/talk/HeldQueue'
import { type Query, readQuery } from '@/lib/input/address'
import { messages } from '@/lib/messages/messages'
import { routes } from '@/lib/routes'
import { loadHeld } from '@/lib/talk/held/loaders'

export const generateMetadata = (): Metadata => ({
  title: messages().talk.queue.title,
  robots: { index: false },
})

export default async function HeldComments({ searchParams }: { searchParams: Query }) {
  const { after } = await readQuery(searchParams, routes.heldComments)
  return <HeldQueue list={await loadHeld(after)} now={new Date()} />
}
