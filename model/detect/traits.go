package detect

import "rawi/model"

// entry is what is known of one word form.
type entry struct {
	traits traits
	form   form // when traits has verb
}

// phrase is one spelling of a known place or body.
type phrase struct {
	words  []string
	kind   model.PartyKind
	name   string // the spelling that stands for all
	unsure bool   // a common word too: a name only after its head
}

// traits are the classes of a word.
type traits uint64

const (
	verb traits = 1 << iota
	that
	thatPronoun
	saying
	according
	impersonal
	turn
	naming
	titleNoun
	entitled // بعنوان: the words between the marks behind it are a title
	gloss
	scripture
	wordsOf
	role
	rolePlural
	trade // a role that anybody may have
	anonymous
	anyBody
	stateBody
	media
	ministry
	official
	quoted
	mission
	bare
	bareRole
	noReport
	statement
	placeHead
	areaHead
	function
	timeWord
	commonNoun
	commonVerb
	adjective
	namePart
	givenName
	nameStart
	masculineName
	homograph
	honorific
	pronominal
	namesake
	courtesy
	pluralNoun
	kinship    // بن, بنت, آل: what follows is a name, whatever it means
	commonHead // heads of places that are common words too: only before a known place
	surname    // family names with the article
	ordinal    // numbers that kings and popes bear
	sovereign  // kings and popes
	deedHead   // heads of bodies that mean a deed too: no common noun behind them
	eponym     // events and laws that bear the name of a place
	placeStart // words that begin the name of a place of two: سان, تل
	relation   // عم, خال with a pronoun: «ابن عمها» names nobody
	quality    // what makes no name of the noun of a body
)

const (
	bodyHead = anyBody | stateBody | media | quoted
	// common is what ends a name.
	common = function | timeWord | commonNoun | commonVerb | adjective | that | thatPronoun | saying | according
)

// all is the entry's traits, none for no entry.
func (e *entry) all() traits {
	if e == nil {
		return 0
	}
	return e.traits
}

// with is the entry with the traits of another, either of which may be nil.
func (e *entry) with(o *entry) *entry {
	switch {
	case e == nil:
		return o
	case o == nil:
		return e
	}
	sum := *e
	sum.traits |= o.traits &^ (timeWord | verb | function)
	return &sum
}

// isImperfect reports whether the word is a verb of saying in the imperfect.
func (e *entry) isImperfect() bool { return e.has(verb) && e.form.mood == imperfect }

func (e *entry) has(t traits) bool { return e != nil && e.traits&t != 0 }

type verbClass uint8

const (
	say verbClass = iota
	judge
	relay
	weak
	nameVerb
	want
)

var verbClasses = map[string]verbClass{"say": say, "judge": judge, "relay": relay, "weak": weak, "name": nameVerb, "want": want}

// traitNames are the classes as the data files name them.
var traitNames = map[string]traits{
	"that": that, "thatpronoun": thatPronoun, "saying": saying, "according": according,
	"impersonal": impersonal, "turn": turn, "naming": naming, "title": titleNoun, "entitled": titleNoun | entitled,
	"gloss": gloss, "scripture": scripture, "wordsof": wordsOf,
	"any": anyBody, "state": stateBody, "media": media, "official": official, "quoted": quoted, "mission": mission, "bare": bare, "barerole": bareRole, "noreport": noReport, "statement": statement, "ministry": stateBody | ministry, "place": placeHead, "area": areaHead,
	"function": function, "masculine": masculineName, "time": timeWord, "noun": commonNoun, "verb": commonVerb,
	"adjective": adjective, "particle": namePart, "given": givenName, "starter": namePart | nameStart, "homograph": givenName | homograph,
	"honorific": honorific, "pronominal": pronominal, "namesake": namesake, "courtesy": courtesy, "plural": pluralNoun, "kinship": namePart | kinship, "relation": relation, "quality": quality, "common": areaHead | commonHead, "opens": placeStart, "eponym": eponym, "family": surname, "ordinal": ordinal, "sovereign": sovereign, "deed": anyBody | deedHead,
}
