package arabic

import "strings"

// Named gives the places where a text has a name as whole words, compared folded,
// as half-open byte ranges of text, in order and without overlap. Proclitics
// before the name («وأحمد», «للوزير») do not count, and are left out. A name that
// folds to nothing stands nowhere.
func Named(text, name string) (places [][2]int) {
	words := strings.Fields(Key(name))
	if len(words) == 0 {
		return nil
	}
	tokens := Tokens(text)
	for i := 0; i+len(words) <= len(tokens); i++ {
		first := tokens[i]
		folded := Fold(text[first.Start:first.End])
		letters, ok := Proclitics(folded, func(rest string) bool { return rest == words[0] })
		if !ok || !follow(text, tokens[i+1:], words[1:]) {
			continue
		}
		last := tokens[i+len(words)-1]
		places = append(places, [2]int{first.Start + SkipLetters(text[first.Start:first.End], letters), last.End})
		i += len(words) - 1
	}
	return places
}

// follow reports whether the tokens begin with these folded words.
func follow(text string, tokens []Token, words []string) bool {
	for i, w := range words {
		if Fold(text[tokens[i].Start:tokens[i].End]) != w {
			return false
		}
	}
	return true
}
