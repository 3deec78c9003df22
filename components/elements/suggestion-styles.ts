const sheet = `
loreleaf-search { position: relative; display: block; }
.offered { overflow: auto; font: 400 1rem/1.35 var(--ui); }
loreleaf-search > .offered {
  position: absolute; inset-inline: 0; inset-block-start: calc(100% + 0.3rem); z-index: 20;
  max-height: min(60vh, 28rem); padding: 0.35rem; border: 1px solid var(--line-strong); border-radius: var(--r);
  background: var(--sheet); box-shadow: 0 8px 28px rgb(0 0 0 / 16%);
}
.offered .eyebrow { margin: 0; padding: 0.6rem 0.7rem 0.25rem; }
.offered [role="option"] {
  display: flex; gap: 0.25rem 0.9rem; align-items: center; justify-content: space-between; min-height: 2.5rem;
  padding: 0.35rem 0.7rem; border-radius: var(--r-small); color: var(--ink); text-decoration: none; cursor: pointer;
}
.offered .label { min-width: 0; font-family: var(--serif); overflow-wrap: anywhere; }
.offered .quiet, .offered .badge { flex: none; font-size: var(--size-small); }
.offered [role="option"]:hover, .offered [aria-selected="true"] { background: var(--accent-wash); }
.offered [aria-selected="true"] { outline: 2px solid var(--accent); outline-offset: -2px; }
.palette {
  width: min(40rem, calc(100% - 2rem)); max-height: min(76vh, 40rem); margin: min(14vh, 8rem) auto auto; padding: 0;
  border: 1px solid var(--line-strong); border-radius: 14px; background: var(--sheet); color: var(--ink); overflow: hidden;
}
.palette[open] { display: flex; flex-direction: column; }
.palette::backdrop { background: rgb(0 0 0 / 38%); }
.palette .in {
  display: flex; flex: none; gap: 0.75rem; align-items: center; padding: 0.5rem 0.75rem 0.5rem 1.1rem;
  border-block-end: 1px solid var(--line);
}
.palette .in:focus-within { box-shadow: inset 0 -2px var(--accent); }
.palette input {
  flex: 1; min-width: 0; min-height: 2.75rem; padding: 0; border: 0; outline: 0; background: none; color: var(--ink);
  font: 400 1.25rem/1.3 var(--serif);
}
.palette .offered { padding: 0.4rem 0.5rem 0.6rem; }
.palette .keys {
  flex: none; margin: 0; padding: 0.55rem 1.1rem; border-block-start: 1px solid var(--line); color: var(--ink-2);
  font-size: var(--size-small); white-space: pre-wrap;
}
@media (pointer: coarse) {
  .offered [role="option"] { min-height: 2.75rem; }
  .palette .keys { display: none; }
}
@media (width < 40rem) {
  .offered [role="option"]:has(.badge) { flex-wrap: wrap; }
  .palette { width: 100%; max-width: 100%; max-height: 100%; margin: 0 auto auto; border-radius: 0; }
}
`

let isWorn = false

/** Gives the document the styles of suggestions and of the palette, once: pages without them do not carry them. */
export function wear(): void {
  if (isWorn) return
  isWorn = true
  const styles = new CSSStyleSheet()
  styles.replaceSync(sheet)
  document.adoptedStyleSheets.push(styles)
}
