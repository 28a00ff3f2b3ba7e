import type { Principal } from "#core/principal.ts";
import { testDatabase } from "../db/test-database.ts";
import type { MailSource } from "../email/mail-source.ts";
import { type EmailImportOptions, importEmail } from "./import-email.ts";
import { rowsOf } from "./test-import.ts";

interface Fields {
  id?: string;
  from?: string;
  to?: string;
  day?: number;
  subject?: string;
  text?: string;
  more?: string;
}

/** For tests: a mail as it stands in a file. */
export const mail = ({
  id,
  from = "Bob Brown <bob@x.example>",
  to = "sales@acme.example",
  day = 1,
  ...rest
}: Fields): string =>
  [
    ...(id ? [`Message-ID: <${id}>`] : []),
    `From: ${from}`,
    `To: ${to}`,
    `Date: ${day} Oct 2024 10:00:00 +0000`,
    `Subject: ${rest.subject ?? "Prices"}`,
    ...(rest.more ? [rest.more] : []),
    "",
    rest.text ?? "How much is it?",
    "",
  ].join("\n");
/** For tests: three mails of one thread. */
export const question = mail({ id: "q1@x.example" });
export const reply = mail({
  id: "r1@acme.example",
  from: "Sam <sam@acme.example>",
  to: "BOB@x.example",
  day: 2,
  subject: "Re: Prices",
  more: "In-Reply-To: <q1@x.example>",
  text: "Ten euros.\n\nOn 1 Oct 2024, Bob Brown <bob@x.example> wrote:\n> How much is it?",
});
export const thanks = mail({
  id: "t1@x.example",
  day: 3,
  subject: "Re: Prices",
  more: "References: <q1@x.example> <r1@acme.example>",
  text: "Thanks!",
});

const mailsOf = (...mails: string[]): MailSource => ({
  name: "mails",
  size: undefined,
  async *mails({ sizeLimit }) {
    for (const [index, text] of mails.entries()) {
      const bytes = Buffer.from(text);
      yield {
        place: "mails",
        line: index + 1,
        size: bytes.length,
        bytes: bytes.length > sizeLimit ? null : bytes,
      };
    }
  },
});
/** For tests: imports mails into a workspace. */
export const importing = (
  who: Principal,
  mails: string[],
  options: EmailImportOptions = { own: ["acme.example"] },
) => importEmail(testDatabase(), who, mailsOf(...mails), options);
/** For tests: the stored mails of a workspace, with their conversations. */
export const stored = (who: Principal) =>
  rowsOf<{
    conversation: string;
    contact: string;
    direction: string;
    content: string;
    first: boolean;
    sender: string;
  }>(
    who,
    `select c.external_id as conversation, p.email as contact, i.direction, i.content, i.sender,
        (i.metadata #>> '{email,isFirst}')::boolean as first
      from interactions i join conversations c on c.tenant_id = $1 and c.id = i.conversation_id
      join contacts p on p.tenant_id = $1 and p.id = i.contact_id where i.tenant_id = $1 order by i.occurred_at`,
  );
/** For tests: how many conversations they are in. */
export const threadsOf = async (who: Principal) =>
  new Set((await stored(who)).map(({ conversation }) => conversation)).size;
