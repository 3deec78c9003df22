import type { Filled } from '@/components/ui/ActionForm'
import { TextField } from '@/components/ui/TextField'
import type { OwnProof } from '@/lib/accounts/second-step/loaders'
import { messages } from '@/lib/messages/messages'
import { paths } from '@/lib/routes'

/**
 * Asks for the current password as proof of identity, with the name as a hidden field for password managers. An account
 * without a password proves it by having signed in just now: where that is long ago, it is asked to do so again.
 */
export function ProofFields({ proof, filled }: { proof: OwnProof; filled: Filled }) {
  const texts = messages().ownAccount.currentPassword
  if (proof.by === 'recent' && !filled.problem('currentPassword')) return null
  if (proof.by !== 'password')
    return (
      <p className="note">
        {texts.again} <a href={paths.signIn({ next: proof.here })}>{texts.signIn}</a>
      </p>
    )
  return (
    <>
      <input name="username" value={proof.name} autoComplete="username" readOnly hidden />
      <TextField
        label={texts.label}
        name="currentPassword"
        type="password"
        hint={texts.hint}
        problem={filled.problem('currentPassword')}
        autoComplete="current-password"
        required
      />
    </>
  )
}
