/** Whether React runs on the page in this browser: Next's inline scripts fill `__next_f`, the page's data. */
export const runsReactHere = (): boolean => '__next_f' in window
