import type { Refusal } from '@/lib/errors'

/** Whether a form was refused because an account is missing, or for the name and password that were typed for one. */
export const isAboutAccount = ({ reason, fields = {} }: Refusal) =>
  reason === 'not_signed_in' || Object.keys(fields).some((name) => name.startsWith('account'))
