declare module '@citation-js/core' {
  /** What was read of a bibliography: CSL-JSON, item by item. */
  export class Cite {
    constructor(text: string)
    data: Record<string, unknown>[]
  }
}
declare module '@citation-js/plugin-ris'
