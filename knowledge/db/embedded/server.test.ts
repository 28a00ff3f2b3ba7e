import { once } from "node:events";
import { connect, type Socket } from "node:net";
import { setTimeout as sleep } from "node:timers/promises";
import type pg from "pg";
import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { takeOwnerLock } from "./owner-lock.ts";
import { readOwnerRecord } from "./owner-record.ts";
import { embeddedPaths } from "./paths.ts";
import { startOwner } from "./start-owner.ts";
import { isAlive, makeTestHome } from "./test-home.ts";
import { message, query, readyForQuery, requestCode } from "./wire.ts";

const place = makeTestHome();
let owner: number;

beforeAll(async () => {
  place.spawnOwner("--idle", "60000", "--patience", "400");
  while (place.ownerPid() === 0) await sleep(20);
  owner = place.ownerPid();
  const client = await place.connect();
  await client.query("CREATE TABLE notes (text text)");
  await client.end();
});
afterAll(() => place.remove());

beforeEach(async () => {
  const client = await place.connect();
  await client.query("TRUNCATE notes");
  return async () => {
    // Whatever a test did, the same owner serves on and no transaction is left open.
    await client.query("VACUUM notes");
    await client.end();
    expect(place.ownerPid()).toBe(owner);
    expect(isAlive(owner)).toBe(true);
  };
});

describe("transactions", () => {
  test("an error fails its own transaction only", async () => {
    const [a, b] = [await place.connect(), await place.connect()];
    await a.query("BEGIN");
    await expect(a.query("SELECT 1 / $1::int", [0])).rejects.toMatchObject({ code: "22012" });
    await expect(a.query("SELECT 1")).rejects.toMatchObject({ code: "25P02" });
    const waiting = b.query("SELECT 2 AS two");
    await a.query("ROLLBACK");
    expect((await waiting).rows).toEqual([{ two: 2 }]);
    await Promise.all([a.end(), b.end()]);
  });

  test("a client that vanishes in the middle leaves nothing", async () => {
    const [a, b] = [await place.connect(), await place.connect()];
    await a.query("BEGIN");
    await a.query("INSERT INTO notes VALUES ($1)", ["half"]);
    const waiting = b.query("SELECT count(*)::int AS n FROM notes");
    streamOf(a).destroy();
    expect((await waiting).rows).toEqual([{ n: 0 }]);
    await b.end();
  });

  test("a client that vanishes in the middle of a message leaves nothing", async () => {
    const socket = await startedSocket();
    socket.write(
      Buffer.concat([
        query("BEGIN"),
        query("INSERT INTO notes VALUES ('half')"),
        message("P").subarray(0, 4),
      ]),
    );
    await sleep(50);
    socket.destroy();
    const client = await place.connect();
    expect((await client.query("SELECT * FROM notes")).rows).toEqual([]);
    await client.end();
  });

  test("a client that idles in one while others wait is rolled back", async () => {
    const [a, b] = [await place.connect(), await place.connect()];
    await a.query("BEGIN");
    await a.query("INSERT INTO notes VALUES ('half')");
    const ended = new Promise((end) => a.once("end", end));
    expect((await b.query("SELECT * FROM notes")).rows).toEqual([]);
    await ended;
    await b.end();
  });

  test("the settings of a client end with it", async () => {
    const [a, b] = [await place.connect(), await place.connect()];
    await a.query("SET search_path = nowhere");
    await a.end();
    await sleep(50);
    expect((await b.query("SHOW search_path")).rows[0].search_path).not.toBe("nowhere");
    await b.end();
  });
});

describe("COPY FROM STDIN is refused", () => {
  const copy = "COPY notes FROM STDIN";
  test.each([
    ["in a simple query", [copy, undefined]],
    ["among other statements", [`INSERT INTO notes VALUES ('x'); ${copy}; SELECT 1`, undefined]],
    ["in a prepared query", [{ text: copy, queryMode: "extended" }, undefined]],
    ["in a named one, under another spelling", [{ name: "c", text: "cOpY notes\nfrom stdin" }, []]],
  ] as const)("%s", async (_, [statement, values]) => {
    const client = await place.connect();
    await expect(client.query(statement as string, values as never)).rejects.toThrow(
      /not available.*use INSERT/,
    );
    expect((await client.query("SELECT count(*)::int AS n FROM notes")).rows).toEqual([{ n: 0 }]);
    await client.end();
  });

  test("COPY TO STDOUT is not", async () => {
    const socket = await startedSocket();
    socket.write(query("COPY (SELECT 'copied') TO STDOUT"));
    await until(socket, "copied");
    socket.destroy();
  });
});

describe("the wire", () => {
  test("carries a parameter and an answer of 16 MB", async () => {
    const client = await place.connect();
    const text = "ä".repeat(8 * 1024 * 1024);
    const { rows } = await client.query("SELECT $1::text AS text", [text]);
    expect(rows[0].text === text).toBe(true);
    await client.end();
  });

  test("carries many clients at once, each its own answers", async () => {
    const clients = await Promise.all(Array.from({ length: 20 }, () => place.connect()));
    const answers = await Promise.all(clients.map((client, i) => client.query("SELECT $1::int AS i", [i])));
    expect(answers.map(({ rows }) => rows[0].i)).toEqual(clients.map((_, i) => i));
    await Promise.all(clients.map((client) => client.end()));
  });

  test.each([
    ["SSL", requestCode.ssl],
    ["GSS encryption", requestCode.gssEncryption],
  ])("declines %s and goes on in the clear", async (_, code) => {
    const socket = rawSocket();
    socket.write(startUp(code));
    expect(String((await once(socket, "data"))[0])).toBe("N");
    socket.write(startUp(3 << 16));
    await until(socket, "server_version");
    socket.destroy();
  });

  test.each([
    ["a request to cancel", startUp(requestCode.cancel)],
    ["an old protocol", startUp(2 << 16)],
    ["a length out of range", Buffer.from("GET / HTTP/1.1\r\n\r\n")],
    ["a message type that nobody knows", Buffer.concat([startUp(3 << 16), message("!")])],
  ])("ends a connection that sends %s", async (_, bytes) => {
    const socket = rawSocket();
    socket.resume().write(bytes);
    await once(socket, "close");
  });

  test("sends results that the client reads late", async () => {
    const [slow, other] = [await startedSocket(), await place.connect()];
    slow.pause();
    slow.write(query("SELECT repeat('x', 1000000) FROM generate_series(1, 16)"));
    expect((await other.query("SELECT 1 AS one")).rows).toEqual([{ one: 1 }]);
    let read = 0;
    slow.on("data", (chunk) => {
      read += chunk.length;
    });
    slow.resume();
    while (read < 16_000_000) await sleep(10);
    slow.destroy();
    await other.end();
  });
});

describe("one owner", () => {
  test("holds the lock, and a second one ends at once without harm", async () => {
    expect(takeOwnerLock(embeddedPaths(place.home).lock)).toBeUndefined();
    const second = place.spawnOwner();
    expect(await once(second, "exit")).toEqual([0, null]);
  });

  test("ends after its last client, keeps everything, and another can follow", async () => {
    const own = makeTestHome();
    try {
      await startOwner(own.home, { idle: 50 });
      const first = own.ownerPid();
      const client = await own.connect();
      await sleep(200);
      await client.query("CREATE TABLE kept AS SELECT 1 AS one");
      await client.end();
      while (isAlive(first)) await sleep(20);
      await startOwner(own.home, { idle: 1_000 });
      const later = await own.connect();
      expect((await later.query("SELECT one FROM kept")).rows).toEqual([{ one: 1 }]);
      expect(own.ownerPid()).not.toBe(first);
      await later.end();
    } finally {
      await own.remove();
    }
  });
});

function streamOf(client: pg.Client): Socket {
  const { connection } = client as unknown as { connection: { stream: Socket } };
  return connection.stream;
}

function rawSocket(): Socket {
  return connect(readOwnerRecord(place.home)?.address ?? "").on("error", () => {});
}

async function startedSocket(): Promise<Socket> {
  const socket = rawSocket();
  socket.write(startUp(3 << 16));
  await until(socket, readyForQuery);
  return socket;
}

async function until(socket: Socket, expected: string | Buffer): Promise<void> {
  for (let heard = Buffer.alloc(0); !heard.includes(expected); ) {
    const [chunk] = await once(socket, "data");
    heard = Buffer.concat([heard, chunk]);
  }
}

function startUp(code: number): Buffer {
  const packet = Buffer.alloc(9);
  packet.writeInt32BE(9);
  packet.writeInt32BE(code, 4);
  return packet;
}
