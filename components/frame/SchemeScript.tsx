import { scriptNonce } from './script-nonce'

/**
 * Runs before the first paint: applies the colour scheme chosen on this device, and handles the footer's buttons. Plain
 * inline source, so that it does not wait for a bundle.
 */
const source = `(()=>{const r=document.documentElement,k='loreleaf-scheme';
const show=v=>{if(v==='light'||v==='dark')r.dataset.scheme=v;else delete r.dataset.scheme};
let v;try{v=localStorage.getItem(k)}catch{}show(v);
const mark=()=>{for(const b of document.querySelectorAll('[data-scheme-choice]'))b.setAttribute('aria-pressed',String(b.value===(r.dataset.scheme||'system')))};
addEventListener('DOMContentLoaded',mark);
addEventListener('click',e=>{const b=e.target instanceof Element&&e.target.closest('[data-scheme-choice]');if(!b)return;
show(b.value);try{localStorage.setItem(k,b.value)}catch{}mark()})})()`

/** The inline script. */
export async function SchemeScript() {
  const nonce = await scriptNonce()
  // biome-ignore lint/security/noDangerouslySetInnerHtml: a constant of this file
  return <script nonce={nonce} suppressHydrationWarning dangerouslySetInnerHTML={{ __html: source }} />
}
