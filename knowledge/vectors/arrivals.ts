/** Tells whoever works things off whether to wait for more of them. */
export interface Arrivals {
  /** Resolves with true once anything has come since it was last asked, with false when nothing will come any more. */
  more(): Promise<boolean>;
}

/** What the one who brings them has in hand. */
export interface Announced extends Arrivals {
  /** Something has come. */
  announce(): void;
  /** Nothing will come any more. */
  end(): void;
}

/** Joins two pieces of work of which the second takes up what the first has saved; neither waits for the other's end. */
export function createArrivals(): Announced {
  let fresh = false;
  let ended = false;
  let change = Promise.withResolvers<void>();
  const wake = () => {
    change.resolve();
    change = Promise.withResolvers();
  };
  return {
    announce: () => {
      fresh = true;
      wake();
    },
    end: () => {
      ended = true;
      wake();
    },
    more: async () => {
      while (!fresh && !ended) await change.promise;
      const came = fresh;
      fresh = false;
      return came;
    },
  };
}
