/** A correct text, if plain. */
export interface Draft {
  explanation: string;
  recommendations: readonly string[];
}

export interface PhraseRequest {
  /** All that may be said, and all that a model is sent: what should not leave the machine must not stand in it. */
  draft: Draft;
  /** Milliseconds that a model may take, if less than its own time limit. */
  timeoutMs?: number;
  signal?: AbortSignal;
}

export interface Phrased {
  explanation: string;
  recommendations: string[];
  /** "local" or the model that wrote it. */
  engine: string;
  /** Why a configured model's words were not used; never quotes them. */
  note?: string;
}

/** Turns a correct draft into good prose. Port: local (the draft as it is) or a model that falls back to it; never throws. */
export interface Words {
  /** "local", or the id of the model that writes. */
  readonly engine: string;
  phrase(request: PhraseRequest): Promise<Phrased>;
}
