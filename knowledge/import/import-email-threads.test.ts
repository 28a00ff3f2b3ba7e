import { describe, expect, test } from "vitest";
import { freshWorkspace, testDatabase } from "../db/test-database.ts";
import { newReplyToken, replyAddress } from "../email/reply-token.ts";
import { counts, rowsOf } from "./test-import.ts";
import { importing, mail, question, reply, stored, thanks, threadsOf } from "./test-mails.ts";

describe("threads of imported mail", () => {
  test("importing again changes nothing, and later mails join their conversation", async () => {
    const who = await freshWorkspace();
    expect(counts(await importing(who, [question]))).toEqual([1, 0, 0, 0]);
    expect(counts(await importing(who, [question, reply], {}))).toEqual([1, 0, 1, 0]);
    expect(counts(await importing(who, [thanks], {}))).toEqual([1, 0, 0, 0]);
    expect(counts(await importing(who, [question, reply, thanks], {}))).toEqual([0, 0, 3, 0]);
    expect(await threadsOf(who)).toBe(1);
  });

  test("earlier mails that come later join too", async () => {
    const who = await freshWorkspace();
    await importing(who, [thanks]);
    await importing(who, [reply]);
    await importing(who, [question]);
    expect(await threadsOf(who)).toBe(1);
    expect(
      await rowsOf(who, "select message_count, created_at from conversations where tenant_id = $1"),
    ).toEqual([{ message_count: 3, created_at: new Date("2024-10-01T10:00:00Z") }]);
  });

  test("an answer that names no mail joins by its subject, if it is from the same contact", async () => {
    const who = await freshWorkspace();
    await importing(who, [question]);
    await importing(who, [mail({ id: "b2@x.example", day: 9, subject: "AW: Prices" })]);
    expect(await threadsOf(who)).toBe(1);
    await importing(who, [
      mail({ id: "c1@y.example", from: "eve@y.example", day: 9, subject: "AW: Prices" }),
    ]);
    expect(await threadsOf(who)).toBe(2);
  });

  test("our reply token joins a mail to its conversation, whatever it says", async () => {
    const who = await freshWorkspace();
    await importing(who, [question]);
    const token = newReplyToken();
    await testDatabase().withTenant(who.tenant.id, (tx) =>
      tx.query(
        "update conversations set metadata = metadata || jsonb_build_object('replyToken', $2::text) where tenant_id = $1",
        [who.tenant.id, token],
      ),
    );
    await importing(who, [
      mail({
        id: "z@other.example",
        from: "bob.private@other.example",
        to: replyAddress("sales@acme.example", token),
        subject: "Hi",
        day: 5,
      }),
    ]);
    expect((await stored(who)).map(({ contact }) => contact)).toEqual(["bob@x.example", "bob@x.example"]);
  });

  test("a bounce and an automatic reply are kept in the thread of what they answer, as such", async () => {
    const who = await freshWorkspace();
    const bounce = mail({
      id: "d@acme.example",
      from: "mailer-daemon@acme.example",
      to: "sam@acme.example",
      day: 4,
      subject: "Undelivered",
      more: "Content-Type: multipart/report; report-type=delivery-status; boundary=b",
      text: "--b\n\nIt failed.\n--b\nContent-Type: message/rfc822\n\nMessage-ID: <r1@acme.example>\n\nTen euros.\n--b--",
    });
    const away = mail({
      id: "a@x.example",
      day: 4,
      subject: "Away",
      more: "In-Reply-To: <r1@acme.example>\nAuto-Submitted: auto-replied",
    });
    expect(await importing(who, [question, reply, bounce, away])).toMatchObject({ imported: 4 });
    expect(await threadsOf(who)).toBe(1);
    expect(
      await rowsOf(
        who,
        "select activity, direction from interactions where tenant_id = $1 and metadata #>> '{email,noAnswer}' is not null order by activity",
      ),
    ).toEqual([
      { activity: "auto-reply", direction: "INBOUND" },
      { activity: "bounce", direction: "INBOUND" },
    ]);
  });
});
