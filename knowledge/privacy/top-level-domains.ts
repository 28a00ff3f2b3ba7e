const generic =
  "com org net edu gov mil int info biz name pro io ai app dev co me tv shop store online site tech cloud agency studio design digital media email group team work works company consulting solutions services systems software network marketing blog news live life world xyz club page link space website eu uk test example invalid localhost local internal";
const countries =
  "ac ad ae af ag al am ao ar at au az ba bd be bg bh bo br bw by bz ca cat ch ci cl cm cn cr cu cv cy cz de dk do dz ec ee eg es et fi fj fo fr ga ge gh gi gr gt hk hn hr hu id ie il in iq ir is it je jm jo jp ke kg kh kr kw kz la lb li lk lt lu lv ly ma mc md mg mk ml mm mn mo mt mu mv mx my mz na ng ni nl no np nz om pa pe ph pk pl pr pt py qa ro rs ru rw sa sc sd se sg si sk sm sn sv sy th tj tm tn to tr tt tw tz ua ug us uy uz va ve vn za zm zw";
const known = new Set([...generic.split(" "), ...countries.split(" ")]);

/** Whether a name such as "example.co.uk" ends in a top-level domain that mail and sites commonly have. */
export function commonDomain(name: string): boolean {
  const labels = name.toLowerCase().split(".");
  return labels.length > 1 && labels.every(Boolean) && known.has(labels.at(-1) ?? "");
}
