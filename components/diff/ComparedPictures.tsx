import { BarePicture } from '@/components/pictures/BarePicture'
import type { DiffRow } from '@/lib/content/diff-rows'
import { messages } from '@/lib/messages/messages'
import { Parts } from './Parts'

interface Props {
  row: Pick<DiffRow, 'before' | 'after'>
  pictures: NonNullable<DiffRow['pictures']>
}

/** Two pictures, side by side where there is room, with their sizes. */
export function ComparedPictures({ row, pictures }: Props) {
  const { diff } = messages().history
  return (
    <div className="diff-passage">
      <div className="diff-sides is-picture">
        {row.before && (
          <div className="diff-side">
            {pictures.before && <BarePicture picture={pictures.before} alternative={diff.pictureBefore} />}
            <Parts parts={row.before} />
          </div>
        )}
        <div className="diff-side">
          {pictures.after && <BarePicture picture={pictures.after} alternative={diff.pictureAfter} />}
          <Parts parts={row.after ?? []} />
        </div>
      </div>
    </div>
  )
}
