import type { Metadata } from 'next'
import { Picker } from '@/components/progress/Picker'
import { StaticHtml } from '@/components/ui/StaticHtml'
import { messages } from '@/lib/messages/messages'
import { loadStrips } from '@/lib/wiki/strips'

export const generateMetadata = (): Metadata => ({
  title: messages().progress.title,
  robots: { index: false },
})

export default async function PlacesPage() {
  const works = await loadStrips()
  return (
    <StaticHtml as="main" className="sheet" id="text">
      <h1 className="title">{messages().progress.title}</h1>
      <Picker works={works} progress={null} next={null} />
    </StaticHtml>
  )
}
