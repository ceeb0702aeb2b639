/** Attributes by name; null leaves one out. */
type Attributes = Readonly<Record<string, string | null>>;

/**
 * Creates an element. Text becomes text nodes, never markup, so that nothing in
 * an archive or a query is ever parsed as HTML.
 */
export function create<Tag extends keyof HTMLElementTagNameMap>(
  tag: Tag,
  attributes: Attributes,
  ...children: (Node | string)[]
): HTMLElementTagNameMap[Tag] {
  const element = document.createElement(tag);
  setAll(element, attributes);
  element.append(...children);
  return element;
}

/** Creates text that keeps its own direction in a page of the other one. */
export function isolated(text: string): HTMLElement {
  return create("bdi", {}, text);
}

/** Creates a button that submits nothing; its name is its class and its part. */
export function button(name: string, attributes: Attributes, ...children: (Node | string)[]): HTMLButtonElement {
  return create("button", { type: "button", class: name, part: name, ...attributes }, ...children);
}

/** Creates an icon of 24 by 24 units from path data; it has no name for screen readers. */
export function icon(...paths: string[]): SVGSVGElement {
  const drawn = paths.map((d) => drawing("path", { d }));
  return drawing("svg", { viewBox: "0 0 24 24", "aria-hidden": "true", class: "icon" }, ...drawn);
}

/** Creates an element of a drawing. */
export function drawing<Tag extends keyof SVGElementTagNameMap>(
  tag: Tag,
  attributes: Attributes,
  ...children: (Node | string)[]
): SVGElementTagNameMap[Tag] {
  const element = document.createElementNS("http://www.w3.org/2000/svg", tag);
  setAll(element, attributes);
  element.append(...children);
  return element;
}

function setAll(element: Element, attributes: Attributes): void {
  for (const [name, value] of Object.entries(attributes)) {
    if (value !== null) element.setAttribute(name, value);
  }
}
