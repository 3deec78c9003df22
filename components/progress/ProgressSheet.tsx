import { messages } from '@/lib/messages/messages'
import type { Progress } from '@/lib/progress/progress'
import { paths } from '@/lib/routes'
import type { WorkStrips } from '@/lib/wiki/strips'
import { Picker } from './Picker'

interface Props {
  works: WorkStrips[]
  progress: Progress | null
  next: string | null
}

/** The page on which somebody says how far they are. */
export function ProgressSheet({ works, progress, next }: Props) {
  const texts = messages().progress
  return (
    <main className="sheet" id="text">
      <h1 className="title">{texts.title}</h1>
      <p className="lead">{texts.lead}</p>
      {works.length === 0 && <p className="quiet">{texts.noPlaces}</p>}
      <Picker works={works} progress={progress} next={next} />
      {next !== null && next !== paths.home() && (
        <p>
          <a href={next}>{texts.back}</a>
        </p>
      )}
    </main>
  )
}
