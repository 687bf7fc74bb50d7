package model

// What a decision says that this rawi does not understand is kept in
// Annotation.unknown: a JSON object in canonical form, a string so that
// annotations can be compared with ==. It has the members that no property
// knows, under "at" and "to" those that anchors do not know, and the words that
// the properties do not know.

// members is a JSON object in the making. Members are added in canonical order.
type members []byte

func (m *members) add(name, value []byte) {
	start := byte(',')
	if len(*m) == 0 {
		start = '{'
	}
	*m = append(append(append(*m, start, '"'), name...), '"', ':')
	*m = append(*m, value...)
}

// object is the object with all members, "" if there are none.
func (m members) object() string {
	if len(m) == 0 {
		return ""
	}
	return string(m) + "}"
}

// inside is the members of an object.
func inside(object []byte) []byte { return object[1 : len(object)-1] }

// unknownIn is what is not understood of a property, nil for nothing.
func (a *Annotation) unknownIn(property string) (unknown []byte) {
	a.eachUnknown(func(name, value []byte) {
		if string(name) == property {
			unknown = value
		}
	})
	return unknown
}

// propertyIndex is the place of a property in the table, -1 for none of that name.
func propertyIndex(name []byte) int {
	for i := range properties {
		if properties[i].name == string(name) {
			return i
		}
	}
	return -1
}

// appendUnknown writes the members that no property knows.
func (a *Annotation) appendUnknown(out []byte) []byte {
	a.eachUnknown(func(name, value []byte) {
		if propertyIndex(name) < 0 {
			out = append(appendName(out, string(name)), value...)
		}
	})
	return out
}

func (a *Annotation) eachUnknown(do func(name, value []byte)) {
	if a.unknown == "" {
		return
	}
	_ = eachMember([]byte(a.unknown), func(name, value []byte) error {
		do(name, value)
		return nil
	})
}

// unknownWord is the word of a property that this rawi does not know, as it stands
// in the object, else known.
func (a *Annotation) unknownWord(property, known string) string {
	if value := a.unknownIn(property); value != nil {
		if word, err := textOf(property, value); err == nil {
			return word
		}
	}
	return known
}
