/** The rules that a block can go by; `messages().accounts.block.rules` says each. */
export const blockRules = ['personal', 'threats', 'spam', 'damage', 'reports', 'other'] as const

/** A stored rule; one that is not known (any more) is as the reason says. */
export const blockRuleOf = (stored: string) => blockRules.find((rule) => rule === stored) ?? 'other'
