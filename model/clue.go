package model

// Clue is one thing that spoke for a guessed speaker, where no rule gave it.
type Clue uint8

// The clues.
const (
	NoClue        Clue = iota
	AfterVerb          // stands where the subject of the verb does: قال فلان
	BehindVerb         // the first behind the verb, though not right behind it
	BeforeVerb         // stands right before the verb: فلان قال
	OpensSentence      // the sentence begins with it
	InSentence         // named in the sentence
	RelayedFrom        // نقلت الوكالة عن فلان
	SpokeLast          // said the last quotation
	SpokeBefore        // has spoken
	SaidTheRest        // said what else hangs on the verb, or what stands around
	FitsVerb           // agrees with the verb in gender and number
	NamedLast          // nobody was named since
	NamedOften         // the article names it often
	MaySpeak           // a person, a body or a description
	ClueCount     = iota
)

var clues = [ClueCount]string{"", "after-verb", "behind-verb", "before-verb", "opens-sentence", "in-sentence", "relayed-from", "spoke-last", "spoke-before",
	"said-the-rest", "fits-verb", "named-last", "named-often", "may-speak"}

// String is the clue's name in the exchange formats, "" for none.
func (c Clue) String() string { return clues[c] }

// ParseClue is the inverse of [Clue.String].
func ParseClue(name string) (Clue, bool) { return parse[Clue](clues[:], name) }
