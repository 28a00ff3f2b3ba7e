import { describe, expect, test } from "vitest";
import { checkUrl, type HostAddress, targetAddresses } from "./target-address.ts";

const at =
  (...addresses: string[]) =>
  async (): Promise<HostAddress[]> =>
    addresses.map((address) => ({ address, family: address.includes(":") ? 6 : 4 }));
const none = { networks: [], lookup: at("93.184.216.34") };

describe("nothing is sent to", () => {
  test.each([
    "https://127.0.0.1/hook",
    "https://127.1/hook",
    "https://10.1.2.3/hook",
    "https://172.16.0.1/",
    "https://192.168.1.1/",
    "https://169.254.169.254/latest/meta-data",
    "https://100.64.0.1/",
    "https://0.0.0.0/",
    "https://255.255.255.255/",
    "https://224.0.0.1/",
    "https://198.18.0.1/",
    "https://[::1]/",
    "https://[::]/",
    "https://[::ffff:10.0.0.1]/",
    "https://[::ffff:7f00:1]/",
    "https://[::10.0.0.1]/",
    "https://[64:ff9b::10.0.0.1]/",
    "https://[64:ff9b:1::10.0.0.1]/",
    "https://[2002:a00:1::]/",
    "https://[fc00::1]/",
    "https://[fe80::1]/",
    "https://[fec0::1]/",
    "https://[ff02::1]/",
    "https://[2001:db8::1]/",
    "https://2130706433/",
    "https://0x7f000001/",
    "https://0177.0.0.1/",
    "https://①②⑦.0.0.1/",
    "http://hooks.example/",
    "ftp://hooks.example/",
    "https://me:secret@hooks.example/",
    "file:///etc/passwd",
    "hooks.example",
    "",
  ])("%s", async (url) => {
    await expect(targetAddresses(url, none)).rejects.toMatchObject({ code: "VALIDATION_FAILED" });
  });

  test.each([
    ["a private address", ["10.0.0.1"]],
    ["a private one among public ones", ["93.184.216.34", "192.168.0.9"]],
    ["loopback, mapped", ["::ffff:127.0.0.1"]],
    ["the cloud's metadata", ["169.254.169.254"]],
  ])("a name that leads to %s", async (_what, addresses) => {
    const sent = targetAddresses("https://hooks.example/", { networks: [], lookup: at(...addresses) });
    await expect(sent).rejects.toThrow(/not public/);
  });

  test("a name without an address, and it may be tried again", async () => {
    const sent = targetAddresses("https://hooks.example/", { networks: [], lookup: at() });
    await expect(sent).rejects.toMatchObject({ code: "NOT_READY", retryable: true });
  });
});

describe("sent is to", () => {
  test("the addresses that were checked", async () => {
    const { addresses } = await targetAddresses("https://hooks.example/", {
      networks: [],
      lookup: at("93.184.216.34", "2606:4700::1111"),
    });
    expect(addresses.map(({ address }) => address)).toEqual(["93.184.216.34", "2606:4700::1111"]);
  });

  test.each([
    ["http://127.0.0.1:9/", ["127.0.0.0/8"]],
    ["http://[::1]:9/", ["::1/128"]],
    ["https://10.1.2.3/", ["192.168.0.0/16", "10.1.0.0/16"]],
  ])("%s where %j is allowed", async (url, networks) => {
    await expect(targetAddresses(url, { networks })).resolves.toHaveProperty("addresses");
  });

  test.each(["http://8.8.8.8/", "https://10.2.0.1/"])("not %s where another network is", async (url) => {
    await expect(targetAddresses(url, { networks: ["10.1.0.0/16"] })).rejects.toThrow(/url/);
  });
});

test("a network that is none is named", () => {
  expect(() => checkUrl("https://hooks.example/", { networks: ["10.0.0.0/8", "local"] })).toThrow(/"local"/);
});
