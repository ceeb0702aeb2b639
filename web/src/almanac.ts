/**
 * The script for a page: importing it defines <almanac-search>; openAlmanac
 * searches without the element.
 */
import { defineAlmanacSearch } from "./element/define.ts";

export { openAlmanac } from "./client/client.ts";
export type { Almanac, ArchiveInfo, OpenOptions, SearchOptions, SearchResult } from "./client/client.ts";
export { AlmanacSearch } from "./element/almanac-search.ts";
export type { AlmanacEvents } from "./element/events.ts";
export { AlmanacError } from "./error.ts";
export type { ErrorCode } from "./error.ts";
export type { Article, Match, Passage, Range, Term } from "./wire/protocol.ts";
export type * from "./wire/statistic.ts";

defineAlmanacSearch();
