import { Notice } from '@/components/ui/Notice'
import { StaticHtml } from '@/components/ui/StaticHtml'
import type { CheckPage } from '@/lib/facts/checks/loaders'
import { messages } from '@/lib/messages/messages'
import { paths } from '@/lib/routes'
import { Answers, CheckClaim, CheckSource } from './CheckParts'
import '@/components/styles/forms.css'
import '@/components/styles/tasks.css'

/** A fact beside one of its sources, and three answers. */
export function CheckSheet({ page }: { page: CheckPage }) {
  const { checks } = messages()
  if ('whyNot' in page)
    return (
      <Notice
        title={checks.missingTitle}
        lead={page.whyNot}
        actions={[{ label: checks.back, path: paths.fact(page.number) }]}
      />
    )
  const { check } = page
  const { number, path } = check.fact.card
  return (
    <StaticHtml as="main" className="sheet taskpage" id="text">
      <div className="taskhead">
        <h1>{checks.title}</h1>
      </div>
      {check.own && (
        <form method="post" action={paths.takeCheckBack()} className="just-done">
          <input type="hidden" name="check" value={check.own.id} />
          <input type="hidden" name="fact" value={number} />
          <p>{checks.yours[check.own.verdict]}</p>
          <button type="submit" className="btn quiet">
            {checks.takeBack}
          </button>
        </form>
      )}
      <form method="post" action={paths.sayCheck()} className="task">
        <input type="hidden" name="fact" value={number} />
        <input type="hidden" name="key" value={check.key} />
        <div className="pairing">
          <CheckClaim check={check} />
          <CheckSource check={check} />
        </div>
        <div className="answerbar">
          <Answers />
        </div>
      </form>
      <p className="quiet">{check.counts ? checks.beside : checks.besideLater}</p>
      <p className="actions">
        <a href={path}>{checks.back}</a>
      </p>
    </StaticHtml>
  )
}
