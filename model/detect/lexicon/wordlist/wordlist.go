// Package wordlist is the lexicon as people write it: one entry a line in the
// files beside it, each of which says what its lines mean. [Compile] makes the
// searchable lexicon of them. The program itself never does: go generate of the
// package lexicon does it once, and tests that want a lexicon which lacks
// something.
package wordlist

import (
	"embed"
	"fmt"
	"strings"

	"golang.org/x/text/language"
	"golang.org/x/text/language/display"

	"rawi/model"
	"rawi/model/arabic"
	"rawi/model/detect/lexicon"
)

//go:embed *.txt
var files embed.FS

// Compile reads the word lists without the lines that drop names; nil drops
// none. It returns an error that names the line that cannot be read.
func Compile(drop func(list, line string) bool) (lexicon.Lists, error) {
	c := compiler{drop: drop, Lists: lexicon.Lists{
		Words: map[string]lexicon.Entry{}, Phrases: map[string][]lexicon.Phrase{}, Capitals: map[string]string{},
		Demonyms: map[string]bool{"عرب": true},
	}}
	for _, list := range []string{"particles", "bodies", "words"} {
		c.addClasses(list)
	}
	// A word that is only part of «particles» by accident of spelling keeps
	// both readings: traits add up.
	c.addNames()
	c.addRoles()
	c.addVerbs()
	c.addPhrases("organisations", model.Organisation)
	c.addPhrases("places", model.Place)
	c.addRegions()
	c.eachLine("capitals", func(line string) error {
		capital, state, _ := strings.Cut(line, "\t")
		c.Capitals[arabic.Key(capital)] = arabic.Key(state)
		return nil
	})
	return c.Lists, c.err
}

// EachLine calls f with the lines of a list that are not comments.
func EachLine(list string, f func(line string)) {
	data, err := files.ReadFile(list + ".txt")
	if err != nil {
		panic("the embedded word list " + list + " is missing") // the build is broken
	}
	for line := range strings.Lines(string(data)) {
		if line = strings.TrimSpace(line); line != "" && line[0] != '#' {
			f(line)
		}
	}
}

// compiler gathers the lists and keeps the first error.
type compiler struct {
	lexicon.Lists
	drop func(list, line string) bool
	err  error
}

// eachLine is EachLine without the lines that are dropped.
func (c *compiler) eachLine(list string, f func(line string) error) {
	EachLine(list, func(line string) {
		if c.drop != nil && c.drop(list, line) {
			return
		}
		if err := f(line); err != nil && c.err == nil {
			c.err = fmt.Errorf("%s.txt: %q: %w", list, line, err)
		}
	})
}

// has reports whether a word is of one of the classes so far.
func (c *compiler) has(word string, t lexicon.Traits) bool { return c.Words[word].Has(t) }

// add gives a word more classes.
func (c *compiler) add(word string, t lexicon.Traits) {
	e := c.Words[word]
	e.Traits |= t
	c.Words[word] = e
}

func (c *compiler) addClasses(list string) {
	c.eachLine(list, func(line string) error {
		class, listed, _ := strings.Cut(line, "\t")
		word := arabic.Fold(listed)
		e := c.Words[word]
		e.Traits |= classes[class]
		e.Hamza = e.Hamza || strings.HasSuffix(listed, "ء")
		c.Words[word] = e
		if class == "verb" && !strings.HasSuffix(word, "ت") && !strings.HasPrefix(word, "ي") {
			c.add(word+"وا", lexicon.CommonVerb)
		}
		return nil
	})
}

// addNames leaves common words as they are: «سلام» alone is no person.
func (c *compiler) addNames() {
	c.eachLine("names", func(line string) error {
		class, listed, _ := strings.Cut(line, "\t")
		word := arabic.Fold(listed)
		e := c.Words[word]
		e.HamzaName = e.HamzaName || strings.HasSuffix(listed, "ء")
		if class == "family" || !e.Has(lexicon.Common) {
			e.Traits |= classes[class]
		}
		c.Words[word] = e
		return nil
	})
}

// addRoles adds the forms of each role noun, unless a form is a common word.
func (c *compiler) addRoles() {
	c.eachLine("roles", func(line string) error {
		t, forms, sound := lexicon.Role, strings.Fields(line), true
		for ; len(forms) > 1; forms = forms[:len(forms)-1] {
			switch flag := forms[len(forms)-1]; flag {
			case "*":
				t |= lexicon.Anonymous
			case "~":
				t |= lexicon.Trade
			case "-":
				sound = false
			default:
				c.addListed(arabic.Fold(flag), t|lexicon.RolePlural)
			}
		}
		singular := arabic.Fold(forms[0])
		c.addListed(singular, t)
		c.add(singular+"ا", lexicon.CommonNoun) // «رئيسا»: no name goes on with it
		if sound {
			c.addSound(strings.TrimSuffix(singular, "ه"), t)
		}
		return nil
	})
}

// addListed adds a form that the list has.
func (c *compiler) addListed(word string, t lexicon.Traits) {
	if !c.has(word, lexicon.Function|lexicon.TimeWord) {
		c.add(word, t)
	}
}

// addSound adds the regular feminine and plurals of a stem.
func (c *compiler) addSound(stem string, t lexicon.Traits) {
	put := func(word string, t lexicon.Traits) {
		if !c.has(word, lexicon.Common|lexicon.BodyHead) {
			c.add(word, t)
		}
	}
	put(stem+"ه", lexicon.Role)
	for _, ending := range []string{"ون", "ين", "ان"} {
		put(stem+ending, t|lexicon.RolePlural)
	}
}

func (c *compiler) addVerbs() {
	c.eachLine("verbs", func(line string) error {
		f := strings.Fields(line)
		if len(f) < 3 {
			return fmt.Errorf("want a verb, a pattern and a class")
		}
		p, ok := patterns[f[1]]
		if !ok {
			return fmt.Errorf("the pattern %s is unknown", f[1])
		}
		class, ok := verbClasses[f[2]]
		if !ok {
			return fmt.Errorf("the class %s is unknown", f[2])
		}
		needs := ""
		if len(f) > 3 {
			needs = arabic.Fold(f[3])
		}
		inflect(f[0], p, class, func(word string, form lexicon.Form) {
			c.addForm(word, form, needs)
		})
		return nil
	})
}

// addForm adds a form of a verb of saying, unless the word has another meaning:
// «يوسف» is no «يؤسف», «حملة» no «حمّله».
func (c *compiler) addForm(word string, form lexicon.Form, needs string) {
	e := c.Words[word]
	object := strings.HasSuffix(word, "ه") || strings.HasSuffix(word, "ها") || strings.HasSuffix(word, "هم")
	if e.Has(lexicon.GivenName|lexicon.Verb) || e.Has(lexicon.Common) && object {
		return
	}
	e.Traits |= lexicon.Verb
	e.Form, e.Needs = form, needs
	c.Words[word] = e
}

func (c *compiler) addPhrases(list string, kind model.PartyKind) {
	c.eachLine(list, func(line string) error {
		spellings := strings.Split(line, ";")
		name := strings.TrimPrefix(spellings[0], "?")
		for _, s := range spellings {
			s, unsure := strings.CutPrefix(s, "?")
			c.addPhrase(lexicon.Phrase{Words: arabic.Key(s), Kind: kind, Name: arabic.Key(name), Unsure: unsure})
		}
		return nil
	})
}

// addPhrase adds a name unless it is known already.
func (c *compiler) addPhrase(p lexicon.Phrase) {
	words := strings.Fields(p.Words)
	if len(words) == 0 {
		return
	}
	first := words[0]
	for _, q := range c.Phrases[first] {
		if q.Words == p.Words {
			return
		}
	}
	p.Count = len(words)
	c.Phrases[first] = append(c.Phrases[first], p)
	if p.Kind == model.Place && !p.Unsure {
		c.addDemonym(words[len(words)-1])
	}
}

func (c *compiler) addDemonym(place string) {
	c.Demonyms[lexicon.DemonymStem(place)] = true
	c.Demonyms[strings.TrimSuffix(place, "ستان")] = true // أفغاني
}

// addRegions adds the states of CLDR under their Arabic names.
func (c *compiler) addRegions() {
	namer := display.Regions(language.Arabic)
	for a := 'A'; a <= 'Z'; a++ {
		for b := 'A'; b <= 'Z'; b++ {
			region, err := language.ParseRegion(string([]rune{a, b}))
			if err != nil || !region.IsCountry() {
				continue
			}
			if key := arabic.Key(namer.Name(region)); key != "" && region.String() != "PS" {
				c.addPhrase(lexicon.Phrase{Words: key, Kind: model.Place, Name: key})
				c.addDemonym(key[strings.LastIndexByte(key, ' ')+1:])
			}
		}
	}
}
