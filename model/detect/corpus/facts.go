package corpus

import "math/bits"

// Facts is what was counted of one word. The zero value is of a word that was
// never seen.
//
//	bits  0 to  4  total
//	bits  5 to 37  11 classes of 3 bits
//	bits 38 to 61  cluster of 64 (6 bits), of 256 (8), of 1,024 (10)
//	bit  62        it has clusters
type Facts uint64

// Class is as what a word was marked.
type Class int

// The classes: the first and the later words of the name of a person, a body and
// a place, of a description that stands alone and of one beside a name; and
// words that report speech.
const (
	PersonFirst Class = iota
	PersonLater
	BodyFirst
	BodyLater
	PlaceFirst
	PlaceLater
	RoleFirst
	RoleLater
	AppositionFirst
	AppositionLater
	Cue
	ClassCount
)

// Level is how fine clusters are.
type Level int

// The levels.
const (
	Clusters64 Level = iota
	Clusters256
	Clusters1024
	LevelCount
)

const (
	totalBits   = 5
	shareBits   = 3
	clusterAt   = totalBits + int(ClassCount)*shareBits
	clusterFlag = clusterAt + 24
)

// clusters is where the clusters of each level lie.
var clusters = [LevelCount]struct{ at, bits int }{{clusterAt, 6}, {clusterAt + 6, 8}, {clusterAt + 14, 10}}

func (f Facts) field(at, width int) int { return int(f>>at) & (1<<width - 1) }

// Total is how often the word occurs: 1 for once, 2 from twice, n from 1<<(n-1)
// times; at most 31.
func (f Facts) Total() int { return f.field(0, totalBits) }

// Cluster is the number of the word's cluster at a level, -1 when it has none.
// Words that are used alike are in one cluster; levels do not nest.
func (f Facts) Cluster(l Level) int {
	if f>>clusterFlag == 0 {
		return -1
	}
	return f.field(clusters[l].at, clusters[l].bits)
}

// Share is how large a part of its occurrences was marked as a class: 0 for none,
// 1 for less than [Shares][1], n from Shares[n-1] on.
func (f Facts) Share(c Class) int { return f.field(totalBits+int(c)*shareBits, shareBits) }

// Shares is from which part on each step of [Facts.Share] holds: some two bits of
// log odds each.
var Shares = [...]float64{0, 0, 1. / 256, 1. / 64, 1. / 16, 1. / 4, 1. / 2, 4. / 5}

// Counts is what a word's facts are made of.
type Counts struct {
	Total    int
	Marked   [ClassCount]int
	Clusters [LevelCount]int // numbers from 0
	Grouped  bool            // it has clusters
}

// Facts is the counts as they are kept.
func (n Counts) Facts() Facts {
	f := Facts(min(bits.Len(uint(n.Total)), 1<<totalBits-1))
	for c, marked := range n.Marked {
		f |= Facts(share(marked, n.Total)) << (totalBits + c*shareBits)
	}
	if n.Grouped {
		f |= 1 << clusterFlag
		for l, cluster := range n.Clusters {
			f |= Facts(cluster&(1<<clusters[l].bits-1)) << clusters[l].at
		}
	}
	return f
}

// share is the step of a part of a total.
func share(part, total int) int {
	if part == 0 {
		return 0
	}
	step := 1
	for step+1 < len(Shares) && float64(part) >= Shares[step+1]*float64(total) {
		step++
	}
	return step
}

// NameOf is a name by how often it was marked as what, in the order of
// [rawi/model.PartyKind].
func NameOf(counts [3]int) (n Name) {
	for kind, count := range counts {
		n |= Name(min(bits.Len(uint(count)), 1<<countBits-1)) << (countBits * kind)
	}
	return n
}
