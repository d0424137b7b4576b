/** An element with attributes and text or children. Text is never read as HTML. */
export function makeElement<Tag extends keyof HTMLElementTagNameMap>(
  root: Document,
  tag: Tag,
  attributes: Readonly<Record<string, string>>,
  ...children: (Node | string)[]
): HTMLElementTagNameMap[Tag] {
  const element = root.createElement(tag);
  for (const [name, value] of Object.entries(attributes)) element.setAttribute(name, value);
  element.append(...children);
  return element;
}
