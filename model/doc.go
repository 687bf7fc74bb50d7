// Package model holds rawi's plain values and their rules: an [Article] and
// its blocks, the [Quote]s and [Party]s found in it, the reader's decisions
// ([Annotation], [Log]), and the [Reading] that joins them into the one truth
// that is shown, saved and exported. It knows nothing of screens, files or
// databases.
//
// Every position is a byte offset into [Article.Text].
//
// # Glossary
//
// These words are used in code, comments and messages, and no others for the same
// things.
//
//   - article: one text as it was read, known by the hash of the text ([Article])
//   - block: one paragraph, title or heading of the page ([Block])
//   - boilerplate: blocks around the article, as menus and tags; not searched for
//     quotations ([BoilerplateBlock])
//   - quotation: words that somebody said, between marks or reported ([Quote])
//   - kind: what a quotation's words are, speech or another ([QuoteKind]); also what
//     a party is ([PartyKind])
//   - speaker: the party that said a quotation
//   - cue: the word that reports speech: «قال»
//   - party: a person, body, place or role; one in all articles ([Party], [PartyIDOf])
//   - mention: a place in the text that names a party ([Mention])
//   - alias: another name or spelling of a party
//   - role: what a party is called besides names: «وزير الخارجية»
//   - candidate: a party that may have said a quotation, or words of the article that
//     may name one ([Reading.Candidates])
//   - phrase: words beside a quotation that may name its speaker ([Phrases])
//   - guess: what the program found by itself ([Findings]), with a reason ([Reason])
//   - rule: the pattern of words by which a speaker was guessed ([Rule]); rows of other
//     tables are rows
//   - confidence: how likely a guess is right, from 0 to 1
//   - decision: what a reader says, which goes before every guess ([Annotation])
//   - deed: what a decision does, as assign or merge; a row of a table ([Deed])
//   - author: the reader who makes decisions
//   - adjudicator: the capacity of an author who settles what others differ on ([Capacity])
//   - opinion: what one author says of a quotation, by own decisions alone ([Opinion])
//   - poll: the opinions of all authors on one quotation ([Poll], [Reading.Polls])
//   - difference: something on which authors differ ([Difference], [Reading.Differences])
//   - contested: of a quotation on which others differ and the reader is silent
//   - log: all decisions on an article, append only; undoing appends too ([Log])
//   - reading: an article with its guesses and its log ([Reading])
//   - view: what a reading shows, derived again after each decision
//   - override: what decisions say on a party, in every article
//   - anchor: words with their place and context, found again in another text of the
//     article ([Anchor])
//   - match: what became of an anchor there: found, moved or lost ([MatchStatus])
//   - unresolved decision: one whose anchor moved or is lost ([UnresolvedDecision])
//   - skeleton: a text as words are compared: without what no reader sees as another
//     word ([Skeleton])
//   - library: all articles and decisions of an author, in one file (package store)
package model
