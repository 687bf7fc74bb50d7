"""Holds the block quotations that pandoc finds to the words: pandoc_reads.py FOLDER"""
import html, json, subprocess, sys

folder = sys.argv[1]
expected = json.load(open(folder + "/expected.json", encoding="utf-8"))


def words_of(node):
    if isinstance(node, list):
        return "".join(map(words_of, node))
    if not isinstance(node, dict):
        return ""
    t, c = node.get("t"), node.get("c")
    assert t in ("Str", "Space", "SoftBreak", "LineBreak", "Para", "Plain", "Quoted"), f"{t} is markup: {node}"
    return c if t == "Str" else words_of(c) if isinstance(c, list) and t != "Quoted" else ""


def shown(s):
    return "".join(c for c in s if c.isalnum())


def read(name, kind, *files):
    out = subprocess.run(["pandoc", "-f", kind, "-t", "json", *files], check=True, capture_output=True)
    blocks = json.loads(out.stdout)
    return blocks["meta"], [shown(words_of(b["c"])) for b in blocks["blocks"] if b["t"] == "BlockQuote"]


def check(name, got, articles):
    want = [shown(r["Words"]) for a in articles for r in a["Rows"]]
    got, want = [g for g in got if g], [w for w in want if w]
    assert got == want, [(g, w) for g, w in zip(got, want) if g != w][:3]
    return len(got)


n = 0
for a in expected:
    meta, got = read("md", "markdown-smart", f"{folder}/md/{a['Name']}.md")
    assert meta["dir"]["c"][0]["c"] == "rtl", meta
    n += check("md", got, [a])
print(f"md: pandoc reads {n} block quotations")
_, got = read("org", "org-smart", folder + "/org.org")
print(f"org: pandoc reads {check('org', got, expected)} block quotations")
for kind, name in ("csljson", "csl.json"), ("bibtex", "bibtex.bib"):
    out = subprocess.run(["pandoc", "-f", kind, "-t", "csljson", f"{folder}/{name}"], check=True, capture_output=True)
    ids = [x["id"] for x in json.loads(out.stdout)]
    assert sorted(set(ids)) == sorted({"a" + a["ID"][:12] for a in expected}), ids
    print(f"{kind}: pandoc reads {len(ids)} entries")
