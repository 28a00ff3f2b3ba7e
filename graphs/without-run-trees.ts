import { AsyncLocalStorageProviderSingleton } from "@langchain/core/singletons";

// For each step of a node the library makes a run of its tracing service, with an id, dates and a look at the environment, whether or not anything is
// traced (here never: core/config.ts): half of what a graph's run costs. It is kept in async storage for code that asks for its configuration without
// being handed it. Nodes here are handed theirs, so the step is simply run (docs/decisions/0021).
AsyncLocalStorageProviderSingleton.runWithConfig = <T>(_config: unknown, step: () => T): T => step();
