package lexicon

// Form is one inflected form of a verb that reports speech. The zero value is
// the perfect of «قال».
type Form struct {
	Class  VerbClass
	Mood   Mood
	Agrees Agreement
}

// VerbClass says how a verb reports.
type VerbClass uint8

// The classes of verbs, as verbs.txt of the package wordlist explains them.
const (
	Say VerbClass = iota
	Judge
	Relay
	Weak
	NameVerb
	Want
)

// Mood is which form of a verb a word is.
type Mood uint8

// The moods that report.
const (
	Perfect Mood = iota
	Imperfect
	Participle
	VerbalNoun
)

// Agreement is what a verb's form says of its subject.
type Agreement uint8

// The agreements.
const (
	Masculine Agreement = iota
	Feminine
	Plural
	AnyGender
)
