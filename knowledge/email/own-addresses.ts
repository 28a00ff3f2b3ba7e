import { AppError } from "#core/errors.ts";
import { addressKey } from "./email.ts";

/** The addresses and domains that belong to the team. */
export interface OwnAddresses {
  /** As they are compared: lower case, domains without "@". */
  entries: readonly string[];
  /** Whether mail from or to this address is from or to the team; what stands after "+" in it does not matter. */
  isOwn: (address: string) => boolean;
  /** Whether a List-Id or List-Post names one of them. */
  isOwnList: (value: string) => boolean;
}

/**
 * Reads addresses ("sales@acme.example") and domains ("acme.example", which includes its subdomains).
 * @throws AppError VALIDATION_FAILED for an entry that is neither.
 */
export function ownAddresses(entries: readonly string[]): OwnAddresses {
  const keys = [...new Set(entries.map(checked))];
  const known = new Set(keys);
  const domains = keys.filter((key) => !key.includes("@"));
  const ofDomain = (domain: string) => domains.some((own) => domain === own || domain.endsWith(`.${own}`));
  const isOwn = (address: string) => {
    const key = addressKey(address);
    const at = key.lastIndexOf("@");
    return known.has(key) || known.has(key.replace(/\+[^@]*@/, "@")) || ofDomain(key.slice(at + 1));
  };
  return {
    entries: keys,
    isOwn,
    isOwnList: (value) => {
      const named = (/<(?:mailto:)?([^<>?]+)/i.exec(value)?.[1] ?? value).trim();
      // A list's id is its address with a dot for "@" (RFC 2919).
      return named.includes("@")
        ? isOwn(named)
        : ofDomain(addressKey(named)) || isOwn(named.replace(".", "@"));
    },
  };
}

function checked(entry: string): string {
  const key = addressKey(entry).replace(/^@/, "");
  if (/^(?:[^\s@<>,;"]+@)?[^\s@<>,;"]+\.[^\s@<>,;".]{2,}$/.test(key) && key.length <= 254) return key;
  throw new AppError(
    "VALIDATION_FAILED",
    `${JSON.stringify(entry.slice(0, 60))} is no address and no domain. Write --own sales@acme.example or --own acme.example.`,
  );
}
