// Messages of the Postgres wire protocol 3.0: https://www.postgresql.org/docs/current/protocol-message-formats.html

/** The codes that stand where a start-up packet has its protocol version. */
export const requestCode = { cancel: 80877102, ssl: 80877103, gssEncryption: 80877104 } as const;

/** Frames one message: type byte, length, body. */
export function message(type: string, ...parts: (string | Buffer)[]): Buffer {
  const body = Buffer.concat(
    parts.map((part) => (typeof part === "string" ? Buffer.from(`${part}\0`) : part)),
  );
  const header = Buffer.alloc(5);
  header.write(type, "latin1");
  header.writeInt32BE(body.length + 4, 1);
  return Buffer.concat([header, body]);
}

/** What a server says to a client that it trusts: authentication is done, some parameters, ready. */
export function greeting(parameters: Record<string, string>): Buffer {
  return Buffer.concat([
    message("R", Buffer.alloc(4)),
    ...Object.entries(parameters).map(([name, value]) => message("S", name, value)),
    readyForQuery,
  ]);
}

export const readyForQuery: Buffer = message("Z", Buffer.from("I"));

export const sync: Buffer = message("S");

/** A simple query. */
export function query(sql: string): Buffer {
  return message("Q", sql);
}

/** Answers CopyInResponse; a backend that is not waiting for COPY data ignores it. */
export const copyFail: Buffer = message(
  "f",
  "COPY FROM STDIN is not available in the embedded database: use INSERT",
);

/** An ErrorResponse after which the server closes the connection. */
export function fatal(sqlState: string, text: string): Buffer {
  return message("E", "SFATAL", "VFATAL", `C${sqlState}`, `M${text}`, Buffer.alloc(1));
}
