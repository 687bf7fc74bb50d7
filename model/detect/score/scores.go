// Package score measures findings against annotated articles. Its figures are
// those of the script beside the annotated articles (score.py), which a test
// holds it to, and how far confidence can be trusted.
//
// What counts, in short:
//
//   - Spans are compared without quotation marks, punctuation and white space at
//     their ends: equal, or overlapping by at least half of what they cover
//     together, each annotated one paired with at most one found.
//   - A kind is right or wrong where a quotation between marks was found.
//   - A speaker is right when the party found has a name, a role or a mention of
//     the annotated one, or ends with a name of it of two words or more. It counts
//     for every annotated speech whose speaker is known, found or not.
//   - Names and descriptions that stand alone must be found; bare nouns and roles
//     beside a name may be. Ends are widened to whole words.
//   - Of parties, B-cubed: of each mention, how much of its party is right.
//   - What lies in annotated boilerplate does not count.
package score

import "rawi/model"

// Measure is one thing that is measured.
type Measure int

// The measures. Those of spans, kinds and speakers are of quotations.
const (
	MarkedExact Measure = iota
	MarkedOverlap
	SpeechExact
	SpeechOverlap
	IndirectExact
	IndirectOverlap
	Kind
	SpeakerOfSpeech
	SpeakerOfSpeechExplicit
	SpeakerOfSpeechImplicit
	SpeakerOfSpeechFound // of those whose quotation was found
	SpeakerOfIndirect
	SpeakerOfIndirectExplicit
	SpeakerOfIndirectImplicit
	SpeakerOfIndirectFound
	Mention
	MentionTyped
	MentionPerson
	MentionOrganisation
	MentionPlace
	MentionRole
	MentionOverlap
	NamesRecall
	RolesRecall
	BCubed        // end to end
	BCubedMatched // among the mentions that both have
	Title
	Boilerplate
	Sure      // speakers said with a confidence of at least [SureFrom]; not a figure of the script
	SureFound // of those whose quotation is annotated, with a speaker; neither
	MeasureCount
)

// SureFrom is the confidence from which a guess counts as sure.
const SureFrom = 0.9

// measures names each measure, as the script does, and says how it is computed.
var measures = [MeasureCount]struct {
	name string
	of   figure
}{
	{"span_marked_exact", f1}, {"span_marked_overlap", f1},
	{"span_speech_exact", f1}, {"span_speech_overlap", f1},
	{"span_indirect_exact", f1}, {"span_indirect_overlap", f1},
	{"kind", share},
	{"speaker_speech", share}, {"speaker_speech_explicit", share}, {"speaker_speech_implicit", share}, {"speaker_speech_given_detection", share},
	{"speaker_indirect", share}, {"speaker_indirect_explicit", share}, {"speaker_indirect_implicit", share}, {"speaker_indirect_given_detection", share},
	{"mention", f1}, {"mention_typed", f1},
	{"mention_PER", f1}, {"mention_ORG", f1}, {"mention_GPE", f1}, {"mention_ROLE", f1},
	{"mention_overlap", f1}, {"mention_names_recall", share}, {"mention_roles_recall", share},
	{"b3_e2e", cubed}, {"b3_matched", cubed},
	{"title", share}, {"boilerplate", f1},
	{"sure", share}, {"sure_given_detection", share},
}

// String is the measure's name in files and tables.
func (m Measure) String() string { return measures[m].name }

// Scores is what was counted in some articles. The zero value is of none.
type Scores struct {
	counts      [MeasureCount]Count
	confusion   [kinds][kinds]int // annotated kind, found kind; of pairs between marks
	reliability [tenths]Reliability
}

const kinds = int(model.Other) + 1

// Add adds what was counted in other articles.
func (s *Scores) Add(o *Scores) {
	for m := range s.counts {
		s.counts[m].add(o.counts[m])
	}
	for a := range s.confusion {
		for b := range s.confusion[a] {
			s.confusion[a][b] += o.confusion[a][b]
		}
	}
	for i := range s.reliability {
		s.reliability[i].add(o.reliability[i])
	}
}

// Value is the figure of a measure, from 0 to 1: F1, or the share of what is right.
func (s *Scores) Value(m Measure) float64 {
	p, r := s.PrecisionRecall(m)
	if p+r == 0 {
		return 0
	}
	return 2 * p * r / (p + r) // of a share, both are the same
}

// PrecisionRecall is how much of what was found is right, and how much of what
// should be found was. The two are one for measures that are a share.
func (s *Scores) PrecisionRecall(m Measure) (precision, recall float64) {
	return measures[m].of(s.counts[m])
}

// Count is what a measure was computed of.
func (s *Scores) Count(m Measure) Count { return s.counts[m] }

// Confused is how many quotations between marks are annotated as one kind and
// found as another.
func (s *Scores) Confused(annotated, found model.QuoteKind) int { return s.confusion[annotated][found] }
