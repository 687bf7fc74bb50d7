package detect

// spelling is what one way of writing a word says by itself, wherever it
// stands. All tokens written so share one, so it never changes: a token that
// turns out to be something else gets another.
type spelling struct {
	fold     string // folded; "" for signs
	bare     string // fold without proclitics and article
	traits   traits
	form     form
	size     int32 // bytes as it is written
	sign     sign
	length   uint8 // letters of fold
	skip     uint8 // letters of proclitics before the known word
	definite bool  // has the article ال (or لل)
	leads    bool  // may begin a known name: see starts
}

func (s *spelling) is(x traits) bool { return s.traits&x != 0 }

func (s *spelling) word() bool { return s.sign == noSign }

func (s *spelling) letters() int { return int(s.length) }

func (s *spelling) proclitic() string { return firstLetters(s.fold, int(s.skip)) }

// rest is the word without its proclitics; of «للأمم» it is «لامم».
func (s *spelling) rest() string { return afterLetters(s.fold, int(s.skip)) }

// contracted reports whether «لل» begins the word, or ends its proclitics.
func (s *spelling) contracted() bool { return contracted(s.fold, int(s.skip)) }

// starts are the forms under which a known name may begin with the word; the
// second may be "".
func (s *spelling) starts() (forms [2]string) {
	rest := s.rest()
	forms[0] = rest
	if s.skip > 0 {
		if s.contracted() {
			forms[0] = "ا" + rest // «للحج» is the pilgrimage, not لحج
		}
		if s.definite && !isDefinite(rest) {
			forms[1] = "ال" + s.bare
		}
	}
	return forms
}
