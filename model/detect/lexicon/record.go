package lexicon

import (
	"encoding/binary"
	"fmt"
	"math"

	"rawi/model"
	"rawi/model/detect/table"
)

// The names of the tables in the one that holds them all.
const (
	wordTable    = "words"
	phraseTable  = "phrases"
	capitalTable = "capitals"
	stateTable   = "states"
	demonymTable = "demonyms"
)

// Lists are the contents of a lexicon, keys folded.
type Lists struct {
	Words    map[string]Entry
	Phrases  map[string][]Phrase // by their first word, the first found first
	Capitals map[string]string   // key of a capital -> key of its state
	Demonyms map[string]bool     // see [DemonymStem]
}

// Encode lays the lists out as [Open] reads them.
func (l Lists) Encode() ([]byte, error) {
	tables := map[string]map[string]string{wordTable: {}, phraseTable: {}, capitalTable: l.Capitals, stateTable: {}, demonymTable: {}}
	for word, e := range l.Words {
		tables[wordTable][word] = e.encode()
	}
	for first, list := range l.Phrases {
		for _, p := range list {
			if max(p.Count, len(p.Words), len(p.Name)) > math.MaxUint8 {
				return nil, fmt.Errorf("lexicon: the name %q is longer than %d bytes", p.Words, math.MaxUint8)
			}
			tables[phraseTable][first] += p.encode()
		}
	}
	for _, state := range l.Capitals {
		tables[stateTable][state] = ""
	}
	for stem := range l.Demonyms {
		tables[demonymTable][stem] = ""
	}
	all := map[string]string{}
	for name, entries := range tables {
		data, err := table.Make(entries)
		if err != nil {
			return nil, fmt.Errorf("lexicon: %s: %w", name, err)
		}
		all[name] = string(data)
	}
	return table.Make(all)
}

const (
	traitsSize    = 8
	entrySize     = traitsSize + 4 // without the word that the verb needs
	hamzaFlag     = 1
	hamzaNameFlag = 2
)

func (e Entry) encode() string {
	flags := byte(0)
	if e.Hamza {
		flags |= hamzaFlag
	}
	if e.HamzaName {
		flags |= hamzaNameFlag
	}
	data := binary.LittleEndian.AppendUint64(nil, uint64(e.Traits))
	data = append(data, byte(e.Form.Class), byte(e.Form.Mood), byte(e.Form.Agrees), flags)
	return string(data) + e.Needs
}

func decodeEntry(s string) Entry {
	traits := Traits(0)
	for i := traitsSize - 1; i >= 0; i-- {
		traits = traits<<8 | Traits(s[i])
	}
	return Entry{
		Traits:    traits,
		Form:      Form{VerbClass(s[8]), Mood(s[9]), Agreement(s[10])},
		Needs:     s[entrySize:],
		Hamza:     s[11]&hamzaFlag != 0,
		HamzaName: s[11]&hamzaNameFlag != 0,
	}
}

const (
	phraseHead = 4    // bytes before the words of a phrase and its name
	unsureFlag = 0x80 // in the byte of its kind
)

func (p Phrase) encode() string {
	kind := byte(p.Kind)
	if p.Unsure {
		kind |= unsureFlag
	}
	return string([]byte{kind, byte(p.Count), byte(len(p.Words)), byte(len(p.Name))}) + p.Words + p.Name
}

func decodePhrase(s string) (p Phrase, rest string) {
	words := phraseHead + int(s[2])
	end := words + int(s[3])
	return Phrase{
		Words: s[phraseHead:words], Count: int(s[1]), Name: s[words:end],
		Kind: model.PartyKind(s[0] &^ unsureFlag), Unsure: s[0]&unsureFlag != 0,
	}, s[end:]
}
