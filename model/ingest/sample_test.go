package ingest

import (
	"fmt"
	"strings"
)

// report is a short report written for these tests.
const report = `افتتاح مكتبة عامة في حي الميناء

افتتح رئيس البلدية صباح اليوم مكتبة عامة جديدة في حي الميناء، وقال إن أبوابها ستبقى مفتوحة للجميع من دون رسوم.
وأضاف أن «الكتاب حق لكل بيت»، مؤكدا أن المدينة ستفتح مكتبتين أخريين قبل نهاية العام 2031.

من جانبها رأت المعلمة سلمى الحداد أن المكان سيغير حياة التلاميذ الذين لا يجدون في بيوتهم ركنا هادئا للقراءة.
`

// reportWords are words of the report that windows-1256 and ISO-8859-6 can write.
var reportWords = strings.Fields(strings.Map(func(r rune) rune {
	if r == '«' || r == '»' {
		return -1
	}
	return r
}, report))

func ExampleRead() {
	document, err := Read(strings.NewReader(report), "report.txt")
	if err != nil {
		fmt.Println("rawi:", err)
		return
	}
	article := document.Articles[0]
	fmt.Println(article.Title())
	fmt.Println(len(article.Blocks), "blocks")
	// Output:
	// افتتاح مكتبة عامة في حي الميناء
	// 4 blocks
}
