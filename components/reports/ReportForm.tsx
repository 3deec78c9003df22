'use client'
import { ActionForm } from '@/components/ui/ActionForm'
import { Choices } from '@/components/ui/Choices'
import { LongField } from '@/components/ui/LongField'
import { messages } from '@/lib/messages/messages'
import { reportAction } from '@/lib/reports/actions'
import type { Asked } from '@/lib/reports/asked'
import type { Category } from '@/lib/reports/categories'
import type { ReportForm as Form } from '@/lib/reports/loaders'
import { MOST_WORDS } from '@/lib/reports/words'
import { AboutMeFields } from './AboutMeFields'
import { PieceField } from './PieceField'

interface Props {
  idempotencyKey: string
  asked: Asked
  from: string
  /** What is the matter, where the link here said so. */
  category: Category | null
  /** For a version in a history: the parts that can be reported, and the preselected one. */
  parts: { chosen: string; choices: Record<string, string> } | null
  /** What a person can point at who says that a page is about them; null for every other report. */
  aboutMe: Form['privateFacts']
  pieces: Form['pieces']
}

/** Reports something; works without JavaScript and without an account. */
export function ReportForm({ idempotencyKey, asked, from, category, parts, aboutMe, pieces }: Props) {
  const { reports } = messages()
  return (
    <ActionForm
      action={reportAction}
      submit={aboutMe ? reports.me.submit : reports.submit}
      busy={reports.busy}
    >
      {({ typed, problem }) => (
        <>
          <input type="hidden" name="key" value={idempotencyKey} />
          <input type="hidden" name="from" value={from} />
          {asked && <input type="hidden" name="kind" value={asked.kind} />}
          {asked && <input type="hidden" name="id" value={asked.id} />}
          {parts && (
            <Choices
              legend={reports.part.legend}
              name="part"
              choices={parts.choices}
              chosen={typed('part') ?? parts.chosen}
            />
          )}
          {aboutMe ? (
            <>
              <input type="hidden" name="category" value="about_me" />
              <AboutMeFields facts={aboutMe} typed={typed} problem={problem} />
            </>
          ) : (
            <Choices
              legend={reports.categoryLegend}
              name="category"
              choices={reports.categories}
              chosen={typed('category') ?? category ?? undefined}
              problem={problem('category')}
            />
          )}
          {pieces.choices.length > 0 && <PieceField pieces={pieces} typed={typed('piece')} />}
          <p className="hint">{reports.danger}</p>
          <LongField
            label={reports.words}
            name="words"
            hint={reports.wordsHint(MOST_WORDS)}
            defaultValue={typed('words')}
            problem={problem('words')}
          />
        </>
      )}
    </ActionForm>
  )
}
