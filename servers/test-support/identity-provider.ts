import { OAuth2Server } from "oauth2-mock-server";

/** The audience that the tests' services are told to accept. */
export const audience = "https://rapport.example/mcp";

export interface TokenChanges {
  claims?: Record<string, unknown>;
  header?: Record<string, unknown>;
  /** Which of the provider's keys signs it. */
  kid?: string;
}

/** Starts a real identity provider on loopback, with one RS256 key. */
export async function startIdentityProvider() {
  const server = new OAuth2Server();
  await server.issuer.keys.generate("RS256", { kid: "first" });
  await server.start(0, "127.0.0.1");
  const issuer = server.issuer.url ?? "";
  /** A token for the audience, with whatever the claims say beside; a claim that is undefined is left out. */
  const token = ({ claims = {}, header = {}, kid = "first" }: TokenChanges = {}) =>
    server.issuer.buildToken({
      kid,
      scopesOrTransform: (tokenHeader, payload) => {
        Object.assign(tokenHeader, header);
        Object.assign(payload, { aud: audience, sub: "ada", rapport_roles: ["ADMIN"], ...claims });
      },
    });
  return {
    issuer,
    token,
    addKey: (kid: string, algorithm = "RS256") => server.issuer.keys.generate(algorithm, { kid }),
    /** The public key as it is published. */
    publicKey: () => server.issuer.keys.toJSON().find(({ kid }) => kid === "first"),
    environment: { RAPPORT_AUTH_ISSUER: issuer, RAPPORT_AUTH_AUDIENCE: audience },
    stop: () => server.stop(),
  };
}

export type IdentityProvider = Awaited<ReturnType<typeof startIdentityProvider>>;
