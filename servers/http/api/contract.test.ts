import { Ajv2020 } from "ajv/dist/2020.js";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { conversationsWorkspace } from "../../test-support/conversations-workspace.ts";
import { composeForTests } from "../../test-support/serve-workspace.ts";
import { openApi } from "./openapi.ts";
import { apiOperations } from "./operations.ts";
import { serveApi, type TestApi } from "./test-api.ts";
import { contractCases, prepareRecords, type Records } from "./test-cases.ts";
import { type Cases, caseOf, requestTo } from "./test-requests.ts";

// biome-ignore lint/suspicious/noExplicitAny: the document is read as its readers do
type Json = any;

const parts = composeForTests();
const operations = apiOperations(parts.api.tools);
const document: Json = openApi(operations);
const ajv = new Ajv2020({ strict: false, validateFormats: false });

let api: TestApi;
let cases: Cases;

beforeAll(async () => {
  const mine = await conversationsWorkspace("mine", 4);
  api = await serveApi(mine);
  cases = contractCases(await prepareRecords(api, mine));
}, 60_000);

afterAll(async () => {
  await api.close();
  await parts.close();
});

test("every operation has a case, and no case is of none", () => {
  expect(Object.keys(contractCases({} as Records)).sort()).toEqual(operations.map(({ id }) => id).sort());
});

test("the document is served, and its page asks only its own host", async () => {
  const served = await fetch(`${api.url}/api/v1/openapi.json`);
  expect(await served.json()).toEqual(JSON.parse(JSON.stringify(document)));
  const page = await fetch(`${api.url}/api/docs/`);
  expect([page.status, page.headers.get("content-security-policy")]).toEqual([
    200,
    expect.stringContaining("script-src 'self'"),
  ]);
  const links = [...(await page.text()).matchAll(/(?:src|href)="([^"]+)"/g)].map(([, link]) => link ?? "");
  for (const link of links) expect((await fetch(api.url + link)).status).toBe(200);
});

describe.each(operations.map((operation) => [operation.id, operation] as const))("%s", (id, operation) => {
  const described: Json = document.paths[operation.path][operation.method];

  test("is described whole", () => {
    expect(described).toMatchObject({
      operationId: id,
      summary: expect.any(String),
      tags: [expect.any(String)],
    });
  });

  test.runIf(operation.body)("has an example of its body that it takes", () => {
    const { example } = described.requestBody.content["application/json"];
    const taken = operation.body?.safeParse(example);
    expect({ example, taken: taken?.success, issues: taken?.error?.issues }).toMatchObject({
      example: expect.any(Object),
      taken: true,
    });
  });

  test("answers as its document says", async () => {
    const { status, body } = await api.send(requestTo(operation, await caseOf(cases, id, api)));
    const schema = described.responses[String(status)]?.content?.["application/json"]?.schema;
    expect({ status, body: status < 300 ? undefined : body }).toEqual({
      status: expect.toBeOneOf([operation.status, ...(operation.method === "put" ? [201] : [])]),
      body: undefined,
    });
    if (operation.status === 204) return expect(body).toBeNull();
    const valid = ajv.compile(schema);
    expect({ valid: valid(body), errors: valid.errors }).toEqual({ valid: true, errors: null });
  });
});
