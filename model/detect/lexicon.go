package detect

import (
	"embed"
	"strings"
	"sync"

	"golang.org/x/text/language"
	"golang.org/x/text/language/display"

	"rawi/model"
	"rawi/model/arabic"
)

//go:embed lexicon/*.txt
var lexiconFiles embed.FS

// lexicon is what detect knows of words, all folded.
type lexicon struct {
	words       map[string]*entry
	phrases     map[string][]phrase // names of places and bodies by their first word
	capitals    map[string]string   // key of a capital -> key of its state
	capitalised map[string]bool     // keys of the states that have a capital here
	hamza       map[string]bool     // words listed with a last ء, which folding drops
	hamzaNames  map[string]bool     // given names with one
	demonyms    map[string]bool     // stems that «ي» makes an adjective of: فرنس, سور
}

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
	placeStart // words that begin the name of a place of two: سان, تل
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
	"honorific": honorific, "pronominal": pronominal, "namesake": namesake, "courtesy": courtesy, "plural": pluralNoun, "kinship": namePart | kinship, "quality": quality, "common": areaHead | commonHead, "opens": placeStart, "family": surname, "ordinal": ordinal, "sovereign": sovereign, "deed": anyBody | deedHead,
}

// words is the lexicon, read once.
var words = sync.OnceValue(loadWords)

func loadWords() *lexicon {
	l := &lexicon{words: map[string]*entry{}, phrases: map[string][]phrase{}, capitals: map[string]string{}, capitalised: map[string]bool{}, hamza: map[string]bool{}, hamzaNames: map[string]bool{}, demonyms: map[string]bool{"عرب": true}}
	for _, file := range []string{"particles", "bodies", "words"} {
		l.addClasses(file)
	}
	// A word that is only part of «particles» by accident of spelling keeps
	// both readings: traits add up.
	l.addNames()
	l.addRoles()
	l.addVerbs()
	l.addPhrases("organisations", model.Organisation)
	l.addPhrases("places", model.Place)
	l.addRegions()
	eachLine("capitals", func(line string) {
		capital, state, _ := strings.Cut(line, "\t")
		l.capitals[arabic.Key(capital)] = arabic.Key(state)
		l.capitalised[arabic.Key(state)] = true
	})
	return l
}

// eachLine calls f with the lines of a data file that are not comments.
func eachLine(file string, f func(line string)) {
	data, err := lexiconFiles.ReadFile("lexicon/" + file + ".txt")
	if err != nil {
		panic("detect: the embedded word list " + file + " is missing") // the build is broken
	}
	for line := range strings.Lines(string(data)) {
		if line = strings.TrimSpace(line); line != "" && line[0] != '#' {
			f(line)
		}
	}
}

func (l *lexicon) add(word string, t traits) *entry {
	e := l.words[word]
	if e == nil {
		e = &entry{}
		l.words[word] = e
	}
	e.traits |= t
	return e
}

func (l *lexicon) addClasses(file string) {
	eachLine(file, func(line string) {
		class, listed, _ := strings.Cut(line, "\t")
		word := arabic.Fold(listed)
		l.add(word, traitNames[class])
		if class == "verb" && !strings.HasSuffix(word, "ت") && !strings.HasPrefix(word, "ي") {
			l.add(word+"وا", commonVerb)
		}
		if strings.HasSuffix(listed, "ء") {
			l.hamza[word] = true
		}
	})
}

// addNames leaves common words as they are: «سلام» alone is no person.
func (l *lexicon) addNames() {
	eachLine("names", func(line string) {
		class, word, _ := strings.Cut(line, "\t")
		if strings.HasSuffix(word, "ء") {
			l.hamzaNames[arabic.Fold(word)] = true
		}
		if word = arabic.Fold(word); class == "family" || !l.words[word].has(common) {
			l.add(word, traitNames[class])
		}
	})
}

// addRoles adds the forms of each role noun, unless a form is a common word.
func (l *lexicon) addRoles() {
	put := func(word string, t traits, listed bool) {
		not := function | timeWord
		if !listed {
			not = common | bodyHead
		}
		if !l.words[word].has(not) {
			l.add(word, t)
		}
	}
	eachLine("roles", func(line string) {
		t, forms, sound := role, strings.Fields(line), true
		for ; len(forms) > 1; forms = forms[:len(forms)-1] {
			if flag := forms[len(forms)-1]; flag == "*" {
				t |= anonymous
			} else if flag == "-" {
				sound = false
			} else {
				put(arabic.Fold(flag), t|rolePlural, true)
			}
		}
		singular := arabic.Fold(forms[0])
		put(singular, t, true)
		l.add(singular+"ا", commonNoun) // «رئيسا»: no name goes on with it
		if stem := strings.TrimSuffix(singular, "ه"); sound {
			put(stem+"ه", role, false)
			for _, ending := range []string{"ون", "ين", "ان"} {
				put(stem+ending, t|rolePlural, false)
			}
		}
	})
}

func (l *lexicon) addVerbs() {
	eachLine("verbs", func(line string) {
		f := strings.Fields(line)
		p, ok := patterns[f[1]]
		if !ok {
			panic("detect: verb " + f[0] + " has the unknown pattern " + f[1])
		}
		needs := ""
		if len(f) > 3 {
			needs = arabic.Fold(f[3])
		}
		inflect(f[0], p, verbClasses[f[2]], func(word string, form form) {
			form.needs = needs
			if l.words[word].has(givenName) {
				return // «يوسف» is no «يؤسف»
			}
			if e := l.words[word]; e != nil && e.traits&common != 0 && (strings.HasSuffix(word, "ه") || strings.HasSuffix(word, "ها") || strings.HasSuffix(word, "هم")) {
				return // «حملة» is no «حمّله»
			}
			if e := l.add(word, 0); e.traits&verb == 0 {
				e.traits |= verb
				e.form = form
			}
		})
	})
}

func (l *lexicon) addPhrases(file string, kind model.PartyKind) {
	eachLine(file, func(line string) {
		spellings := strings.Split(line, ";")
		name := strings.TrimPrefix(spellings[0], "?")
		for _, s := range spellings {
			s, unsure := strings.CutPrefix(s, "?")
			l.addPhrase(phrase{strings.Fields(arabic.Key(s)), kind, arabic.Key(name), unsure})
		}
	})
}

func (l *lexicon) addPhrase(p phrase) {
	if len(p.words) == 0 {
		return
	}
	for _, q := range l.phrases[p.words[0]] {
		if strings.Join(q.words, " ") == strings.Join(p.words, " ") {
			return
		}
	}
	l.phrases[p.words[0]] = append(l.phrases[p.words[0]], p)
	if p.kind == model.Place && !p.unsure {
		l.addDemonym(p.words[len(p.words)-1])
	}
}

func (l *lexicon) addDemonym(place string) {
	l.demonyms[demonymStem(place)] = true
	l.demonyms[strings.TrimSuffix(place, "ستان")] = true // أفغاني
}

// demonym reports whether the word, without article, is the adjective of a
// known place: فرنسي, سورية, أميركيين.
func (l *lexicon) demonym(bare string) bool {
	return len(bare) > 4 && strings.Contains(bare[4:], "ي") && l.demonyms[demonymStem(bare)]
}

// demonymStem is what a place and its adjective share.
func demonymStem(word string) string {
	word = strings.TrimPrefix(word, "ال")
	for _, ending := range []string{"يون", "يين", "يات", "يه", "يا", "ي", "ا", "ه"} {
		if stem, ok := strings.CutSuffix(word, ending); ok && len(stem) >= 4 {
			return stem
		}
	}
	return word
}

// addRegions adds the states of CLDR under their Arabic names.
func (l *lexicon) addRegions() {
	namer := display.Regions(language.Arabic)
	for a := 'A'; a <= 'Z'; a++ {
		for b := 'A'; b <= 'Z'; b++ {
			region, err := language.ParseRegion(string([]rune{a, b}))
			if err != nil || !region.IsCountry() {
				continue
			}
			if key := arabic.Key(namer.Name(region)); key != "" && region.String() != "PS" {
				l.addPhrase(phrase{strings.Fields(key), model.Place, key, false})
				l.addDemonym(key[strings.LastIndexByte(key, ' ')+1:])
			}
		}
	}
}
