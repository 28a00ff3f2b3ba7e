import { type Lexicon, phrases, words } from "../lexicon.ts";

/** French; short, for the plainest ways to say it. Elided words stand apart: "l' offre". */
export const french: Lexicon = {
  language: "fr",
  common: words(`
    à ai ainsi alors après as au aucun aussi autre autres aux avant avec avez avoir avons bien bon bonne c' ça car ce cela ces
    cet cette chez ci comme comment d' dans de déjà depuis des dès deux doit donc dont du elle elles en encore entre es est et
    êtes être eu faire fait faut fois il ils j' jamais je jour jours jusque juste l' la là le les leur leurs lui m' ma mais me
    même mes mieux moi moins mon n' ne ni non nos notre nous on ont ou où par parce pas pendant peu peut peuvent plus plutôt
    pour pourquoi pourrait pouvez qu' quand que quel quelle quelles quels qui rien s' sa sans se sera ses si son sommes sont
    sous suis sur t' ta te tes toi ton tous tout toute toutes très trop tu un une va vais vers vont vos votre vous y ici jour
    bonjour bonsoir salut cher chère merci cordialement bien monsieur madame semaine mois année lundi mardi mercredi jeudi
    vendredi demain hier aujourd'hui quelques soit serait envoyer dire voir dit message`),
  negators: words("ne n' pas jamais aucun aucune sans ni rien non"),
  negatesBehind: true,
  conditionals: words("si avant quand serait pourrait pourriez aurait"),
  greetings: words("bonjour bonsoir salut cher chère merci cordialement monsieur madame"),
  phrases: {
    harmless: phrases(`
      pas|aucun de? problème|souci|soucis; bonne|bon journée|soirée|week|courage; bien à|cordialement vous?;
      sans problème|souci|doute
    `),
    price: phrases(`
      combien ~ ~ coûte|coûterait|coûtera|coûterait-il|prix|coûtent; combien ça|cela|coûte;
      quel|quels|quelle|quelles est|serait|sont|seraient le|les|votre|vos ~ prix|tarif|tarifs|coût|budget|frais;
      un|votre|le|vos|une devis|tarif|tarifs|estimation;
      indiquer|donner|envoyer|connaître ~ prix|tarif|tarifs|chiffre|fourchette|devis; frais mensuels|annuels;
      compris dans le prix
    `),
    meeting: phrases(`
      prendre|fixer|convenir ~ rendez|rdv; rendez vous; rdv;
      auriez|avez vous ~ moment|temps|minutes|disponibilités|disponibilité;
      pouvons|pourrions|peut|pourrait nous|on se? parler|rencontrer|appeler|voir|échanger; appelez|rappelez moi|nous;
      me|nous convient|va|conviendrait; êtes vous disponible|libre
    `),
    costly: phrases(`
      trop cher|chère|élevé|élevés|coûteux; est|un|assez|très|plutôt peu? cher|élevé;
      plus que|de ~ prévu|prévoyions|pensions|budget; remise|rabais|réduction|ristourne; moins cher;
      dépasse|hors|au-dessus de? notre|le|du budget; pas les moyens
    `),
    concern: phrases(`
      inquiet|inquiète|inquiets|inquiétude|inquiétudes|doute|doutes|hésite|hésitons|réserves|crainte|craintes|sceptique;
      pas sûr|sûre|sûrs|convaincu|convaincus|convaincue; mauvaise|mauvaises expérience|expériences
    `),
    delay: phrases(`
      plus tard; année|an|mois|trimestre prochain|prochaine;
      reporter|reporté|repousser|repoussé|décaler|décalé|ajourner;
      après l'|les|le|la été|vacances|fêtes|congés|rentrée|salon; pas encore eu|décidé|pu|le ~;
      pas|rien|aucune urgent|pressé|pressés|urgence; en attente|pause|suspens;
      besoin|laissez|laisser ~ temps|réfléchir; doit|devra attendre; très|trop chargée|chargé|occupé|occupés|débordés
    `),
    refusal: phrases(`
      pas|plus|aucun intéressé|intéressés|intéressée|besoin|donner|suite; n' avons|ai plus|pas besoin;
      ne donnerons|donnons|donnerai pas suite; devons|dois renoncer|refuser|décliner|annuler;
      renonçons|déclinons|refusons|annulé|annulons|abandonné|abandonnons|refusé; choisi|retenu un|une autre ~;
      dit|est non; restons avec|sur; décidé de ne
    `),
    enthusiasm: phrases(`
      ravi|ravis|ravie|enchanté|enchantés|enthousiaste|impressionné|impressionnés|formidable|excellent|excellente|génial|super|parfait|parfaite|magnifique;
      très|vraiment intéressé|intéressés|intéressant|intéressante|bien|bon|content|contents;
      nous|me|m' plaît|plait|intéresse beaucoup?; hâte de; exactement ce
    `),
    commitment: phrases(`
      bon pour accord; d' accord pour|avec ~ devis|prix|offre|contrat;
      acceptons|accepte|validons|valide|confirmons|confirme votre|le|l'|la|notre ~ offre|devis|commande|proposition|prix;
      envoyez|envoyer ~ ~ contrat|facture|bon; signé|signer|signons|signée; passer|passons ~ commande;
      c' est validé|accordé|signé; quand commençons|démarrons|pouvons ~ nous|commencer|démarrer; on y va; allez y
    `),
    alternative: phrases(`
      concurrent|concurrents|concurrence|concurrente|alternative|alternatives|ailleurs;
      autre|autres|deuxième|second|seconde|trois|deux|plusieurs offre|offres|devis|agence|agences|prestataire|prestataires|fournisseur|fournisseurs|propositions;
      discutons|parlons aussi|également avec; comparer|comparons|comparaison
    `),
    positive: phrases(`
      bon|bonne|utile|clair|claire|content|contents|contente|satisfait|satisfaits|agréable|bravo|rapide;
      merci beaucoup|infiniment
    `),
    negative: phrases(`
      mauvais|mauvaise|déçu|déçus|déçue|décevant|mécontent|inacceptable|malheureusement|hélas|dommage|regret|regrette|regrettons;
      problème|problèmes|erreur|erreurs|plainte|panne|souci|soucis; toujours|encore pas|rien ~ reçu|réponse;
      sans réponse|nouvelles|nouvelle
    `),
  },
};
