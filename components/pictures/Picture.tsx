import type { Picture as Shown } from '@/lib/files/picture'
import '@/components/styles/pictures.css'

interface Props {
  picture: Shown
  /** How wide it is shown, as the attribute `sizes` says it. */
  sizes: string
  /** Shown at once, not when the reader comes near. */
  isFirst?: boolean
  /** Cut to the shape of what it stands in; its point of focus stays in sight. */
  isCut?: boolean
}

/**
 * A picture with its shape and average colour until it is there, so that nothing shifts. Without a script: what stands
 * behind it is drawn.
 */
export function Picture({ picture, sizes, isFirst = false, isCut = false }: Props) {
  const { width, height, colour, alternative, address, sources } = picture
  const loading = isFirst
    ? ({ loading: 'eager', fetchPriority: 'high' } as const)
    : ({ loading: 'lazy', decoding: 'async' } as const)
  const image = <img src={address} width={width} height={height} alt={alternative} {...loading} />
  return (
    <span className={['picture', isCut && 'is-cut', focusOf(picture)].filter(Boolean).join(' ')}>
      <svg aria-hidden="true" viewBox="0 0 1 1" preserveAspectRatio="none">
        <rect width="1" height="1" fill={colour} />
      </svg>
      {sources.length === 0 ? (
        image
      ) : (
        <picture>
          {sources.map(({ mediaType, sizes: made }) => (
            <source
              key={mediaType}
              type={mediaType}
              srcSet={made.map((size) => `${size.address} ${size.width}w`).join(', ')}
              sizes={sizes}
            />
          ))}
          {image}
        </picture>
      )}
    </span>
  )
}

/** The classes of the nearest of the places that the style sheet knows. */
function focusOf({ focus }: Shown): string {
  if (!focus) return ''
  const near = (share: number) => Math.round(share / 25) * 25
  return `from-left-${near(focus.x)} from-top-${near(focus.y)}`
}
