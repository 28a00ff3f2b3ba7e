import { symbols } from "pino";
import { afterEach, describe, expect, test, vi } from "vitest";
import { log } from "./log.ts";

afterEach(() => vi.restoreAllMocks());

/** What a line of the log says. */
function told(write: () => void): string {
  const stream = (log as unknown as Record<symbol, { write(text: string): void }>)[symbols.streamSym];
  if (!stream) throw new Error("the log writes nowhere");
  const lines: string[] = [];
  vi.spyOn(stream, "write").mockImplementation((text) => void lines.push(text));
  log.level = "trace";
  write();
  return lines.join("");
}

const key = "rapport_0123456789abcdef_secretsecret";

describe("credentials are not told, wherever they stand", () => {
  test.each([
    ["a field", { authorization: `Bearer ${key}` }],
    ["headers", { headers: { authorization: key, cookie: key, "webhook-signature": key } }],
    ["a request's headers", { request: { headers: { "set-cookie": key, "x-api-key": key } } }],
    ["far down", { a: { b: { c: { secret: key } } } }],
  ])("%s", (_what, fields) => {
    const line = told(() => log.info(fields, "said"));
    expect(line).toContain("said");
    expect(line).toContain("[redacted]");
    expect(line).not.toContain(key);
  });
});

describe("an error is told without what somebody said", () => {
  const customer = "ada.quill@mills.example";
  test.each([
    [
      "what Postgres tells of a row",
      Object.assign(new Error("duplicate key"), { code: "23505", detail: `Key (email)=(${customer})` }),
    ],
    [
      "a request that hangs on it",
      Object.assign(new Error("400"), { status: 400, body: customer, headers: { authorization: key } }),
    ],
    ["what could not be parsed", parseError(`{"email": "${customer}`)],
    ["a short text that could not be parsed", parseError(`x${customer}`)],
    ["its message", new Error(`cannot send to ${customer} with Bearer ${key} at https://u:${key}@host/`)],
    ["its cause", new Error("outer", { cause: new Error(`401 for ${key}`) })],
    ["its parts", new AggregateError([new Error(`no ${customer}`)], "all failed")],
    ["a value of another type", new Error(`invalid input syntax for type uuid: "${customer}"`)],
  ])("%s", (_what, error) => {
    const line = told(() => log.error({ err: error }, "failed"));
    expect(JSON.parse(line).err).toMatchObject({
      type: expect.any(String),
      stack: expect.stringContaining("at "),
    });
    for (const secret of [customer, "ada.qui", key]) expect(line).not.toContain(secret);
  });

  test("and with what helps to mend it", () => {
    const error = Object.assign(new Error("duplicate key"), {
      code: "23505",
      table: "contacts",
      constraint: "contacts_external_id",
    });
    const line = told(() => log.error(error, "failed"));
    expect(JSON.parse(line).err).toMatchObject({
      message: "duplicate key",
      code: "23505",
      table: "contacts",
      constraint: "contacts_external_id",
    });
  });
});

function parseError(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch (error) {
    return error;
  }
}
