import { providerStandIns } from "#models/stand-ins/provider-stand-ins.ts";

/** What the provider does when it is asked. */
export type ModelMood = "answers" | "hangs" | "refuses";

export interface ModelProvider {
  /** For the servers and workers that ask it. */
  env: Record<string, string>;
  become(mood: ModelMood): void;
  close(): Promise<void>;
}

/** Starts a stand-in for a provider whose mood changes. */
export async function startModelProvider(): Promise<ModelProvider> {
  let mood: ModelMood = "answers";
  const provider = await providerStandIns.openai(() => {
    if (mood === "hangs") return "hang";
    if (mood === "refuses") return { status: 503, message: "overloaded" };
    return { text: '{"probability":0.4,"reasoning":"It has been quiet."}' };
  });
  return {
    env: { ...provider.env, RAPPORT_MODELS: provider.id },
    become: (next) => {
      mood = next;
    },
    close: provider.close,
  };
}
