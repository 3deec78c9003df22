import { browserSupportsWebAuthn } from '@simplewebauthn/browser'
import { useSyncExternalStore } from 'react'

const never = () => () => {}

/** Whether this browser can use passkeys of this host here: not before scripts run, nor under another host's address. */
export const usePasskeysHere = (host: string): boolean =>
  useSyncExternalStore(
    never,
    () => browserSupportsWebAuthn() && window.location.hostname === host,
    () => false,
  )
