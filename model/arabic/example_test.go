package arabic_test

import (
	"fmt"

	"rawi/model/arabic"
)

func ExampleFold() {
	fmt.Println(arabic.Fold("أَلِكْسَنْدَر، ١٩٩٠"))
	// Output: الكسندر، 1990
}

func ExampleKey() {
	fmt.Println(arabic.Key("«الأمم المتّحدة»"))
	// Output: الامم المتحده
}

func ExampleMatch() {
	for _, typed := range []string{"لافر", "lavr", "زيد"} {
		_, ok := arabic.Match(typed, "ألكسندر لافرينتييف")
		fmt.Println(ok)
	}
	// Output:
	// true
	// true
	// false
}

func ExampleFind() {
	text := "قال أَحْمَدُ"
	for start, end := range arabic.Find(text, "احمد") {
		fmt.Println(text[start:end])
	}
	// Output: أَحْمَدُ
}
