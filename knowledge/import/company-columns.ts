import { isName, type KnownColumn, type SeenColumn } from "./known-columns.ts";

/** The fields of a company that a column can be mapped to. */
export const companyFields = ["externalId", "name", "domain", "industry", "employees"] as const;
export type CompanyField = (typeof companyFields)[number];

const isNumber = ({ type }: SeenColumn) => type.type === "number";
const isDomain = ({ profile }: SeenColumn) =>
  [...profile.distinct.keys()].every((value) => /^(https?:\/\/)?[^\s/@]+\.[^\s/@]{2,}(\/\S*)?$/i.test(value));

/** How exports of CRM systems name the fields of a company. An id is only taken when it is named (--id). */
export const companyColumns: readonly KnownColumn<CompanyField>[] = [
  {
    field: "name",
    names: [
      "name",
      "companyname",
      "company",
      "accountname",
      "account",
      "organization",
      "organisation",
      "organizationname",
    ],
    fits: isName,
  },
  { field: "domain", names: ["domain", "companydomainname", "website", "websiteurl", "url"], fits: isDomain },
  { field: "industry", names: ["industry", "sector"], fits: isName },
  {
    field: "employees",
    names: ["employees", "numberofemployees", "employeecount", "headcount", "companysize"],
    fits: isNumber,
  },
];
