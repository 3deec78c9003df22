'use client'
import { ActionForm } from '@/components/ui/ActionForm'
import { messages } from '@/lib/messages/messages'
import { signedInByPasskey } from './passkey-ceremonies'
import { usePasskeysHere } from './use-passkeys-here'

/** Signs in with a passkey, where this browser can use those of this host; `next` is the page to continue to. */
export function PasskeySignIn({ host, next }: { host: string; next: string }) {
  const texts = messages().accounts.passkey
  if (!usePasskeysHere(host)) return null
  return (
    <ActionForm action={signedInByPasskey} submit={texts.signIn} busy={texts.busy} isQuiet>
      {() => <input type="hidden" name="next" value={next} />}
    </ActionForm>
  )
}
