import { NoPicture } from '@/components/pictures/NoPicture'
import { Picture } from '@/components/pictures/Picture'
import type { FilePreview } from '@/lib/files/preview'

/** Preview of a picture. */
export const FilePreviewFigure = ({ shown: { picture } }: { shown: FilePreview }) =>
  picture ? (
    <figure className="whole-picture look">
      <Picture picture={picture} sizes="42rem" isFirst />
      <figcaption dir="auto">{picture.alternative}</figcaption>
    </figure>
  ) : (
    <NoPicture />
  )
