import { expect, test } from "vitest";
import { redact } from "./redact.ts";

// Forms that programs, hurried people and people hiding from machines use. Nothing but signs may be left of a value.
test.each([
  ["(+44) 20 7946 0018 and +44(0)20 7946 0019", "[phone] and [phone]"],
  ["+ 49 171 1234567, 0049 171 1234567", "[phone], [phone]"],
  ["07911-123456/07911-123457", "[phone]/[phone]"],
  ["0171&nbsp;1234567", "[phone]"],
  ['<a href="tel:+491711234567">', '<a href="tel:[phone]">'],
  ["contact=+30 212 841 4765;seats=12", "contact=[phone];seats=12"],
  ["415 - 555 - 0134, (415) 555 - 0134", "[phone], [phone]"],
  ["８（９６９）５８９－００－７６", "[phone]"],
  ["8 (969) 589-00-76 8 988 911 98 20", "[phone] [phone]"],
  ["cero seis uno dos tres cuatro cinco seis siete", "[phone]"],
  ["ada (at) example (dot) co (dot) uk", "[email]"],
  ["ada-at-example-dot-com", "[email]"],
  ["ada%40example.com", "[email]"],
  ["ada&#64;example.com", "[email]"],
  ["mail ada at example.com", "mail [email]"],
  ["ada @example.com; ada@ example.com", "[email]; [email]"],
  ["用户@例子.公司", "[email]"],
  ["4111  1111  1111  1111", "[card]"],
  ["4111 - 1111 - 1111 - 1111", "[card]"],
  ["4111 1111\n1111 1111", "[card]"],
  ["卡号4111111111111111", "卡号[card]"],
  ["IBANDE89370400440532013000", "IBAN[iban]"],
  ["de89 3704 0044 0532 0130 00", "[iban]"],
  ["DE89  3704  0044  0532  0130  00", "[iban]"],
  ["SSN123456789? my social is 123456789", "SSN[id number]? my social is [id number]"],
  ["123 - 45 - 6789", "[id number]"],
  ["192[.]168[.]1[.]1", "[ip]"],
  ["192 dot 168 dot 1 dot 1", "[ip]"],
  ["::ffff:192.0.2.128", "[ip]"],
  ["IP:2161:c7e6:f7d8:88e6:8ffd:2202:4f40:64f5", "IP:[ip]"],
])("hides %j", (text, hidden) => {
  expect(redact(text).text).toBe(hidden);
});
