package export

import (
	"slices"
	"strings"
	"testing"
	"unicode/utf16"

	"rawi/model"
)

// Every place gives the same words in all three units, in a text as it stands in the
// input, with a character of two units of UTF-16 and a reference before it.
func TestPlaces(t *testing.T) {
	text := "💡 قال فلان: «نعم»"
	a := model.NewArticle(text, nil)
	a.Input = strings.Replace(text, "«", "&laquo;", 1)
	at := strings.Index(text, "«")
	a.Replaced = []model.Replaced{{Span: model.Span{Start: at, End: at + len("«")}, Was: model.Span{Start: at, End: at + len("&laquo;")}}}
	span := func(words string) model.Span {
		i := strings.Index(text, words)
		return model.Span{Start: i, End: i + len(words)}
	}
	table, err := NewTable(model.NewReading(a, model.Findings{
		Quotes:  []model.Quote{{Span: span("نعم"), Speaker: "فلان", Cue: span("قال"), Mention: span("فلان"), Confidence: 0.5}},
		Parties: []model.Party{{ID: "فلان", Name: "فلان", Mentions: []model.Mention{{Span: span("فلان")}}}},
	}, nil, ""))
	if err != nil {
		t.Fatal(err)
	}
	rows := slices.Collect(table.Rows())
	if len(rows) != 1 || table.Article.Text != a.Input {
		t.Fatalf("%d rows in %q", len(rows), table.Article.Text)
	}
	row := rows[0]
	for want, at := range map[string]Place{"نعم": row.Place, "قال": row.Cue.Place, "فلان": row.Mention.Place} {
		runes, units := []rune(a.Input), utf16.Encode([]rune(a.Input))
		got := []string{at.Bytes.In(a.Input), string(runes[at.CodePoints.Start:at.CodePoints.End]),
			string(utf16.Decode(units[at.UTF16.Start:at.UTF16.End]))}
		if !slices.Equal(got, []string{want, want, want}) {
			t.Errorf("%q is at %+v: %q", want, at, got)
		}
	}
	if row.Words != "نعم" || row.Close != "»" || row.Before != "💡 قال فلان: &laquo;" || row.After != "»" {
		t.Errorf("got %+v", row)
	}
}

// What a speaker is called at a quotation is what stands there beside the name.
func TestRoleAt(t *testing.T) {
	text := "قال الوزير سالم: «نعم». وقال سالم، وزير النقل: «لا». وقال رئيس الوفد: «ربما». وقال سالم: «حسنا»"
	last := 0
	span := func(words string) model.Span {
		i := last + strings.Index(text[last:], words)
		last = i + len(words)
		return model.Span{Start: i, End: last}
	}
	role1, name1, quote1 := span("الوزير"), span("سالم"), span("نعم")
	name2, role2, quote2 := span("سالم"), span("وزير النقل"), span("لا")
	role3, quote3 := span("رئيس الوفد"), span("ربما")
	name4, quote4 := span("سالم"), span("حسنا")
	party := model.Party{ID: "سالم", Name: "سالم", Roles: []string{"أول"}, Mentions: []model.Mention{
		{Span: role1, Form: model.Apposition}, {Span: name1}, {Span: name2}, {Span: role2, Form: model.Apposition},
		{Span: role3, Form: model.RoleForm}, {Span: name4}}}
	quote := func(at, mention model.Span) model.Quote {
		return model.Quote{Span: at, Speaker: "سالم", Mention: mention}
	}
	table, err := NewTable(model.NewReading(model.NewArticle(text, nil), model.Findings{
		Quotes:  []model.Quote{quote(quote1, name1), quote(quote2, name2), quote(quote3, role3), quote(quote4, name4)},
		Parties: []model.Party{party},
	}, nil, ""))
	if err != nil {
		t.Fatal(err)
	}
	var got []string
	for row := range table.Rows() {
		got = append(got, row.Role)
	}
	if want := []string{"الوزير", "وزير النقل", "رئيس الوفد", "أول"}; !slices.Equal(got, want) {
		t.Errorf("got %q, want %q", got, want)
	}
}
