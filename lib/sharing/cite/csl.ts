import type { CitedWork } from './cited-work'

/** A work as CSL-JSON (CSL 1.0.2): a list of one. */
export function cslOf({ key, type, title, authors, container, issued, url }: CitedWork): string {
  const item = {
    id: key,
    type,
    title,
    ...(authors.length > 0 && { author: authors.map((literal) => ({ literal })) }),
    ...(container && { 'container-title': container }),
    ...(issued && { issued: { 'date-parts': [issued.split('-').map(Number)] } }),
    ...(url && { URL: url }),
  }
  return `${JSON.stringify([item], null, 2)}\n`
}
