import type { Server } from "node:http";
import type { RequestHandler } from "express";

/** Milliseconds that requests under way have to finish, below the 30 s after which orchestrators kill. */
const graceMs = 25_000;

export interface Drain {
  /** True from the moment that the server is to stop. */
  readonly isDraining: () => boolean;
  /** Ends connections with their next answer once draining has begun. */
  readonly closeConnections: RequestHandler;
  /** Takes no new connection, lets requests under way finish, and then ends; what is not finished by then is cut. */
  drain(server: Server): Promise<void>;
}

/** Makes what a server needs to stop without failing anybody. @param ms that requests under way have */
export function openDrain(ms = graceMs): Drain {
  let draining = false;
  return {
    isDraining: () => draining,
    closeConnections: (_request, response, next) => {
      if (draining) response.setHeader("Connection", "close");
      next();
    },
    drain: async (server) => {
      draining = true;
      const { promise: closed, resolve } = Promise.withResolvers<void>();
      server.close(() => resolve());
      server.closeIdleConnections();
      // A connection whose request is answered while draining becomes idle and would be kept for the next one.
      const sweep = setInterval(() => server.closeIdleConnections(), 50);
      const limit = setTimeout(() => server.closeAllConnections(), ms);
      await closed;
      clearInterval(sweep);
      clearTimeout(limit);
    },
  };
}
