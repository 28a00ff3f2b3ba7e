import { foldText } from "../lexical/tokenise.ts";

/** Characters (code points). */
const longestName = 100;

/** Legal forms: said in no conversation. */
const legalForm =
  /(?: (?:inc|incorporated|llc|llp|ltd|limited|plc|corp|corporation|gmbh|ag|kg|ohg|ug|se|sa|sas|sarl|srl|spa|bv|nv|ab|oy|as|aps|pty|co))+$/;

/** A name as names are compared: lower case, no accents, no punctuation, "&" as "and"; without its legal form. */
export function foldName(name: string): string {
  const folded = foldText(name.slice(0, 4 * longestName).replaceAll("&", " and "));
  return [...folded].slice(0, longestName).join("").replace(legalForm, "").trim();
}
