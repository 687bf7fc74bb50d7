package speech

import (
	"slices"

	"rawi/model/detect/learn"
)

// speakerOptions are few steps and much decay: there are some thousand choices to
// learn from, and most features are rare.
var speakerOptions = learn.Options{Runs: 3, Rounds: 5, Rate: 0.02, Decay: 0.1, Rarest: 4, Least: 0.005}

// parts is how many parts lessons are divided into, to see what a model makes of
// those that it has not seen.
const parts = 4

// divide says which part each lesson belongs to. Lessons of one source are in one
// part, so that a choice is judged as one on a source never seen will be; the
// largest sources first, each into what is the smallest part by then.
func divide(lessons []*Lesson) []int {
	sources, count := []string(nil), map[string]int{}
	for _, l := range lessons {
		if count[l.Source]++; count[l.Source] == 1 {
			sources = append(sources, l.Source)
		}
	}
	slices.SortStableFunc(sources, func(a, b string) int { return count[b] - count[a] })
	var sizes [parts]int
	of := map[string]int{}
	for _, source := range sources {
		part := slices.Index(sizes[:], slices.Min(sizes[:]))
		of[source] = part
		sizes[part] += count[source]
	}
	out := make([]int, len(lessons))
	for i, l := range lessons {
		out[i] = of[l.Source]
	}
	return out
}

// TrainSpeakers learns from lessons to choose as people did, after their choices and
// after its own. [OpenModels] reads what it gives. The same lessons and seed give the
// same bytes.
func TrainSpeakers(lessons []*Lesson, seed uint64) ([]byte, error) {
	o := speakerOptions
	o.Seed = seed
	made, part := make([][]learn.Contest, len(lessons)), divide(lessons)
	for i, l := range lessons {
		made[i] = l.contests(nil)
	}
	all := slices.Concat(made...)
	for p := range parts {
		r, err := ranker(without(made, part, p), o)
		if err != nil {
			return nil, err
		}
		for i, l := range lessons {
			if part[i] == p {
				all = append(all, l.contests(l.play(r))...)
			}
		}
	}
	return learn.TrainRanker(all, o)
}

// without is the contests of all lessons but those of a part.
func without(contests [][]learn.Contest, part []int, left int) (all []learn.Contest) {
	for i, some := range contests {
		if part[i] != left {
			all = append(all, some...)
		}
	}
	return all
}

func ranker(contests []learn.Contest, o learn.Options) (*learn.Ranker, error) {
	data, err := learn.TrainRanker(contests, o)
	if err != nil {
		return nil, err
	}
	return learn.OpenRanker(string(data))
}
