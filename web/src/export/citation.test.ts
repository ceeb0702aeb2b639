import assert from "node:assert/strict";
import { test } from "node:test";
import { statistic } from "../wire/testing/statistics.ts";
import { citationOf, citationsOf } from "./citation.ts";

test("a citation quotes the sentence and says where it stands", () => {
  assert.equal(
    citationOf(statistic()),
    "“Last year, 141,870 people were prosecuted for cybercrimes, up 47.9 percent year-on-year.” " +
      "Authorities stepping up cybercrime crackdown, China Daily, 2021-04-12. https://example.org/a1",
  );
  assert.equal(citationOf(statistic({ sentence: "One.", article: { id: "a", title: "T" } })), "“One.” T.");
});

test("a sentence with two statistics is cited once", () => {
  assert.equal(citationsOf([statistic(), statistic({ id: "s2", value: 47.9 })]), `${citationOf(statistic())}\n`);
});
