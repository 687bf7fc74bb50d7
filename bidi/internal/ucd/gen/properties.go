package main

import (
	"fmt"
	"slices"
)

// classes and joinings name the values of package ucd's types, in its order.
var (
	classes = []string{"L", "R", "AL", "EN", "ES", "ET", "AN", "CS", "NSM", "BN", "B", "S", "WS", "ON",
		"LRE", "LRO", "RLE", "RLO", "PDF", "LRI", "RLI", "FSI", "PDI"}
	joinings = []string{"U", "R", "L", "D", "C", "T"}
)

// The long names that stand in @missing lines.
var longNames = map[string]string{
	"Left_To_Right":       "L",
	"Right_To_Left":       "R",
	"Arabic_Letter":       "AL",
	"European_Terminator": "ET",
}

// The bits of ucd.Properties above the class.
const (
	opening  = 1 << 5
	closing  = 1 << 6
	mirrored = 1 << 7
)

// direct is ucd's: where the code points end that UTF-8 writes in one or two bytes.
const direct = 0x800

// emitProperties writes the tables behind ucd.Properties and ucd.Mirror.
func emitProperties(e *emitter, d data) error {
	properties, err := bidiClasses(d)
	if err != nil {
		return err
	}
	mirrors, err := mirrors(d)
	if err != nil {
		return err
	}
	if err := brackets(d, properties, mirrors); err != nil {
		return err
	}
	for r, distance := range mirrors {
		if distance != 0 {
			properties[r] |= mirrored
		}
	}
	e.twoStage("property", "Properties", "a class and the bits of a bracket and a mirror", properties, direct)
	e.distances(mirrors)
	return nil
}

// bidiClasses is the class of every code point.
func bidiClasses(d data) ([]uint8, error) {
	values := make([]uint8, codePoints)
	fill := func(missing bool) error {
		return d.each("DerivedBidiClass", func(l line) error {
			if l.missing != missing {
				return nil
			}
			name := l.fields[1]
			if missing {
				name = longNames[name]
			}
			class := slices.Index(classes, name)
			if class < 0 {
				return fmt.Errorf("unknown class %q", l.fields[1])
			}
			for r := l.first; r <= l.last; r++ {
				values[r] = uint8(class)
			}
			return nil
		})
	}
	if err := fill(true); err != nil { // later defaults replace earlier ones ...
		return nil, err
	}
	return values, fill(false) // ... and listed values replace defaults
}

// mirrors is the distance from each character to its mirror, 0 without one.
func mirrors(d data) ([]int32, error) {
	distances := make([]int32, codePoints)
	return distances, d.each("BidiMirroring", func(l line) error {
		if l.missing {
			return nil
		}
		m, err := codePoint(l.fields[1])
		distances[l.first] = m - l.first
		return err
	})
}

// brackets marks the paired brackets. Package ucd holds the pair of a bracket to
// be its mirror, as the head of BidiBrackets.txt says; a file that says
// otherwise is refused.
func brackets(d data, properties []uint8, mirrors []int32) error {
	bits := map[string]uint8{"o": opening, "c": closing}
	return d.each("BidiBrackets", func(l line) error {
		pair, err := codePoint(l.fields[1])
		if err == nil && pair-l.first != mirrors[l.first] {
			err = fmt.Errorf("the pair of %s is not its mirror", l.fields[0])
		}
		if err == nil && bits[l.fields[2]] == 0 {
			err = fmt.Errorf("unknown bracket type %q", l.fields[2])
		}
		properties[l.first] |= bits[l.fields[2]]
		return err
	})
}

// emitJoining writes the table behind ucd.JoiningOf.
func emitJoining(e *emitter, d data) error {
	values := make([]uint8, codePoints)
	set := func(l line, name string) error {
		joining := slices.Index(joinings, name)
		if joining < 0 {
			return fmt.Errorf("unknown joining type %q", name)
		}
		for r := l.first; r <= l.last; r++ {
			values[r] = uint8(joining)
		}
		return nil
	}
	err := d.characters(func(l line) error {
		if category := l.fields[2]; category == "Mn" || category == "Me" || category == "Cf" {
			return set(l, "T")
		}
		return nil
	})
	if err != nil {
		return err
	}
	err = d.each("ArabicShaping", func(l line) error {
		if l.missing {
			return nil
		}
		return set(l, l.fields[2])
	})
	e.twoStage("joining", "Joining", "joining types", values, 0)
	return err
}
