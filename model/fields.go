package model

// fieldSet is a set of those fields of an [Annotation] whose use depends on the
// deed. What each deed needs and takes stands in the table of deeds.
type fieldSet uint16

const (
	fieldAnchor fieldSet = 1 << iota
	fieldTo
	fieldParty
	fieldName
	fieldPartyKind
	fieldKind
	fieldCertainty
	fieldText
	fieldTarget
)

// fieldsOfParty is how a decision names a party, so that it can be read alone.
const fieldsOfParty = fieldParty | fieldName | fieldPartyKind

// fields says of each field how files call it and whether it is set. [Person],
// [Speech] and [NoCertainty] are zero, and count as not set.
var fields = []struct {
	fieldSet
	name  string
	isSet func(*Annotation) bool
}{
	{fieldAnchor, "at", func(a *Annotation) bool { return !a.Anchor.Empty() }},
	{fieldTo, "to", func(a *Annotation) bool { return !a.To.Empty() }},
	{fieldParty, "party", func(a *Annotation) bool { return a.Party != "" }},
	{fieldName, "name", func(a *Annotation) bool { return a.Name != "" }},
	{fieldPartyKind, "type", func(a *Annotation) bool { return a.PartyKind != 0 }},
	{fieldKind, "kind", func(a *Annotation) bool { return a.Kind != 0 }},
	{fieldCertainty, "certainty", func(a *Annotation) bool { return a.Certainty != 0 }},
	{fieldText, "text", func(a *Annotation) bool { return a.Text != "" }},
	{fieldTarget, "target", func(a *Annotation) bool { return a.Target != "" }},
}
