/** One address, without a name around it. Deliberately loose: mail servers decide what exists. */
export function looksLikeEmail(cell: string): boolean {
  return (
    cell.length <= 254 && cell.includes("@") && /^[^\s@<>,;"]+@[^\s@<>,;"]+\.[^\s@<>,;".]{2,}$/.test(cell)
  );
}
