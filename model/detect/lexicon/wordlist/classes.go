package wordlist

import "rawi/model/detect/lexicon"

// verbClasses are the classes of verbs as verbs.txt names them.
var verbClasses = map[string]lexicon.VerbClass{
	"say": lexicon.Say, "judge": lexicon.Judge, "relay": lexicon.Relay, "weak": lexicon.Weak, "name": lexicon.NameVerb, "want": lexicon.Want,
}

// classes are the classes of words as the lists name them.
var classes = map[string]lexicon.Traits{
	"that":        lexicon.That,
	"thatpronoun": lexicon.ThatPronoun,
	"saying":      lexicon.Saying,
	"according":   lexicon.According,
	"impersonal":  lexicon.Impersonal,
	"turn":        lexicon.Turn,
	"naming":      lexicon.Naming,
	"title":       lexicon.TitleNoun,
	"entitled":    lexicon.TitleNoun | lexicon.Entitled,
	"gloss":       lexicon.Gloss,
	"scripture":   lexicon.Scripture,
	"wordsof":     lexicon.WordsOf,
	"any":         lexicon.AnyBody,
	"state":       lexicon.StateBody,
	"media":       lexicon.Media,
	"official":    lexicon.Official,
	"quoted":      lexicon.Quoted,
	"mission":     lexicon.Mission,
	"bare":        lexicon.Bare,
	"barerole":    lexicon.BareRole,
	"noreport":    lexicon.NoReport,
	"statement":   lexicon.Statement,
	"ministry":    lexicon.StateBody | lexicon.Ministry,
	"place":       lexicon.PlaceHead,
	"area":        lexicon.AreaHead,
	"function":    lexicon.Function,
	"masculine":   lexicon.MasculineName,
	"time":        lexicon.TimeWord,
	"noun":        lexicon.CommonNoun,
	"verb":        lexicon.CommonVerb,
	"adjective":   lexicon.Adjective,
	"particle":    lexicon.NamePart,
	"given":       lexicon.GivenName,
	"starter":     lexicon.NamePart | lexicon.NameStart,
	"homograph":   lexicon.GivenName | lexicon.Homograph,
	"honorific":   lexicon.Honorific,
	"pronominal":  lexicon.Pronominal,
	"namesake":    lexicon.Namesake,
	"courtesy":    lexicon.Courtesy,
	"plural":      lexicon.PluralNoun,
	"kinship":     lexicon.NamePart | lexicon.Kinship,
	"relation":    lexicon.Relation,
	"quality":     lexicon.Quality,
	"common":      lexicon.AreaHead | lexicon.CommonHead,
	"opens":       lexicon.PlaceStart,
	"eponym":      lexicon.Eponym,
	"family":      lexicon.Surname,
}
