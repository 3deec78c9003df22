import type { CitedWork } from './cited-work'

/** Works as CSL-JSON (CSL 1.0.2): a list, also of one. */
export const cslOf = (...works: CitedWork[]): string => `${JSON.stringify(works.map(itemOf), null, 2)}\n`

function itemOf({ key, type, title, authors, container, issued, url }: CitedWork) {
  return {
    id: key,
    type,
    title,
    ...(authors.length > 0 && { author: authors.map((literal) => ({ literal })) }),
    ...(container && { 'container-title': container }),
    ...(issued && { issued: { 'date-parts': [issued.split('-').map(Number)] } }),
    ...(url && { URL: url }),
  }
}
