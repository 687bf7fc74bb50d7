package mention

import (
	"strings"
	"testing"

	"rawi/model"
	"rawi/model/detect/cue"
	"rawi/model/detect/lexicon"
	"rawi/model/detect/marks"
	"rawi/model/detect/token"
)

// example is an example of a row as it is read, and the tokens between its bars.
type example struct {
	*namer
	cues     []cue.Cue
	from, to int
}

func read(text string) example {
	before, rest, _ := strings.Cut(text, "|")
	inside, behind, _ := strings.Cut(rest, "|")
	text = before + inside + behind
	a := model.NewArticle(text, []model.Block{{Span: model.Span{End: len(text)}}})
	s := token.Read(a, lexicon.Default())
	p := token.NewPage(s, marks.Depths(s, marks.Find(s)))
	x := example{namer: newNamer(p, nil), cues: cue.Find(p, nil)}
	for i := range p.Len() {
		at := p.SpanAt(i).Start
		if at < len(before) {
			x.from = i + 1
		}
		if at < len(before)+len(inside) {
			x.to = i + 1
		}
	}
	return x
}

// TestNameRows: each row finds the name between the bars of its example.
func TestNameRows(t *testing.T) {
	for n, r := range nameRows.Rows {
		x := read(r.Example)
		found := false
		for i := x.from; i >= 0 && !found; i-- { // a noun may stand before
			s := spot{namer: x.namer, i: i, t: x.page.At(i)}
			row := nameRows.First(nil, &s, i, i+1)
			found = row == n && s.name.From == x.from && s.name.To == x.to && s.name.Kind == r.Gives
			if i == x.from && !found {
				t.Logf("%s: row %d finds %v", r.ID, row, s.name)
			}
		}
		if !found {
			t.Errorf("%s: not found in %q, tokens %d to %d", r.ID, r.Example, x.from, x.to)
		}
	}
}

// TestPartRows: the word between the bars of each row's example is judged by the row.
func TestPartRows(t *testing.T) {
	for n, r := range partRows.Rows {
		x := read(r.Example)
		if got := partRows.First(nil, part{x.namer, 0, x.from, x.page.At(x.from)}, x.from, x.to); got != n {
			t.Errorf("%s: %q is judged by %s", r.ID, r.Example, partRows.Rows[got].ID)
		}
	}
}

// TestTailRows: so is the one of a description, once the names are found.
func TestTailRows(t *testing.T) {
	for n, r := range tailRows.Rows {
		x := read(r.Example)
		x.addNames()
		if x.roleEnd(0) < x.from {
			t.Errorf("%s: %q ends at token %d", r.ID, r.Example, x.roleEnd(0))
			continue
		}
		d := tail{namer: x.namer, head: 0, j: x.from, h: x.page.At(0), t: x.page.At(x.from), settled: x.page.At(0).IsDefinite() || x.from > 1}
		if got := tailRows.First(nil, d, d.j, d.j+1); got != n {
			t.Errorf("%s: %q is judged by row %d", r.ID, r.Example, got)
		}
	}
}

// TestRoleRows: the role noun between the bars of each row's example is judged by the row.
func TestRoleRows(t *testing.T) {
	for n, r := range roleRows.Rows {
		x := read(r.Example)
		x.addNames()
		i := x.from
		d := x.roleAt(i, x.subjects(x.cues))
		if got := roleRows.First(nil, d, i, i+1); got != n {
			t.Errorf("%s: %q is judged by row %d", r.ID, r.Example, got)
		}
	}
}

// TestExtentRows: the name between the bars of each row's example ends elsewhere by the row.
func TestExtentRows(t *testing.T) {
	for n, r := range extentRows.Rows {
		x := read(r.Example)
		d := newDescriber(x.Found, nil)
		for class := range classCount {
			row := extentRows.First(nil, extent{d, Stretch{x.from, x.to, class}}, x.from, x.to)
			if row == n {
				goto next
			}
		}
		t.Errorf("%s: the name of %q is of no class by the row", r.ID, r.Example)
	next:
	}
}

// TestRepairName: what is found of a name becomes all of it.
func TestRepairName(t *testing.T) {
	tests := []struct {
		found string // between bars
		class model.PartyKind
		want  string
	}{
		{"قالت |كلود الخوري| ذلك", model.Person, "كلود الخوري"},
		{"قالت ماري-|كلود الخوري| ذلك", model.Person, "ماري-كلود الخوري"},
		{"وقال |كيم جونغ|-هون ذلك", model.Person, "كيم جونغ-هون"},
		{"وقالت |إيناس عبد| الدايم ذلك", model.Person, "إيناس عبد الدايم"},
		{"وقال |لويس دي| لا توري ذلك", model.Person, "لويس دي لا توري"},
		{"وذكرت |شبكة إن| بي سي إن الجو حار", model.Organisation, "شبكة إن بي سي"},
		{"سافر من |الرياض|-جدة", model.Place, "الرياض"},
		{"وصل وزير الدفاع |الكيني آدن كاماو| أمس", model.Person, "آدن كاماو"},
		{"وقال مسؤول في |وزارة النقل للصحفيين| إن الطريق مغلق", model.Organisation, "وزارة النقل"},
		{"وقال المدير |عمر سراج| أكبر إن السوق هادئة", model.Person, "عمر سراج أكبر"},
		{"نقلت الصحيفة عن |عمر سراج| قوله إن السوق هادئة", model.Person, "عمر سراج"},
		{"وقال |عمر سراج| أمس إن السوق هادئة", model.Person, "عمر سراج"},
		{"وقال |عمر سراج| ضاحكا إن السوق هادئة", model.Person, "عمر سراج"},
		{"أعلنت |شركة مصر للطيران| ذلك", model.Organisation, "شركة مصر للطيران"},
	}
	for _, tt := range tests {
		x := read(tt.found)
		d := newDescriber(x.Found, nil)
		s := d.repairName(Stretch{x.from, x.to, int(tt.class)}, nil)
		if got := x.page.Span(s.From, s.To, 0).In(x.page.Text()); got != tt.want {
			t.Errorf("%q becomes %q", tt.found, got)
		}
	}
}

// TestOtherWord: the name of a place is none where its letters are another word.
func TestOtherWord(t *testing.T) {
	tests := []struct {
		text string
		is   bool // the word between the bars is a place
	}{
		{"ينام الأطفال |باكرا| كل يوم", false},
		{"وصلوا إلى |أكرا| أمس", true},
		{"وقد |وعدن| أن يأتين غدا", false},
		{"زار |عدن| أمس", true},
	}
	for _, tt := range tests {
		x := read(tt.text)
		if m, ok := x.known(x.from); ok != tt.is {
			t.Errorf("in %q %v is found: %v", tt.text, m, ok)
		}
	}
}
