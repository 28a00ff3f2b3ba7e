import { AppError } from "#core/errors.ts";
import { falseAlarms } from "./false-alarms.ts";
import { pooledKinds, privacyFloors } from "./floors.ts";
import { makeTexts } from "./generator/make-texts.ts";
import { phoneFormats } from "./generator/phone-formats.ts";
import { measureTexts } from "./measure-texts.ts";
import { presidioTexts } from "./presidio.ts";
import type { GoldText, PrivacyReport } from "./results.ts";

/** How much is measured. */
export interface PrivacyOptions {
  /** Made-up texts. */
  texts: number;
  /** Messages of the sample workspace. */
  messages: number;
  /** Draws the made-up texts anew. */
  fresh?: string | undefined;
  onProgress: (text: string) => void;
}

/** Measures how well personal data is found: on presidio_pii, on made-up texts, and in messages that hold none. */
export function runPrivacy({ texts, messages, fresh, onProgress }: PrivacyOptions): PrivacyReport {
  onProgress("presidio_pii");
  const { texts: sentences, absent } = readPresidio();
  const presidio = sentences && [
    measureTexts(
      {
        name: "presidio_pii",
        about: "sentences made from templates, kinds that recall is asked of",
        kinds: pooledKinds,
      },
      sentences,
    ),
    measureTexts(
      {
        name: "presidio_pii, other kinds",
        about: "the same sentences; addresses are marked line by line there",
        kinds: ["url", "address"],
      },
      sentences,
    ),
  ];
  onProgress(`${texts} made-up texts`);
  const word = fresh ?? "privacy";
  const made = measureTexts(
    {
      name: "made-up texts",
      about: `drawn from the word "${word}", phone numbers as ${Object.keys(phoneFormats).length} countries write them, in prose, chats, markup, forms, signatures, tables and transcripts`,
      kinds: pooledKinds,
    },
    makeTexts(texts, word),
  );
  onProgress(`${messages} messages of the sample`);
  const alarms = falseAlarms({ messages });
  return {
    title: "Personal data",
    sets: [...(presidio ?? []), made],
    alarms,
    floors: privacyFloors({ presidio: presidio?.[0], made, alarms }),
    absent,
  };
}

function readPresidio(): { texts?: GoldText[]; absent: string[] } {
  try {
    return { texts: presidioTexts(), absent: [] };
  } catch (error) {
    if (!(error instanceof AppError)) throw error;
    return { absent: [error.message] };
  }
}
