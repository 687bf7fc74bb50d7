package main

import (
	"cmp"
	"context"
	"errors"
	"fmt"
	"io"
	"strings"
	"time"

	"github.com/spf13/cobra"

	"rawi/model/fetch"
	"rawi/model/ingest"
	"rawi/model/printable"
	"rawi/model/store"
	"rawi/ui/l10n"
)

func feedCommand(s *settings) *cobra.Command {
	feed := &cobra.Command{
		Use:   "feed",
		Short: "Follow feeds: RSS, Atom and JSON Feed",
		Long: `feed keeps a list of feeds in the library. Their entries become articles of it,
which :library in the reader lists, newest first; of an entry that is only a
summary the whole page is fetched when you open it there. Nothing is fetched but by
"add" and "update".`,
		Args:              noArguments,
		ValidArgsFunction: cobra.NoFileCompletions,
		RunE:              func(c *cobra.Command, _ []string) error { return c.Help() },
	}
	for _, row := range []struct {
		use, short string
		args       cobra.PositionalArgs
		do         func(f feeds, args []string) error
	}{
		{"add ADDRESS...", "Fetch feeds and follow them", atLeastOneAddress, feeds.add},
		{"list", "List the feeds that you follow", noArguments, feeds.list},
		{"update [ADDRESS...]", "Fetch what is new in feeds, or in those named", nil, feeds.update},
		{"remove ADDRESS...", "Follow feeds no longer; their articles stay", atLeastOneAddress, feeds.remove},
	} {
		feed.AddCommand(&cobra.Command{
			Use: row.use, Short: row.short, Args: row.args, ValidArgsFunction: cobra.NoFileCompletions,
			RunE: func(c *cobra.Command, args []string) error {
				library, err := s.open()
				if err != nil {
					return err
				}
				defer library.Close()
				return row.do(feeds{library, c.OutOrStdout(), s.language, newClient()}, args)
			},
		})
	}
	return feed
}

func atLeastOneAddress(_ *cobra.Command, args []string) error {
	if len(args) == 0 {
		return wrongUsage(l10n.NoAddress)
	}
	return nil
}

// feeds is the feeds of a library.
type feeds struct {
	*store.Library
	out      io.Writer
	language l10n.Language
	client   *fetch.Client
}

func (f feeds) say(w l10n.Word, args ...any) {
	fmt.Fprintln(f.out, printable.Text(f.language.Say(w, args...)))
}

// add fetches feeds that the reader named and follows them.
func (f feeds) add(addresses []string) error {
	return f.each(addresses, func(address string) error { return f.fetch(store.Feed{Address: sourceOf(address)}) })
}

// each does something with each address. One that fails does not keep the others from
// being done.
func (f feeds) each(addresses []string, do func(address string) error) error {
	var failed []error
	for _, address := range addresses {
		failed = append(failed, do(address))
	}
	return errors.Join(failed...)
}

// list lists the feeds.
func (f feeds) list([]string) error {
	all, err := f.Feeds()
	if err != nil {
		return err
	}
	if len(all) == 0 {
		f.say(l10n.NoFeeds)
	}
	for _, feed := range all {
		fmt.Fprintln(f.out, printable.Text(notices(feed.Address, feed.Title, f.language.Count(feed.Entries, l10n.Articles), feed.Updated.Local().Format(time.DateTime))))
	}
	return nil
}

// update fetches what is new in feeds: all, or those named.
func (f feeds) update(addresses []string) error {
	all, err := f.Feeds()
	if err != nil {
		return err
	}
	known := make(map[string]store.Feed, len(all))
	names := make([]string, len(all))
	for i, feed := range all {
		known[feed.Address], names[i] = feed, feed.Address
	}
	if len(addresses) > 0 {
		names = addresses
	} else if len(names) == 0 {
		f.say(l10n.NoFeeds)
	}
	return f.each(names, func(address string) error {
		feed, follows := known[sourceOf(address)]
		if !follows {
			return localizedError{word: l10n.NotFollowed, args: []any{quoted(address)}}
		}
		return f.fetch(feed)
	})
}

// remove follows feeds no longer.
func (f feeds) remove(addresses []string) error {
	return f.each(addresses, func(address string) error {
		removed, err := f.RemoveFeed(sourceOf(address))
		if err == nil && !removed {
			err = localizedError{word: l10n.NotFollowed, args: []any{quoted(address)}}
		}
		if err == nil {
			f.say(l10n.FeedRemoved, address)
		}
		return err
	})
}

// fetch fetches a feed, keeps its entries and says how many are new. Of a page that names one feed
// that is fetched.
func (f feeds) fetch(feed store.Feed) error {
	page, err := f.get(feed, true)
	if err != nil {
		return err
	}
	document, err := feedDocument(feed.Address, page)
	if err == nil {
		return f.keep(feed, page, document)
	}
	switch links := ingest.FeedLinks(page.Data, page.Address); len(links) {
	case 0:
		return err
	case 1:
		feed.Address = links[0]
	default:
		return localizedError{word: l10n.SeveralFeeds, args: []any{quoted(feed.Address), strings.Join(links, " ")}}
	}
	if page, err = f.get(feed, sameServer(page.Address, feed.Address)); err != nil {
		return err
	}
	if document, err = feedDocument(feed.Address, page); err != nil {
		return err
	}
	return f.keep(feed, page, document)
}

// sameServer reports whether two addresses are of one server: who typed one may be led to the other,
// even inside of the machine's own network.
func sameServer(a, b string) bool {
	one, err := fetch.Parse(a)
	if err != nil {
		return false
	}
	other, err := fetch.Parse(b)
	return err == nil && one.Scheme == other.Scheme && one.Host == other.Host
}

func (f feeds) get(feed store.Feed, typed bool) (*fetch.Page, error) {
	page, err := f.client.Get(context.Background(), fetch.Request{Address: feed.Address, Typed: typed, Kept: fetch.Version{ETag: feed.ETag, Modified: feed.Modified}})
	if err != nil {
		return nil, webError(feed.Address, err)
	}
	return page, nil
}

// feedDocument is the feed in a page, without entries if the page is as it was.
func feedDocument(address string, page *fetch.Page) (*ingest.Document, error) {
	if page.Unchanged {
		return new(ingest.Document), nil
	}
	document, err := readPage(keptPage(address, page))
	switch {
	case err != nil:
		return nil, webError(address, err)
	case !document.IsFeed():
		return nil, localizedError{word: l10n.NoFeed, args: []any{quoted(address)}}
	}
	return document, nil
}

// keep keeps the entries of a feed and says how many are new.
func (f feeds) keep(feed store.Feed, page *fetch.Page, document *ingest.Document) error {
	feed.Updated, feed.ETag, feed.Modified = page.Fetched, page.Version.ETag, page.Version.Modified
	if len(document.Articles) > 0 {
		feed.Title = cmp.Or(document.Articles[0].Facts.Site, feed.Title)
	}
	added, err := f.KeepFeed(feed, document.Articles...)
	if err != nil {
		return err
	}
	if added == 0 {
		f.say(l10n.FeedUnchanged, feed.Address)
	} else {
		f.say(l10n.FeedAdded, feed.Address, f.language.Count(len(document.Articles), l10n.Articles), added)
	}
	return nil
}
