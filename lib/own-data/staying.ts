/** What can stay on what somebody wrote, once their account is deleted: a neutral name, or their own. */
export const staying = ['neutral', 'name'] as const
