/** How often people may change their own name; twice, so that a typo can be corrected. */
export const OWN_RENAMES = { most: 2, days: 30 }
