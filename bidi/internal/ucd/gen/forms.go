package main

import (
	"fmt"
	"slices"
	"strings"
)

// shapes are the tags of the decompositions of presentation forms, in the order
// of the fields of ucd.Forms.
var shapes = []string{"<isolated>", "<final>", "<initial>", "<medial>"}

const lam = 0x0644

// emitForms writes the presentation forms of single letters and of lam-alef.
func emitForms(e *emitter, d data) error {
	forms, ligatures := make(map[rune][]rune), make(map[rune][]rune)
	err := d.characters(func(l line) error {
		form := l.first
		shape, letters, err := decomposition(l.fields[5])
		if err != nil || shape < 0 || form >= 0xFE70 && form <= 0xFE7F { // spacing marks
			return err
		}
		switch {
		case len(letters) == 1:
			err = put(forms, letters[0], shape, form)
		case len(letters) == 2 && letters[0] == lam && isAlef(letters[1]):
			err = put(ligatures, letters[1], shape, form)
		}
		return err
	})
	e.forms("Form", "letterForms", "presentation forms by letter: isolated, final, initial, medial", len(shapes), forms)
	e.forms("Alef", "lamAlef", "ligatures of lam by alef: isolated, final", 2, ligatures)
	return err
}

// decomposition reads field 5 of UnicodeData.txt; shape is -1 where it is not
// that of a presentation form.
func decomposition(field string) (shape int, letters []rune, err error) {
	parts := strings.Fields(field)
	if len(parts) == 0 {
		return -1, nil, nil
	}
	if shape = slices.Index(shapes, parts[0]); shape < 0 {
		return -1, nil, nil
	}
	for _, p := range parts[1:] {
		r, err := codePoint(p)
		if err != nil {
			return -1, nil, err
		}
		letters = append(letters, r)
	}
	return shape, letters, nil
}

func isAlef(r rune) bool { return r == 0x0622 || r == 0x0623 || r == 0x0625 || r == 0x0627 }

// put enters a form and refuses a second one for the same place.
func put(forms map[rune][]rune, letter rune, shape int, form rune) error {
	if forms[letter] == nil {
		forms[letter] = make([]rune, len(shapes))
	}
	if forms[letter][shape] != 0 {
		return fmt.Errorf("%04X has two forms %s", letter, shapes[shape])
	}
	forms[letter][shape] = form
	return nil
}
