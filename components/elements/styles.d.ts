/** The text of a style sheet (`scripts/browser-elements.ts`). */
declare module '*.css?text' {
  const text: string
  export default text
}
