package ingest

import (
	"strings"
	"testing"

	"rawi/model"
)

// A page of more tags than a tree is made of is read whole, tag by tag.
func TestPageOfManyTags(t *testing.T) {
	const many = 2000
	const head = `<html><head><title>سجل الأحداث - صحيفة الأفق</title><style>p { }</style></head><body><nav>قائمة</nav><script>if (a < b) "</p>"</script>`
	a, err := readOne(strings.NewReader(head+strings.Repeat("<h2>عنوان</h2><p>كلام <b>فيه</b> شيء.</p><ul><li>بند</li></ul>", many)), "a.html")
	if err != nil {
		t.Fatal(err)
	}
	for i, want := range []struct {
		kind model.BlockKind
		text string
	}{{model.TitleBlock, "سجل الأحداث"}, {model.HeadingBlock, "عنوان"}, {model.ParagraphBlock, "كلام فيه شيء."}, {model.ItemBlock, "• بند"}, {model.HeadingBlock, "عنوان"}} {
		if b := a.Blocks[i]; b.Kind != want.kind || b.In(a.Text) != want.text {
			t.Errorf("block %d is %d «%s», want %+v", i, b.Kind, b.In(a.Text), want)
		}
	}
	if len(a.Blocks) != 1+3*many {
		t.Errorf("%d blocks", len(a.Blocks))
	}
}

func BenchmarkPage(b *testing.B) {
	page := `<html><head><title>حديقة جديدة شرق الواحة - الأفق</title></head><body><article><h1>حديقة جديدة شرق الواحة</h1>` +
		strings.Repeat("<p>"+sentenceA+" <a href='https://a.example/1'>رابط</a> "+sentenceB+"</p>", 500) + `</article></body></html>`
	b.SetBytes(int64(len(page)))
	b.ReportAllocs()
	for b.Loop() {
		if _, err := Read(strings.NewReader(page), "a.html"); err != nil {
			b.Fatal(err)
		}
	}
}
