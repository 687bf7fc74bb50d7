package export

import (
	"fmt"
	"slices"
	"time"

	"rawi/model"
)

// header writes what is known of the article, who says what in the file, and the parties.
func (x *teiText) header() {
	a := &x.table.Article
	x.open("teiHeader")
	x.open("fileDesc")
	x.open("titleStmt")
	x.element("title", orElse(a.Title, a.Name))
	x.element("author", a.Byline)
	x.responsible()
	x.close("titleStmt")
	x.out.WriteString("<publicationStmt><p>Written by rawi.</p></publicationStmt>")
	x.source()
	x.close("fileDesc")
	x.out.WriteString("<encodingDesc><projectDesc><p>The text of body is that of the source, character for character.</p></projectDesc>" +
		"<classDecl><taxonomy>")
	for _, c := range []struct{ id, about string }{{"decided", "a reader decided it"}, {"guessed", "the program guessed it"}, {"unknown", "nobody knows who spoke"}} {
		x.open("category", attr{"xml:id", x.prefix + c.id})
		x.element("catDesc", c.about)
		x.close("category")
	}
	x.out.WriteString("</taxonomy></classDecl></encodingDesc>")
	x.profile()
	x.revisions()
	x.close("teiHeader")
	x.out.WriteString("\n")
}

func orElse(s, other string) string {
	if s == "" {
		return other
	}
	return s
}

// responsible names the program and all who decided.
func (x *teiText) responsible() {
	name := func(id, resp, name string) {
		x.open("respStmt", attr{"xml:id", id})
		x.element("resp", resp)
		x.open("name")
		x.text(name)
		x.close("name")
		x.close("respStmt")
	}
	name(x.prefix+"rawi", "guesses", "rawi")
	for _, r := range x.rows {
		if r.Decision != nil && x.readers[r.Decision.Author] == 0 {
			x.readers[r.Decision.Author] = len(x.readers) + 1
			name(x.id("r", len(x.readers)), "decisions", r.Decision.Author)
		}
	}
}

func (x *teiText) source() {
	a := &x.table.Article
	x.open("sourceDesc")
	x.open("bibl")
	x.element("title", a.Title)
	x.element("author", a.Byline)
	x.element("publisher", a.Site)
	if !a.Published.IsZero() {
		x.element("date", plain(a.Published), attr{"when", w3cTime(a.Published)})
	}
	x.element("ref", a.Address, attr{"target", a.Address})
	x.element("idno", a.Source, attr{"type", "source"})
	x.element("idno", a.SHA256, attr{"type", "sha256"})
	x.close("bibl")
	x.close("sourceDesc")
}

// w3cTime is a time as XML Schema has it: a year has four digits.
func w3cTime(t time.Time) string {
	if y := t.Year(); y < 1 || y > 9999 {
		return ""
	}
	return t.Format(time.RFC3339Nano)
}

// teiLists are where parties are listed, by their kind.
var teiLists = []struct {
	description, list, entry, name string
	kinds                          []model.PartyKind
}{
	{"particDesc", "listPerson", "person", "persName", []model.PartyKind{model.Person, model.RoleOnly}},
	{"particDesc", "listOrg", "org", "orgName", []model.PartyKind{model.Organisation}},
	{"settingDesc", "listPlace", "place", "placeName", []model.PartyKind{model.Place}},
}

// profile lists all parties.
func (x *teiText) profile() {
	var parties []*Party
	for p := range x.table.Parties() {
		parties = append(parties, p)
	}
	if len(parties) == 0 {
		return
	}
	within := ""
	x.open("profileDesc")
	for _, l := range teiLists {
		some := slices.DeleteFunc(slices.Clone(parties), func(p *Party) bool { return !slices.Contains(l.kinds, p.Kind) })
		if len(some) == 0 {
			continue
		}
		if within != l.description {
			if within != "" {
				x.close(within)
			}
			x.open(l.description)
			within = l.description
		}
		x.open(l.list)
		for _, p := range some {
			x.party(p, l.entry, l.name)
		}
		x.close(l.list)
	}
	x.close(within)
	x.close("profileDesc")
}

func (x *teiText) party(p *Party, entry, name string) {
	kind := ""
	if p.Kind == model.RoleOnly {
		kind = "description"
	}
	x.open(entry, attr{"xml:id", x.id("p", p.Number)})
	x.open(name, attr{"type", kind})
	x.text(p.Name)
	x.close(name)
	for _, alias := range p.Aliases {
		x.element(name, alias, attr{"type", "alias"})
	}
	for _, role := range p.Roles {
		x.element(name, role, attr{"type", "role"})
	}
	x.close(entry)
}

// revisions tells when each decision was made.
func (x *teiText) revisions() {
	open := false
	for _, r := range x.rows {
		if r.Decision == nil {
			continue
		}
		if !open {
			x.open("revisionDesc")
			open = true
		}
		what := "decided"
		if r.Decision.Moved {
			what = "decided on words that stood elsewhere, not confirmed"
		}
		x.open("change", attr{"when", w3cTime(r.Decision.Time)}, attr{"who", x.ref("r", x.readers[r.Decision.Author])}, attr{"target", x.quoteRef(&r)})
		x.text(fmt.Sprintf("%s (%s)", what, r.Decision.ID))
		x.close("change")
	}
	if open {
		x.close("revisionDesc")
	}
}

// quoteRef points to a quotation, "" where no block has a word of it.
func (x *teiText) quoteRef(r *Row) string {
	if !slices.ContainsFunc(x.all, func(b block) bool { return !r.Bytes.Empty() && b.Overlaps(r.Bytes) }) {
		return ""
	}
	return x.ref("q", r.Number)
}
