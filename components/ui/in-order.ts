/** Each item with its index as a key: on a page that is rendered once, nothing changes places. */
export const inOrder = <T>(items: readonly T[]) => items.map((item, place) => ({ item, place }))
