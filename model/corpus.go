package model

import (
	"maps"
	"slices"
	"strings"
	"time"
)

// Corpus is a named set of articles of a library that people annotate by one task. All
// that is known of it follows from facts, decisions that are about no words: they are
// kept, exported and shared as all decisions are, and never changed. Of two on one thing
// the later holds.
type Corpus struct {
	Name     string
	Task     Task
	Blind    Blindness
	Guide    string          // the guideline, "" for none
	Articles []CorpusArticle // in the order in which they were added
}

// CorpusArticle is an article of a corpus.
type CorpusArticle struct {
	ID      string
	Authors []string             // whose it is to annotate, by name
	Done    map[string]time.Time // when an author said that it is done
}

// Task is which quotations must be decided.
type Task uint8

const (
	AllQuotations    Task = iota
	MarkedQuotations      // those between quotation marks
)

var tasks = [...]string{"quotations", "marked"}

// String is the task's name in files.
func (t Task) String() string { return tasks[t] }

// ParseTask is the inverse of [Task.String].
func ParseTask(name string) (Task, bool) { return parse[Task](tasks[:], name) }

// TaskNames is the names of all tasks.
func TaskNames() []string { return slices.Clone(tasks[:]) }

// Asks reports whether the task is to decide a quotation.
func (t Task) Asks(q *Quote) bool { return t == AllQuotations || q.Marked }

// Blindness is what annotators do not see, so that what they say is their own.
type Blindness uint8

const (
	Sighted       Blindness = iota
	BlindToOthers           // what others decided in articles
	BlindToAll              // that, and whom and what the program guesses
)

var blindnesses = [...]string{"no", "others", "guesses"}

// String is the blindness's name in files.
func (b Blindness) String() string { return blindnesses[b] }

// ParseBlindness is the inverse of [Blindness.String].
func ParseBlindness(name string) (Blindness, bool) { return parse[Blindness](blindnesses[:], name) }

// BlindnessNames is the names of all of them.
func BlindnessNames() []string { return slices.Clone(blindnesses[:]) }

// What [SetCorpus] sets, as files call it.
const (
	CorpusTask  = "task"
	CorpusBlind = "blind"
	CorpusGuide = "guide"
)

// Corpora is the corpora of which facts tell, by name.
func Corpora(facts []Annotation) []Corpus {
	facts = slices.DeleteFunc(slices.Clone(facts), func(a Annotation) bool { return !a.Deed.OfCorpus() })
	slices.SortFunc(facts, Annotation.Compare)
	all := make(map[string]*Corpus)
	for i := range facts {
		a := &facts[i]
		if all[a.Name] == nil {
			all[a.Name] = &Corpus{Name: a.Name}
		}
		all[a.Name].take(a)
	}
	corpora := make([]Corpus, 0, len(all))
	for _, name := range slices.Sorted(maps.Keys(all)) {
		corpora = append(corpora, *all[name])
	}
	return corpora
}

// Take takes in further facts of the corpus.
func (c *Corpus) Take(facts ...Annotation) {
	for i := range facts {
		c.take(&facts[i])
	}
}

// take takes in the next fact. One on an article that is not there says nothing.
func (c *Corpus) take(a *Annotation) {
	switch at := c.find(a.Article); {
	case a.Deed == SetCorpus:
		c.set(a.Target, a.Text)
	case a.Deed == AddToCorpus && at < 0:
		c.Articles = append(c.Articles, CorpusArticle{ID: a.Article, Done: make(map[string]time.Time)})
	case at < 0:
	case a.Deed == RemoveFromCorpus:
		c.Articles = slices.Delete(c.Articles, at, at+1)
	default:
		c.Articles[at].take(a)
	}
}

// set sets a property; what a newer rawi has is left alone.
func (c *Corpus) set(property, value string) {
	switch property {
	case CorpusTask:
		if t, ok := ParseTask(value); ok {
			c.Task = t
		}
	case CorpusBlind:
		if b, ok := ParseBlindness(value); ok {
			c.Blind = b
		}
	case CorpusGuide:
		c.Guide = value
	}
}

func (x *CorpusArticle) take(a *Annotation) {
	switch a.Deed {
	case AssignCorpus:
		if !x.IsOf(a.Target) {
			x.Authors = append(x.Authors, a.Target)
			slices.Sort(x.Authors)
		}
	case UnassignCorpus:
		x.Authors = slices.DeleteFunc(x.Authors, func(author string) bool { return author == a.Target })
	case Finish:
		x.Done[a.Author] = a.Time
	case Reopen:
		delete(x.Done, a.Author)
	}
}

// IsOf reports whether the article is an author's to annotate.
func (x *CorpusArticle) IsOf(author string) bool { return slices.Contains(x.Authors, author) }

// find is the place of an article, -1 for none.
func (c *Corpus) find(id string) int {
	return slices.IndexFunc(c.Articles, func(x CorpusArticle) bool { return x.ID == id })
}

// Article is an article of the corpus, nil for one that is not in it.
func (c *Corpus) Article(id string) *CorpusArticle {
	if at := c.find(id); at >= 0 {
		return &c.Articles[at]
	}
	return nil
}

// Fact is a fact of the corpus on an article, or on all of it where that is "".
func (c *Corpus) Fact(deed Deed, article, target, text string) Annotation {
	return Annotation{Deed: deed, Name: c.Name, Article: article, Target: target, Text: strings.ToValidUTF8(text, "\uFFFD")}
}

// Stamp makes annotations an author's decisions of now, each with an ID.
func Stamp(author string, as []Annotation, options ...Option) []Annotation {
	s := newStamp(options)
	now := s.now().UTC().Round(0)
	for i := range as {
		as[i].ID, as[i].Format, as[i].Author, as[i].Time = s.newID(), Format, author, now.Add(time.Duration(i))
	}
	return as
}
