package corrected

import (
	"bufio"
	"errors"
	"fmt"
	"io"
	"path/filepath"
	"strconv"
	"strings"

	"rawi/model"
)

// readBrat reads a standoff file of brat, and the text beside it.
func readBrat(file string, r io.Reader, companion func(string) (io.ReadCloser, error)) ([]Document, []Misfit, error) {
	f, err := companion(".txt")
	if err != nil {
		return nil, nil, err
	}
	defer f.Close()
	text, err := io.ReadAll(f)
	if err != nil {
		return nil, nil, err
	}
	b := bratReader{document: Document{File: file, Name: strings.TrimSuffix(filepath.Base(file), filepath.Ext(file)), Text: string(text), Complete: true},
		units: codePoints(string(text)), entities: make(map[string]*bratEntity)}
	in := bufio.NewScanner(r)
	in.Buffer(nil, maxLine)
	for n := 1; in.Scan(); n++ {
		b.line(n, in.Text())
	}
	if err := in.Err(); err != nil {
		return nil, nil, err
	}
	if n := len(b.lines); n > 0 && len(b.order) == 0 {
		return nil, nil, errors.New("it has no annotation of brat, which are lines such as T1, a tab, Speech 10 42, a tab, the words")
	}
	for _, l := range b.lines { // an annotation may stand before what it is on
		b.relate(l)
	}
	b.finish()
	return []Document{b.document}, b.misfits, nil
}

// maxLine is how long a line may be, in bytes.
const maxLine = 64 << 20

type bratReader struct {
	document Document
	units    units
	entities map[string]*bratEntity
	order    []string // IDs of entities as they stand in the file
	lines    []bratLine
	misfits  []Misfit
}

// bratEntity is a stretch of text and what is said of it.
type bratEntity struct {
	line  int
	label string
	model.Span
	words              string
	attributes, notes  map[string]string
	speaker, addressee string // entities
}

type bratLine struct {
	number         int
	id, data, tail string
}

func (b *bratReader) tell(line int, what string) {
	b.misfits = append(b.misfits, b.document.misfit(fmt.Sprint(line), NotUnderstood, what))
}

func (b *bratReader) line(n int, text string) {
	text = strings.TrimSuffix(text, "\r")
	if strings.TrimSpace(text) == "" {
		return
	}
	id, rest, _ := strings.Cut(text, "\t")
	data, tail, _ := strings.Cut(rest, "\t")
	if !strings.HasPrefix(id, "T") {
		b.lines = append(b.lines, bratLine{n, id, data, tail})
		return
	}
	label, places, _ := strings.Cut(data, " ")
	at, ok := b.hull(places)
	if !ok || b.entities[id] != nil {
		b.tell(n, text)
		return
	}
	b.entities[id] = &bratEntity{line: n, label: label, Span: at, words: tail, attributes: map[string]string{}, notes: map[string]string{}}
	b.order = append(b.order, id)
}

// hull is from the first of the fragments «10 20;21 30» to the last.
func (b *bratReader) hull(places string) (s model.Span, ok bool) {
	numbers := strings.FieldsFunc(places, func(r rune) bool { return r == ' ' || r == ';' })
	if len(numbers) < 2 {
		return s, false
	}
	start, err := strconv.Atoi(numbers[0])
	end, err2 := strconv.Atoi(numbers[len(numbers)-1])
	if err != nil || err2 != nil {
		return s, false
	}
	return b.units.span(start, end)
}

// relate takes a line that says something of entities.
func (b *bratReader) relate(l bratLine) {
	fields := strings.Fields(l.data)
	if l.id == "*" && len(fields) > 0 && fields[0] == "Coref" {
		return // which party a mention names, its note says
	}
	if len(fields) < 2 || l.id == "" {
		b.tell(l.number, l.id+" "+l.data)
		return
	}
	switch of := b.entities[fields[1]]; {
	case l.id[0] == 'R' && len(fields) == 3:
		b.relation(l, fields)
	case of == nil:
		b.tell(l.number, l.id+" "+l.data)
	case l.id[0] == '#':
		of.notes[fields[0]] = l.tail
	case l.id[0] == 'A' || l.id[0] == 'M':
		of.attributes[fields[0]] = strings.Join(fields[2:], " ")
	default:
		b.tell(l.number, l.id+" "+l.data)
	}
}

func (b *bratReader) relation(l bratLine, fields []string) {
	from, to := strings.TrimPrefix(fields[1], "Arg1:"), strings.TrimPrefix(fields[2], "Arg2:")
	of := b.entities[from]
	switch {
	case of == nil || b.entities[to] == nil:
		b.tell(l.number, l.id+" "+l.data)
	case fields[0] == "Speaker":
		of.speaker = to
	case fields[0] == "Addressee":
		of.addressee = to
	case fields[0] != "Cue":
		b.tell(l.number, l.id+" "+l.data)
	}
}

// finish makes quotations and names of entities.
func (b *bratReader) finish() {
	d := &b.document
	for _, id := range b.order {
		e := b.entities[id]
		where := fmt.Sprint(e.line)
		kind, isQuote := quoteLabels[e.label]
		party, isName := partyLabels[e.label]
		switch {
		case isQuote:
			q := Quote{Where: where, Span: e.Span, Words: e.Span.In(d.Text), Kind: kind, Guess: e.attributes["State"] == "guessed" || e.attributes["State"] == "unknown",
				Note: e.notes["AnnotatorNotes"], Speaker: b.who(e.speaker, e.notes["Speaker"]), Addressee: b.who(e.addressee, e.notes["Addressee"])}
			q.Certainty, _ = model.ParseCertainty(e.attributes["Certainty"])
			if q.Guess && e.speaker == "" && e.notes["Speaker"] != "" && b.mentions(e.notes["Speaker"]) {
				b.misfits = append(b.misfits, d.misfit(where, SpeakerTaken, q.Words))
			}
			d.Quotes = append(d.Quotes, q)
		case isName:
			d.Names = append(d.Names, Name{where, e.Span, e.notes["Party"], party})
		case e.label != cueLabel:
			b.tell(e.line, e.label+" «"+e.words+"»")
		}
	}
}

// mentions reports whether a party is named in the file.
func (b *bratReader) mentions(party string) bool {
	for _, e := range b.entities {
		if e.notes["Party"] == party {
			return true
		}
	}
	return false
}

// who is whom a relation leads to, and whom a note names.
func (b *bratReader) who(entity, note string) Who {
	e := b.entities[entity]
	if e == nil {
		return Who{Name: note}
	}
	return Who{Name: e.notes["Party"], At: e.Span, Kind: partyLabels[e.label], Typed: note}
}
