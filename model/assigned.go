package model

// Assigned is which articles are an author's to annotate in any of some corpora, by ID,
// and of each whether the author said that it is done, in all that it is assigned in.
func Assigned(corpora []Corpus, author string) (done map[string]bool) {
	done = make(map[string]bool)
	for i := range corpora {
		for j := range corpora[i].Articles {
			x := &corpora[i].Articles[j]
			if !x.IsOf(author) {
				continue
			}
			before, known := done[x.ID]
			done[x.ID] = !x.Done[author].IsZero() && (before || !known)
		}
	}
	return done
}
