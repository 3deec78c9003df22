/** What a person can want who says that something is about them. */
export const wishes = ['private', 'false', 'picture', 'other'] as const
