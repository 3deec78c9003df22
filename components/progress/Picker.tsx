import { messages } from '@/lib/messages/messages'
import { ALL_SEEN, FORGET } from '@/lib/progress/change-progress'
import type { Progress } from '@/lib/progress/progress'
import { paths } from '@/lib/routes'
import type { Cell, Strip, WorkStrips } from '@/lib/wiki/strips'

interface Props {
  works: WorkStrips[]
  /** How far the reader is; null where everybody gets the same, and the reader's browser marks it. */
  progress: Progress | null
  /** Where to go on after choosing; null where the browser stays. */
  next: string | null
}

/**
 * Where somebody says how far they are: for each work strips of joined cells with numbers only, since titles tell too
 * much. Each cell is a button of one plain form.
 */
export function Picker({ works, progress, next }: Props) {
  const texts = messages().progress
  const nothing = works.map(({ id }) => `w${id}p0`).join('~')
  const isNothing = works.length > 0 && works.every(({ id }) => progress?.reached.get(id) === 0)
  const isAll = progress?.hasSeenAll ?? false
  return (
    <form className="how-far" method="post" action={paths.changeProgress()}>
      {next !== null && <input type="hidden" name="next" value={next} />}
      {works.map((work) => (
        <Work key={work.id} work={work} reached={isAll ? undefined : progress?.reached.get(work.id)} />
      ))}
      <div className="ends">
        {nothing !== '' && (
          <button
            type="submit"
            name="seen"
            value={nothing}
            aria-pressed={!isAll && isNothing}
            data-short={texts.shortNone}
          >
            {texts.nothing}
          </button>
        )}
        <button type="submit" name="seen" value={ALL_SEEN} aria-pressed={isAll} data-short={texts.shortAll}>
          {texts.all}
        </button>
        <button
          type="submit"
          className="quiet-button"
          name="seen"
          value={FORGET}
          hidden={progress === null && next === null}
        >
          {texts.forget}
        </button>
      </div>
      <p className="quiet">{texts.kept}</p>
    </form>
  )
}

function Work({ work: { label, strips }, reached }: { work: WorkStrips; reached: number | undefined }) {
  const cells = strips.flatMap(({ whole, cells }) => (whole ? [...cells, whole] : cells))
  const rank = cells.find(({ place }) => place.id === reached)?.place.rank ?? -1
  return (
    <fieldset>
      <legend dir="auto">{messages().progress.legend(label)}</legend>
      {strips.map((strip) => (
        <StripRow key={strip.whole?.place.id ?? strip.kindName} strip={strip} reached={reached} rank={rank} />
      ))}
    </fieldset>
  )
}

function StripRow({ strip, reached, rank }: { strip: Strip; reached: number | undefined; rank: number }) {
  const texts = messages().progress
  const { whole, kindName, cells } = strip
  const outer = whole && texts.place(whole.place.kindName, whole.place.number)
  const props = ({ place, seen, short }: Cell) => ({
    name: 'seen',
    value: seen,
    'data-rank': place.rank,
    'data-short': short,
    'aria-pressed': place.id === reached,
    className: place.rank < rank ? 'in' : undefined,
  })
  return (
    <div className="strip">
      {whole ? (
        <button type="submit" {...props(whole)} aria-label={texts.whole(outer ?? '')}>
          {outer}
        </button>
      ) : (
        <span>{kindName}</span>
      )}
      <div className="cells">
        {cells.map((cell) => {
          const name = texts.place(cell.place.kindName, cell.place.number)
          return (
            <button
              type="submit"
              key={cell.place.id}
              {...props(cell)}
              aria-label={outer ? texts.within(outer, name) : name}
            >
              {cell.place.number}
            </button>
          )
        })}
      </div>
    </div>
  )
}
