package detect_test

import (
	"fmt"

	"rawi/model"
	"rawi/model/detect"
)

func ExampleDetect() {
	text := "قال وزير الزراعة سامر العطار إن الموسم جيد، مضيفا: «لدينا قمح يكفي عامين»."
	a := model.NewArticle(text, []model.Block{{Span: model.Span{End: len(text)}}})

	f := detect.Detect(a)
	for _, q := range f.Quotes {
		fmt.Println(q.Kind, q.In(text), "|", q.Speaker, "|", q.Cue.In(text))
	}
	for _, p := range f.Parties {
		fmt.Println(p.Kind, p.Name, p.Roles)
	}
	// Output:
	// indirect الموسم جيد | سامر العطار | قال
	// speech لدينا قمح يكفي عامين | سامر العطار | مضيفا
	// PER سامر العطار [وزير الزراعة]
}
