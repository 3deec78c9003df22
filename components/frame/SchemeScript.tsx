import { OWN_SCRIPT } from '@/lib/framework/documents'
import { scriptNonce } from './script-nonce'

/** Runs before the first paint: applies the colours chosen on this device (`components/elements/scheme.ts`). */
const source = `try{let s=localStorage.getItem('loreleaf-scheme');if(s==='light'||s==='dark')document.documentElement.dataset.scheme=s}catch{}`

/** The inline script. */
export async function SchemeScript() {
  const nonce = await scriptNonce()
  return (
    <script
      {...OWN_SCRIPT}
      nonce={nonce}
      suppressHydrationWarning
      // biome-ignore lint/security/noDangerouslySetInnerHtml: a constant of this file
      dangerouslySetInnerHTML={{ __html: source }}
    />
  )
}
