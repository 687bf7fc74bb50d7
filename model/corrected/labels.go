package corrected

import "rawi/model"

// What the labels of [rawi/model/export] stand for.
var (
	quoteLabels = map[string]model.QuoteKind{"Speech": model.Speech, "Indirect": model.Indirect, "Scare": model.Scare, "Title": model.WorkTitle, "Other": model.Other}
	partyLabels = map[string]model.PartyKind{"Person": model.Person, "Organisation": model.Organisation, "Place": model.Place, "Role": model.RoleOnly}
)

const cueLabel = "Cue"
