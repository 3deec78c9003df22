import type { Greeting } from '@/lib/greeting/greeting'
import type { GreetedAt } from '@/lib/greeting/schema'
import { messages } from '@/lib/messages/messages'
import { paths } from '@/lib/routes'
import { PutAwayForm } from './PutAwayForm'
import '@/components/styles/greeting.css'

/** Small tasks for somebody new, each a link to the form where it is done; ticked once they have sent it. */
export function GreetingBox({ greeting: { name, tasks }, at }: { greeting: Greeting; at: GreetedAt }) {
  const texts = messages().greeting
  return (
    <section className="greeting" aria-labelledby="greeting-title">
      <h2 id="greeting-title">{texts.title(name, tasks.length)}</h2>
      <p className="quiet">{texts.intro}</p>
      <ul className="plain">
        {tasks.map(({ asks, label, path, isDone }) => (
          <li key={path} className={isDone ? 'is-done' : undefined} dir="auto">
            {isDone && <span className="says-done">{texts.done} </span>}
            <a href={path}>{texts.ask[asks](label)}</a>
          </li>
        ))}
      </ul>
      <p>
        <a href={paths.tasks()}>{texts.more}</a>
      </p>
      <PutAwayForm at={at} />
    </section>
  )
}
