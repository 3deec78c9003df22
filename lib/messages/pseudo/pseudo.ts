import { english } from '@/lib/messages/en/english'
import type { Messages } from '@/lib/messages/widened'
import { disguised } from './disguise'

const { nameOf, compare } = english.language

/**
 * What the wiki would say in a language that nobody speaks: longer, accented, written from right to left. It is made of
 * the English words, to see what is hard-wired.
 */
export const pseudo = (): Messages => ({
  ...disguised<Messages>(english),
  language: { tag: 'qps-plocm', direction: 'rtl', arrow: '←', compare, nameOf: disguised(nameOf) },
})
