/** The languages that the sample's people write in. */
export type Language = "en" | "de" | "fr";
