package model

import (
	"bytes"
	"encoding/json"
	"errors"
	"fmt"
	"strconv"
)

// UnmarshalJSON is [ParseAnnotation] without the digest.
func (a *Annotation) UnmarshalJSON(object []byte) (err error) {
	*a, _, err = ParseAnnotation(object)
	return err
}

// ParseAnnotation is the inverse of [Annotation.Sealed], for decisions of every
// version by the rules of [Format]. The digest is the zero Digest if the object
// carries none; if it carries another than its own, the error is [ErrDigest].
func ParseAnnotation(data []byte) (a Annotation, d Digest, err error) {
	s, rest, err := digested(data)
	if err == nil && len(space(rest)) > 0 {
		err = errJSON
	}
	if err == nil {
		d, err = s.check()
	}
	if err == nil {
		a, err = annotationOf(s.canonical)
	}
	if err != nil {
		return Annotation{}, d, err
	}
	return a, d, nil
}

// annotationOf reads an object in canonical form.
func annotationOf(object []byte) (Annotation, error) {
	var r annotationReader
	if err := eachMember(object, r.member); err != nil {
		return r.a, err
	}
	if r.a.ID == "" {
		return r.a, errors.New("it has no id")
	}
	for i := range properties {
		if properties[i].needed && !r.has[i] {
			return r.a, fmt.Errorf("it has no %s", properties[i].name)
		}
	}
	r.a.unknown = r.unknown.object()
	return r.a, nil
}

// annotationReader is an annotation that is being read, member by member in
// canonical order.
type annotationReader struct {
	a       Annotation
	has     [len(properties)]bool
	unknown members
}

func (r *annotationReader) member(name, value []byte) error {
	i := propertyIndex(name)
	switch {
	case i < 0:
		r.unknown.add(name, value)
		return nil
	case string(value) == "null":
		return nil
	}
	r.has[i] = true
	p := &properties[i]
	if p.anchor != nil {
		return r.anchor(p, value)
	}
	text, err := textOf(p.name, value)
	if err != nil || text == "" && !p.needed || p.set(&r.a, text) {
		return err
	}
	if !p.open {
		return fmt.Errorf("its %s %q is none that this rawi knows; a newer one may have written it", p.name, text)
	}
	r.unknown.add(name, value)
	return nil
}

func (r *annotationReader) anchor(p *property, value []byte) error {
	if value[0] != '{' {
		return fmt.Errorf("its member %q is no object", p.name)
	}
	var unknown members
	x := p.anchor(&r.a)
	err := eachMember(value, func(name, value []byte) error { return x.setMember(name, value, &unknown) })
	if object := unknown.object(); object != "" {
		r.unknown.add([]byte(p.name), []byte(object))
	}
	return err
}

// setMember takes in a member of an anchor in canonical form.
func (x *Anchor) setMember(name, value []byte, unknown *members) (err error) {
	switch string(name) {
	case "start_byte":
		x.Start, err = offsetOf("start_byte", value)
	case "end_byte":
		x.End, err = offsetOf("end_byte", value)
	case "exact":
		x.Exact, err = textOf("exact", value)
	case "before":
		x.Before, err = textOf("before", value)
	case "after":
		x.After, err = textOf("after", value)
	default:
		unknown.add(name, value)
	}
	return err
}

// textOf is a member that must be a text, in canonical form.
func textOf(name string, value []byte) (text string, err error) {
	switch {
	case value[0] != '"':
		return "", fmt.Errorf("its member %q is no text", name)
	case bytes.IndexByte(value, '\\') < 0:
		return string(value[1 : len(value)-1]), nil
	}
	err = json.Unmarshal(value, &text)
	return text, err
}

// offsetOf is a member that must be a whole number.
func offsetOf(name string, value []byte) (int, error) {
	n, err := strconv.Atoi(string(value))
	if err != nil {
		return 0, fmt.Errorf("its member %q is no number of bytes", name)
	}
	return n, nil
}
