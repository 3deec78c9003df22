import type { Refusal } from '@/lib/errors'

/** Whether a form was refused for want of an account, or for what was typed to have one. */
export const isAboutAccount = ({ reason, fields = {} }: Refusal) =>
  reason === 'not_signed_in' || Object.keys(fields).some((name) => name.startsWith('account'))
