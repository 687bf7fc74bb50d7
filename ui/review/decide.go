package review

import (
	"rawi/model"
	"rawi/ui/cmdline"
	"rawi/ui/l10n"
	"rawi/ui/room"
)

// decide makes a decision on the current quotation and, where it was undecided
// and now nothing is left open, goes on to the next one.
func (r *Review) decide(do func(quote int) []model.Annotation) room.Effect {
	q, ok := r.Quote()
	if !ok {
		return room.Say(r.Language.Say(l10n.NoQuotes))
	}
	before, at := q.Decided() && r.Reading.Mine(r.Current), q.Start
	decided := do(r.Current)
	if len(decided) == 0 {
		return room.Say(r.Language.Say(l10n.NothingToAccept))
	}
	effect := room.Decide(decided...)
	if r.Reading.Capacity == model.Adjudicator {
		return r.settled(effect, at)
	}
	r.Clamp()
	if q, ok := r.Quote(); ok && (before || room.Unknown(q)) {
		return effect
	}
	if _, open := r.Reading.NextUndecided(-1, false); !open {
		effect.Claim = r.Language.Say(l10n.LastDecided)
		return effect
	}
	r.led = r.Current // it goes on from here
	effect.Quote = r.NextUndecided().Quote
	return effect
}

// settled goes on to the next quotation on which authors differ, after an offset, and
// from the last one to the next article.
func (r *Review) settled(effect room.Effect, after int) room.Effect {
	r.Clamp()
	next, ok := r.Reading.NextUnsettled(after)
	if !ok {
		effect.Next = true
		return effect
	}
	effect.Quote = next + 1
	return effect
}

// one is a single decision as decide wants it.
func one(a model.Annotation, ok bool) []model.Annotation {
	if !ok {
		return nil
	}
	return []model.Annotation{a}
}

// Accept decides for the guess, or for what others decided.
func (r *Review) Accept() room.Effect {
	return r.decide(func(quote int) []model.Annotation {
		poll := r.Reading.PollOf(quote)
		if poll != nil && poll.Shown >= 0 && !r.Reading.Mine(quote) {
			return r.Reading.Adopt(poll, &poll.Opinions[poll.Shown])
		}
		return one(r.Reading.Accept(quote))
	})
}

// SetKind says of what kind the quoted words are.
func (r *Review) SetKind(k model.QuoteKind) room.Effect {
	return r.decide(func(quote int) []model.Annotation { return one(r.Reading.SetKind(quote, k), true) })
}

// Assign says who spoke. Where that corrects a guess that was made on other
// quotations too, it offers to correct them all.
func (r *Review) Assign(p model.Party) room.Effect {
	q, ok := r.Quote()
	if ok && !q.Decided() && q.Kind.Spoken() && q.Speaker != p.ID {
		r.corrected = correction{q.Speaker, p}
	}
	effect := r.decide(func(quote int) []model.Annotation { return one(r.Reading.Assign(quote, p), true) })
	if n := len(r.Reading.GuessedFor(r.corrected.guess)); n > 0 && r.corrected.to.ID == p.ID {
		guess, _, _ := r.Reading.Party(r.corrected.guess)
		effect.Say = r.Language.Say(l10n.GuessedToo, n, guess.Name)
	}
	return effect
}

// correction is a guessed speaker, and who it was decided to be on one quotation.
type correction struct {
	guess model.PartyID
	to    model.Party
}

// CorrectAlike makes the last correction of a speaker on all other quotations that
// the same one was guessed for.
func (r *Review) CorrectAlike() room.Effect {
	done := r.Reading.AssignGuessed(r.corrected.guess, r.corrected.to)
	if len(done) == 0 {
		return room.Say(r.Language.Say(l10n.NothingAlike))
	}
	effect := room.Decide(done...)
	effect.Claim = r.Language.Say(l10n.CorrectedAlike, r.corrected.to.Name, len(done))
	if q, ok := r.Quote(); ok && q.Decided() {
		if next, open := r.Reading.NextUndecided(-1, !r.inText); open {
			effect.Quote = next + 1
		}
	}
	return effect
}

// AsBefore says that the speaker of the quotation before spoke.
func (r *Review) AsBefore() room.Effect {
	p, ok := r.Reading.SpeakerBefore(r.Current)
	if !ok {
		return room.Say(r.Language.Say(l10n.NobodyBefore))
	}
	return r.Assign(*p)
}

// Candidate says that the candidate of a number, from 1, spoke; where others differ,
// the first numbers take their opinions.
func (r *Review) Candidate(number string) room.Effect {
	n, ok := cmdline.Number(number)
	if !ok {
		return r.notANumber(number)
	}
	if choices := r.Choices(n); 1 <= n && n <= len(choices) {
		if c := choices[n-1]; c.Opinion == nil {
			return r.Parties.Noticing(r.Assign)(c.Party)
		}
		return r.take(choices[n-1].Opinion.Opinion)
	}
	return room.Say(r.Language.Say(l10n.NoSuchCandidate, number))
}

// take makes an opinion the reader's own.
func (r *Review) take(o *model.Opinion) room.Effect {
	return r.decide(func(quote int) []model.Annotation { return r.Reading.Adopt(r.Reading.PollOf(quote), o) })
}

// NameSpeaker lets the reader pick or type the speaker.
func (r *Review) NameSpeaker() room.Effect {
	if _, ok := r.Quote(); !ok {
		return room.Effect{}
	}
	nobody := model.Party{Name: r.Language.Say(l10n.NobodyKnown)}
	return r.Parties.PickOrName(l10n.WhoSpoke, append(r.Candidates(), nobody), r.Assign)
}

// AcceptRest accepts all guesses, as one decision to undo.
func (r *Review) AcceptRest() room.Effect { return r.acceptAll(0) }

// AcceptAbove is AcceptRest of the guesses that are sure by a number of per cent
// at least.
func (r *Review) AcceptAbove(number string) room.Effect {
	n, ok := cmdline.Number(number)
	if !ok {
		return r.notANumber(number)
	}
	return r.acceptAll(float64(n) / 100)
}

func (r *Review) acceptAll(least float64) room.Effect {
	accepted := r.Reading.AcceptAll(0, least)
	if len(accepted) == 0 {
		return room.Say(r.Language.Say(l10n.NothingToAccept))
	}
	effect := room.Decide(accepted...)
	effect.Claim = r.Language.Say(l10n.AcceptedCount, len(accepted))
	if left := r.unknown(); left > 0 {
		effect.Claim = r.Language.Say(l10n.AcceptedLeft, len(accepted), left)
	}
	return effect
}

// unknown is how many quotations have no speaker that anybody knows.
func (r *Review) unknown() (n int) {
	quotes := r.Reading.Quotes()
	for i := range quotes {
		if room.Unknown(&quotes[i]) {
			n++
		}
	}
	return n
}
