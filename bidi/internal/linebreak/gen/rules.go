package main

// brk is linebreak.Break: the kinds of break, in the same order.
type brk uint8

const (
	prohibited brk = iota
	allowed
	mandatory
)

// context is what the rules ask of the text before a break. Each field but the
// first is false (or "") unless the character before the break is of the kind
// named, so that texts that the rules treat alike have equal contexts.
type context struct {
	prev     class  // the character before, without its marks (LB9)
	joiner   bool   // LB8a: the text ends in ZWJ
	spaced   string // prev is SP: what stands before all the spaces, see afterSpaces
	opened   bool   // LB15a: prev is an initial quotation mark that opens
	narrow   bool   // LB19a: prev is QU, and before it is nothing or no East Asian character
	initial  bool   // LB20a: prev is HY or HH at the start of a word
	hebrew   bool   // LB21a: prev is HY or HH after HL
	number   bool   // LB25: prev ends NU (SY | IS)*, or that and one of CL and CP
	syllable bool   // LB28a: prev is VI after [AK ◌ AS]
	odd      bool   // LB30a: prev ends an odd number of RI
}

// start is the context of the start of text.
var start = context{prev: class{lineBreak: "sot"}}

// letter is what LB10 takes a mark without a base for.
var letter = class{lineBreak: "AL"}

const spaces = "BK CR LF NL SP ZW"

// absorbs reports LB9: c is a part of the character before.
func (x context) absorbs(c class) bool { return c.in("CM ZWJ") && !x.prev.in("sot "+spaces) }

// before is the break between the text of a context and the character c that
// follows: the rules of UAX #14 (Unicode 17.0.0) in their order, the first that
// speaks of the two decides.
func (x context) before(c class) brk {
	prev := x.prev
	switch {
	case prev.in("sot"): // LB2
		return prohibited
	case prev.in("CR") && c.in("LF"): // LB5
		return prohibited
	case prev.in("BK CR LF NL"): // LB4, LB5
		return mandatory
	case c.in("BK CR LF NL"): // LB6
		return prohibited
	case c.in("SP ZW"): // LB7
		return prohibited
	case prev.in("ZW"), x.spaced == "ZW": // LB8
		return allowed
	case x.joiner: // LB8a
		return prohibited
	case x.absorbs(c): // LB9
		return prohibited
	case c.in("CM ZWJ"): // LB10
		c = letter
	}
	return x.between(c)
}

// between is the break by the rules LB11 to LB31.
func (x context) between(c class) brk {
	for _, r := range between {
		if r.when(x, x.prev, c) {
			return r.gives
		}
	}
	return allowed // LB31
}

// between is the rules LB11 to LB30b, of a context, the character before and the
// one that follows.
var between = []struct {
	rule  string
	gives brk
	when  func(x context, prev, c class) bool
}{
	{"LB11", prohibited, func(x context, prev, c class) bool { return c.in("WJ") || prev.in("WJ") }},
	{"LB12", prohibited, func(x context, prev, c class) bool { return prev.in("GL") }},
	{"LB12a", prohibited, func(x context, prev, c class) bool { return !prev.in("SP BA HY HH") && c.in("GL") }},
	{"LB13", prohibited, func(x context, prev, c class) bool { return c.in("CL CP EX SY") }},
	{"LB14", prohibited, func(x context, prev, c class) bool { return prev.in("OP") || x.spaced == "OP" }},
	{"LB15a", prohibited, func(x context, prev, c class) bool { return x.opened || x.spaced == "QU" }},
	{"LB15b", prohibited, func(x context, prev, c class) bool { return c.quote == "Pf" && c.next == closing }},
	{"LB15c", allowed, func(x context, prev, c class) bool { return prev.in("SP") && c.in("IS") && c.next == numeric }},
	{"LB15d", prohibited, func(x context, prev, c class) bool { return c.in("IS") }},
	{"LB16", prohibited, func(x context, prev, c class) bool { return (prev.in("CL CP") || x.spaced == "CL") && c.in("NS") }},
	{"LB17", prohibited, func(x context, prev, c class) bool { return (prev.in("B2") || x.spaced == "B2") && c.in("B2") }},
	{"LB18", allowed, func(x context, prev, c class) bool { return prev.in("SP") }},
	{"LB19", prohibited, func(x context, prev, c class) bool {
		return c.in("QU") && c.quote != "Pi" || prev.in("QU") && prev.quote != "Pf"
	}},
	{"LB19a", prohibited, func(x context, prev, c class) bool {
		return c.in("QU") && (!prev.wide || c.next == narrow) || prev.in("QU") && (!c.wide || x.narrow)
	}},
	{"LB20", allowed, func(x context, prev, c class) bool { return c.in("CB") || prev.in("CB") }},
	{"LB20a", prohibited, func(x context, prev, c class) bool { return x.initial && c.in("AL HL") }},
	{"LB21", prohibited, func(x context, prev, c class) bool { return c.in("BA HH HY NS") || prev.in("BB") }},
	{"LB21a", prohibited, func(x context, prev, c class) bool { return x.hebrew && !c.in("HL") }},
	{"LB21b", prohibited, func(x context, prev, c class) bool { return prev.in("SY") && c.in("HL") }},
	{"LB22", prohibited, func(x context, prev, c class) bool { return c.in("IN") }},
	{"LB23", prohibited, func(x context, prev, c class) bool {
		return prev.in("AL HL") && c.in("NU") || prev.in("NU") && c.in("AL HL")
	}},
	{"LB23a", prohibited, func(x context, prev, c class) bool {
		return prev.in("PR") && c.in("ID EB EM") || prev.in("ID EB EM") && c.in("PO")
	}},
	{"LB24", prohibited, func(x context, prev, c class) bool {
		return prev.in("PR PO") && c.in("AL HL") || prev.in("AL HL") && c.in("PR PO")
	}},
	{"LB25", prohibited, func(x context, prev, c class) bool { return x.numbers(c) }},
	{"LB26", prohibited, func(x context, prev, c class) bool {
		return prev.in("JL") && c.in("JL JV H2 H3") || prev.in("JV H2") && c.in("JV JT") || prev.in("JT H3") && c.in("JT")
	}},
	{"LB27", prohibited, func(x context, prev, c class) bool {
		return prev.in("JL JV JT H2 H3") && c.in("PO") || prev.in("PR") && c.in("JL JV JT H2 H3")
	}},
	{"LB28", prohibited, func(x context, prev, c class) bool { return prev.in("AL HL") && c.in("AL HL") }},
	{"LB28a", prohibited, func(x context, prev, c class) bool { return x.aksaras(c) }},
	{"LB29", prohibited, func(x context, prev, c class) bool { return prev.in("IS") && c.in("AL HL") }},
	{"LB30", prohibited, func(x context, prev, c class) bool {
		return prev.in("AL HL NU") && c.in("OP") && !c.wide || prev.in("CP") && !prev.wide && c.in("AL HL NU")
	}},
	{"LB30a", prohibited, func(x context, prev, c class) bool { return x.odd && c.in("RI") }},
	{"LB30b", prohibited, func(x context, prev, c class) bool { return (prev.in("EB") || prev.reserved) && c.in("EM") }},
}

// numbers is LB25.
func (x context) numbers(c class) bool {
	prev := x.prev
	return x.number && (c.in("PO PR") || c.in("NU") && !prev.in("CL CP")) ||
		prev.in("PO PR") && (c.in("NU") || c.in("OP") && (c.next == numeric || c.next == infix)) ||
		prev.in("HY IS") && c.in("NU")
}

// aksaras is LB28a.
func (x context) aksaras(c class) bool {
	prev := x.prev
	return prev.in("AP") && c.aksara() ||
		prev.aksara() && c.in("VF VI") ||
		x.syllable && (c.in("AK") || c.dotted) ||
		prev.aksara() && c.aksara() && c.next == final
}

// after is the context after c.
func (x context) after(c class) context {
	if x.absorbs(c) { // LB9
		x.joiner = c.in("ZWJ")
		return x
	}
	prev := x.prev
	next := context{prev: c.alone(), joiner: c.in("ZWJ")}
	switch {
	case c.in("CM ZWJ"): // LB10
		next.prev = letter
	case c.in("SP"):
		next.spaced = x.afterSpaces()
	case c.in("QU"):
		next.opened = c.quote == "Pi" && prev.in("sot OP QU GL "+spaces)
		next.narrow = !prev.wide
	case c.in("HY HH"):
		next.initial = prev.in("sot CB GL " + spaces)
		next.hebrew = prev.in("HL")
	case c.in("NU"):
		next.number = true
	case c.in("SY IS CL CP"):
		next.number = x.number && !prev.in("CL CP")
	case c.in("VI"):
		next.syllable = prev.aksara()
	case c.in("RI"):
		next.odd = !x.odd
	}
	return next
}

// afterSpaces is what LB8 and LB14 to LB17 ask of that which stands before the
// spaces: its class, QU for a quotation mark that opens and CL for CP too.
func (x context) afterSpaces() string {
	switch prev := x.prev; {
	case prev.in("SP"):
		return x.spaced
	case x.opened:
		return "QU"
	case prev.in("CP"):
		return "CL"
	case prev.in("ZW OP CL B2"):
		return prev.lineBreak
	}
	return ""
}
