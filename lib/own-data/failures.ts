/** Why a download was refused, as the address of its form says it; each has its sentence in `messages().ownData.failed`. */
export const failures = ['wrong', 'again', 'many', 'other', 'busy'] as const
export type Failure = (typeof failures)[number]
