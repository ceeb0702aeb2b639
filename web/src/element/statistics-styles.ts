/** The look of statistics: chips, filters, cards and charts. Colours are those of styles.ts. */
export const statisticsStyles = `
.chips, .filter, .actions, .exports, .key { display: flex; flex-wrap: wrap; gap: 0.375rem; align-items: center; }
.chips { margin-block-start: 0.625rem; padding-inline: 0.875rem; }
.chip, .facet, .widen, .reset, .apply, .save, .cite, button.open { padding: 0.25rem 0.75rem; min-block-size: 2rem;
  border: 1px solid var(--_border); border-radius: 1rem; background: none; font-size: 0.875rem; }
.chip { display: inline-flex; align-items: center; gap: 0.375rem; max-inline-size: 100%; padding-inline-end: 0.5rem;
  border-color: transparent; background: var(--_tint); overflow-wrap: anywhere; text-align: start; }
.chip .icon { inline-size: 1rem; block-size: 1rem; }
.facet[aria-pressed="true"] { border-color: var(--_accent); background: var(--_tint); font-weight: 600; }
@media (hover: hover) {
  .chip:hover, .facet:hover, .widen:hover, .reset:hover, .apply:hover, .save:hover { border-color: currentColor; }
}
.quiet { color: var(--_quiet); }

.statistics { margin-block: 1rem 1.25rem; padding-inline: 0.875rem; }
h2 { margin: 0 0 0.5rem; font-size: 1rem; line-height: 1.35; font-weight: 600; }
.statistics + h2 { margin-inline: 0.875rem; }
summary { cursor: pointer; padding-block: 0.25rem; font-size: 0.875rem; color: var(--_quiet); }
summary:focus-visible, .actions a:focus-visible { outline: 2px solid var(--_accent); outline-offset: 2px; border-radius: 2px; }
.filters { margin-block-end: 0.625rem; }
.filter { margin-block: 0.5rem; }
.filter .name { flex: 0 0 4rem; font-size: 0.875rem; font-weight: 600; }
.filter label { display: inline-flex; align-items: center; gap: 0.375rem; font-size: 0.875rem; }
.filter input { flex: none; inline-size: 8rem; padding: 0.25rem 0.5rem; min-block-size: 2rem; border: 1px solid var(--_border);
  border-radius: 0.5rem; background: var(--_background); font-size: max(1rem, 16px); }
.filter input:focus-visible { outline: 2px solid var(--_accent); }
.histogram { flex: 1 1 10rem; max-inline-size: 15rem; block-size: 3rem; border-block-end: 1px solid var(--_border);
  fill: var(--_accent); direction: ltr; }

.cards { display: grid; grid-template-columns: repeat(auto-fill, minmax(min(19rem, 100%), 1fr)); gap: 0.625rem;
  align-items: start; margin: 0; padding: 0; list-style: none; }
.card { padding: 0.75rem 0.875rem; border: 1px solid var(--_line); border-radius: var(--_radius); overflow-wrap: anywhere;
  min-inline-size: 0; }
.figure { display: flex; flex-wrap: wrap; align-items: baseline; gap: 0 0.5rem; }
.value { font-size: 1.25rem; font-weight: 600; line-height: 1.3; font-variant-numeric: tabular-nums; }
.change { font-size: 0.9375rem; font-weight: 600; }
.change [aria-hidden] { white-space: nowrap; }
.badge { margin-inline-start: auto; padding: 0 0.5rem; border: 1px solid currentColor; border-radius: 1rem; font-size: 0.75rem;
  line-height: 1.5; color: var(--_quiet); align-self: center; }
.badge[data-match="possible"] { border-style: dashed; }
.measure { margin-block-start: 0.125rem; font-size: 0.9375rem; text-align: start; }
blockquote { margin: 0.5rem 0; padding-inline-start: 0.625rem; border-inline-start: 2px solid var(--_border); font-size: 0.9375rem;
  text-align: start; }
cite { font-style: normal; font-weight: 600; }
.actions { margin-block-start: 0.375rem; gap: 0.25rem 1rem; font-size: 0.875rem; }
.actions a, .actions button { display: inline-block; min-block-size: 1.75rem; padding: 0.125rem 0; border: 0; color: var(--_accent);
  font-size: 0.875rem; line-height: 1.5rem; }
.card details { margin-block-start: 0.25rem; }
dl { display: grid; grid-template-columns: auto 1fr; gap: 0.125rem 0.75rem; margin: 0.25rem 0 0; font-size: 0.8125rem; }
dt { font-weight: 600; }
dd { margin: 0; min-inline-size: 0; }
.widen { margin-block-start: 0.625rem; }
.exports { margin-block-start: 0.75rem; font-size: 0.875rem; }

.series { margin: 0.875rem 0 0; padding: 0.75rem 0.875rem; border: 1px solid var(--_line); border-radius: var(--_radius); }
figcaption { font-size: 0.9375rem; font-weight: 600; text-align: start; overflow-wrap: anywhere; }
.plot { direction: ltr; }
.plot svg { display: block; max-inline-size: 100%; overflow: visible; font-size: 0.75rem; }
.plot text { fill: currentColor; }
.plot .scale text { fill: var(--_quiet); }
.plot path { fill: none; stroke: var(--_accent); stroke-width: 2; }
.plot .grid { stroke: var(--_line); stroke-width: 1; }
.plot .axis { stroke: var(--_border); stroke-width: 1; }
.plot .link { stroke-width: 1.5; }
.plot .dashed { stroke-dasharray: 4 4; }
.plot .span { stroke-width: 3; opacity: 0.4; }
.plot .dot { fill: var(--_accent); }
.plot .calculated .dot { fill: none; }
.plot .figure { font-weight: 600; font-variant-numeric: tabular-nums; }
.plot .ring { fill: transparent; stroke: none; }
.plot .point { outline: none; }
.plot .point:focus-visible .ring { stroke: var(--_accent); stroke-width: 2; }
.plot .quiet-figure .figure { visibility: hidden; }
.plot .quiet-figure:focus .figure, .plot .quiet-figure:hover .figure { visibility: visible; }
.key { gap: 0.125rem 1rem; margin: 0.25rem 0 0; padding: 0; list-style: none; font-size: 0.8125rem; color: var(--_quiet); }
.note { font-size: 0.8125rem; color: var(--_quiet); }
.note::before { content: "⚠ "; content: "⚠ " / ""; }
table { border-collapse: collapse; margin-block-start: 0.25rem; font-size: 0.875rem; }
th, td { padding: 0.125rem 1rem 0.125rem 0; text-align: start; font-weight: 400;
  vertical-align: baseline; overflow-wrap: break-word; }
thead th { font-weight: 600; }
td:last-child { overflow-wrap: anywhere; min-inline-size: 6rem; padding-inline-end: 0; }
td:nth-child(2) { font-variant-numeric: tabular-nums; }

@media (max-width: 30rem) {
  .statistics, .chips { padding-inline: 0.5rem; }
  .statistics + h2 { margin-inline: 0.5rem; }
  .filter .name { flex-basis: 100%; }
  /* Four columns have no room: each row becomes a line of figures over one of remarks. */
  table, tbody { display: block; }
  thead { position: absolute; overflow: hidden; inline-size: 1px; block-size: 1px; clip-path: inset(50%); }
  tbody tr { display: grid; grid-template-columns: 1fr 1fr; padding-block: 0.25rem; border-block-start: 1px solid var(--_line); }
  td:nth-child(n + 3) { grid-column: 1 / -1; }
}
@media (pointer: coarse) {
  .chip, .facet, .widen, .reset, .apply, .save, .actions button, .actions a, summary { min-block-size: 2.75rem; }
  .actions a, .actions button { line-height: 2.5rem; }
}
@media (forced-colors: active) {
  .chip, .facet, .card, .series, .badge { border-color: ButtonBorder; }
  .facet[aria-pressed="true"] { border: 2px solid Highlight; }
  .plot path { stroke: CanvasText; }
  .plot .dot, .histogram { fill: CanvasText; forced-color-adjust: none; }
  .plot .calculated .dot { fill: Canvas; }
  .plot .point:focus-visible .ring { stroke: Highlight; }
}
`;
