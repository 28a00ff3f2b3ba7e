import { z } from "zod";

const range = "give a moment of the years 1 to 9999";

/** A moment as callers give it; the database takes the years 1 to 9999, which a zone may leave. */
export const moment = z.iso
  .datetime({ offset: true, error: "give a date and time with its zone, as 2026-01-31T09:30:00Z" })
  .refine((text) => {
    const year = new Date(text).getUTCFullYear();
    return year >= 1 && year <= 9_999;
  }, range);
