// Package taste is how a reader likes the screen to look: a table of settings, each
// with its key in the configuration, its names on the command line and its values.
package taste

import (
	"slices"
	"strconv"
	"strings"

	"rawi/ui/l10n"
	"rawi/ui/theme"
)

// Key is one of the settings.
type Key uint8

const (
	Theme      Key = iota
	Column         // columns of text at most
	Spacing        // blank rows between two lines
	Paragraphs     // how they are set apart
	Justify
	Breaks
	Digits
	Count
)

// Values of settings that the program asks for.
const (
	On       = "on"
	Indented = "indent"
	Even     = "even"
	Eastern  = "arabic"
	Latin    = "latin"
)

// Value is one of the values of a setting, and what it is called.
type Value struct {
	Name string // in the configuration, and in English
	In   string // in Arabic
}

// Setting is a row of the table. It has either some values, the first of which holds
// where none is set, or numbers.
type Setting struct {
	Key           string                     // in the configuration
	Names         [l10n.LanguageCount]string // on the command line
	Help          l10n.Word
	Values        []Value
	Least, Most   int // numbers, both 0 for none
	Default, Step int // of numbers
}

// column is the width of text where none is set: from the end of longer lines the eye
// does not find back.
const column = 75

// Settings is the table.
var Settings = [Count]Setting{
	Theme: {Key: "theme", Names: names("السمة", "theme"), Help: l10n.ThemeKey, Values: themes()},
	Column: {Key: "column", Names: names("عرض العمود", "column"), Help: l10n.ColumnKey,
		Least: 20, Most: 150, Default: column, Step: 5},
	Spacing: {Key: "spacing", Names: names("تباعد الأسطر", "spacing"), Help: l10n.SpacingKey, Most: 2, Step: 1},
	Paragraphs: {Key: "paragraphs", Names: names("الفقرات", "paragraphs"), Help: l10n.ParagraphsKey,
		Values: []Value{{"blank", "سطر فارغ"}, {Indented, "إزاحة"}}},
	Justify: {Key: "justify", Names: names("الضبط", "justify"), Help: l10n.JustifyKey, Values: []Value{{"off", "لا"}, {On, "نعم"}}},
	Breaks:  {Key: "breaks", Names: names("قطع الأسطر", "breaks"), Help: l10n.BreaksKey, Values: []Value{{"full", "ملأى"}, {Even, "متساوية"}}},
	Digits: {Key: "digits", Names: names("الأرقام", "digits"), Help: l10n.DigitsKey,
		Values: []Value{{"written", "كما كتبت"}, {Eastern, "عربية"}, {Latin, "لاتينية"}}},
}

func names(arabic, english string) [l10n.LanguageCount]string {
	return [l10n.LanguageCount]string{l10n.Arabic: arabic, l10n.English: english}
}

func themes() (values []Value) {
	in := map[string]string{"auto": "تلقائية", "light": "فاتحة", "dark": "داكنة", "contrast": "عالية التباين", "sepia": "ورقية", "terminal": "ألوان الطرفية"}
	for _, name := range theme.Names() {
		values = append(values, Value{name, in[name]})
	}
	return values
}

// Values are the settings as they are set, by [Key]; "" is not set.
type Values [Count]string

// Parse is the value that a text means, by its name in either language, or by a
// number in reach; ok is false for none.
func (s *Setting) Parse(text string) (value string, ok bool) {
	text = strings.TrimSpace(text)
	if len(s.Values) == 0 {
		n, err := strconv.Atoi(text)
		return strconv.Itoa(n), err == nil && s.Least <= n && n <= s.Most
	}
	switch text {
	case "true":
		text = On
	case "false":
		text = "off"
	}
	i := slices.IndexFunc(s.Values, func(v Value) bool { return text == v.Name || text == v.In })
	if i < 0 {
		return "", false
	}
	return s.Values[i].Name, true
}

// Allowed is what may be set, for an error in a language.
func (s *Setting) Allowed(l l10n.Language) string {
	if len(s.Values) == 0 {
		return strconv.Itoa(s.Least) + "–" + strconv.Itoa(s.Most)
	}
	var all []string
	for _, v := range s.Values {
		all = append(all, s.Say(v.Name, l))
	}
	return strings.Join(all, " · ")
}

// Say is a value in a language.
func (s *Setting) Say(value string, l l10n.Language) string {
	for _, v := range s.Values {
		if v.Name == value && l == l10n.Arabic {
			return v.In
		}
	}
	return value
}

// Of is what holds for a setting.
func (v Values) Of(k Key) string {
	s := &Settings[k]
	switch {
	case v[k] != "":
		return v[k]
	case len(s.Values) > 0:
		return s.Values[0].Name
	}
	return strconv.Itoa(s.Default)
}

// Number is what holds for a setting of numbers.
func (v Values) Number(k Key) int {
	n, _ := strconv.Atoi(v.Of(k))
	return n
}

// Next sets a setting to its next value; after the last comes the first.
func (v *Values) Next(k Key) {
	s := &Settings[k]
	if len(s.Values) == 0 {
		v[k] = strconv.Itoa(s.Least + (v.Number(k)+s.Step-s.Least)%(s.Most-s.Least+1))
		return
	}
	i := slices.IndexFunc(s.Values, func(value Value) bool { return value.Name == v.Of(k) })
	v[k] = s.Values[(i+1)%len(s.Values)].Name
}

// Over is v, and where it sets nothing what below sets.
func (v Values) Over(below Values) Values {
	for k := range v {
		if v[k] == "" {
			v[k] = below[k]
		}
	}
	return v
}

// Map is the settings that are set, by their keys in the configuration.
func (v Values) Map() map[string]string {
	set := map[string]string{}
	for k := range v {
		if v[k] != "" {
			set[Settings[k].Key] = v[k]
		}
	}
	return set
}

// FromMap is the settings in a map by their keys in the configuration; what means nothing
// is left out.
func FromMap(set map[string]string) (v Values) {
	for k := range v {
		v[k], _ = Settings[k].Parse(set[Settings[k].Key])
		if set[Settings[k].Key] == "" {
			v[k] = ""
		}
	}
	return v
}
