/** A trade that the studio sells to, with the words its people use. */
export interface Industry {
  name: string;
  /** Ends of company names. */
  endings: readonly string[];
  customers: string;
  /** Clauses, as in "at the moment …". */
  pains: readonly string[];
  /** As in "what we want is to …". */
  goals: readonly string[];
  /** Employees: the middle of a wide spread. */
  staff: number;
}

/** The trades of the sample. */
export const industries: readonly Industry[] = [
  {
    name: "Dental practice",
    endings: ["Dental", "Dental Care", "Smile Clinic"],
    customers: "patients",
    pains: [
      "half our patients still ring to book",
      "reception spends the morning on the phone",
      "our reviews are good but nobody finds us",
    ],
    goals: ["take the load off reception", "fill the cancelled slots", "bring in more private patients"],
    staff: 14,
  },
  {
    name: "Hospitality",
    endings: ["Hotel", "House Hotel", "Inn", "Guesthouse"],
    customers: "guests",
    pains: [
      "the booking portals take 17 percent of every room",
      "our photos are from before the refit",
      "guests cannot see the spa times anywhere",
    ],
    goals: ["win back direct bookings", "sell vouchers at Christmas", "show the new rooms properly"],
    staff: 32,
  },
  {
    name: "Food retail",
    endings: ["Bakery", "Foods", "Deli", "Coffee Roasters"],
    customers: "customers",
    pains: [
      "cake orders come in on paper slips",
      "people order over Instagram and we lose track",
      "we turn away parcels because we cannot take card payments online",
    ],
    goals: ["take orders overnight", "sell beyond the shop", "plan the baking a day ahead"],
    staff: 18,
  },
  {
    name: "Legal services",
    endings: ["Solicitors", "Law", "Legal"],
    customers: "clients",
    pains: [
      "clients email us scans of passports",
      "our site still lists a partner who retired",
      "enquiries land in a shared mailbox",
    ],
    goals: ["look like the firm we are", "collect documents safely", "get fewer but better enquiries"],
    staff: 21,
  },
  {
    name: "Fitness",
    endings: ["Fitness", "Gym", "Pilates", "Climbing"],
    customers: "members",
    pains: [
      "members cancel classes by text message",
      "trial bookings get lost at the front desk",
      "our timetable is a photo of a whiteboard",
    ],
    goals: ["let members book from the phone", "turn trials into memberships", "fill the lunchtime classes"],
    staff: 12,
  },
  {
    name: "Construction",
    endings: ["Builders", "Roofing", "Joinery", "& Sons, Contractors"],
    customers: "clients",
    pains: [
      "we win work by word of mouth only",
      "our website shows jobs from ten years ago",
      "quotes sit in the van until Friday",
    ],
    goals: ["get more extensions and fewer small repairs", "show finished jobs", "hire two apprentices"],
    staff: 26,
  },
  {
    name: "Manufacturing",
    endings: ["Engineering", "Components", "Instruments", "Packaging"],
    customers: "distributors",
    pains: [
      "distributors phone us for data sheets",
      "our catalogue is a 90 MB PDF",
      "reorders arrive by fax, honestly",
    ],
    goals: [
      "let distributors reorder by themselves",
      "be found by engineers abroad",
      "keep data sheets up to date",
    ],
    staff: 85,
  },
  {
    name: "Education",
    endings: ["Language School", "Academy", "Montessori", "Music School"],
    customers: "parents",
    pains: [
      "enrolment is a form to print and post",
      "parents miss our letters",
      "the term dates are wrong on three pages",
    ],
    goals: ["take enrolments online", "reach parents in time", "fill the summer courses"],
    staff: 24,
  },
  {
    name: "Property",
    endings: ["Estates", "Lettings", "Property"],
    customers: "tenants",
    pains: [
      "viewings are arranged by text message",
      "listings go up twice by hand",
      "landlords ask us for reports we build in Excel",
    ],
    goals: ["publish a listing once", "give landlords a login", "get more valuations"],
    staff: 16,
  },
  {
    name: "Accounting",
    endings: ["Accountants", "Bookkeeping", "Tax Advisers"],
    customers: "clients",
    pains: [
      "clients bring receipts in shoe boxes",
      "we chase the same documents every quarter",
      "nobody under forty finds us",
    ],
    goals: ["collect documents online", "win start-ups as clients", "stop chasing paper"],
    staff: 13,
  },
  {
    name: "Charity",
    endings: ["Trust", "Foundation", "Community Centre"],
    customers: "donors",
    pains: [
      "our donation page fails on phones",
      "volunteers sign up on a paper list",
      "the annual report is our only news",
    ],
    goals: ["raise more from regular donors", "make volunteering easy", "show where the money goes"],
    staff: 19,
  },
  {
    name: "Home and garden",
    endings: ["Gardens", "Interiors", "Kitchens", "Furniture"],
    customers: "customers",
    pains: [
      "people ask for prices we never publish",
      "the showroom is empty on weekdays",
      "our gallery loads in nine seconds",
    ],
    goals: ["book showroom visits", "show prices without scaring people", "sell accessories online"],
    staff: 15,
  },
  {
    name: "Logistics",
    endings: ["Logistics", "Couriers", "Freight"],
    customers: "shippers",
    pains: [
      "customers ring to ask where the pallet is",
      "rates are sent around as spreadsheets",
      "our competitors show tracking and we do not",
    ],
    goals: ["show tracking to customers", "quote within the hour", "attract drivers"],
    staff: 60,
  },
  {
    name: "Veterinary",
    endings: ["Veterinary", "Animal Clinic", "Vets"],
    customers: "pet owners",
    pains: [
      "repeat prescriptions tie up the phone",
      "people find our old address",
      "vaccination reminders go out by post",
    ],
    goals: ["take prescription requests online", "send reminders by text", "register new pets faster"],
    staff: 17,
  },
];
