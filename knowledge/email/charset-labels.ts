/** True of a label that the platform's decoder knows. */
export function isStandardLabel(label: string): boolean {
  try {
    new TextDecoder(label);
    return true;
  } catch {
    return false;
  }
}

/** True of bytes that are the same in nearly every character set. */
export function isAscii(bytes: Uint8Array): boolean {
  return !bytes.some((byte) => byte >= 0x80);
}
