import { Picture } from '@/components/pictures/Picture'
import { messages } from '@/lib/messages/messages'
import type { Shown } from './shown'

/** A picture among the words of a line. */
export function LinePicture({ file, shown }: { file: number; shown: Shown }) {
  const picture = shown.pictures?.get(file)
  if (!picture) return <span className="quiet">{messages().files.gone}</span>
  return (
    <a className="line-picture" href={picture.path}>
      <Picture picture={picture} sizes="10rem" />
    </a>
  )
}
