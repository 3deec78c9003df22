'use client'
import { ProtectionWords } from '@/components/entries/ProtectionWords'
import { ActionForm } from '@/components/ui/ActionForm'
import { ReasonField } from '@/components/ui/ReasonField'
import { messages } from '@/lib/messages/messages'
import { unprotectAction } from '@/lib/moderation/actions'
import type { StandingProtection } from '@/lib/policy/protection'

/** The current protection, and the form that lifts it. */
export function UnprotectForm({ entryId, standing }: { entryId: number; standing: StandingProtection }) {
  const texts = messages().moderating.unprotect
  return (
    <section className="standing-act">
      <h2>{messages().moderating.protect.standing}</h2>
      <p>
        <ProtectionWords protection={standing} />
      </p>
      <ActionForm action={unprotectAction} submit={texts.submit} busy={texts.busy}>
        {(filled) => (
          <>
            <input type="hidden" name="entryId" value={entryId} />
            <ReasonField {...filled} label={texts.reason} />
          </>
        )}
      </ActionForm>
    </section>
  )
}
