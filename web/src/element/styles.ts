import { statisticsStyles } from "./statistics-styles.ts";

/**
 * The element's look. Colours come from the page: text is the page's own colour,
 * quieter text and lines are mixed from it, and what has a hue follows the
 * page's color-scheme. Custom properties and parts change the rest:
 *
 *   --almanac-accent            links, focus, the marked result
 *   --almanac-mark-background   highlights
 *   --almanac-mark-color
 *   --almanac-error             failures
 *   --almanac-background        the box, and results under the pointer
 *   --almanac-border            lines
 *   --almanac-radius            corners
 *   --almanac-font              font family
 */
export const styles = `
:host {
  --_accent: var(--almanac-accent, #0b57d0);
  --_mark-background: var(--almanac-mark-background, #ffe89a);
  --_mark-color: var(--almanac-mark-color, #241a00);
  --_error: var(--almanac-error, #b3261e);
  --_background: var(--almanac-background, transparent);
  --_quiet: color-mix(in srgb, currentColor 68%, transparent);
  --_border: var(--almanac-border, color-mix(in srgb, currentColor 45%, transparent));
  --_line: color-mix(in srgb, currentColor 14%, transparent);
  --_hover: color-mix(in srgb, currentColor 6%, transparent);
  --_tint: color-mix(in srgb, var(--_accent) 14%, transparent);
  --_radius: var(--almanac-radius, 12px);
  display: block;
  font-family: var(--almanac-font, inherit);
  font-size: 1rem;
  line-height: 1.5;
  text-align: start;
}
@supports (color: light-dark(#000, #fff)) {
  :host {
    --_accent: var(--almanac-accent, light-dark(#0b57d0, #8ab4f8));
    --_mark-background: var(--almanac-mark-background, light-dark(#ffe89a, #6b5200));
    --_mark-color: var(--almanac-mark-color, light-dark(#241a00, #fff6d6));
    --_error: var(--almanac-error, light-dark(#b3261e, #f2b8b5));
  }
}
:host([hidden]), [hidden] { display: none !important; }
*, *::before, *::after { box-sizing: border-box; }
p { margin: 0; }

.field { position: relative; display: flex; align-items: center; overflow: hidden;
  border: 1px solid var(--_border); border-radius: var(--_radius); background: var(--_background); }
.field:focus-within { border-color: var(--_accent); outline: 2px solid var(--_accent); outline-offset: -1px; }
.icon { flex: none; inline-size: 1.25rem; block-size: 1.25rem; fill: none; stroke: currentColor; stroke-width: 2;
  stroke-linecap: round; }
.field > .icon { margin-inline-start: 0.875rem; color: var(--_quiet); }
input { flex: 1; min-inline-size: 0; margin: 0; padding: 0.75rem; border: 0; outline: 0; background: none;
  color: inherit; font: inherit; font-size: max(1rem, 16px); text-align: start; appearance: none; }
input::placeholder { color: var(--_quiet); opacity: 1; }
input::-webkit-search-cancel-button, input::-webkit-search-decoration { display: none; }
button { font: inherit; color: inherit; cursor: pointer; }
button:focus-visible { outline: 2px solid var(--_accent); outline-offset: 2px; }
.clear { display: grid; place-items: center; flex: none; inline-size: 2.75rem; block-size: 2.75rem; padding: 0;
  border: 0; border-radius: var(--_radius); background: none; color: var(--_quiet); }
.clear:focus-visible { outline-offset: -4px; }
@media (hover: hover) { .clear:hover { color: inherit; } }

.busy { position: absolute; inset-inline: 0; inset-block-end: 0; block-size: 2px; overflow: hidden; opacity: 0; }
.busy::before { content: ""; position: absolute; inset-block: 0; inline-size: 35%; background: var(--_accent); }
/* The wait is shown only once it is one: most answers come before. */
.busy[data-on] { opacity: 1; transition: opacity 0s 300ms; }
.busy[data-on]::before { animation: slide 1.1s ease-in-out infinite; }
@keyframes slide { from { inset-inline-start: -35%; } to { inset-inline-start: 100%; } }

.count, .notes, .message, .error { padding-inline: 0.875rem; margin-block-start: 0.75rem; }
.count { font-size: 0.875rem; color: var(--_quiet); }
.notes { margin-block-start: 0.25rem; font-size: 0.9375rem; }
.notes:empty, .message:empty, .count:empty { display: none; }
.message p + p { margin-block-start: 0.25rem; color: var(--_quiet); }
.message p, .notes p { overflow-wrap: anywhere; }
.message[data-view="loading"] { color: var(--_quiet); animation: appear 200ms 300ms both; }
@keyframes appear { from { opacity: 0; } }

.error { padding-block: 0.875rem; border: 1px solid var(--_error); border-radius: var(--_radius); }
.error > p:first-child::before { content: "⚠"; content: "⚠" / ""; margin-inline-end: 0.5rem; color: var(--_error); }
.retry, .more { margin-block-start: 0.75rem; padding: 0.5rem 1rem; min-block-size: 2.75rem; border: 1px solid var(--_border);
  border-radius: var(--_radius); background: none; font-weight: 600; }
@media (hover: hover) { .retry:hover, .more:hover { background: var(--_hover); } }
.details { margin-block-start: 0.75rem; font-size: 0.8125rem; color: var(--_quiet); overflow-wrap: anywhere; }
.more { display: block; inline-size: 100%; }

.results { margin-block-start: 0.5rem; }
.result { display: block; padding: 0.75rem 0.875rem; border-radius: var(--_radius); color: inherit; text-decoration: none;
  scroll-margin-block: 1rem; overflow-wrap: anywhere; }
.result + .result { margin-block-start: 0.25rem; }
.result[data-expandable] { cursor: pointer; }
@media (hover: hover) { a.result:hover, .result[data-expandable]:hover { background: var(--_hover); } }
.result[aria-selected="true"] { background: var(--_hover); outline: 2px solid var(--_accent); outline-offset: -2px; }
.result:focus-visible { outline: 2px solid var(--_accent); outline-offset: -2px; }
.title { display: block; font-size: 1.125rem; font-weight: 600; line-height: 1.35; text-align: start; }
a .title { color: var(--_accent); }
@media (hover: hover) { a.result:hover .title { text-decoration: underline; text-underline-offset: 0.15em; } }
.about { display: block; font-size: 0.875rem; color: var(--_quiet); }
.about:empty { display: none; }
.passage { display: block; margin-block-start: 0.375rem; font-size: 0.9375rem; text-align: start; }
.passage + .passage { padding-block-start: 0.375rem; border-block-start: 1px solid var(--_line); }
.heading { font-weight: 600; }
.heading::after { content: " ·"; font-weight: 400; color: var(--_quiet); }
.expand { display: block; margin-block-start: 0.375rem; font-size: 0.875rem; font-weight: 600; color: var(--_accent); }
mark { background: var(--_mark-background); color: var(--_mark-color); border-radius: 0.2em; padding-inline: 0.1em;
  margin-inline: -0.1em; }

.unseen { position: absolute; inline-size: 1px; block-size: 1px; margin: -1px; overflow: hidden; clip-path: inset(50%);
  white-space: nowrap; }

@media (max-width: 30rem) {
  .result, .count, .notes, .message { padding-inline: 0.5rem; }
}
@media (prefers-reduced-motion: reduce) {
  .busy[data-on]::before { animation: none; inline-size: 100%; }
  .message[data-view="loading"] { animation-duration: 1ms; }
}
@media (forced-colors: active) {
  .field, .error, .retry, .more { border-color: ButtonBorder; }
  .field:focus-within, .result[aria-selected="true"], .result:focus-visible, button:focus-visible { outline-color: Highlight; }
  .busy::before { background: Highlight; }
}
`;

let sheet: CSSStyleSheet | null = null;

/**
 * Puts the styles into a shadow root: as a constructed sheet, shared by all
 * elements and outside the reach of a policy for styles, or as a style element
 * in browsers without.
 */
export function adoptStyles(root: ShadowRoot): void {
  if (!("adoptedStyleSheets" in root)) {
    const element = document.createElement("style");
    element.textContent = styles + statisticsStyles;
    (root as ShadowRoot).append(element);
    return;
  }
  if (!sheet) {
    sheet = new CSSStyleSheet();
    sheet.replaceSync(styles + statisticsStyles);
  }
  root.adoptedStyleSheets = [sheet];
}
