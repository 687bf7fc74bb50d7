package main

import (
	"cmp"
	"slices"
	"strings"
)

// class is what the rules tell characters apart by.
type class struct {
	lineBreak string // Line_Break, resolved by LB1
	wide      bool   // $EastAsian: East_Asian_Width is F, W or H
	quote     string // Pi or Pf, of QU
	dotted    bool   // U+25CC
	reserved  bool   // [\p{Extended_Pictographic} & \p{Cn}]
	next      ahead  // what follows, where a rule asks for it
}

// ahead is what a rule may ask of that which follows a character. The values
// are bits of linebreak.trait, and there in the same order.
type ahead uint8

const (
	closing ahead = 1 << iota // LB15b: what lets a final quotation mark close
	narrow                    // LB19a: no East Asian character, or none at all
	numeric                   // LB15c, LB25: NU
	infix                     // LB25: IS, if NU follows that
	final                     // LB28a: VF
	aheads  = iota
)

func (c class) in(lineBreaks string) bool {
	for l := range strings.FieldsSeq(lineBreaks) {
		if l == c.lineBreak {
			return true
		}
	}
	return false
}

// aksara is [AK ◌ AS] of LB28a.
func (c class) aksara() bool { return c.dotted || c.in("AK AS") }

// asks is all that a rule may ask of what follows c.
func (c class) asks() ahead {
	switch {
	case c.quote == "Pf":
		return closing | narrow
	case c.quote == "Pi":
		return narrow
	case c.in("IS"):
		return numeric
	case c.in("OP"):
		return numeric | infix
	case c.aksara():
		return final
	}
	return 0
}

// traits is what c answers when it follows.
func (c class) traits() (t ahead) {
	for bit, has := range []bool{
		c.in("SP GL WJ CL QU CP EX IS SY BK CR LF NL ZW"), // closing
		!c.wide,
		c.in("NU"),
		c.in("IS"),
		c.in("VF"),
	} {
		if has {
			t |= 1 << bit
		}
	}
	return t
}

// alone is c without what follows it.
func (c class) alone() class {
	c.next = 0
	return c
}

// number gives every class of the characters a number: first those that stand
// for themselves, then those that ask what follows, then these with an answer.
func number(characters []class) (classes []class, numbers []uint8) {
	seen := make(map[class]bool)
	for _, c := range characters {
		seen[c] = true
		for bit := ahead(1); bit < 1<<aheads; bit <<= 1 {
			if c.asks()&bit != 0 {
				answered := c
				answered.next = bit
				seen[answered] = true
			}
		}
	}
	for c := range seen {
		classes = append(classes, c)
	}
	slices.SortFunc(classes, compareClasses)
	at := make(map[class]uint8)
	for i, c := range classes {
		at[c] = uint8(i)
	}
	for _, c := range characters {
		numbers = append(numbers, at[c])
	}
	return classes, numbers
}

func compareClasses(a, b class) int {
	stage := func(c class) int {
		switch {
		case c.next != 0:
			return 2
		case c.asks() != 0:
			return 1
		}
		return 0
	}
	return cmp.Or(cmp.Compare(stage(a), stage(b)), cmp.Compare(a.name(), b.name()))
}

// name is unique; it orders the classes and stands in the comments of tables.go.
func (c class) name() string {
	name := c.lineBreak + c.quote
	for _, more := range []struct {
		has  bool
		name string
	}{
		{c.wide, " wide"}, {c.dotted, " dotted"}, {c.reserved, " reserved"}, {c.next == closing, " before closing"},
		{c.next == narrow, " before narrow"}, {c.next == numeric, " before NU"}, {c.next == infix, " before IS NU"}, {c.next == final, " before VF"},
	} {
		if more.has {
			name += more.name
		}
	}
	return name
}
