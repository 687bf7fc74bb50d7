package lexicon

// Traits are the classes of a word; one word may have several.
type Traits uint64

// The classes. What the word lists call them stands in the package wordlist.
const (
	Verb Traits = 1 << iota
	That
	ThatPronoun
	Saying
	According
	Impersonal
	Turn
	Naming
	TitleNoun
	Entitled // بعنوان: the words between the marks behind it are a title
	Gloss
	Scripture
	WordsOf
	Role
	RolePlural
	Trade // a role that anybody may have
	Anonymous
	AnyBody
	StateBody
	Media
	Ministry
	Official
	Quoted
	Mission
	Bare
	BareRole
	NoReport
	Statement
	PlaceHead
	AreaHead
	Function
	TimeWord
	CommonNoun
	CommonVerb
	Adjective
	NamePart
	GivenName
	NameStart
	MasculineName
	Homograph
	Honorific
	Pronominal
	Namesake
	Courtesy
	PluralNoun
	Kinship    // بن, بنت, آل: what follows is a name, whatever it means
	CommonHead // heads of places that are common words too: only before a known place
	Surname    // family names with the article
	Eponym     // events and laws that bear the name of a place
	PlaceStart // words that begin the name of a place of two: سان, تل
	Relation   // عم, خال with a pronoun: «ابن عمها» names nobody
	Quality    // what makes no name of the noun of a body
)

const (
	// BodyHead is what heads the name of a body.
	BodyHead = AnyBody | StateBody | Media | Quoted
	// Common is what ends a name.
	Common = Function | TimeWord | CommonNoun | CommonVerb | Adjective | That | ThatPronoun | Saying | According
)
