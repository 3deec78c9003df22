import { Icon, type IconName } from '@/components/ui/Icon'
import { messages } from '@/lib/messages/messages'
import type { NewsLine } from '@/lib/news/line'
import { paths } from '@/lib/routes'

const icons: Record<NewsLine['kind'], IconName> = {
  published: 'check',
  'already-done': 'check',
  'your-turn': 'undo',
  'not-accepted': 'cross',
  'written-to': 'talk',
  thanked: 'check',
  reverted: 'undo',
  watched: 'eye',
  'report-answered': 'flag',
  role: 'account',
  blocked: 'lock',
  unblocked: 'check',
  replied: 'talk',
  mentioned: 'talk',
  commented: 'eye',
  'comment-shown': 'check',
  'comment-declined': 'cross',
  'appeal-answered': 'lock',
  'own-words-shown': 'check',
  'own-words-declined': 'cross',
  alarm: 'flag',
  'person-asked': 'flag',
}

/** One line of somebody's news: what happened, then the thing, then the reason in full. */
export function Line({ line }: { line: NewsLine }) {
  const texts = messages().news
  const { id, kind, at, isUnread, things, more, says, words, next } = line
  return (
    <li className={`news-line is-${kind}`} data-unread={isUnread ? '' : undefined}>
      <span className="news-icon">
        <Icon of={icons[kind]} size={18} />
      </span>
      <div>
        <p className="news-head">
          <a href={paths.openNews(id)}>
            {isUnread && <span className="sr-only">{texts.unread}: </span>}
            <span className="news-word">{texts.words[kind]}</span>
            {things.length > 0 && ' · '}
            <span className="news-things" dir="auto">
              {things.map(({ label }) => label).join(' · ')}
            </span>
            {more > 0 && texts.more(more)}
          </a>
        </p>
        {says && <p className="quiet">{says}</p>}
        {words && (
          <>
            <blockquote dir="auto">{words.text}</blockquote>
            {words.by !== null && <p className="quiet">{texts.reviewer(words.by)}</p>}
          </>
        )}
        {next && (
          <p>
            <a className="btn yes" href={next}>
              {texts.change}
            </a>
          </p>
        )}
      </div>
      <time className="quiet" dateTime={at.toISOString()}>
        {texts.clock(at)}
      </time>
    </li>
  )
}
