package arabic

import (
	"strings"
	"sync"
)

// Joint is what a word does to the noun phrase before it.
type Joint uint8

const (
	Inside Joint = iota // it may well be part of the phrase
	Adds                // it may add to the phrase, which is whole without it: «المتحدث باسم», «في مصر»
	Ends                // it begins something else: «أن», «الذي»
)

// JointOf is what a folded word does to the noun phrase before it. Words written
// onto a conjunction or a preposition with the article («والوزير», «للأنباء») add.
func JointOf(word string) Joint {
	if j, ok := joints()[word]; ok {
		return j
	}
	if hasAny(word, "لل", "بال", "وال", "كال") {
		return Adds
	}
	return Inside
}

// HasArticle reports whether a folded word begins with the article, be it behind a
// conjunction or preposition («للأنباء»).
func HasArticle(word string) bool {
	return hasAny(word, "ال", "لل", "بال", "وال", "فال", "كال")
}

func hasAny(word string, beginnings ...string) bool {
	for _, b := range beginnings {
		if strings.HasPrefix(word, b) && len(word) > len(b)+len("ا") {
			return true
		}
	}
	return false
}

// joints is the closed classes, folded, made when first asked for.
var joints = sync.OnceValue(func() map[string]Joint {
	all := make(map[string]Joint)
	for joint, words := range [...]string{
		Adds: "في من على عن إلى مع لدى باسم بين حول ضد عبر نحو تجاه منذ خلال بعد قبل ثم أو بشأن بدون دون عند لصالح لشؤون وقبل وبعد وفي ومن وعلى",
		Ends: "أن إن أنه إنه أنها إنها أنهم إنهم أنهما إنهما بأن بأنه بأنها وأن وإن وأنه كان كانت وكان وكانت قد وقد لقد لم لن لا ولا لكن ولكن ليس ليست بل " +
			"الذي التي الذين اللذين اللذان اللتين هو هي وهو وهي هم وهم ما مما كما عما بما فيما حيث بينما عندما حين إذ إذا لو لأن لأنه كي لكي حتى أما فإن فإنه سوف ألا إلا " +
			"هذا هذه ذلك تلك هؤلاء أمس اليوم السبت الأحد الاثنين الإثنين الثلاثاء الأربعاء الخميس الجمعة قائلا قائلة قوله قولها قولهم مضيفا مضيفة مؤكدا مؤكدة مشيرا مشيرة موضحا موضحة معتبرا معتبرة",
	} {
		for _, w := range strings.Fields(words) {
			all[Fold(w)] = Joint(joint)
		}
	}
	return all
})
