import type { Messages } from './widened'

const browser = globalThis as typeof globalThis & { loreleafMessages?: Messages }

/**
 * The texts from the page's file of texts (`components/frame/MessagesScript.tsx`), which is loaded before any other
 * script. Should it be missing, components suspend forever, and the page stays as the server sent it.
 */
export function catalogue(): Messages {
  if (!browser.loreleafMessages) throw new Promise(() => {})
  return browser.loreleafMessages
}
