/** Small things that make a message concrete; each lead draws its own. Names are made up. */
export const details = {
  reference: ["Tidepool Ceramics", "Corrib Ferries", "Bannerman Print", "Hollow Tree Cider", "Slate & Sea Hotel", "Fenwick Opticians", "Gannet Cycles", "Brennock Dairy", "Ardmore Sailing School", "Pepperbox Theatre", "Mossfield Clinic", "Lantern Books"],
  competitor: ["Pixel Orchard", "Brightfold Media", "Studio Nordlicht", "Webwerft", "Copper Kettle Digital", "Northlight Agency", "Agence Papillon", "Two Herons"],
  current: ["an old WordPress site", "a page that a nephew built", "a Wix site", "only a Facebook page", "spreadsheets and a shared mailbox", "a system that nobody updates any more", "a site from 2014", "a template that everybody in the trade has"],
  found: ["a web search", "your blog", "a friend's website", "the chamber's newsletter", "the footer of another site", "a podcast"],
  event: ["our open day", "the opening of our second location", "our anniversary", "the move to the new building", "the trade fair", "the busy season", "our stocktaking"],
  excuse: ["I was off sick", "half the team had the flu", "the month-end got in the way", "we had the auditors in", "my laptop died", "we were short of two people", "the children were home from school", "I was travelling", "a water pipe burst in the office"],
  fair: ["Regional Business Fair", "Small Firms Expo", "Trades & Digital Day"],
} as const;
