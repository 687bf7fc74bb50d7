"""Reads csv, tsv and jsonl with pandas, and holds offsets to the words: tables_read.py FOLDER"""
import json, sys
import pandas

folder = sys.argv[1]
expected = {a["ID"]: a for a in json.load(open(folder + "/expected.json", encoding="utf-8"))}


def pictured(s):
    """What a text format has in the place of controls."""
    def one(c):
        o = ord(c)
        if c in "\t\n\r\x85":
            return c
        return chr(0x2400 + o) if o < 0x20 else "\u2421" if o == 0x7f else "\ufffd" if 0x7f < o < 0xa0 or o in (0xfffe, 0xffff) else c
    return "".join(map(one, s))


def back(cell):
    """The words of a cell that no spreadsheet takes for a formula."""
    return cell[1:] if cell.startswith("'") else cell


def check(frame, cells, name):
    n = 0
    for article, rows in frame.groupby("article", sort=False):
        want = expected[article]
        text = cells(rows.iloc[0]["text"])
        assert text == (pictured(want["Text"]) if cells is back else want["Text"]), name
        for (_, row), r in zip(rows.iterrows(), want["Rows"], strict=True):
            n += 1
            words = text[int(row["start"]):int(row["end"])]
            assert words == cells(row["quotation"]) and row["state"] == r["State"] and int(row["number"]) == r["Number"], (name, words, row["quotation"])
    assert n == sum(len(a["Rows"]) for a in expected.values()), (name, n)
    print(f"{name}: pandas reads {n} quotations")


for name, sep in ("csv", ","), ("tsv", "\t"):
    frame = pandas.read_csv(f"{folder}/{name}.{name}", sep=sep, dtype=str, keep_default_na=False, encoding="utf-8-sig", lineterminator=None, engine="python" if False else "c")
    check(frame, back, name)
check(pandas.read_json(f"{folder}/jsonl.jsonl", lines=True, dtype=False, convert_dates=False), lambda s: s, "jsonl")
