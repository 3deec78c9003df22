import { preload } from 'react-dom'
import { isForEverybody } from '@/lib/cache/stash'
import { addressOfMessages } from '@/lib/routes/browser-file'
import { scriptNonce } from './script-nonce'

/**
 * Has the framework load the file of texts before it runs anything of the page: `__next_s` is where its own `Script`
 * puts what is to come `beforeInteractive`, but that one would be a component of the browser's.
 */
export async function MessagesScript() {
  const nonce = await scriptNonce()
  const address = addressOfMessages(isForEverybody() ? 'readers' : 'whole')
  preload(address, { as: 'script', fetchPriority: 'low', ...(nonce !== undefined && { nonce }) })
  const source = `(self.__next_s=self.__next_s||[]).push(${JSON.stringify([address])})`
  // biome-ignore lint/security/noDangerouslySetInnerHtml: an address of the build
  return <script nonce={nonce} suppressHydrationWarning dangerouslySetInnerHTML={{ __html: source }} />
}
