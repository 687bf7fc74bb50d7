// Reads Web Annotations as JSON-LD: node jsonld_reads.mjs CONTEXT NODE_MODULES FILE...
// A name that the context does not know, or a relative reference, is an error.
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
const [context, modules, ...files] = process.argv.slice(2);
const jsonld = createRequire(modules + "/")("jsonld");
const document = JSON.parse(readFileSync(context, "utf8"));
const documentLoader = async (url) => {
  if (url !== "http://www.w3.org/ns/anno.jsonld") throw new Error(`${url} is not to be loaded`);
  return { contextUrl: null, documentUrl: url, document };
};
const OA = "http://www.w3.org/ns/oa#";
const annotations = (node) =>
  Array.isArray(node) ? node.flatMap(annotations)
    : node === null || typeof node !== "object" ? []
    : [...((node["@type"] ?? []).includes(OA + "Annotation") ? [node] : []), ...Object.values(node).flatMap(annotations)];
let n = 0;
for (const file of files) {
  const expanded = await jsonld.expand(JSON.parse(readFileSync(file, "utf8")), { documentLoader, safe: true });
  for (const a of annotations(expanded)) {
    n++;
    const target = a[OA + "hasTarget"][0];
    const types = target[OA + "hasSelector"].map((s) => s["@type"][0].replace(OA, "")).join();
    if (!a["@id"] || !a[OA + "hasBody"] || !target[OA + "hasSource"] || types !== "TextQuoteSelector,TextPositionSelector")
      throw new Error(`${file}: ${JSON.stringify(a)}`);
  }
}
if (n === 0) throw new Error("no annotation was read");
console.log(`${n} Web Annotations are read`);
