import type { Metadata } from 'next'
import { ModeratePage } from '@/components/talk/ModeratePage'
import { readSegments } from '@/lib/input/address'
import { messages } from '@/lib/messages/messages'
import { loadModeration } from '@/lib/talk/forms/loaders'

export const generateMetadata = (): Metadata => ({
  title: messages().talk.moderate.title,
  robots: { index: false },
})

export default async function ModerateComment({ params }: { params: Promise<{ id: string }> }) {
  return <ModeratePage one={await loadModeration((await readSegments(params)).id)} />
}
