import { type Lexicon, phrases, words } from "../lexicon.ts";

/** English. */
export const english: Lexicon = {
  language: "en",
  common: words(`
    a about above after again all also although always am an and another any anyone anything are around as at be because
    been before being below between both but by came can can't cannot come could couldn't did didn't do does doesn't doing
    don't done down during each either else enough even ever every everyone everything few for from further get gets
    getting give given go goes going gone got had has hasn't have haven't having he he's her here hers him his how i i'd
    i'll i'm i've if in into is isn't it it's its itself just know let let's like made make many may maybe me might mine
    more most much must my myself need needs neither no nor not nothing now of off often oh ok okay on once one ones only
    or other others our ours out over own perhaps please put quite rather really same say see seem seems she should
    shouldn't since so some someone something soon still such take than thank thanks that that's the their theirs them
    then there there's these they they're they've thing things think this those though through to too two under until up
    upon us use used very via want wants was wasn't way we we'd we'll we're we've well went were weren't what what's when
    where whether which while who whom whose why will with within without won't would wouldn't yes yet you you'd you'll
    you're you've your yours yourself hi hello hey dear regards best kind cheers sincerely wishes look looking looks
    bit lot back first last next today tomorrow yesterday week month year day time never hear hearing heard forward advance moment actually tell told said people ask morning afternoon
    evening else's able pretty tonight monday tuesday wednesday thursday friday
    saturday sunday january february march april june july august september october november december mr mrs ms sent
    email mail phone tel name company subject wrote`),
  negators: words(`
    not no never none nobody neither nor without hardly barely don't doesn't didn't isn't aren't wasn't weren't can't
    cannot couldn't won't wouldn't shouldn't haven't hasn't hadn't ain't dont doesnt didnt isnt wasnt cant wont wouldnt`),
  negatesBehind: false,
  conditionals: words("if whether unless before until once should assuming suppose might could otherwise"),
  greetings: words("hi hello hey dear thanks thank cheers morning afternoon evening sincerely"),
  phrases: {
    harmless: phrases(`
      no problem|problems|worries|issue|issues|doubt|trouble|harm|complaints; not a problem; don't|dont|not worry;
      no|without need to worry; not bad; can't complain; worry free;
      good|great morning|afternoon|evening|day|weekend|week|luck;
      have|had a great|good|nice|lovely|wonderful ~ day|weekend|week|evening|one|time|trip|holiday;
      best|kind|warm|many regards|wishes|greetings; all the best; thank|thanks in advance; no more than;
      go|move|press ahead and|to send|call|email|let|tell|give|book|schedule|share|set|make|look|check|put|do;
      as good|soon|well as; good|great|fair question|point; for good; a good many|deal|while|number;
      happy to help|wait|share|send|provide|answer; sorry for|about the|my delay|wait|silence|late; price to pay;
      can|may|could always|also|best? call|reach|ring|phone|contact me|us on|at|under|via;
      the budget we|i have in mind; phone|your|their|his|her|the|telephone|mobile number;
      let me|us know if|what|whether ~ missing|problem|problems|unclear|question|questions|need;
      would be great|good|nice|perfect|wonderful|ideal|lovely|fantastic|awesome if|to|as;
      off|been|was|am|is|home|call|calling|called sick; sick leave; the next few|couple days; you missed|lost;
      good|happy birthday;
      look|looking forward to hearing|your|receiving|getting ~ from|reply|answer|response|mail|email|message;
      in good time; quick question|call|chat|word|note|reply|look; pretty|very|how much
    `),
    price: phrases(`
      how much is|are|does|do|would|will|did it|that|this|they|these|one|you ~ cost|charge|run|set;
      how much does|would|will|do ~ ~ cost|charge; how much is|are|would|will the|it|that|this|your|these|those|a|an;
      how much do|would you charge|want|ask; how much ~ cost|costs|charge|pay|price;
      how much for|per the|a|an|your|it|that|one|each|user|seat|month|#;
      what does|would|will|do|did|might|could it|that|this|they|these|the|a|an|your|one|such ~ ~ cost;
      what would|will|does|do ~ ~ ~ cost|costs us|me|roughly|approximately|per|to|$;
      what is|are|was|would|will|what's the|your ~ price|prices|pricing|cost|costs|fee|fees|charge|charges;
      what is|are the|your rate|rates; what's the|your ~ price|pricing|cost|fee|charge|damage;
      what price|prices|rate|rates|fee|fees ~ you|is|are|would|do; what are we looking at;
      what|how|much it|that|this|they would|will|might|could ~ cost|costs; how much it|that|this|they costs|cost|is|charge; what do you charge;
      what ~ price include|includes|cover|covers; at what price|cost|rate; how much of the price;
      price|prices|pricing list|lists|sheet|sheets|breakdown|details|information|info|options|model|structure|plans|estimate|range|quote;
      your pricing|prices|rates|fees|charges; cost breakdown|estimate|estimates;
      a|an|the|your|another|new|formal|written|revised|updated|rough quotation|estimate|quote for|of|by|on|please|with|from|$;
      need|want|get|receive|send|request|requesting|expect|awaiting a|an|your|the|us|me quote|quotation|estimate;
      receive|send|request|awaiting quotes|quotations|estimates;
      send|give|email|make|forward|share me|us|over ~ price|prices|pricing|quote|quotation|quotations|proposal|offer|estimate|figure|figures;
      give me|us a number|price|figure|quote|range|ballpark; enough for an|a? estimate|quote|quotation|offer;
      quote us|me for|on|a|$; ballpark figure|number|price|estimate|cost;
      rough|approximate|indicative price|cost|figure|estimate;
      could|can|would|will you ~ give|name|tell|send|quote ~ price|cost|rate|figure|pricing|range;
      the price for|of|per; price per seat|user|head|unit|month|year|hour|piece|person;
      is that|this|it|everything|installation|delivery|support|shipping included in|within? the|your|that? price;
      is that|this|it ~ in your|the price;
      is|are there a|any|an? ~ monthly|annual|yearly|setup|running|extra|additional|hidden fee|fees|cost|costs|charge|charges;
      do you charge; what about the? price|prices|cost|costs|pricing;
      any idea of|on|what the|it|that? ~ cost|costs|price|prices; money wise; split|break the|down ~ price|cost|costs;
      talking|talk about # or
    `),
    meeting: phrases(`
      can|could|shall|may|might we ~ meet|talk|speak|chat|call; can|could i|we talk|speak to|with you|someone $;
      can|could you|someone|somebody|anyone call|ring|phone|visit me|us; can|could you come by|over|round|and|to|out;
      can|could|shall|should|let's|let|to we|us|you|i? ~ schedule|arrange|book|organise|organize|plan|set|fix ~ call|meeting|chat|demo|appointment|visit|conversation|session|walkthrough|time|slot|tour|viewing;
      set up ~ call|meeting|chat|demo|appointment|visit|conversation|session|time|zoom;
      schedule|arrange|book|organise|organize a|an|another|our|the|some|me|us|my ~ call|meeting|chat|demo|appointment|visit|conversation|session|walkthrough|tour|viewing|slot;
      would|i'd|we'd|want|wants|love|happy|glad|keen|available|like to|for|a|you? to? meet|talk|speak|chat|discuss with|on|about|this|it|in|you|over|by|$;
      have|find|got|spare|make time|a for? a? quick|short|brief? call|chat|meeting|talk|moment|word;
      have|spare # minutes; time for|to a|an? quick|short? call|chat|meeting|talk|demo|speak|meet;
      jump|hop|get on a|the quick|short? call|phone|zoom|teams; give me|us a call|ring|bell;
      call|ring|phone me|us back|when|today|tomorrow|this|next|after|before|later|please;
      please|just|then call|ring|phone me|us; let's|let us meet|talk|speak|chat|call|catch;
      come by|over|round and|to|on|at|next|this|tomorrow|for|$; meet in person|up|you|with|at|on|next|this;
      when are|can|could you|we ~ available|free|meet|talk|speak|visit;
      when is|would|will|'s|be a|be|it? ~ good|best|convenient|suitable time;
      what time|times|day|days works|work|suits|suit|would|is|are ~ you;
      are|is|will you|anyone|someone be? free|available|around ~ monday|tuesday|wednesday|thursday|friday|week|tomorrow|today|morning|afternoon|call|chat|#;
      monday|tuesday|wednesday|thursday|friday|tomorrow|morning|afternoon|# ~ ~ works|suits|fits for|me|us|fine|good|great|perfect|well|best|$;
      monday|tuesday|wednesday|thursday|friday|tomorrow|morning|afternoon ~ ~ is|are|sounds fine|good|great|perfect|best|ok|okay;
      monday|tuesday|wednesday|thursday|friday|tomorrow at # ~ then|$; # works for me|us;
      that|this|time|date|day|slot works|suits|fits for? me|us;
      see|speak|talk to? you then|on|at|monday|tuesday|wednesday|thursday|friday|tomorrow;
      send|share|forward ~ invite|invitation|calendly|availability|slots; your availability|calendar|diary;
      in the|my diary|calendar;
      see|get|have|want|book|live|quick|short|full|product|like|watch|give a|the|us|your|me? ~ demo|demonstration;
      look|looking forward to ~ meeting|call|visit|talking|speaking|demo|seeing|conversation|chat;
      would have time for|to
    `),
    costly: phrases(`
      too expensive|pricey|costly|dear|steep; too high|much for|to us|me|our|my|spend|pay|afford; too much money;
      so|very|rather|quite|pretty|really|a|little|bit|bit? expensive|pricey|costly|steep;
      is|are|looks|seems|sounds|seem|was|it's|that's expensive|pricey|costly|steep;
      price|prices|cost|costs|fee|fees|rate|rates|quote|quotation|estimate is|are|was|seems|looks|seem|sounds|feels too|very|so|rather|quite|a|bit|little ~ high|steep|expensive|much;
      proposal|offer|product|idea is good|great|fine the price is not;
      more|higher|over|above|beyond|outside than? our|my|the ~ budget|budgeted|limit;
      more|higher than we|i ~ expected|planned|thought|budgeted|wanted|hoped|anticipated|spend|mind|afford|pay;
      more|higher than expected|planned|budgeted|anticipated;
      over|exceeds|exceed|beyond|outside|above our|my|the budget|limit|range|means|reach;
      out of our|my|the budget|range|reach|league; over budget; can't|cannot|couldn't|won't ~ afford; not able to afford;
      not|isn't within|in the|our|my budget;
      budget is|are|has ~ tight|limited|small|smaller|lower|gone|used|spent|frozen|cut;
      a|very|have|on limited|tight|small|tighter budget; can't|cannot|couldn't stretch|go to|that|higher|above|beyond;
      beyond|above what|than we|i can; discount|discounts|rebate; less expensive;
      something|anything|a|any|is|it|bit|much|lower|find cheaper $; do|make|get it|this|that|anything ~ cheaper;
      lower|reduce|drop|bring|cut|improve the|your|that|down ~ price|prices|cost|costs|rate|quote|fee;
      better|lower price|deal|rate; your best price; come down on|in|a? bit|little|price; knock ~ off;
      is a lot of|for money|a|us|me|our; what could|can we leave out; costs|cost|charge|price|is|asking an? ~ fortune;
      overpriced; fell|fall off my chair; it|that is just|only? the budget|price|cost; just the budget|price|cost;
      our|my limit is|was|lies; had|have in mind was|is #; way to spread
    `),
    concern: phrases(`
      concerned|worried|nervous|uneasy|hesitant|reluctant|sceptical|skeptical|wary|unsure; worries|worry me|us;
      a|my|our|main|biggest|some|any|one|few|have|big|only concern|concerns; misgivings|objections;
      have|some|my|our|any reservations|doubts|objection|objections about|on|regarding|$;
      not|isn't|aren't ~ convinced|persuaded|comfortable;
      not|never ~ sure|certain if|whether|about|that|it|this|we|how|what|i;
      don't|doesn't|can't|cannot|not see the|how|why|any ~ point|value|benefit|work|worth|need|this|it|that;
      don't|not|can't|cannot ~ trust; hard|difficult to justify|convince|believe|sell;
      the|main|big|biggest|only|our|real problem|issue|snag|catch is;
      what if it|something|things|you|goes|breaks|fails ~; bad|poor|terrible|awful|negative experience|experiences;
      went badly|wrong; been|got|was|were burned|burnt|bitten|let down; too good to be true;
      too complicated|complex|difficult|risky|slow|rigid|limited|technical;
      sounds|looks|seems|feels ~ complicated|risky|complex; too|a|the|big|bit risky|risk;
      is it|this|that|there a ~ scam|catch; how do i|we know;
      why is|do|would|should it|we|i|this|that|they|you needed|need|have;
      i|we also|do|just|still? wonder|wondering|doubt; doubt that|whether|if|it|this|we|i
    `),
    delay: phrases(`
      not right just|now; not just|right? yet|now $; not now|today|yet|immediately|anytime thanks|please|but|thank|$;
      not|no at the|this moment|time|stage|point; not|isn't the|a right|good|best time|moment;
      no|not|in|great rush|hurry; not in a|any|no rush|hurry; nothing|not that|so|very|too? urgent;
      in|after|until|till|for|by|maybe|perhaps|early next year|quarter|season|spring|summer|autumn|winter;
      later|end in|of this the? year|quarter;
      after|until|till|over the|our|my summer|holiday|holidays|vacation|christmas|easter|season|year|budget|trade|launch|move|fair|new;
      after|until|till christmas|easter|summer|new|january|february|march|april|may|june|july|august|september|october|november|december|q1|q2|q3|q4;
      in the new year; back|again|later|until in|on q1|q2|q3|q4|spring|summer|autumn|january|september;
      put|putting|keep it|this|that|things|everything|the|on ~ on? hold|ice|off|pause; on hold|ice;
      push|pushed|pushing|move|moved it|this|that|things|the ~ back|out|down;
      postpone|postponed|postponing|defer|deferred|delay|delayed|delaying|reschedule|rescheduled|shelved|parked;
      have|need|had|has|will|must|'ll to? wait; must|will|it'll it? wait; wait until|till|for the|a|our|my|next;
      come|get|check|circle|touch|reach|ask|call|try|write|contact back|base|me|us|out|again to|again|you|in|with|us|me|on? ~ later|next|after|few|couple|month|months|weeks|quarter|spring|summer|autumn|january|september|q1|q2|q3|q4;
      let me|us come|get|think back? ~; let me|us think|sleep|discuss|consider;
      need|want|like|have some|more|bit|little time|think to think|decide|consider|about|over|through;
      need|must|want|have|has|like to think about|it|over|this; will|i'll|we'll think about|it|over;
      think it|this|that over|through; sleep on it; some time|while yet; too|very|so|really|quite|extremely|bit busy;
      busy right|at|month|period|time|until; keeping|keeps us|me busy; swamped|snowed|overloaded;
      mad|crazy|hectic here|week|month|right|at;
      haven't|have not had|got|gotten|decided ~ decided|chance|time|round|around|to|yet|yet;
      not got|had ~ to|time|chance|round it|this|that|yet|look|read; not|haven't|hasn't decided|ready yet|to;
      still thinking|deciding|considering|undecided|evaluating about|whether|it|which|the|$;
      revisit ~ later|next|again|in|after|when;
      pick it|this|that|things up again? ~ later|next|after|in|when|week|month|fortnight; bear with me|us;
      another|some|better other? time; maybe|perhaps|possibly later|next|another time|year|month|week|quarter;
      not a|our|the|my? priority; down|lower the|our|on list|priority; too early|soon to|for|yet;
      in a few|couple|several of? weeks|months; give me|us a|some few|couple|more? of? days|weeks|months|time;
      no hands|time to|for|before|until
    `),
    refusal: phrases(`
      not|no|never|isn't|aren't really|longer|at|so|that|particularly? all? interested;
      no longer need|needed|require|required|want|interested|looking|considering|relevant|an;
      no|not|zero interest in|at|from|$;
      don't|doesn't|won't|not really|actually|currently? need it|this|that|you|your|any|one|the|a|an;
      no|not ~ need for|right|at|now|$; no real|further need;
      don't|doesn't|do not? want it|this|that|you|your|anymore|any|one $; not for me|us; no thanks|thank;
      is|it's|a|clear|firm|definite no from|for|then|i'm|unfortunately; consider it a no;
      say|said|saying|turned|turning no to|down; has|have|had|must|to|will|we said|say no;
      not|won't|can't|cannot|don't|couldn't|be going|be|to|able|want? to? go|going|proceed|proceeding|move|moving|continue|pursue|pursuing ahead|forward|further|with|it|this;
      decided|choose|chose|chosen|opted|deciding not|against;
      decided|chose|chosen|opted|gone|going|went|signed|going|decided to|for? go? with|for another|someone|somebody|a|one ~ agency|else|company|provider|vendor|supplier|competitor|firm|option;
      gone|went|going|go in|with another|a? different|other direction|way|provider|company|supplier|vendor|agency;
      went|gone|going|go elsewhere|somewhere|someone; went|gone|signed|decided|going|chose|opted to? go? with|for|on;
      chose|chosen another|somebody|someone; got|gets|won|has|had the job|contract|order|project;
      have to|must decline|cancel|withdraw|stop|turn|pass; decline|declined|declining;
      cancel|cancelled|canceled|cancelling|cancelled my|our|the|this|that order|contract|subscription|meeting|appointment|account|project|plan|call|visit;
      going to|will|we'll|i'll|have pass on; pass on this|it|that|your;
      turned|turn|turning it|this|that|us|the ~ down; has|have turned down; call|called|calling it|this off;
      unsubscribe; take|remove|delete me|us|my|our off|from|email|address|data|details ~; take us|me off;
      stop emailing|calling|contacting|writing|sending|bothering|messaging;
      don't contact|call|email|write me|us|again|anymore; not contact me|us; leave me|us alone;
      close it|this|our|my|the file|case|request|ticket|on|account|matter; close it|this on your;
      not proceed|proceeding|happening;
      won't|not be? happen|happening|proceeding|pursuing|continuing|renewing|needing;
      stay|stick|staying|sticking|remain with what|our|the|my|current|existing|a ~ have|got|is|provider|supplier|system|site|agency|website|page|$;
      make do with; found someone|another|somebody|something|one else|cheaper|better|solution|provider|who;
      already have|found|bought|chosen|signed|got|hired a|an|our|another|one|with|someone ~ provider|supplier|vendor|agency|solution|contract|$;
      do|doing it|that|this ourselves|myself|in-house|internally; wish you|all luck|every ~;
      project|it|deal|plan was|has|is|been been? cancelled|canceled|dead|stopped|dropped|scrapped;
      dropped|scrapped|abandoned the|this|our|it project|idea|plan; given up on|the; other plans for;
      nothing i|we can do; is|will be? enough for us
    `),
    enthusiasm: phrases(`
      love|loved|loving it|this|that|the|your|what|how; love to see|know|hear|try|have|start|do|get|join|work;
      really|very|so|absolutely|quite|much|all like|liked|likes|enjoyed|excited|impressed|keen|interested|happy|pleased|eager|enthusiastic|appreciate;
      i'm|we're|am|are|definitely|also|still|certainly|highly interested|keen|excited|impressed|delighted|thrilled|eager|curious;
      we|i|all like|liked|love what|how|it|your|this|the|that; excited|thrilled|delighted|impressed;
      look|looking|looks|looked forward to; can't|cannot wait to|for;
      sounds|looks|seems|is|was|that's|it's|are all|so|really|very|absolutely|just|pretty|be? great|perfect|excellent|fantastic|brilliant|amazing|wonderful|awesome|promising|ideal|lovely|superb|exciting;
      sounds|looks really|very|pretty|so? good|interesting|nice; exactly what we|i;
      just what we|i need|needed|want|wanted|was|were;
      fantastic|brilliant|amazing|awesome|superb|outstanding|marvellous|marvelous;
      great|excellent|wonderful|perfect idea|work|job|news|stuff|product|offer|proposal|demo|presentation|service|support;
      good news; great|perfect|excellent|wonderful|lovely $; convinced us|me; what tipped it; big|huge fan;
      tell me|us more; like|learn|know|hear|want|love|find|interested ~ more about; count me|us in; blown away;
      ticks all; pleasure to work|deal|do; highly recommend|recommended; feel|feels|felt right
    `),
    commitment: phrases(`
      want|like|ready|happy|decided|agreed|let's|please|we'll|good|glad|pleased|i'll|we'd|us|cleared|able to|us|now|you? ~ go|move|proceed|press ahead|forward with|at|as|on|then|now|please|$;
      go ahead with|at|as|please|now|then|from|on|$;
      want|like|ready|happy|decided|agreed|let's|please|we'll|pleased to? proceed|begin|start|sign|order with|on|at|the|by|your|it|$;
      go|going with your|the|this|that|you offer|proposal|quote|option|one|plan;
      gave|given|got|have|has us|me|the|you|it|a|your|our ~ go ahead|green; green light; let's|let us do it|this|that;
      let's|let us make it|this happen; let's|let us get|go|roll started|with|ahead|for;
      let's|let us start|begin with|on|next|in|as|now|this|the|$; we|i are|am in $; we're|i'm in|sold $;
      count us|me in; send|forward|email|mail|prepare|draft|draw ~ contract|contracts|agreement|paperwork|invoice;
      where|how|when|what do|can|should i|we sign|order;
      ready|happy|prepared|want|going|like|able to sign|order|buy|purchase|commit;
      signed|countersigned the|our|your|a|and|copy|contract|today|yesterday;
      i|we|will|we'll|i'll|to sign the|it|today|tomorrow|this|on|your;
      signed copy|contract|agreement|version|offer|order|document|quote;
      contract|agreement|quote|quotation|offer|proposal|order|budget|price|# is|has|was|been ~ signed|approved|accepted|confirmed;
      accept|accepted|accepting|approve|approved|confirm|confirmed|confirming your|the|this|our|that ~ quote|quotation|offer|proposal|price|order|terms|budget|contract|estimate;
      has|have|boss|board|management|team|all approved|agreed|signed|confirmed it|this|the|your|$;
      is|been approved|agreed|signed;
      place|placing|placed|raise|raised|issue|issued|confirm an|the|our|a|my|this purchase? order|po; purchase order;
      the|our|my order is on|coming|attached; po number|attached|is; it is|'s a deal;
      it's|we|you've|you have|got|a|got? a deal $; you have|got|get the job|deal|order|contract|project;
      you've got the job|deal|order|contract|project; we'll|i'll take it|the|this|one;
      we|i will|would take|like it|one $; sign me|us up; when|how soon? do|can|could|should we start|begin|onboard;
      first|send|sent|attach|paid|pay|the|your ~ invoice|deposit is|paid|to|please|has;
      deposit|payment|transfer|invoice has|have|is|was|been ~ made|paid|sent|done|settled;
      we|i have|'ve|both|all? decided|agreed for|on|to? you|your|buy|order|sign|work;
      we|i|you want|would|like|going|will|we'd|i'd|plan|happy|glad|love to|would|like|be? to? buy|order|purchase|subscribe|renew|donate|contribute;
      i'll|we'll donate|buy|order|purchase|subscribe|renew|contribute;
      i|we will|would|can gladly|definitely|certainly|happily? donate|contribute|buy|order|subscribe|renew;
      yes to it|the|your|this|everything;
      start on|in monday|tuesday|wednesday|thursday|friday|january|february|march|april|june|july|august|september|october|november|december|immediately
    `),
    alternative: phrases(`
      competitor|competitors; your competition|rivals;
      another|other|different|second|third|two|three|several|some|few|rival|local|competing|# agency|agencies|vendor|vendors|provider|providers|supplier|suppliers|bidder|bidders|contractor|contractors|quotes|quote|bids|bid|quotation|quotations|offers|offer|estimates|proposal|proposals|tenders;
      someone|somebody|anyone|anybody else could|can|do|offers|who|for|$; elsewhere;
      other options|companies|alternatives|parties|firms;
      alternative to|offer|offers|quote|provider|supplier|solution; alternatives;
      shopping|looking|asking|shop|asked around;
      compare|compared|comparing ~ offer|offers|quotes|prices|price|options|you|your|with|others|providers|suppliers;
      also|already|currently|still|we're|i'm talking|speaking|talked|spoken|negotiating|dealing to|with;
      they|who quoted|charge|promise|promised; they|one|others offered|offer|ask us|me|it|the|half|less|#;
      have|got|received|getting|collecting|get|collect two|three|several|other|some|more|better|# offers|quotes|bids|proposals;
      switch|switching|switched providers|suppliers|to another|from our; one of the others; can you match;
      tender|rfp|rfq|shortlist|shortlisted; were|was|they're|is|are|much|bit cheaper than|but|by|elsewhere|and|there;
      cheaper|better elsewhere|offer|provider|alternative|somewhere
    `),
    positive: phrases(`
      good|nice|glad|happy|pleased|helpful|useful|clear|fine|reasonable|smooth|friendly|valuable|great|perfect|excellent|wonderful|lovely|interesting|interested|beautiful|satisfied|cool|super;
      liked|enjoy|enjoyed|enjoying it|the|your|that|this|what|how;
      appreciate|appreciated|grateful|recommend|recommended|thumbs;
      well|nicely explained|done|made|presented|written|put|prepared|designed; much|lot|even|a better|easier;
      thank you so|very much; thanks so much; works|worked ~ well|great|fine|perfectly|nicely; makes|made sense;
      worth it|the|every; a? pleasure; was|very|so|really quick|fast
    `),
    negative: phrases(`
      worse|worst|terrible|awful|horrible|disappointed|disappointing|unhappy|frustrated|frustrating|annoyed|annoying|angry|upset|unacceptable|useless|ridiculous|rude|confusing|confused|unclear|nightmare|unprofessional|shocking|pathetic|scam|hate|hated|unfortunately|regret;
      bad|poor idea|service|support|quality|news|impression|timing|job|communication|reviews|taste;
      is|was|are|too|so|very|really|quite|looks|feels bad|poor|messy; waste of time|money|my|our; a mess; fed up;
      sick|tired of; complain|complaint|complaints|complaining; a|your|the|big|this|another mistake|mistakes|failure;
      have|having|had|the|a|another|some|still|big|more|many problem|problems|trouble|troubles with|again|and|to|since|that|$;
      lost|losing patience|trust|money|customers|interest|confidence; i|we am|are afraid;
      i'm|we're|am|are|very|so|really sorry; a|what|such|real pity|shame;
      no one|nobody answered|replied|called|responded|answers|replies|calls|came;
      never heard|got|received|called|came|replied|answered;
      still waiting|no|not|haven't|nothing|broken for|answer|reply|heard|received|had|got|from|$;
      haven't|not|no heard|received|had|got|have ~ from|reply|answer|response|back|anything|anybody|yet;
      given me|us no; let us|me down; how long do|must|will|should ~ wait;
      third|second|fourth time|reminder|email|message|request i|we|that|and|now|$;
      doesn't|didn't|don't|isn't|not work|working|help properly|at|for|as|with|us|$; refund|compensation|lawyer;
      legal action
    `),
  },
};
