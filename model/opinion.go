package model

import (
	"cmp"
	"slices"
	"strings"
)

// Part is one quotation in an author's opinion.
type Part struct {
	Span
	Decided bool // what it is was decided; else only where it stands
	Kind    QuoteKind
	Speaker PartyID // "" where nobody speaks, or nobody was named
}

// Opinion is what one author says of a quotation, by own decisions alone.
type Opinion struct {
	Author string
	As     Capacity    // in which capacity; what the author says in another one is another opinion
	Parts  []Part      // in text order: none for no quotation, several where the author split it
	Silent bool        // decided nothing on it, but everything else in the article
	Last   *Annotation // the last decision on which it rests; nil if silent
}

// Aspects is on what authors differ.
type Aspects uint8

const (
	OnExistence Aspects = 1 << iota // whether it is a quotation
	OnSpan                          // where it begins and ends
	OnKind
	OnSpeaker
)

// Has reports whether a is one of the aspects.
func (s Aspects) Has(a Aspects) bool { return s&a != 0 }

// Poll is the opinions of authors on one quotation, wherever each of them says that
// it begins and ends.
type Poll struct {
	Opinions []Opinion // by author
	Differ   Aspects   // on what two of them differ
	Shown    int       // the opinion that is shown, -1 where the reader must decide
	Quotes   []int     // where it is shown, by places in [Reading.Quotes]; none for what is shown as no quotation
	Span               // from the beginning of the first part to the end of the last
}

// Of is an author's opinion in some capacity, nil for none.
func (p *Poll) Of(author string, as Capacity) *Opinion {
	for i := range p.Opinions {
		if o := &p.Opinions[i]; o.Author == author && o.As == as {
			return o
		}
	}
	return nil
}

func (o *Opinion) by() who { return who{o.Author, o.As} }

// Settled reports whether nobody needs to adjudicate it: authors agree, or somebody
// did and no other adjudicator differs.
func (p *Poll) Settled() bool {
	var judges []int
	for i := range p.Opinions {
		if p.Opinions[i].As == Adjudicator {
			judges = append(judges, i)
		}
	}
	for n := 1; n < len(judges); n++ {
		if differ(&p.Opinions[judges[0]], &p.Opinions[judges[n]]) != 0 {
			return false
		}
	}
	return p.Differ == 0 || len(judges) > 0
}

// differ is on what two opinions differ. What an author left open differs from nothing.
func differ(a, b *Opinion) (on Aspects) {
	if len(a.Parts) == 0 || len(b.Parts) == 0 {
		if len(a.Parts) != len(b.Parts) {
			on |= OnExistence
		}
		return on
	}
	if !slices.EqualFunc(a.Parts, b.Parts, func(x, y Part) bool { return x.Span == y.Span }) {
		on |= OnSpan
	}
	if !sameSets(a.decided(), b.decided(), func(p Part) string { return p.Kind.String() }) {
		on |= OnKind
	}
	if !sameSets(a.spoken(), b.spoken(), func(p Part) string { return string(p.Speaker) }) {
		on |= OnSpeaker
	}
	return on
}

// decided is the parts of which it was decided what they are, spoken those of them
// that somebody speaks.
func (o *Opinion) decided() []Part { return some(o.Parts, func(p Part) bool { return p.Decided }) }
func (o *Opinion) spoken() []Part {
	return some(o.Parts, func(p Part) bool { return p.Decided && p.Kind.Spoken() })
}

func some(parts []Part, which func(Part) bool) (them []Part) {
	for _, p := range parts {
		if which(p) {
			them = append(them, p)
		}
	}
	return them
}

// sameSets reports whether parts have the same values; those of none are any.
func sameSets(a, b []Part, value func(Part) string) bool {
	if len(a) == 0 || len(b) == 0 {
		return true
	}
	set := func(parts []Part) string {
		values := make([]string, len(parts))
		for i, p := range parts {
			values[i] = value(p)
		}
		slices.Sort(values)
		return strings.Join(slices.Compact(values), "\x00")
	}
	return set(a) == set(b)
}

// close fills in what follows from the opinions.
func (p *Poll) close(reader who) {
	slices.SortFunc(p.Opinions, func(a, b Opinion) int { return cmp.Or(cmp.Compare(a.Author, b.Author), cmp.Compare(a.As, b.As)) })
	for i := range p.Opinions {
		for j := range i {
			p.Differ |= differ(&p.Opinions[i], &p.Opinions[j])
		}
	}
	var heard []int // the reader's own silence decides nothing
	var by []who
	for i := range p.Opinions {
		if o := &p.Opinions[i]; !o.Silent || o.Author != reader.author {
			heard, by = append(heard, i), append(by, o.by())
		}
	}
	shown, ok := prevailing(reader, by, func(i, j int) bool { return differ(&p.Opinions[heard[i]], &p.Opinions[heard[j]]) == 0 })
	p.Shown = -1
	if ok {
		p.Shown = heard[shown]
	}
}

// Choice is an opinion, and all who hold it.
type Choice struct {
	*Opinion           // of one of them, the one that leaves least open
	Authors  []Opinion // in order of their names
}

// Choices is the opinions of a poll that differ, in the order of the names of those who
// hold them first.
func (p *Poll) Choices() (all []Choice) {
	for i := range p.Opinions {
		o := &p.Opinions[i]
		n := slices.IndexFunc(all, func(c Choice) bool { return differ(c.Opinion, o) == 0 })
		if n < 0 {
			n, all = len(all), append(all, Choice{Opinion: o})
		}
		c := &all[n]
		if len(o.decided()) > len(c.decided()) || c.Silent && !o.Silent {
			c.Opinion = o
		}
		c.Authors = append(c.Authors, *o)
	}
	return all
}
