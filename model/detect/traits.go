package detect

import "rawi/model/detect/lexicon"

// The words of the lexicon under short names: the rules are made of them.
type (
	traits    = lexicon.Traits
	form      = lexicon.Form
	mood      = lexicon.Mood
	agreement = lexicon.Agreement
	verbClass = lexicon.VerbClass
)

const (
	say, judge, relay, weak, nameVerb, want    = lexicon.Say, lexicon.Judge, lexicon.Relay, lexicon.Weak, lexicon.NameVerb, lexicon.Want
	perfect, imperfect, participle, verbalNoun = lexicon.Perfect, lexicon.Imperfect, lexicon.Participle, lexicon.VerbalNoun
	masculine, feminine, plural, anyGender     = lexicon.Masculine, lexicon.Feminine, lexicon.Plural, lexicon.AnyGender
	bodyHead, common                           = lexicon.BodyHead, lexicon.Common
)

const (
	verb          = lexicon.Verb
	that          = lexicon.That
	thatPronoun   = lexicon.ThatPronoun
	saying        = lexicon.Saying
	according     = lexicon.According
	impersonal    = lexicon.Impersonal
	turn          = lexicon.Turn
	naming        = lexicon.Naming
	titleNoun     = lexicon.TitleNoun
	entitled      = lexicon.Entitled
	gloss         = lexicon.Gloss
	scripture     = lexicon.Scripture
	wordsOf       = lexicon.WordsOf
	role          = lexicon.Role
	rolePlural    = lexicon.RolePlural
	trade         = lexicon.Trade
	anonymous     = lexicon.Anonymous
	anyBody       = lexicon.AnyBody
	stateBody     = lexicon.StateBody
	media         = lexicon.Media
	ministry      = lexicon.Ministry
	official      = lexicon.Official
	quoted        = lexicon.Quoted
	mission       = lexicon.Mission
	bare          = lexicon.Bare
	bareRole      = lexicon.BareRole
	noReport      = lexicon.NoReport
	statement     = lexicon.Statement
	placeHead     = lexicon.PlaceHead
	areaHead      = lexicon.AreaHead
	function      = lexicon.Function
	timeWord      = lexicon.TimeWord
	commonNoun    = lexicon.CommonNoun
	commonVerb    = lexicon.CommonVerb
	adjective     = lexicon.Adjective
	namePart      = lexicon.NamePart
	givenName     = lexicon.GivenName
	nameStart     = lexicon.NameStart
	masculineName = lexicon.MasculineName
	homograph     = lexicon.Homograph
	honorific     = lexicon.Honorific
	pronominal    = lexicon.Pronominal
	namesake      = lexicon.Namesake
	courtesy      = lexicon.Courtesy
	pluralNoun    = lexicon.PluralNoun
	kinship       = lexicon.Kinship
	commonHead    = lexicon.CommonHead
	surname       = lexicon.Surname
	ordinal       = lexicon.Ordinal
	sovereign     = lexicon.Sovereign
	deedHead      = lexicon.DeedHead
	eponym        = lexicon.Eponym
	placeStart    = lexicon.PlaceStart
	relation      = lexicon.Relation
	quality       = lexicon.Quality
)
