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
	drop        func(file, line string) bool
	words       map[string]*entry
	phrases     map[string][]phrase // names of places and bodies by their first word
	capitals    map[string]string   // key of a capital -> key of its state
	capitalised map[string]bool     // keys of the states that have a capital here
	hamza       map[string]bool     // words listed with a last ء, which folding drops
	hamzaNames  map[string]bool     // given names with one
	demonyms    map[string]bool     // stems that «ي» makes an adjective of: فرنس, سور
}

// words is the lexicon, read once.
var words = sync.OnceValue(func() *lexicon { return loadWords(nil) })

// loadWords reads the lexicon without the lines that drop names; nil drops none.
func loadWords(drop func(file, line string) bool) *lexicon {
	l := &lexicon{drop: drop, words: map[string]*entry{}, phrases: map[string][]phrase{}, capitals: map[string]string{}, capitalised: map[string]bool{}, hamza: map[string]bool{}, hamzaNames: map[string]bool{}, demonyms: map[string]bool{"عرب": true}}
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
	l.eachLine("capitals", func(line string) {
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

// eachLine is eachLine without the lines that are dropped.
func (l *lexicon) eachLine(file string, f func(line string)) {
	eachLine(file, func(line string) {
		if l.drop == nil || !l.drop(file, line) {
			f(line)
		}
	})
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
	l.eachLine(file, func(line string) {
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
	l.eachLine("names", func(line string) {
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
	l.eachLine("roles", func(line string) {
		t, forms, sound := role, strings.Fields(line), true
		for ; len(forms) > 1; forms = forms[:len(forms)-1] {
			if flag := forms[len(forms)-1]; flag == "*" {
				t |= anonymous
			} else if flag == "~" {
				t |= trade
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
	l.eachLine("verbs", func(line string) {
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
	l.eachLine(file, func(line string) {
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
