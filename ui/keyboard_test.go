package ui

import (
	"slices"
	"testing"
	"unicode/utf8"

	tea "charm.land/bubbletea/v2"

	"rawi/model/arabic"
	"rawi/ui/keys"
	"rawi/ui/l10n"
)

// arabic101 is the Arabic layout of PC keyboards, by the Latin letter on the
// same key (Unicode CLDR keyboard ar-t-k0-windows; X11 symbols/ara).
var arabic101 = map[string]string{
	"q": "ض", "w": "ص", "e": "ث", "r": "ق", "t": "ف", "y": "غ", "u": "ع", "i": "ه", "o": "خ", "p": "ح", "[": "ج", "]": "د",
	"a": "ش", "s": "س", "d": "ي", "f": "ب", "g": "ل", "h": "ا", "j": "ت", "k": "ن", "l": "م", ";": "ك",
	"z": "ئ", "x": "ء", "c": "ؤ", "v": "ر", "n": "ى", "m": "ة", ",": "و", ".": "ز",
	"'": "ط", "/": "ظ", "?": "؟", "H": "أ", "J": "ـ", "N": "آ", "Y": "إ",
	"1": "١", "2": "٢", "3": "٣", "4": "٤", "5": "٥", "6": "٦", "7": "٧", "8": "٨", "9": "٩",
}

// latinOnly are the keys that give no letter of their own on the Arabic layout.
var latinOnly = []string{"C", "G", "=", ":", "*", "+", "-", "b", "{", "}", "<", ">", "R", "Z", "L", "O", "~", "`"}

// Each row can be reached, by keys or by its names alone, and does one thing.
// Names and, in one context, keys are there once.
func TestKeyboard(t *testing.T) {
	type place struct {
		where keys.Context
		key   string
	}
	bound, named := map[place]string{}, map[string]string{}
	for _, row := range keyboard().Rows {
		if (row.Do == nil) == (row.DoWith == nil) {
			t.Errorf("%s does nothing, or two things", row.ID())
		}
		for _, name := range row.Names {
			key := arabic.Key(name)
			if other, taken := named[key]; key == "" || taken {
				t.Errorf("the name %q of %s is empty or that of %q", name, row.ID(), other)
			}
			named[key] = row.ID()
		}
		for _, key := range row.Pressed() {
			for _, c := range contexts(row.Where) {
				at := place{c, key}
				if other, taken := bound[at]; taken {
					t.Errorf("%s is the key of %s and %s", key, row.ID(), other)
				}
				bound[at] = row.ID()
			}
		}
	}
}

func contexts(of keys.Contexts) (all []keys.Context) {
	for c := range keys.ContextCount {
		if of.Has(c) {
			all = append(all, c)
		}
	}
	return all
}

// Every key does the same by its Latin letter, by the Arabic letter on it, and by
// its place where the terminal reports that.
func TestKeysOfBothScripts(t *testing.T) {
	all := keyboard()
	for i := range all.Rows {
		row := &all.Rows[i]
		finds := func(k tea.Key) bool { found, _ := all.Find(k, contexts(row.Where)[0]); return found == row }
		for _, name := range row.Pressed() {
			if !finds(key(name)) {
				t.Errorf("%s does not do %s", name, row.ID())
			}
			twin, ok := arabic101[name]
			if !ok {
				if utf8.RuneCountInString(name) == 1 && !slices.Contains(latinOnly, name) {
					t.Errorf("which Arabic letter is on the key of %s?", name)
				}
				continue
			}
			if !finds(key(twin)) {
				t.Errorf("%s does not do %s", twin, row.ID())
			}
			if _, digit := keys.Digit(name); !digit && slices.Contains(row.Shown(), name) && !slices.Contains(row.Shown(), twin) {
				t.Errorf("%s is not shown beside %s", twin, name)
			}
			if base := []rune(name)[0]; 'a' <= base && base <= 'z' && !finds(tea.Key{Code: []rune(twin)[0], BaseCode: base}) {
				t.Errorf("the physical key %s does not do %s", name, row.ID())
			}
		}
	}
}

// Every pane has its own context, in which keys of anywhere hold too.
func TestKeysBelongToTheFocus(t *testing.T) {
	d := drive(t, page, 120, 36)
	d.press("esc")
	var contexts []keys.Context
	for range paneCount {
		contexts = append(contexts, d.context())
		if row, _ := d.keyboard.Find(key("~"), d.context()); row.ID() != "marks" {
			t.Errorf("~ does %s", row.ID())
		}
		d.press("tab")
	}
	d.press("v")
	contexts = append(contexts, d.context())
	want := []keys.Context{keys.InArticle, keys.InQuotations, keys.InParties, keys.InWords}
	if !slices.Equal(contexts, want) {
		t.Errorf("the contexts are %v, want %v", contexts, want)
	}
	if row, _ := d.keyboard.Find(key("o"), keys.InParties); row.ID() != "merge" {
		t.Errorf("o does %s in the parties", row.ID())
	}
}

// Digits of every script choose candidates, in the lists and in the picker.
func TestDigitsOfEveryScript(t *testing.T) {
	for _, two := range []string{"2", "٢", "۲"} {
		for _, keys := range []string{two, "s " + two} {
			d, latin := drive(t, page, 120, 36), drive(t, page, 120, 36)
			d.press(keys)
			if latin.press("2"); d.quote(0).Speaker != latin.quote(0).Speaker || len(d.stored) != 1 {
				t.Errorf("%q: the speaker is %q after %d decisions, want %q", keys, d.quote(0).Speaker, len(d.stored), latin.quote(0).Speaker)
			}
		}
	}
}

// The rows in the code that are meant by their names are there, and every context
// with rows has a heading of its own in the help.
func TestRowsOfTheTable(t *testing.T) {
	all := keyboard()
	ids := []string{goToQuotation}
	for _, shown := range shortcuts {
		ids = append(ids, shown...)
	}
	for _, id := range ids {
		if all.Named(id) == nil {
			t.Errorf("no row is called %q", id)
		}
	}
	if all.Named(goToQuotation).DoWith == nil {
		t.Error("going to a quotation takes no number")
	}
	used := map[string]bool{}
	for c := range keys.ContextCount {
		heading := l10n.English.Say(headings[c])
		if used[heading] {
			t.Errorf("two contexts are called %q", heading)
		}
		used[heading] = true
	}
}

// Each action has a name of its own in both languages, by which the command
// line finds it, and stands in the help with it.
func TestEverythingIsACommand(t *testing.T) {
	d := drive(t, page, 120, 40)
	help := map[*action]bool{}
	for _, row := range helpRows(d.keyboard.Rows) {
		help[row.action] = true
	}
	for i := range d.keyboard.Rows {
		row := &d.keyboard.Rows[i]
		if !help[row] {
			t.Errorf("%q is not in the help", row.Names)
		}
		for _, name := range row.Names {
			d.press(":")
			d.overlay.Type(name)
			if c, ok := d.overlay.Chosen(); !ok || c.Item != i {
				t.Errorf("typing %q does not choose it: %+v", name, c)
			}
			d.press("esc")
		}
	}
}
