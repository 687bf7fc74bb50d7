package ingest

import (
	"archive/zip"
	"cmp"
	"encoding/xml"
	"fmt"
	"io"
	"net/url"
	"path"
	"regexp"
	"strings"
	"sync"

	"golang.org/x/net/html"
	"golang.org/x/net/html/atom"

	"rawi/model"
)

// Limits for a book, against archives that are made to fill the memory: text is packed
// to a fourth or less, a bomb to a thousandth.
const (
	maxUnpacked = 6         // times the size of the archive, in all
	minUnpacked = 512 << 10 // bytes that a small one may have
	maxChapters = 2000
	blockBytes  = 24 // that are kept of a block beside its text
)

// isEPUB reports whether an archive says in its first entry that it is a book: OCF
// 3.3, section 4.3.
func isEPUB(in *input) bool {
	const sign = "mimetypeapplication/epub+zip"
	return strings.HasPrefix(in.data, "PK\x03\x04") && strings.Contains(in.data[:min(len(in.data), 128)], sign)
}

// readEPUB makes an article of each chapter of a book, in the order of its spine.
func readEPUB(in *input) (articles []*model.Article, err error) {
	archive, err := zip.NewReader(strings.NewReader(in.data), int64(len(in.data)))
	if err != nil {
		return nil, ErrDamaged
	}
	b := book{archive: archive, left: max(maxUnpacked*int64(len(in.data)), minUnpacked)}
	if err := b.open(); err != nil {
		return nil, err
	}
	seen := make(map[string]bool)
	for _, name := range b.chapters() {
		if seen[name] {
			continue
		}
		seen[name] = true
		a, err := b.chapter(in, name)
		if err != nil {
			return nil, err
		}
		articles = append(articles, a)
	}
	return articles, nil
}

// book is an open archive and what its package document says: EPUB 3.3, section 5.
type book struct {
	archive *zip.Reader
	left    int64  // bytes that may still be unpacked
	kept    int    // bytes of the articles so far
	folder  string // of the package document
	document
}

type document struct {
	Title    string `xml:"metadata>title"`
	Creators []struct {
		Name string `xml:",chardata"`
	} `xml:"metadata>creator"`
	Language string `xml:"metadata>language"`
	Date     string `xml:"metadata>date"`
	Items    []struct {
		ID   string `xml:"id,attr"`
		Href string `xml:"href,attr"`
		Type string `xml:"media-type,attr"`
	} `xml:"manifest>item"`
	Spine struct {
		Progression string `xml:"page-progression-direction,attr"`
		References  []struct {
			ID     string `xml:"idref,attr"`
			Linear string `xml:"linear,attr"`
		} `xml:"itemref"`
	} `xml:"spine"`
}

// open finds and reads the package document.
func (b *book) open() error {
	var container struct {
		Roots []struct {
			Path string `xml:"full-path,attr"`
		} `xml:"rootfiles>rootfile"`
	}
	if err := b.decode("META-INF/container.xml", &container); err != nil {
		return err
	}
	if len(container.Roots) == 0 {
		return ErrDamaged
	}
	b.folder = path.Dir(container.Roots[0].Path)
	return b.decode(container.Roots[0].Path, &b.document)
}

func (b *book) decode(name string, to any) error {
	data, err := b.read(name)
	if err != nil {
		return err
	}
	if crowded(data, len(data), bareCost) {
		return ErrCrowded
	}
	d := xml.NewDecoder(strings.NewReader(data))
	d.Strict, d.Entity = false, xml.HTMLEntity
	if d.Decode(to) != nil {
		return ErrDamaged
	}
	return nil
}

// read unpacks a file of the archive.
func (b *book) read(name string) (string, error) {
	file, err := b.archive.Open(name)
	if err != nil {
		return "", ErrDamaged
	}
	defer file.Close()
	var data strings.Builder
	n, err := io.Copy(&data, io.LimitReader(file, b.left+1))
	switch b.left -= n; {
	case b.left < 0:
		return "", ErrTooLarge
	case err != nil:
		return "", ErrDamaged
	}
	return data.String(), nil
}

// chapters are the names of the files of the spine that are text to be read in turn.
func (b *book) chapters() (names []string) {
	hrefs := make(map[string]string, len(b.Items))
	for _, item := range b.Items {
		if item.Type == "application/xhtml+xml" || item.Type == "text/html" {
			hrefs[item.ID] = item.Href
		}
	}
	for _, r := range b.Spine.References {
		href, _, _ := strings.Cut(hrefs[r.ID], "#")
		if name, err := url.PathUnescape(href); err == nil && href != "" && r.Linear != "no" && len(names) < maxChapters {
			names = append(names, path.Join(b.folder, name))
		}
	}
	return names
}

// chapter is the article of one file.
func (b *book) chapter(in *input, name string) (*model.Article, error) {
	data, err := b.read(name)
	if err != nil {
		return nil, err
	}
	page := newInput(data, name)
	if page.binary() {
		return nil, ErrLocked
	}
	text, broken := page.decode(declaredInXML)
	text = fewAttributes(text)
	var a *model.Article
	if crowded(text, len(in.data), bareCost) {
		a = readTags(text, "", "")
	} else if a, err = b.articleIn(text); err != nil {
		return nil, err
	}
	if b.kept += len(a.Text) + len(a.Blocks)*blockBytes; b.kept > maxUnpacked*len(in.data)+minUnpacked {
		return nil, ErrTooLarge
	}
	a.Source, a.Broken, a.Language = fmt.Sprintf("%s#%s", in.source, name), broken, oneLine(b.Language)
	a.Facts = model.Facts{Headline: a.Facts.Headline, Byline: b.byline(), Site: oneLine(b.Title), Published: dateOf(strings.TrimSpace(b.Date))}
	return a, nil
}

// articleIn is the article of the text of a chapter.
func (b *book) articleIn(text string) (*model.Article, error) {
	doc, err := html.Parse(strings.NewReader(closeTags(text)))
	if err != nil {
		return nil, ErrTooDeep
	}
	body := find(doc, atom.Body)
	title := takeTitle(body, atom.H1, atom.H2, atom.H3)
	a := articleOf(body, title, "")
	a.Facts.Headline = title
	a.Direction = directions[cmp.Or(strings.ToLower(attribute("dir", body, find(doc, atom.Html))), b.Spine.Progression)]
	return a, nil
}

func (b *book) byline() (names string) {
	for _, c := range b.Creators {
		names = joined(names, oneLine(c.Name))
	}
	return names
}

// emptyTag is an element of XML without content: "<title/>".
var emptyTag = sync.OnceValue(func() *regexp.Regexp {
	return regexp.MustCompile(`(?i)<(title|script|style|textarea|iframe|noscript|a|p|div|span|i|b|em|strong|td|th|li|h[1-6])((?:\s[^<>]*)?)/>`)
})

// closeTags writes the elements of XHTML without content as HTML has them, which takes
// "<title/>" for the beginning of one.
func closeTags(text string) string { return emptyTag().ReplaceAllString(text, "<$1$2></$1>") }
