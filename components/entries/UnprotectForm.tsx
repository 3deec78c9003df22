'use client'
import { ActionForm } from '@/components/ui/ActionForm'
import { unprotectAction } from '@/lib/entries/actions'
import type { StandingProtection } from '@/lib/entries/protection'
import { messages } from '@/lib/messages/messages'
import { ProtectionWords } from './ProtectionWords'
import { ReasonField } from './ReasonField'

/** The protection that stands, and the way to lift it. */
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
