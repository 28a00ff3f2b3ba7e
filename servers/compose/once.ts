/** What loads something the first time it is asked, and gives the same to whoever asks later or meanwhile. */
export function once<T>(load: () => Promise<T>): () => Promise<T> {
  let loaded: Promise<T> | undefined;
  return () => {
    loaded ??= load();
    return loaded;
  };
}
