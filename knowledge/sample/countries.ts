import type { Language } from "./language.ts";

/** Where the sample's people live: names, cities, and the invented 555 numbers of the place. */
export interface Country {
  name: string;
  /** Share of the contacts. */
  share: number;
  language: Language;
  dial: string;
  cities: readonly string[];
  first: readonly string[];
  last: readonly string[];
}

const words = (text: string) => text.split(" ").map((word) => word.replaceAll("_", " "));

const german = {
  language: "de" as const,
  first: words(
    "Jürgen Sabine Katrin Matthias Heike Stefan Ulrike Florian Petra Lukas Miriam Holger Silke Tobias Renate Jonas Birgit Markus",
  ),
  last: words(
    "Brandt Köhler Lindner Vogt Schäfer Reuter Hoffmann Seidel Krämer Wendt Pohl Böhm Albrecht Thiel Kessler Hartwig",
  ),
};

/** The countries that the studio sells to. */
export const countries: readonly Country[] = [
  {
    name: "Ireland",
    share: 34,
    language: "en",
    dial: "+353 1 555",
    cities: words("Dublin Cork Galway Limerick Sligo Waterford Kilkenny Wexford"),
    first: words(
      "Aoife Ciarán Niamh Seán Orla Eoin Siobhán Padraig Gráinne Conor Róisín Fergal Deirdre Kevin Maeve Brian Sinéad Colm Helen Barry Emer Donal",
    ),
    last: words(
      "Byrne O'Neill Kavanagh Doyle Nolan Brennan McGrath Keane Fitzgerald Moran Cullen Hession Tierney Lawlor Devlin Mulcahy O'Dea Farrell Shanahan",
    ),
  },
  {
    name: "United Kingdom",
    share: 23,
    language: "en",
    dial: "+44 20 5550",
    cities: words("Bristol Leeds Belfast Glasgow Norwich Cardiff Manchester York"),
    first: words(
      "Hannah Oliver Priya Gareth Charlotte Imran Rhiannon Callum Beatrice Neil Zara Stuart Fiona Marcus Olivia Dev Harriet Owen Jacqueline Tariq",
    ),
    last: words(
      "Whitmore Patel Ashdown Llewellyn Sutcliffe Barraclough Khan Pemberton Drummond Okafor Hargreaves Mistry Fairclough Jarvis Pritchard Naylor Begum Thorne",
    ),
  },
  {
    name: "United States",
    share: 16,
    language: "en",
    dial: "+1 202-555",
    cities: words("Portland Austin Boston Denver Raleigh Milwaukee Savannah Tucson"),
    first: words(
      "Jasmine Tyler Maria Brandon Keisha Ethan Lauren Diego Megan Andre Allison Kwame Rachel Victor Dana Hector Samantha Joel",
    ),
    last: words(
      "Delgado Whitaker Nguyen Carmichael Boone Ramirez Hollis Prescott Washington Kowalski Ortega Lindqvist Sandoval Pruitt Beaumont Chaudhry Mercer",
    ),
  },
  {
    name: "Netherlands",
    share: 9,
    language: "en",
    dial: "+31 20 555",
    cities: words("Utrecht Haarlem Groningen Delft Leiden"),
    first: words("Sanne Bram Marloes Jeroen Femke Ruben Lotte Wouter Anouk Maarten Iris Sjoerd"),
    last: words("de_Vries van_Dijk Bakker Visser Hoekstra Mulder van_der_Meer Dekker Postma Kuipers"),
  },
  {
    name: "Germany",
    share: 8,
    dial: "+49 30 555",
    cities: words("Bremen Freiburg Kassel Leipzig Münster Bonn"),
    ...german,
  },
  {
    name: "Austria",
    share: 3,
    dial: "+43 1 555",
    cities: words("Graz Linz Salzburg Innsbruck"),
    ...german,
  },
  {
    name: "France",
    share: 7,
    language: "fr",
    dial: "+33 1 55 50",
    cities: words("Nantes Lyon Rennes Dijon Annecy Bordeaux"),
    first: words(
      "Camille Benoît Élodie Guillaume Nathalie Thierry Maëlle Olivier Sandrine Hugo Claire Yann Delphine Bastien Aurélie Gilles",
    ),
    last: words(
      "Perrin Lemoine Rousselet Gauthier Faure Delorme Masson Guérin Chevallier Besson Tanguy Morvan Lacombe Vasseur",
    ),
  },
];
