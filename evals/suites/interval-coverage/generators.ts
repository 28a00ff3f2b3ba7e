import { designGenerators } from "./design-generators.ts";
import type { Generator } from "./generator.ts";
import { judgingGenerators } from "./judging-generators.ts";
import { mixedGenerators } from "./mixed-generators.ts";

/** All worlds, those of the design first. */
export const generators: readonly Generator[] = [
  ...designGenerators,
  ...mixedGenerators,
  ...judgingGenerators,
];
