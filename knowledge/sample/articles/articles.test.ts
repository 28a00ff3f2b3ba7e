import { expect, test } from "vitest";
import { readArticle } from "../../import/article-line.ts";
import { products } from "../products.ts";
import { answeredBy, asking } from "./answered-by.ts";
import { sampleArticles } from "./articles.ts";

const articles = sampleArticles();

test("articles can be imported, each under an id of its own, and hold no slot", () => {
  expect(new Set(articles.map(({ id }) => id)).size).toBe(articles.length);
  expect(articles.filter((article) => typeof readArticle(article, { idPrefix: "" }) === "string")).toEqual(
    [],
  );
  expect(articles.filter(({ text }) => /[{}]|undefined|NaN/.test(text))).toEqual([]);
});

test.each(
  products.map(({ id, price: [low, high], weeks: [fewest, most] }) => ({ id, low, high, fewest, most })),
)("the article on the price of $id says what the price list says", ({ id, low, high, fewest, most }) => {
  const text = articles.find((article) => article.id === `price-${id}`)?.text ?? "";
  const figures = [...text.matchAll(/\d[\d,]*/g)].map(([figure]) => Number(figure.replaceAll(",", "")));
  expect(figures).toEqual([low, high, fewest, most]);
});

test.each(products)("each feature of $id that leads ask for has its sentence", ({ id, features }) => {
  const text = articles.find((article) => article.id === `features-${id}`)?.text ?? "";
  // "three rivals of ours" are "three rivals of yours" in the article.
  const missing = features.en.filter((feature) => {
    const told = feature
      .replace(/\bour three\b/, "your three")
      .replace(/\bwe can (edit|fill)\b/, "you can $1");
    const plain = told.replace(/\bour (till|spreadsheet|front|accounts|old|printer)\b/, "(?:your|the) $1");
    return !new RegExp(plain.replace("ourselves", "yourselves"), "i").test(text);
  });
  expect(missing).toEqual([]);
});

test("what is said to answer a question exists", () => {
  const ids = new Set(articles.map(({ id }) => id));
  const named = asking.flatMap((asked) =>
    products.flatMap(({ id }) =>
      (["en", "de", "fr"] as const).flatMap((spoken) => answeredBy(asked, id, spoken)),
    ),
  );
  expect(named.filter((id) => !ids.has(id))).toEqual([]);
});
