import { messages } from '@/lib/messages/messages'
import { paths } from '@/lib/routes'

/** The one form behind all these buttons: it stands at the foot of every page, so that none needs a form of its own. */
const FORM = 'late-lock'

export const LateLockForm = () => <form id={FORM} method="post" action={paths.reportLateLock()} hidden />

/** Reports with one press that a fact, or a passage of a page, is locked too late. */
export function LateLock(of: { fact: number } | { page: number; passage: string | null }) {
  const asked = 'fact' in of ? { name: 'fact', value: of.fact } : { name: 'page', value: placeOf(of) }
  return (
    <button className="quiet-button" form={FORM} {...asked}>
      {messages().reports.lockedTooLate}
    </button>
  )
}

const placeOf = ({ page, passage }: { page: number; passage: string | null }) =>
  passage ? `${page}.${passage}` : page
