package corrected_test

import (
	"fmt"
	"io"
	"strings"

	"rawi/model"
	"rawi/model/corrected"
)

// Somebody marked words in brat, and who said them; both become decisions.
func Example() {
	const text = "قال سالم: نعم"
	article := model.NewArticle(text, nil)
	reading, found := model.NewReading(article, model.Findings{}, nil, "نور"), model.NewReading(article, model.Findings{}, nil, "")
	ann := "T1\tSpeech 10 13\tنعم\n" + "T2\tPerson 4 8\tسالم\n" + "R1\tSpeaker Arg1:T1 Arg2:T2\n"

	format, _ := corrected.Find("brat")
	documents, _, err := format.Read("a.ann", strings.NewReader(ann), func(string) (io.ReadCloser, error) {
		return io.NopCloser(strings.NewReader(text)), nil
	})
	if err != nil {
		fmt.Println(err)
		return
	}
	for i := range documents {
		fmt.Println(len(documents[i].Decide(reading, found)), "do not fit")
	}
	for _, d := range reading.Log().All() {
		fmt.Printf("%s «%s» by %s\n", d.Deed, d.Anchor.Exact, d.Author)
	}
	// Output:
	// 0 do not fit
	// quote «نعم» by نور
	// assign «نعم» by نور
}
