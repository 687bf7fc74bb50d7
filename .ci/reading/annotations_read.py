"""Second readers, written after the descriptions of the formats, for brat, CoNLL-U with CorefUD's
entities, Label Studio and doccano: annotations_read.py FOLDER"""
import glob, json, re, sys

folder = sys.argv[1]
expected = {a["Name"]: a for a in json.load(open(folder + "/expected.json", encoding="utf-8"))}


def name_of(path):
    return path.rsplit("/", 1)[1].rsplit(".", 1)[0]


def brat():
    """https://brat.nlplab.org/standoff.html; what annotation.py of brat refuses is refused."""
    conf, section = {}, None
    for line in open(folder + "/brat/annotation.conf", encoding="utf-8"):
        line = line.rstrip("\n")
        if m := re.fullmatch(r"\[(\w+)\]", line):
            section = conf.setdefault(m[1], {})
        elif line.strip() and not line.startswith("#"):
            name, _, rest = line.strip().partition("\t")
            section[name.lstrip("!")] = rest
    assert list(conf) == ["entities", "relations", "events", "attributes"], list(conf)
    found = 0
    for path in sorted(glob.glob(folder + "/brat/*.ann")):
        text = open(path[:-4] + ".txt", encoding="utf-8", newline="").read()
        assert text == expected[name_of(path)]["Text"]
        kinds, quotes = {}, []
        for line in open(path, encoding="utf-8", newline="").read().splitlines():
            id, data, *tail = line.split("\t")
            head = data.split(" ")
            if id[0] == "T":
                assert head[0] in conf["entities"], line
                spans = [tuple(map(int, s.split(" "))) for s in data[len(head[0]) + 1:].split(";")]
                assert all(a < b for a, b in spans) and all(b < c for (_, b), (c, _) in zip(spans, spans[1:])), line
                assert " ".join(text[a:b] for a, b in spans) == tail[0], line
                assert id not in kinds
                kinds[id] = head[0]
                if head[0] in ("Speech", "Indirect", "Scare", "Title", "Other"):
                    quotes.append("".join("".join(text[a:b].split()) for a, b in spans))
            elif id[0] == "R":
                rule = conf["relations"][head[0]]
                for i, argument in enumerate(head[1:], 1):
                    role, target = argument.split(":")
                    allowed = re.search(rf"Arg{i}:([^,]*)", rule)[1].split("|")
                    assert role == f"Arg{i}" and kinds[target] in allowed, line
            elif id[0] == "A":
                rule = conf["attributes"][head[0]]
                assert kinds[head[1]] in re.search(r"Arg:([^,]*)", rule)[1].split("|"), line
                assert len(head) == 2 or head[2] in re.search(r"Value:(.*)", rule)[1].split("|"), line
            elif id[0] == "#":
                assert head[1] in kinds and len(tail) == 1, line
            else:
                assert id == "*" and head[0] == "Coref" and all(t in kinds for t in head[1:]), line
        want = ["".join(w.split()) for w in (r["Words"] for r in expected[name_of(path)]["Rows"])]
        assert quotes == [w for w in want if w], (path, quotes, want)
        found += len(quotes)
    print(f"brat: {found} quotations are read")


def conll():
    """https://universaldependencies.org/format.html and the Entity attribute of CorefUD 1.0."""
    tokens = entities = 0
    for block in open(folder + "/conll.conllu", encoding="utf-8", newline="").read().split("\n\n"):
        lines = [l for l in block.split("\n") if l]
        comments = [l for l in lines if l.startswith("#")]
        words = [l.split("\t") for l in lines if not l.startswith("#")]
        if not lines:
            continue
        assert lines[:len(comments)] == comments and words, block
        if any(c.startswith("# newdoc") for c in comments):
            whole = json.loads(next(c for c in comments if c.startswith("# document_text = "))[18:])
            assert any(c.startswith("# global.Entity = eid-etype-head-other") for c in comments)
        form, open_ = "", []
        for i, w in enumerate(words, 1):
            assert len(w) == 10 and w[0] == str(i) and all(w) and not any(re.search(r"\s", f) for f in w[1:]), w
            misc = dict(m.split("=", 1) for m in w[9].split("|"))
            form += w[1] + ("" if misc.get("SpaceAfter") == "No" else " ")
            a, b = map(int, misc["TokenRange"].split(":"))
            assert "".join(c for c in whole[a:b] if c.isalnum()) == "".join(c for c in w[1] if c.isalnum()), (w, whole[a:b])
            tokens += 1
            for part in re.findall(r"\([^()]*\)?|[^()]+\)", misc.get("Entity", "")):
                eid = re.match(r"\(?(e\d+(?:\[\d+/\d+\])?)", part)[1]
                if part[0] == "(":
                    entities += 1
                    open_.append(eid)
                if part[-1] == ")":
                    assert open_ and open_.pop() == eid, block
        assert not open_, block
        text = next(c for c in comments if c.startswith("# text = "))[9:]
        assert form.rstrip(" ") == text, (form, text)
        assert len([c for c in comments if c.startswith("# sent_id = ")]) == 1
    print(f"conll: {tokens} tokens and {entities} mentions are read")


def labelstudio():
    """https://labelstud.io/guide/tasks and /guide/predictions; the labels are those of the interface."""
    import xml.etree.ElementTree as xml
    interface = xml.parse(folder + "/labelstudio/labeling.xml").getroot()
    tags = {e.get("name"): e for e in interface.iter() if e.get("name")}
    labels = {e.get("value") for e in tags["label"]}
    found = 0
    for task in json.load(open(folder + "/labelstudio.json", encoding="utf-8")):
        text = task["data"]["text"]
        for result in task["predictions"] + task["annotations"]:
            ids = set()
            for r in result["result"]:
                if r["type"] == "relation":
                    assert {r["from_id"], r["to_id"]} <= ids and r["direction"] == "right", r
                    continue
                assert tags[r["from_name"]].get("toName") == r["to_name"] == "text", r
                if r["type"] == "labels":
                    v = r["value"]
                    assert text[v["start"]:v["end"]] == v["text"] and set(v["labels"]) <= labels, r
                    ids.add(r["id"])
                    found += r["id"][0] == "q"
    assert found == sum(bool(r["Words"]) for a in expected.values() for r in a["Rows"]), found
    print(f"labelstudio: {found} quotations are read")


def doccano():
    """doccano's JSONL of sequences with relations; offsets count units of UTF-16."""
    types = {t["text"] for t in json.load(open(folder + "/doccano/span_types.json", encoding="utf-8"))}
    relations = {t["text"] for t in json.load(open(folder + "/doccano/relation_types.json", encoding="utf-8"))}
    found = 0
    for line in open(folder + "/doccano.jsonl", encoding="utf-8", newline=""):
        a = json.loads(line)
        units = a["text"].encode("utf-16-le")
        spans = {e["id"]: units[2 * e["start_offset"]:2 * e["end_offset"]].decode("utf-16-le") for e in a["entities"]}
        assert all(spans.values()) and {e["label"] for e in a["entities"]} <= types
        assert all(r["from_id"] in spans and r["to_id"] in spans and r["type"] in relations for r in a["relations"])
        quoted = [spans[q["entity"]] for q in a["quotations"]]
        assert quoted == [r["Words"] for r in expected[a["name"]]["Rows"] if r["Words"]], quoted
        found += len(quoted)
    print(f"doccano: {found} quotations are read")


brat(), conll(), labelstudio(), doccano()
