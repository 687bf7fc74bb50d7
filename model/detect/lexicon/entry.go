package lexicon

// Entry is what is known of one word form. The zero value is an unknown word.
type Entry struct {
	Traits    Traits
	Form      Form   // when Traits has Verb
	Needs     string // folded: the word that must follow for the verb to report; "" for none
	Hamza     bool   // listed with a last ء, which folding drops
	HamzaName bool   // a given name with one: «هناء»
}

// Has reports whether the word is of one of the classes.
func (e Entry) Has(t Traits) bool { return e.Traits&t != 0 }

// Known reports whether the lexicon has the word.
func (e Entry) Known() bool { return e.Traits != 0 }

// With is what is known of a word with the article: its own entry with the
// classes of the word behind the article.
func (e Entry) With(bare Entry) Entry {
	if !e.Known() {
		return bare
	}
	e.Traits |= bare.Traits &^ (TimeWord | Verb | Function)
	return e
}

// IsImperfect reports whether the word is a verb of saying in the imperfect.
func (e Entry) IsImperfect() bool { return e.Has(Verb) && e.Form.Mood == Imperfect }
