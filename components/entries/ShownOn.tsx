import { messages } from '@/lib/messages/messages'

interface Props {
  /** How the list begins: on how many places it is shown. */
  words: string
  places: readonly { label: string; path: string }[]
  /** How many places are not named. */
  more: number
}

/** Where an entry is shown, each place linked. */
export function ShownOn({ words, places, more }: Props) {
  return (
    <span>
      {words}
      {places.length > 0 && ': '}
      {places.map(({ label, path }, index) => (
        <span key={path}>
          {index > 0 && ', '}
          <a href={path} dir="auto">
            {label}
          </a>
        </span>
      ))}
      {more > 0 && places.length > 0 && ` ${messages().review.andMore(more)}`}
    </span>
  )
}
