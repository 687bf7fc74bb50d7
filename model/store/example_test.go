package store_test

import (
	"fmt"
	"os"

	"rawi/model"
	"rawi/model/store"
)

func Example() {
	dir, err := os.MkdirTemp("", "rawi")
	if err != nil {
		fmt.Println(err)
		return
	}
	defer os.RemoveAll(dir)

	library, err := store.Open(dir)
	if err != nil {
		fmt.Println(err)
		return
	}
	defer library.Close()

	article := model.NewArticle("وقال الوزير: «انتهت المفاوضات».", nil)
	said := model.Annotation{
		ID: "1", Article: article.ID,
		Anchor: model.NewAnchor(article.Text, model.Span{Start: 25, End: 54}),
		Name:   "الوزير", Party: "الوزير", PartyKind: model.RoleOnly,
	}
	if err := library.Keep(article, 0); err != nil {
		fmt.Println(err)
		return
	}
	if err := library.Append(said); err != nil {
		fmt.Println(err)
		return
	}

	decisions, err := library.Decisions(article.ID)
	for _, d := range decisions {
		fmt.Println(d.Name, d.Deed, d.Anchor.Exact)
	}
	fmt.Println(err)
	// Output:
	// الوزير assign انتهت المفاوضات
	// <nil>
}
