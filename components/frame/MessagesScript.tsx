import { preload } from 'react-dom'
import { isForEverybody } from '@/lib/cache/stash'
import { runsFirst } from '@/lib/framework/documents'
import { addressOfMessages } from '@/lib/routes/browser-file'
import { scriptNonce } from './script-nonce'

/** Makes the framework load the file of texts before anything else on the page. */
export async function MessagesScript() {
  const nonce = await scriptNonce()
  const address = addressOfMessages(isForEverybody() ? 'readers' : 'whole')
  preload(address, { as: 'script', fetchPriority: 'low', ...(nonce !== undefined && { nonce }) })
  const source = runsFirst(address)
  // biome-ignore lint/security/noDangerouslySetInnerHtml: an address of the build
  return <script nonce={nonce} suppressHydrationWarning dangerouslySetInnerHTML={{ __html: source }} />
}
