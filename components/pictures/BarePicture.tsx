import type { ComparedPicture } from '@/lib/content/diff-rows'
import { paths } from '@/lib/routes'
import '@/components/styles/pictures.css'

/** A picture that may not be published yet, as it was uploaded: who may not see it gets none. */
export function BarePicture({ picture, alternative }: { picture: ComparedPicture; alternative: string }) {
  const { object, width, height } = picture
  return (
    <a className="bare-picture" href={paths.media(object)}>
      <img src={paths.media(object)} width={width} height={height} alt={alternative} decoding="async" />
    </a>
  )
}
