import { messages } from '@/lib/messages/messages'
import type { Entered } from '@/lib/operations/form'
import { paths } from '@/lib/routes'

interface Props {
  entered: Entered | null
  /** Where a new account continues from its recovery code; null where there is something to finish on this page. */
  next: string | null
}

/** Says that sending the form signed in or created an account; a new account gets a link to its recovery code. */
export function EnteredNote({ entered, next }: Props) {
  const { entering } = messages()
  if (!entered) return null
  if (!entered.isNew) return <p className="quiet">{entering.entered(entered.name)}</p>
  return (
    <p className="quiet">
      {entering.made(entered.name)}{' '}
      <a
        href={paths.recoveryCode({ next: next ?? paths.account() })}
        {...(next === null && { target: '_blank', rel: 'noreferrer' })}
      >
        {next === null ? entering.codeInNewTab : entering.code}
      </a>
    </p>
  )
}
