import { english } from '@/lib/messages/en/english'
import type { Messages } from '@/lib/messages/widened'
import { disguised } from './disguise'

const { nameOf, compare, alphabet } = english.language

/**
 * The wiki in a pseudo-language: longer, accented, right to left. Made from the English texts, to find hard-coded ones.
 */
export const pseudo = (): Messages => ({
  ...disguised<Messages>(english),
  language: {
    tag: 'qps-plocm',
    direction: 'rtl',
    arrow: '←',
    arrowBack: '→',
    arrowOut: '↖',
    alphabet,
    compare,
    nameOf: disguised(nameOf),
  },
})
