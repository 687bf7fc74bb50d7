package main

import (
	"context"
	"errors"
	"strings"
	"time"

	"rawi/model/fetch"
	"rawi/model/ingest"
	"rawi/model/store"
	"rawi/ui/l10n"
)

// pagePatience is how long one page may take.
const pagePatience = time.Minute

// newClient is the way to the network.
func newClient() *fetch.Client {
	return &fetch.Client{Agent: "rawi/" + strings.Trim(version(), "()"), MaxSize: ingest.MaxSize, Patience: pagePatience}
}

// webDocument is the page at an address, without a library.
func webDocument(address string) (*ingest.Document, error) {
	page, err := newClient().Get(context.Background(), fetch.Request{Address: address, Typed: true})
	if err != nil {
		return nil, err
	}
	return readPage(keptPage(address, page))
}

// sourceOf is the source of the article at an address: without a fragment, so that it
// is one article.
func sourceOf(address string) string {
	if u, err := fetch.Parse(address); err == nil {
		return u.String()
	}
	return address
}

// keptPage is a page as the library keeps it.
func keptPage(address string, p *fetch.Page) store.Page {
	kind := p.Type
	if p.Vague() {
		kind = ""
	}
	return store.Page{
		Address: sourceOf(address), Found: p.Address, Fetched: p.Fetched, Type: kind, Charset: p.Charset,
		ETag: p.Version.ETag, Modified: p.Version.Modified, Data: p.Data,
	}
}

// readPage makes articles of a page.
func readPage(p store.Page) (*ingest.Document, error) {
	document, err := ingest.ReadFetched(ingest.Fetched{Data: p.Data, Address: p.Address, Found: p.Found, Type: p.Type, Charset: p.Charset})
	if err != nil {
		return nil, err
	}
	for _, a := range document.Articles {
		a.Fetched = p.Fetched
	}
	return document, nil
}

// fetchFaults is how the errors of fetching are said.
var fetchFaults = []struct {
	is   error
	word l10n.Word
}{
	{fetch.ErrAddress, l10n.IsNoAddress}, {fetch.ErrScheme, l10n.IsNoWeb}, {fetch.ErrPrivate, l10n.IsPrivate},
	{fetch.ErrRedirects, l10n.IsCircling}, {fetch.ErrNoHost, l10n.NoServer}, {fetch.ErrRefused, l10n.Unreachable},
	{fetch.ErrCertificate, l10n.BadCertificate}, {fetch.ErrTimeout, l10n.IsSlow}, {fetch.ErrStopped, l10n.WasStopped},
	{fetch.ErrTooLarge, l10n.IsTooLarge}, {fetch.ErrBroken, l10n.CameBroken}, {fetch.ErrMissing, l10n.PageMissing},
	{fetch.ErrForbidden, l10n.NeedsLogin}, {fetch.ErrTooMany, l10n.AskedTooOften}, {fetch.ErrServer, l10n.ServerFails},
}

// webError is why the page at an address cannot be read.
func webError(address string, cause error) error {
	for _, f := range fetchFaults {
		if errors.Is(cause, f.is) {
			return localizedError{f.word, []any{quoted(address)}, cause}
		}
	}
	if status := (*fetch.Status)(nil); errors.As(cause, &status) {
		return localizedError{l10n.StatusRefused, []any{quoted(address), status.Code}, cause}
	}
	return fileError(address, cause)
}
