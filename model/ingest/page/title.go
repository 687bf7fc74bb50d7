package page

import (
	"cmp"
	"slices"
	"strings"

	"golang.org/x/net/html"
	"golang.org/x/net/html/atom"

	"rawi/model/arabic"
)

// separators stand between the title of an article, its section and its site.
var separators = [...]string{" | ", " - ", " – ", " — ", " • ", " « ", " » ", " · ", " :: ", "| ", " |", " / ", " ‹ ", " › ", " ~ ", " ::. ", ".:: "}

// segments are the parts of a page's title.
func segments(title string) []string {
	parts := []string{title}
	for _, sign := range separators {
		var next []string
		for _, p := range parts {
			for _, one := range strings.Split(p, sign) {
				if one = strings.TrimSpace(one); arabic.Key(one) != "" {
					next = append(next, one)
				}
			}
		}
		parts = next
	}
	return parts
}

// titleOf finds the headline: the element that holds it, nil where it stands in none, and
// its words without section and site.
func titleOf(doc *html.Node, s *said, site string) (*html.Node, string) {
	told := []string{s.text("headline"), s.first("og:title", "twitter:title", "headline", "dc.title"), s.title}
	var best *html.Node
	bestScore, bestWords, siteKey := least, 0, arabic.Key(site)
	for n := range doc.Descendants() {
		if n.Type != html.ElementNode || headings[Tag(n)] == 0 && !titled(n) || outsideArticle(n) {
			continue
		}
		key := arabic.Key(Text(n))
		if key == "" || key == siteKey || len(key) > maxTitle {
			continue
		}
		words := strings.Count(key, " ") + 1
		if score := titleScore(n, key, words, told); score > bestScore || score == bestScore && words > bestWords {
			best, bestScore, bestWords = n, score, words
		}
	}
	if best != nil {
		return best, Text(best)
	}
	return nil, cutTitle(cmp.Or(told[0], told[1], told[2]), siteKey)
}

// maxTitle is how many bytes the key of a headline has at most.
const maxTitle = 600

// What speaks for an element to hold the headline. The part of the page's title that it
// has counts up to inTitle.
const (
	isTold  = 8.0 // JSON-LD or <meta> say the same
	inTitle = 4.0
	isFirst = 2.0 // <h1>, or named as a title
	inMain  = 1.0 // in <article> or <main>
	inHead  = -3.0
	least   = 1.9
)

func titleScore(n *html.Node, key string, words int, told []string) (score float64) {
	several := words > 1 || Tag(n) == atom.H1
	for i, t := range told {
		switch whole := arabic.Key(t); {
		case whole == "":
		case i < 2 && whole == key:
			score = max(score, isTold)
		case several && containsWords(whole, key):
			score = max(score, partOfTitle(key, words, t))
		}
	}
	if Tag(n) == atom.H1 && several || titled(n) {
		score += isFirst
	}
	if within(n, atom.Article, atom.Main) != nil {
		score += inMain
	} else if within(n, atom.Header) != nil || inNamed(n, []string{"header", "head", "top"}) && !inNamed(n, []string{"page header"}) {
		score += inHead
	}
	return score
}

// partOfTitle is what speaks for a heading whose words stand in the page's title: how
// much of the longest part it has. A shorter part of its own is the site or the section.
func partOfTitle(key string, words int, title string) float64 {
	longest, apart := 0, false
	for _, part := range segments(title) {
		k := arabic.Key(part)
		longest = max(longest, strings.Count(k, " ")+1)
		apart = apart || k == key
	}
	score := inTitle * min(1, float64(words)/float64(longest))
	if apart && words < longest {
		score /= 2
	}
	return score
}

// inNamed reports whether an element is, or stands in, one that is named so; the body,
// whose names tell of the whole page, does not count.
func inNamed(n *html.Node, names []string) bool {
	for ; n != nil && Tag(n) != atom.Body; n = n.Parent {
		if n.Type != html.ElementNode {
			continue
		}
		if words := nameWords(n); named(words, names) && !named(words, []string{"has", "with", "no"}) {
			return true
		}
	}
	return false
}

// titleNames name the element that holds the headline.
var titleNames = []string{"entry title", "post title", "article title", "news title", "story title", "headline", "article heading", "title article", "page title"}

// titled reports whether an element is said to hold the headline, by its name or as the
// only text in the head of an exported page.
func titled(n *html.Node) bool {
	return attribute(n, "itemprop") == "headline" || named(nameWords(n), titleNames) ||
		named(nameWords(n), []string{"bold"}) && inNamed(n, []string{"page header"})
}

// outsideArticle reports whether an element stands in a menu, the foot of the page or
// among others that are no part of the article.
func outsideArticle(n *html.Node) bool {
	return within(n, atom.Nav, atom.Footer, atom.Aside) != nil ||
		inNamed(n, []string{"site title", "logo", "site branding", "related", "comments", "sidebar"})
}

func containsWords(whole, part string) bool {
	return strings.Contains(" "+whole+" ", " "+part+" ")
}

// cutTitle is a page's title without section and site: its longest part.
func cutTitle(title, siteKey string) string {
	if before, after, found := strings.Cut(title, ":"); found && siteKey != "" && arabic.Key(before) == siteKey {
		return strings.TrimSpace(after)
	}
	best, most := "", 0
	for _, part := range segments(title) {
		if words := strings.Fields(arabic.Key(part)); len(words) > most && strings.Join(words, " ") != siteKey {
			best, most = part, len(words)
		}
	}
	return cmp.Or(best, title)
}

// Headline is a page's title without section and site.
func Headline(title string) string { return cutTitle(OneLine(title), "") }

// siteOf is the name of the site: as the page says, else what stands beside the headline
// in the page's title, without a slogan.
func siteOf(s *said) string {
	publisher := join(names(s.article["publisher"]))
	for _, part := range segments(cmp.Or(s.first("og:site_name", "application-name", "citation_journal_title", "dc.publisher"), publisher)) {
		return part
	}
	return ""
}

// siteBeside is the name of the site in the page's title: its last part if it begins with
// the headline, else the first. It has six words at most.
func siteBeside(pageTitle, headline, section, byline string) string {
	before, after, found := strings.Cut(pageTitle, headline)
	if !found || headline == "" {
		return ""
	}
	parts := append(segments(strings.Trim(before, " :")), segments(after)...)
	slices.Reverse(parts)
	for _, part := range parts {
		part = strings.Trim(part, " -–—|:•«»/·.")
		switch key := arabic.Key(part); {
		case key == "", key == arabic.Key(section), key == arabic.Key(byline), strings.Count(key, " ") > 5:
		default:
			return part
		}
	}
	return ""
}
