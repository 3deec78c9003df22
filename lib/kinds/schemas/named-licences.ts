/** The licences that a file names by themselves, the freest last. */
export const namedLicences = ['cc-by-sa-4.0', 'cc-by-4.0', 'cc0-1.0', 'public-domain', 'not-stated'] as const
