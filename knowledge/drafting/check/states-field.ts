/** A longer value is a text of its own, and may promise more than its field's name says. */
const longest = 60;

/** Whether a sentence says nothing but what a field of the record holds: "Your discount is 12 %." from "Discount: 12 %". */
export function statesField(sentence: string, { title, text }: { title: string; text: string }): boolean {
  if (title === "") return false;
  const value = text.slice(title.length + 1).trim();
  const said = plain(sentence).replace(/^(?:your|ihre?|votre|vos|sus?) (?=\S)/u, "");
  const rest = said.startsWith(`${plain(title)} `) ? said.slice(plain(title).length + 1) : "";
  return (
    value !== "" &&
    value.length <= longest &&
    rest.replace(/^(?:is|are|ist|sind|est|sont|es|son) /u, "") === plain(value)
  );
}

function plain(text: string): string {
  return text
    .toLowerCase()
    .replace(/:(?=\s|$)/g, " ")
    .replace(/\s+/g, " ")
    .trim()
    .replace(/\.$/, "");
}
