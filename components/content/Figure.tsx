import { Credit } from '@/components/pictures/Credit'
import { NoPicture } from '@/components/pictures/NoPicture'
import { Picture } from '@/components/pictures/Picture'
import type { Image, LineNode } from '@/lib/content/document'
import { Line } from './Line'
import type { Shown } from './shown'

/** How wide a picture is shown in each place. */
const sizes: Record<Image['attrs']['place'], string> = {
  plain: '(max-width: 46rem) 92vw, 32rem',
  wide: '(max-width: 46rem) 92vw, 42rem',
  left: '(max-width: 34rem) 92vw, 19rem',
  right: '(max-width: 34rem) 92vw, 19rem',
}

/** A picture in a text, with its caption and who made it. */
export function Figure({ image, shown }: { image: Image; shown: Shown }) {
  const { file, place, id } = image.attrs
  return (
    <figure className={`figure is-${place}`} id={id ?? undefined}>
      <Captioned
        file={file}
        caption={image.content}
        shown={shown}
        sizes={sizes[place]}
        isFirst={shown.firstPicture === image}
      />
    </figure>
  )
}

interface CaptionedProps {
  file: number
  caption: readonly LineNode[]
  shown: Shown
  sizes: string
  isFirst?: boolean
}

/** What is in a figure: the picture, which leads to its own page, and what is said of it here. */
export function Captioned({ file, caption, shown, sizes, isFirst = false }: CaptionedProps) {
  const picture = shown.pictures?.get(file)
  return (
    <>
      {picture ? (
        <a href={picture.path}>
          <Picture picture={picture} sizes={sizes} isFirst={isFirst} />
        </a>
      ) : (
        <NoPicture />
      )}
      {(caption.length > 0 || picture) && (
        <figcaption dir="auto">
          <Line nodes={caption} shown={shown} /> {picture && <Credit picture={picture} />}
        </figcaption>
      )}
    </>
  )
}
