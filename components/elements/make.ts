type Child = Node | string | null | false | undefined

/** An HTML element with these attributes and children; attributes that are undefined and children that are not there are left out. */
export function make<T extends keyof HTMLElementTagNameMap>(
  tag: T,
  attributes: Record<string, string | undefined> = {},
  ...children: Child[]
): HTMLElementTagNameMap[T] {
  const element = document.createElement(tag)
  for (const [name, value] of Object.entries(attributes))
    if (value !== undefined) element.setAttribute(name, value)
  element.append(...children.filter((child) => child !== null && child !== false && child !== undefined))
  return element
}
