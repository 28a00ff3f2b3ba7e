/** A text with all that it may say; numbers and names outside `facts` and `draft` are inventions. */
export interface PhraseRequest {
  /** What is known, a line each. May quote customers. */
  facts: readonly string[];
  draft: { explanation: string; recommendations: readonly string[] };
  signal?: AbortSignal;
}

export interface Phrased {
  explanation: string;
  recommendations: string[];
  /** "local" or the model that wrote it. */
  engine: string;
  /** Why a configured model's words were not used. */
  note?: string;
}

/** Turns a correct draft into good prose. Port: local (the draft as it is) or a model that falls back to it; never throws. */
export interface Words {
  /** "local", or the id of the model that writes. */
  readonly engine: string;
  phrase(request: PhraseRequest): Promise<Phrased>;
}
