import { lookup as systemLookup } from "node:dns/promises";
import ipaddr from "ipaddr.js";
import { AppError } from "#core/errors.ts";

/** An IP address of an endpoint's host. */
export interface HostAddress {
  address: string;
  family: 4 | 6;
}

/** Resolves a host's name to all of its addresses. */
export type Lookup = (hostname: string) => Promise<HostAddress[]>;

export interface AllowedNetworks {
  /** Networks (CIDR) that may be sent into though they are not public, and without TLS. */
  networks: readonly string[];
  /** Instead of the system's resolver. */
  lookup?: Lookup;
}

/** Everything public stands in it (RFC 4291 §2.4, IANA's global unicast space). */
const globalUnicast = ipaddr.IPv6.parseCIDR("2000::/3");
const longestUrl = 2_000;

/**
 * Checks what can be told of an endpoint's URL without asking anybody: https (http for an IP address or name that turns out to be in an
 * allowed network), no credentials, no address of a network that is not public.
 * @throws AppError VALIDATION_FAILED
 */
export function checkUrl(text: string, { networks }: Pick<AllowedNetworks, "networks">): URL {
  checkNetworks(networks);
  const url = URL.canParse(text) && text.length <= longestUrl ? new URL(text) : undefined;
  if (!url || !/^https?:$/.test(url.protocol)) throw refused("is no https address");
  if (url.username || url.password) throw refused("holds a name or password; messages are signed instead");
  if (url.protocol === "http:" && networks.length === 0) throw refused("is not https");
  const host = hostOf(url);
  if (ipaddr.isValid(host)) ensureReachable(url, [toAddress(host)], networks);
  return url;
}

/**
 * The addresses that an endpoint's host has now. All of them have to be public, or in an allowed network: whoever owns a name may let it
 * lead anywhere. Connect to these and look the name up no more, or it may lead elsewhere by then.
 * @throws AppError VALIDATION_FAILED for where nothing may be sent, NOT_READY (retryable) for a name that does not resolve.
 */
export async function targetAddresses(
  text: string,
  { networks, lookup = resolve }: AllowedNetworks,
): Promise<{ url: URL; addresses: HostAddress[] }> {
  const url = checkUrl(text, { networks });
  const host = hostOf(url);
  const addresses = ipaddr.isValid(host) ? [toAddress(host)] : await found(host, lookup);
  ensureReachable(url, addresses, networks);
  return { url, addresses };
}

/** @throws AppError VALIDATION_FAILED naming the variable, for what is no network */
function checkNetworks(networks: readonly string[]): void {
  const wrong = networks.find((network) => !ipaddr.isValidCIDR(network));
  if (wrong === undefined) return;
  throw new AppError(
    "VALIDATION_FAILED",
    `RAPPORT_WEBHOOK_NETWORKS holds ${JSON.stringify(wrong.slice(0, 60))}, which is no network. Write networks as 10.1.0.0/16, comma-separated.`,
  );
}

async function found(host: string, lookup: Lookup): Promise<HostAddress[]> {
  const addresses = await lookup(host).catch(() => []);
  if (addresses.length > 0) return addresses;
  throw new AppError("NOT_READY", "The host of the URL has no address. Check its name.", { retryable: true });
}

function ensureReachable(url: URL, addresses: readonly HostAddress[], networks: readonly string[]): void {
  const allowed = addresses.map(({ address }) => isAllowed(address, networks));
  if (url.protocol === "http:" && !allowed.every(Boolean)) throw refused("is not https");
  if (addresses.every(({ address }, index) => allowed[index] || isPublic(address))) return;
  throw refused("leads into a network that is not public; RAPPORT_WEBHOOK_NETWORKS names those that may be");
}

function isPublic(address: string): boolean {
  const parsed = ipaddr.process(address);
  if (parsed.range() !== "unicast") return false;
  return parsed.kind() === "ipv4" || (parsed as ipaddr.IPv6).match(globalUnicast);
}

function isAllowed(address: string, networks: readonly string[]): boolean {
  const parsed = ipaddr.process(address);
  return networks.some((network) => {
    const [base, bits] = ipaddr.parseCIDR(network);
    return base.kind() === parsed.kind() && parsed.match(base, bits);
  });
}

/** The URL parser has written numbers of every form as an address already. */
function hostOf({ hostname }: URL): string {
  return hostname.replace(/^\[|\]$/g, "");
}

function toAddress(host: string): HostAddress {
  return { address: host, family: ipaddr.parse(host).kind() === "ipv4" ? 4 : 6 };
}

async function resolve(hostname: string): Promise<HostAddress[]> {
  const all = await systemLookup(hostname, { all: true });
  return all.map(({ address, family }) => ({ address, family: family === 6 ? 6 : 4 }));
}

function refused(why: string): AppError {
  const message = `${why}: give an https address of a public host`;
  return new AppError("VALIDATION_FAILED", `url ${message}.`, { details: [{ field: "url", message }] });
}
