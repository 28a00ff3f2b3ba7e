import { Router } from "express";
import { version } from "../../version.ts";

/** How a part that the service rests on is doing. */
export interface DependencyState {
  status: "up" | "down" | "resting" | "not asked yet";
  /** Milliseconds that it took to answer. */
  latencyMs?: number;
}

export interface HealthOptions {
  /** Resolves when the database answers. */
  pingDatabase(): Promise<void>;
  /** What else the service rests on, without which it goes on with less. */
  dependencies?: (() => Promise<Record<string, DependencyState>>) | undefined;
  isDraining(): boolean;
}

const patienceMs = 2_000;

/** /health tells how each part is doing, /ready whether to send requests here. */
export function healthRoutes({ pingDatabase, dependencies, isDraining }: HealthOptions): Router {
  const router = Router();
  router.get("/health", async (_request, response) => {
    const [{ status: database, latencyMs }, others] = await Promise.all([
      measured(pingDatabase),
      dependencies ? dependencies().catch(() => ({})) : {},
    ]);
    const states = Object.values<DependencyState>(others).map((state) => state.status);
    const isWell = database === "up" && !states.some((state) => state === "down" || state === "resting");
    response.json({
      status: isWell ? "ok" : "degraded",
      timestamp: new Date().toISOString(),
      version,
      dependencies: { database, ...others },
      latencyMs: { database: latencyMs },
    });
  });
  router.get("/ready", async (_request, response) => {
    if (isDraining()) return void response.status(503).json({ ready: false, reason: "stopping" });
    const ready = (await measured(pingDatabase)).status === "up";
    response.status(ready ? 200 : 503).json({ ready });
  });
  return router;
}

/** Whether something answers in time, and how soon. */
export async function measured(ping: () => Promise<void>): Promise<DependencyState> {
  const began = performance.now();
  const limit = Promise.withResolvers<never>();
  const timer = setTimeout(() => limit.reject(new Error("no answer in time")), patienceMs);
  const status = await Promise.race([ping(), limit.promise]).then(
    () => "up" as const,
    () => "down" as const,
  );
  clearTimeout(timer);
  return { status, latencyMs: Math.round((performance.now() - began) * 10) / 10 };
}
