/** Words that say which way something went, or how two things compare. */
const up =
  "rose rise rises risen rising grew grow grows grown growing growth increase increases increased increasing up upward upwards higher high " +
  "more greater larger bigger above gain gains gained climb climbs climbed climbing jump jumps jumped surge surges surged soared " +
  "exceed exceeds exceeded doubled tripled outperform outperforms outperformed ahead lift lifts lifted raise raised faster longer";
const down =
  "fell fall falls fallen falling drop drops dropped dropping decline declines declined declining decrease decreases decreased decreasing " +
  "down downward downwards lower low less fewer smaller below shrank shrink shrinks shrunk lost-ground dip dips dipped plunge plunges " +
  "plunged slump slumped slid slide slides halved underperform underperforms underperformed behind cut reduced reduce reduces slower slowed shorter sooner";
const most = "most highest best peak peaks peaked busiest fullest strongest top maximum max";
const least = "least lowest worst trough weakest bottom minimum min quietest";
const better = "better improve improves improved improving improvement healthier stronger good";
const worse = "worse worsen worsens worsened worsening deteriorate deteriorated deteriorating weaker bad";

const negations =
  "no not never none nothing nobody neither nor cannot without hardly barely scarcely unlikely fail fails failed stop stopped avoid instead except despite false wrong isn wasn aren weren doesn didn don won't can't t";

/** Numbers in words; "one" too, for "one in five". */
const numberWords =
  "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen " +
  "twenty thirty forty fifty sixty seventy eighty ninety hundred hundreds thousand thousands million millions billion dozen dozens half halves third " +
  "thirds quarter quarters fifth fifths tenth tenths twice thrice double triple triples doubles quadruple quadrupled fold twofold threefold tenfold couple several majority minority";

/** Words before a figure that change what it says. */
const bounds =
  "from to by than against versus over under nearly almost only just exactly below above beyond within past between up";

/** Words for the other side of a comparison. */
const rest = "others other rest remaining elsewhere everyone everybody average";
/** Words for when. */
const before = "before previous previously earlier prior formerly until";
const after = "after afterwards since now later next following currently";

/** Words that change whom or what a sentence is about, without being a name, and words of cause. */
const subjects =
  "won lost win wins loss losses inbound outbound received sent answered unanswered replied open closed early late fast slow quick " +
  "cause causes caused causing because due thanks owing driven drives drove leads led makes made";

const listed = (text: string) => new Set(text.split(" "));

/** Classes of words that bear on what a sentence claims. */
export const lexicon = {
  up: listed(up),
  down: listed(down),
  most: listed(most),
  least: listed(least),
  better: listed(better),
  worse: listed(worse),
  negations: listed(negations),
  numberWords: listed(numberWords),
  bounds: listed(bounds),
  rest: listed(rest),
  before: listed(before),
  after: listed(after),
  subjects: listed(subjects),
};

/** Words that a rewording may bring in: they claim nothing by themselves. */
export const harmless = listed(
  "a an the this that these those it its they their them we our us you your is are was were be been being has have had do does did and or " +
    "in on at of for with as by to from about around roughly per each every while when where which who also overall here there so then " +
    "clearly notably team please look see take note means shows show shown showing found find figures figure data records record " +
    "period level number numbers stands stood stand came come comes remained stays stayed remains went move moves moved moving compared " +
    "comparison against between worth mind keep interval percent point points rate share value seen over during across within",
);
