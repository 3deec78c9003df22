import { StaticHtml } from '@/components/ui/StaticHtml'
import { messages } from '@/lib/messages/messages'
import { paths } from '@/lib/routes'
import { TEN } from '@/lib/tasks/kinds'
import type { TasksPage } from '@/lib/tasks/loaders'
import { JustDone } from './JustDone'
import { KindsList } from './KindsList'
import { TaskCard } from './TaskCard'
import '@/components/styles/forms.css'
import '@/components/styles/tasks.css'

/** Small tasks: one card; or the end of ten; or what there is to do. */
export function TasksSheet({ page }: { page: TasksPage }) {
  const { tasks } = messages()
  const { card, counts, answered, done, isEnd, kind } = page
  return (
    <StaticHtml as="main" className="sheet taskpage" id="text">
      <div className="taskhead">
        <h1>{card ? tasks.names[card.kind] : tasks.title}</h1>
        {card && <span className="task-place">{tasks.place((answered % TEN) + 1, TEN)}</span>}
      </div>
      {done && <JustDone done={done} page={page} />}
      {card && <TaskCard card={card} page={page} />}
      {counts && (
        <>
          <div className="endcard">
            {isEnd && (
              <span className="fleuron" aria-hidden="true">
                ❧
              </span>
            )}
            <h2>{isEnd ? tasks.end.title : tasks.empty.title}</h2>
            <p>{isEnd ? tasks.end.lead : tasks.empty.lead}</p>
            <p className="endways">
              <a className="btn yes" href={paths.home()}>
                {tasks.end.back}
              </a>
              {isEnd && (
                <a className="btn" href={paths.tasks({ of: kind })}>
                  {tasks.end.more}
                </a>
              )}
            </p>
          </div>
          <KindsList counts={counts} />
        </>
      )}
    </StaticHtml>
  )
}
