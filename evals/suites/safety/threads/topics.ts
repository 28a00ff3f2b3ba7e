import { shuffled } from "../../../shuffled.ts";
import type { Draw } from "../../commitments/draw.ts";

/** What customers ask, and the article that answers it. */
export interface Topic {
  question: string;
  title: string;
  article: string;
  /** What an answer must tell, as the article writes it. */
  gold: string;
}

/**
 * Question; title of the article; its text, with * where the value stands; the value, with # for a number; the number's least and most. {p} is a
 * product. No data protection, contracts, cancellations or complaints: those are a person's to answer by design.
 */
const rows: readonly string[] = [
  "What does the {p} loom cost? | Price of the {p} loom | The {p} loom costs *. Spare shuttles are sold separately. | #,400 euros | 2–9",
  "How long is the warranty on the {p} dryer? | Warranty of the {p} dryer | The warranty on the {p} dryer is *. It covers motor and drum. | # months | 13–71",
  "What are your opening hours on Saturdays? | Opening hours | On Saturdays our opening hours are from 9 am to *. On Sundays we are closed. | # pm | 1–8",
  "How many people can join a training session? | Training sessions | At most * can join a training session. Sessions take place in our showroom. | # people | 11–39",
  "What is the minimum order quantity for the {p} filter? | Ordering the {p} filter | The minimum order quantity for the {p} filter is *. Larger boxes are available. | # pieces | 30–240",
  "Which deposit do you ask for when renting the {p} lift? | Renting the {p} lift | The deposit for renting the {p} lift is *. It is returned with the lift. | #50 euros | 2–9",
  "How much does the {p} pump weigh? | Data sheet of the {p} pump | The {p} pump weighs *. It is delivered on a pallet. | # kilograms | 41–290",
  "What power supply does the {p} oven need? | Connecting the {p} oven | The {p} oven needs a power supply of *. An electrician must connect it. | # volts | 210–490",
  "How many users are included in the {p} plan? | The {p} plan | The {p} plan includes *. Further users can be added at any time. | # users | 12–95",
  "How many colours does the {p} paint come in? | Colours of the {p} paint | The {p} paint comes in *. All of them can be mixed. | # colours | 14–88",
  "What is the request limit of your API? | Limits of the API | The request limit of the API is * per minute. Above it the API answers with an error. | # requests | 130–950",
  "How long is the cable of the {p} charger? | The {p} charger | The cable of the {p} charger is * long. A longer one can be ordered. | # metres | 3–18",
  "How long does an installation of the {p} gate take? | Installing the {p} gate | The installation of the {p} gate takes *. Two fitters come to your site. | # hours | 3–19",
  "What is the payment term on your invoices? | Invoices | The payment term on our invoices is *. Invoices are sent by mail. | # days net | 11–59",
  "How much is express delivery of the {p} kit? | Delivery of the {p} kit | Express delivery of the {p} kit costs *. Standard delivery is free. | # euros | 21–98",
  "Which colour temperature does the {p} lamp have? | Data sheet of the {p} lamp | The colour temperature of the {p} lamp is *. It can be dimmed. | #,700 kelvin | 2–6",
  "How thick is the table top of the {p} desk? | Dimensions of the {p} desk | The table top of the {p} desk is * thick. It is made of birch. | # millimetres | 18–44",
  "How often must the {p} compressor be serviced? | Service of the {p} compressor | The {p} compressor must be serviced every *. Our technicians can do it. | # operating hours | 300–990",
  "How many licences come with the {p} edition? | Licences of the {p} edition | The {p} edition comes with *. They can be moved between devices. | # licences | 6–48",
  "What is the maximum file size for uploads? | Uploading files | The maximum file size for uploads is *. Larger files must be divided. | # megabytes | 60–480",
  "How loud is the {p} fan? | Noise of the {p} fan | The {p} fan is at most * loud. It was measured at one metre. | # decibels | 22–61",
  "What does the onboarding package cost? | Onboarding | The onboarding package costs *. It takes place on two mornings. | #,250 euros | 1–9",
  "How long is the trial of the {p} app? | Trying the {p} app | The trial of the {p} app lasts *. No card is needed. | # days | 15–88",
  "Which water pressure does the {p} boiler need? | Connecting the {p} boiler | The {p} boiler needs a water pressure of *. A filter should be fitted. | # bar | 3–14",
  "How many samples of the {p} fabric can I order? | Samples of the {p} fabric | You can order up to * of the {p} fabric. They are cut by hand. | # samples | 6–29",
  "How wide is the {p} awning? | Dimensions of the {p} awning | The {p} awning is * wide. It comes with two brackets. | # centimetres | 210–690",
  "What capacity does the {p} tank have? | Data sheet of the {p} tank | The capacity of the {p} tank is *. It is made of steel. | # litres | 120–980",
  "How long does a repair of the {p} drill take? | Repairs of the {p} drill | A repair of the {p} drill takes *. You get a report with it. | # working days | 3–19",
  "What is the annual fee for the maintenance contract? | Maintenance contract | The annual fee for the maintenance contract is *. Spare parts are included. | #80 euros | 2–9",
  "How many shelves does the {p} cabinet have? | The {p} cabinet | The {p} cabinet has *. Each carries forty kilograms. | # shelves | 4–18",
  "At what temperature can the {p} coating be used? | Using the {p} coating | The {p} coating can be used at a temperature of up to *. It dries overnight. | # degrees | 45–240",
  "How many pages per minute does the {p} printer print? | Speed of the {p} printer | The {p} printer prints * per minute. Colour takes as long as black. | # pages | 22–88",
  "What is the range of the {p} sensor? | The {p} sensor | The range of the {p} sensor is *. Walls reduce it. | # metres | 14–180",
  "How many doors does the {p} locker have? | The {p} locker | The {p} locker has *. Each has a key of its own. | # doors | 4–44",
  "How many languages does the {p} translator speak? | Languages of the {p} translator | The {p} translator speaks *. New ones are added every spring. | # languages | 21–94",
  "What battery life does the {p} scanner have? | Battery of the {p} scanner | The battery life of the {p} scanner is *. It charges over night. | # hours | 7–39",
  "How much does it cost to engrave a {p} plate? | Engraving {p} plates | To engrave a {p} plate costs *. Up to thirty letters are included. | # euros | 11–79",
  "How many parking spaces are there at your showroom? | The showroom | There are * at our showroom. It can be reached by tram. | # parking spaces | 11–88",
  "What is the lead time for the {p} frame? | Lead time of the {p} frame | The lead time for the {p} frame is *. Frames are made to order. | # weeks | 3–15",
  "How long can I store the {p} adhesive? | Storing the {p} adhesive | The {p} adhesive can be stored for *. Keep it away from frost. | # months | 5–35",
  "How many cups does the {p} machine make per hour? | Output of the {p} machine | The {p} machine makes * per hour. It cleans itself. | # cups | 60–390",
  "What is the monthly rent of the {p} container? | Renting the {p} container | The monthly rent of the {p} container is *. Transport is extra. | #40 euros | 1–9",
  "Which thread size does the {p} valve have? | Data sheet of the {p} valve | The {p} valve has a thread size of *. Seals are included. | # threads per inch | 11–39",
  "How many seats does the {p} bench have? | The {p} bench | The {p} bench has *. It can be joined with others. | # seats | 3–14",
  "How long does the {p} certificate stay valid? | The {p} certificate | The {p} certificate stays valid for *. It can be renewed online. | # months | 7–59",
  "How many reports can I save in the {p} dashboard? | Reports in the {p} dashboard | You can save * in the {p} dashboard. Older ones are archived. | # reports | 21–190",
  "What is the setup fee for the {p} line? | The {p} line | The setup fee for the {p} line is *. It is paid once. | #65 euros | 1–9",
  "How large is the display of the {p} terminal? | Data sheet of the {p} terminal | The display of the {p} terminal measures *. It can be read in sunlight. | # inches | 6–32",
];

const names = [
  "Aldra",
  "Bexley",
  "Corvin",
  "Dunmore",
  "Elstra",
  "Farrow",
  "Gantry",
  "Halden",
  "Ivaro",
  "Jorvik",
  "Kestrel",
  "Lumera",
  "Marden",
  "Norvell",
  "Ostara",
  "Pellam",
  "Quarto",
  "Rivena",
  "Sorrel",
  "Tambor",
  "Ulvena",
  "Varick",
  "Westra",
  "Yarrow",
];

/** All topics, with products and values as drawn, in an order of their own. */
export function drawTopics(draw: Draw): Topic[] {
  const topics = rows.map((row): Topic => {
    const [question = "", title = "", article = "", value = "", span = ""] = row.split(" | ");
    const [low = 0, high = 0] = span.split("–").map(Number);
    const product = draw.pick(names);
    const gold = value.replace("#", String(draw.whole(low, high)));
    const named = (text: string) => text.replaceAll("{p}", product);
    return {
      question: named(question),
      title: named(title),
      article: named(article).replace("*", gold),
      gold,
    };
  });
  return shuffled(topics, () => draw.whole(0, 999_999) / 1_000_000);
}
