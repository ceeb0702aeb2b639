import type { Article, Passage, Range } from "../wire/protocol.ts";
import { articleLink } from "./article-link.ts";
import { create, isolated } from "./create.ts";
import { excerpt, segments } from "./highlight.ts";
import { formatPublished } from "./published.ts";
import type { Speech } from "./wording.ts";

/** Passages shown of an article that is not expanded. */
export const shownPassages = 2;

/** UTF-16 units of a passage shown of an article that is not expanded: three lines of a wide column. */
export const shownUnits = 240;

/** What is the same for all results of an answer. */
export interface ResultsContext {
  readonly speech: Speech;
  /** BCP 47 tag in which dates are written. */
  readonly language: string;
  readonly expanded: ReadonlySet<string>;
  /** Address of the page, against which links are resolved. */
  readonly pageURL: string;
}

/** Builds the options of the list, one an article. */
export function buildResults(articles: readonly Article[], context: ResultsContext): HTMLElement[] {
  return articles.map((article, index) => buildResult(article, index, context));
}

/** Tells whether an article has more to show than its result does before it is expanded. */
export function isExpandable(article: Article): boolean {
  const { passages } = article;
  return passages.length > shownPassages || passages.some(({ text }) => !excerpt(text, [], shownUnits).whole);
}

/**
 * An article with a link is one link, which opens in another tab as any link
 * does; one without expands in place. Options may hold nothing that can be
 * focused, so the option itself is the link.
 */
function buildResult(article: Article, index: number, context: ResultsContext): HTMLElement {
  const id = `result-${index}`;
  const href = articleLink(article.url, context.pageURL);
  const expandable = !href && isExpandable(article);
  const option = create(href ? "a" : "div", {
    role: "option",
    id,
    class: "result",
    part: "result",
    tabindex: "-1",
    href,
    lang: article.language || null,
    "data-index": String(index),
    "data-expandable": expandable ? "" : null,
  });
  fillResult(option, article, context);
  return option;
}

/** Fills an option, anew after its article was expanded or collapsed: the option itself stays, and focus with it. */
export function fillResult(option: HTMLElement, article: Article, context: ResultsContext): void {
  option.replaceChildren(
    create("span", { class: "title", part: "title", dir: "auto" }, ...title(article)),
    create("span", { class: "about", part: "about" }, ...about(article, context)),
    create("span", { class: "passages" }, ...passages(article, context)),
  );
  if (!("expandable" in option.dataset)) return;
  option.append(create("span", { class: "expand", part: "expand" }, isolated(expandText(article, context))));
}

function title(article: Article): Node[] {
  // An article without a title still needs something to be called by.
  return article.title ? marked(article.title, article.titleHighlights ?? []) : marked(article.id, []);
}

function about(article: Article, { language }: ResultsContext): Node[] {
  const { source, section, author, published } = article;
  const facts: Node[] = [source, section, author].filter((fact) => fact).map((fact) => isolated(fact as string));
  if (published) facts.push(create("time", { datetime: published }, formatPublished(published, language)));
  return facts.flatMap((fact, i) => (i === 0 ? [fact] : [document.createTextNode(" · "), fact]));
}

function passages(article: Article, { expanded }: ResultsContext): Node[] {
  const whole = expanded.has(article.id);
  const shown = whole ? article.passages : article.passages.slice(0, shownPassages);
  return shown.map((passage, i) => buildPassage(passage, passage.heading !== shown[i - 1]?.heading, whole));
}

function buildPassage(passage: Passage, headed: boolean, whole: boolean): Node {
  const { text, highlights, cutBefore, cutAfter } = excerpt(
    passage.text,
    passage.highlights,
    whole ? passage.text.length : shownUnits,
  );
  const element = create("span", { class: "passage", part: "passage", dir: "auto" });
  if (headed && passage.heading)
    element.append(create("span", { class: "heading", part: "heading" }, passage.heading), " ");
  element.append(cutBefore ? "…\u00a0" : "", ...marked(text, highlights), cutAfter ? "\u00a0…" : "");
  return element;
}

function marked(text: string, highlights: readonly Range[]): Node[] {
  return segments(text, highlights).map((segment) =>
    segment.marked ? create("mark", { part: "mark" }, segment.text) : document.createTextNode(segment.text),
  );
}

function expandText(article: Article, { speech, expanded }: ResultsContext): string {
  const { strings } = speech;
  if (expanded.has(article.id)) return strings.less;
  const hidden = article.passages.length - shownPassages;
  return hidden > 0 ? strings.morePassages(speech.number(hidden), hidden) : strings.more;
}
