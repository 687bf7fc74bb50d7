package model

import "slices"

// QuoteKind says what the quoted words are.
type QuoteKind uint8

const (
	Speech    QuoteKind = iota // words between marks, attributed to a source
	Indirect                   // a reported clause without marks
	Scare                      // marks that keep a distance: «ما يسمى "..."»
	WorkTitle                  // a quoted proper name or title
	Other                      // glosses, numbers, scripture; what the reader says is not speech; kinds of a newer rawi
)

var quoteKinds = [...]string{"speech", "indirect", "scare", "title", "other"}

// QuoteKinds is the names of all kinds.
func QuoteKinds() []string { return slices.Clone(quoteKinds[:]) }

// String is the kind's name in the exchange formats.
func (k QuoteKind) String() string { return quoteKinds[k] }

// ParseQuoteKind is the inverse of [QuoteKind.String].
func ParseQuoteKind(name string) (QuoteKind, bool) {
	return parse[QuoteKind](quoteKinds[:], name)
}

// Spoken reports whether words of this kind have a speaker.
func (k QuoteKind) Spoken() bool { return k == Speech || k == Indirect }

// Rule names the rule by which a speaker was guessed.
type Rule uint8

const (
	NoRule          Rule = iota // nothing says who spoke
	VerbSubject                 // قال فلان: the subject follows the verb of saying
	SubjectVerb                 // فلان قال: the subject stands before the verb
	ClauseSubject               // the subject of the sentence's main verb: أشاد فلان بـ...، مؤكدا
	PreviousSpeaker             // a verb whose subject is only in the verb: وأضاف
	AccordingTo                 // بحسب فلان
	NameColon                   // فلان: «...», also in headlines
	SpeechNoun                  // في قول فلان، قوله
	PageNames                   // the page names who said what it sets apart ([Quoted])
	RuleCount       = iota
)

var rules = [RuleCount]string{"none", "verb-subject", "subject-verb", "clause-subject", "previous-speaker", "according-to", "name-colon", "speech-noun", "page-names"}

// String is the rule's name in the exchange formats.
func (r Rule) String() string { return rules[r] }

// ParseRule is the inverse of [Rule.String].
func ParseRule(name string) (Rule, bool) { return parse[Rule](rules[:], name) }

// Reason says why a speaker was guessed: the rule, and the words that
// triggered it (empty where no words did). Where the choice was another than the
// rules', Rule is the one nearest to it, and Clues are what spoke most for it.
type Reason struct {
	Rule  Rule
	Words Span
	Clues [2]Clue // the strongest first; NoClue where the rule says it
}

// Quote is one quotation or reported clause.
type Quote struct {
	Span                 // what was said, without the marks around it
	Marked     bool      // between quotation marks
	Kind       QuoteKind // as guessed or decided
	Cue        Span      // the reporting word, empty if there is none
	Speaker    PartyID   // "" when unknown
	Mention    Span      // the words that name the speaker here; empty if implicit
	Reason     Reason    // of the guess; kept when a reader decides otherwise
	Confidence float64   // of the guessed speaker, 0 to 1
	Candidates []PartyID // possible speakers that the program thought of, likeliest first
	Follows    Span      // the earlier quotation whose speaker this one takes up («وأضاف»), empty for none
	Decision   string    // ID of the annotation that decided it, "" for a guess
	Remarks
	Contested bool    // authors differ on it, and the reader has not decided
	Moved     *Anchor // where the words stood in another text, until the reader confirms that they are these; else nil
}

// Remarks is what a reader says of a quotation besides who spoke.
type Remarks struct {
	Note      string
	Certainty Certainty
	Addressee PartyID // to whom it was said, "" when nobody says
}

// Decided reports whether a reader has decided this quotation, on these words.
func (q *Quote) Decided() bool { return q.Decision != "" && q.Moved == nil }

// Findings is what the program found in an article by itself: quotations in
// text order (nested ones after the one around them) and parties in order of
// first mention.
type Findings struct {
	Quotes  []Quote
	Parties []Party
}
