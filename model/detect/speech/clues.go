package speech

import (
	"cmp"
	"slices"

	"rawi/model"
	"rawi/model/detect/learn"
)

// What a row says in words of the view that it was asked of; NoClue where it has
// nothing to say for the contender.

func nothing(*view) model.Clue { return model.NoClue }

var placeClues = [whereCount]model.Clue{
	relayedFrom: model.RelayedFrom, inSlot: model.AfterVerb, adjacent: model.BeforeVerb, afterVerb: model.BehindVerb,
	leading: model.OpensSentence, beforeVerb: model.InSentence, laterAfter: model.InSentence, inReport: model.InSentence,
}

// standing is where the contender stands to the verb; where «بحسب» or «قوله» is the
// cue, the rule says it.
func standing(v *view) model.Clue {
	if v.cue == accordingCue || v.cue == nounCue {
		return model.NoClue
	}
	return placeClues[v.where]
}

func turn(v *view) model.Clue {
	switch {
	case v.back == 1:
		return model.SpokeLast
	case v.back > 1:
		return model.SpokeBefore
	}
	return model.NoClue
}

func near(v *view) model.Clue {
	if v.rank <= 1 {
		return model.NamedLast
	}
	return model.NoClue
}

func often(v *view) model.Clue {
	const many = 3
	if v.named >= many {
		return model.NamedOften
	}
	return model.NoClue
}

func fit(v *view) model.Clue {
	if v.agrees == fits {
		return model.FitsVerb
	}
	return model.NoClue
}

func with(v *view) model.Clue {
	if v.same == 1 || v.around == 1 {
		return model.SaidTheRest
	}
	return model.NoClue
}

func kind(v *view) model.Clue {
	if v.party == int(model.Place) {
		return model.NoClue
	}
	return model.MaySpeak
}

// support says of the clues that they alone tell no reader who it is.
var support = [model.ClueCount]bool{model.FitsVerb: true, model.NamedOften: true, model.MaySpeak: true}

// strongest are the two clues that speak most for the contender of a view: first where
// he stands or that he spoke, if that is known, then what only supports it.
func strongest(r *learn.Ranker, evidence []learn.Feature, v *view) (top [2]model.Clue) {
	var sum [model.ClueCount]float32
	for _, f := range evidence {
		sum[rowOf(f).clue(v)] += r.Score([]learn.Feature{f})
	}
	var order []model.Clue
	for c := model.NoClue + 1; c < model.ClueCount; c++ {
		if sum[c] > 0 {
			order = append(order, c)
		}
	}
	slices.SortStableFunc(order, func(a, b model.Clue) int { return cmp.Compare(sum[b], sum[a]) })
	copy(top[:], order)
	if lead := cmp.Or(standing(v), turn(v)); lead != model.NoClue && (top[0] == model.NoClue || support[top[0]]) {
		top = [2]model.Clue{lead, top[0]}
	}
	return top
}

// rowOf is the row that made a feature.
func rowOf(f learn.Feature) *row {
	k := int(f.Template())
	for _, rows := range [...][]row{nobodyRows, partyRows, mentionRows, contentRows} {
		if k < len(rows) {
			return &rows[k]
		}
		k -= len(rows)
	}
	panic("speech: a feature of no row")
}
