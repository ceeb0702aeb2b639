import { nameIn } from "../strings.ts";
import type { Change, Reading, Statistic } from "../wire/statistic.ts";
import { articleLink, sentenceLink } from "./article-link.ts";
import { button, create, isolated } from "./create.ts";
import { segments } from "./highlight.ts";
import { formatPublished } from "./published.ts";
import type { Speech } from "./wording.ts";

/** What is the same for all cards of an answer. */
export interface CardContext {
  readonly speech: Speech;
  /** Address of the page, against which links are resolved. */
  readonly pageURL: string;
  /** Ids of the articles among the results. */
  readonly articles: ReadonlySet<string>;
}

/** Builds a card: the figure, what it measures, who says it where, and how it was read. */
export function buildCard(statistic: Statistic, context: CardContext): HTMLElement {
  const { speech } = context;
  return create(
    "li",
    { class: "card", part: "statistic", "data-id": statistic.id },
    create("p", { class: "figure", part: "figure" }, ...figure(statistic, speech)),
    create("p", { class: "measure", part: "measure", dir: "auto" }, ...measure(statistic, speech)),
    create("p", { class: "about", part: "statistic-about" }, ...dotted(circumstances(statistic, speech))),
    create("blockquote", { part: "quote", dir: "auto" }, ...quote(statistic)),
    create("p", { class: "about", part: "statistic-article" }, ...dotted(origin(statistic, speech))),
    create("p", { class: "actions" }, ...actions(statistic, context)),
    ...howRead(statistic.readings ?? [], speech),
  );
}

function figure(statistic: Statistic, speech: Speech): Node[] {
  const { match, kind, trend, change, conversion } = statistic;
  const { certain, possible } = speech.strings.statistics;
  const parts: Node[] = [];
  // A change is itself the figure: its arrow belongs to it.
  if (trend && kind?.endsWith("_change"))
    parts.push(arrow(trend === "up" ? "▲" : "▼", speech.strings.changed[trend]("")));
  parts.push(create("span", { class: "value", part: "value" }, isolated(speech.figures.stated(statistic))));
  if (conversion) {
    const converted = speech.figures.amount(conversion.value, conversion.unit);
    parts.push(create("span", { class: "quiet" }, isolated(`(${converted})`)));
  }
  if (change && !kind?.endsWith("_change")) parts.push(changed(change, speech));
  if (match === "certain" || match === "possible") {
    parts.push(
      create("span", { class: "badge", part: "badge", "data-match": match }, match === "certain" ? certain : possible),
    );
  }
  return parts.flatMap((part, i) => (i === 0 ? [part] : [document.createTextNode(" "), part]));
}

function changed(change: Change, speech: Speech): Node {
  const { arrow: sign, text, spoken } = speech.figures.change(change);
  const versus = change.versus ? speech.span(change.versus) : "";
  const since = versus ? ` ${speech.strings.statistics.versus(versus)}` : "";
  return create(
    "span",
    { class: "change", part: "change" },
    create("span", { "aria-hidden": "true" }, `${sign} ${text}`),
    unseen(spoken),
    since,
  );
}

function arrow(sign: string, spoken: string): Node {
  return create("span", { class: "change" }, create("span", { "aria-hidden": "true" }, sign), unseen(spoken.trim()));
}

function unseen(text: string): Node {
  return create("span", { class: "unseen" }, text);
}

function measure({ measure, share }: Statistic, { strings }: Speech): Node[] {
  const label = measure?.label ?? "";
  // Labels of shares mostly name the whole already.
  const of = share?.of && !label.includes(share.of) ? strings.statistics.shareOf(share.of) : "";
  return [label, of]
    .filter(Boolean)
    .flatMap((text, i) => (i === 0 ? [isolated(text)] : [document.createTextNode(" "), isolated(text)]));
}

function circumstances({ period, place, source, agency }: Statistic, speech: Speech): Node[] {
  const said = source || agency;
  const facts = [period ? speech.span(period) : "", place, said && speech.strings.statistics.saidBy(said)];
  return facts.flatMap((fact) => (fact ? [isolated(fact)] : []));
}

function origin({ article }: Statistic, { language }: Speech): Node[] {
  const parts: Node[] = [create("cite", { dir: "auto" }, article.title || article.id)];
  if (article.source) parts.push(isolated(article.source));
  if (article.published) {
    parts.push(create("time", { datetime: article.published }, formatPublished(article.published, language)));
  }
  return parts;
}

function dotted(parts: readonly Node[]): Node[] {
  return parts.flatMap((part, i) => (i === 0 ? [part] : [document.createTextNode(" · "), part]));
}

/** The sentence: the value itself is marked, words of the query are bold. */
function quote({ sentence, value_span: span, highlights = [] }: Statistic): Node[] {
  const [start, end] = span ?? [0, 0];
  const bold = (from: number, to: number) =>
    segments(
      sentence.slice(from, to),
      highlights.map(([a, b]) => [Math.max(0, a - from), Math.max(0, b - from)] as const),
    ).map(({ text, marked }) => (marked ? create("b", { part: "word" }, text) : document.createTextNode(text)));
  const value = sentence.slice(start, end);
  if (!value) return bold(0, sentence.length);
  return [...bold(0, start), create("mark", { part: "mark" }, value), ...bold(end, sentence.length)];
}

function actions(statistic: Statistic, { speech, pageURL, articles }: CardContext): Node[] {
  const { openArticle, showArticle, cite } = speech.strings.statistics;
  const href = articleLink(statistic.article.url, pageURL);
  const nodes: Node[] = [];
  if (href)
    nodes.push(create("a", { class: "open", part: "open", href: sentenceLink(href, statistic.sentence) }, openArticle));
  else if (articles.has(statistic.article.id)) nodes.push(button("open", {}, showArticle));
  nodes.push(button("cite", {}, cite));
  return nodes;
}

function howRead(readings: readonly Reading[], { strings }: Speech): Node[] {
  if (readings.length === 0) return [];
  const { howRead: title, fields, bases } = strings.statistics;
  const worded = (basis: string) => basis.replace(/^\w+/, (word) => nameIn(bases, word) ?? word);
  const rows = readings.flatMap(({ field, value, basis }) => [
    create("dt", {}, nameIn(fields, field) ?? field),
    create("dd", {}, isolated(value), ...(basis ? [create("span", { class: "quiet" }, ` (${worded(basis)})`)] : [])),
  ]);
  return [create("details", { part: "readings" }, create("summary", {}, title), create("dl", {}, ...rows))];
}
