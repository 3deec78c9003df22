'use client'
import { ActionForm } from '@/components/ui/ActionForm'
import { ReasonField } from '@/components/ui/ReasonField'
import { messages } from '@/lib/messages/messages'
import { lookUpNetworksAction } from '@/lib/moderation/actions'

/** Says why somebody looks at the networks of an account, before they do. */
export function LookUpForm({ accountId }: { accountId: number }) {
  const texts = messages().networks
  return (
    <ActionForm action={lookUpNetworksAction} submit={texts.submit} busy={texts.busy}>
      {(filled) => (
        <>
          <input type="hidden" name="accountId" value={accountId} />
          <ReasonField {...filled} label={texts.reason} hint={texts.reasonHint} />
        </>
      )}
    </ActionForm>
  )
}
