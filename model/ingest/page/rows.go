package page

import "golang.org/x/net/html/atom"

// strength says how much of a page a row may leave out, where that does not hold the
// title.
type strength uint8

const (
	half     strength = iota // less than half of the letters that are left
	anything                 // however long it is
	brief                    // a few words
	unseen                   // anything; only facts are read of it
)

// briefWords is how many words are few.
const briefWords = 30

// row is one kind of what surrounds an article. An element is of the kind if one of the
// conditions holds; it is left out with all that stands in it.
type row struct {
	id         string
	what       string
	tags       []atom.Atom
	custom     string              // a name that HTML does not know
	attr       map[string][]string // attribute -> one of its values
	names      []string            // words of class and id
	section    string              // of headings that open such an element
	not        []string            // words of class and id that speak against it
	everywhere bool                // also in a quotation or a post, where who spoke and when belongs to it
	outside    bool                // its tags count only outside of <article> and <main>
	strength   strength
	example    string // a page in which only «خارج» is of the kind
}

// pullquotes name words of the text that are shown twice.
var pullquotes = []string{"pullquote", "pull quote", "pullquote box"}

// rows are all kinds, in the order in which they are asked.
var rows = []row{
	{id: "hidden", everywhere: true, strength: unseen, what: "what a page does not show", attr: map[string][]string{"aria-hidden": {"true"}, "hidden": {"", "hidden", "true"}, "style": {"display:none", "display: none"}},
		names:   []string{"visually hidden", "sr only", "screen reader text", "screen reader", "visuallyhidden"},
		example: `<span class="visually-hidden">خارج</span>`},
	{id: "menu", what: "menus and paths", tags: []atom.Atom{atom.Nav, atom.Menu}, custom: "amp-sidebar",
		attr:    map[string][]string{"role": {"navigation", "menu", "menubar", "banner", "search", "toolbar", "tablist"}},
		names:   []string{"menu", "navbar", "breadcrumb", "breadcrumbs", "breadcumb", "topbar", "top bar", "navigation", "skip link", "pagination", "pager", "post nav", "main bar"},
		not:     []string{"content", "body"},
		example: `<div class="main-menu"><a>خارج</a></div>`},
	{id: "footer", what: "the foot of the page", tags: []atom.Atom{atom.Footer}, attr: map[string][]string{"role": {"contentinfo"}},
		not:     []string{"node meta", "submitted", "article meta", "entry meta", "post meta"},
		names:   []string{"footer", "colophon", "copyright", "copyrights"},
		example: `<div id="footer">خارج</div>`},
	{id: "head", what: "the head of the page", tags: []atom.Atom{atom.Header}, outside: true, names: []string{"site header", "page header", "masthead", "logo", "site title", "header area"},
		example: `<div id="masthead">خارج</div>`},
	{id: "comments", strength: anything, what: "readers' comments", attr: map[string][]string{"itemprop": {"comment"}},
		names:   []string{"comment", "comments", "commentlist", "commentarea", "reply", "replies", "respond", "disqus", "livefyre", "comentarios", "commentaires", "discussion", "talkback", "talkbacks"},
		not:     []string{"no comments", "comments open", "comments closed", "open", "enabled", "closed", "with comments"},
		section: "comments", example: `<div class="post-comments"><p>خارج</p></div>`},
	{id: "cookies", strength: anything, what: "questions about cookies and privacy", names: []string{"cookie", "cookies", "gdpr", "consent", "onetrust", "cc window", "cc banner", "qc cmp", "cookiebar", "privacy", "cmp"},
		example: `<div class="cookie-bar">خارج</div>`},
	{id: "window", what: "windows over the page", tags: []atom.Atom{atom.Dialog}, attr: map[string][]string{"role": {"dialog", "alertdialog", "alert", "status"}}, names: []string{"modal", "popup", "lightbox", "toast", "overlay"},
		example: `<div role="dialog">خارج</div>`},
	{id: "aside", what: "what stands beside the article", tags: []atom.Atom{atom.Aside}, attr: map[string][]string{"role": {"complementary"}},
		names: []string{"sidebar", "side bar", "widget area", "sidecolumn", "footer widgets"}, not: []string{"has sidebar", "no sidebar", "with sidebar"},
		example: `<aside>خارج</aside>`},
	{id: "form", everywhere: true, what: "forms and buttons", tags: []atom.Atom{atom.Form, atom.Button, atom.Select, atom.Fieldset, atom.Label}, attr: map[string][]string{"role": {"button", "form"}},
		example: `<button>خارج</button>`},
	{id: "ad", everywhere: true, what: "advertising", tags: []atom.Atom{atom.Ins}, custom: "amp-ad", names: []string{"ad", "ads", "advert", "advertisement", "adsbygoogle", "dfp", "sponsored", "sponsor", "promo", "app promo", "promoted", "outbrain", "taboola", "mgid", "banner", "donate", "support us"}, section: "ad",
		example: `<div class="ad-slot">خارج</div>`},
	{id: "signup", what: "boxes for signing up", names: []string{"newsletter", "newsletters", "newsletterbox", "subscribe", "subscription", "signup", "sign up", "mailchimp", "mc embed", "mailing list", "mailinglist"}, section: "signup",
		example: `<div class="newsletter"><p>خارج</p></div>`},
	{id: "paywall", what: "walls before an article that must be paid", names: []string{"paywall", "pay wall", "regwall", "subscriber", "subscribers only", "premium wall", "meter"}, section: "signup",
		example: `<div class="paywall">خارج</div>`},
	{id: "poll", what: "questions to readers", names: []string{"poll", "polls", "vote", "votes", "vote box", "survey", "quiz"},
		example: `<div class="poll"><p>خارج</p></div>`},
	{id: "contents", what: "tables of contents", names: []string{"toc", "toc container", "ez toc", "table of contents", "lwptoc"},
		example: `<div id="toc"><p>خارج</p></div>`},
	{id: "share", what: "buttons for sharing", custom: "amp-social-share", names: []string{"share", "sharing", "sharedaddy", "sharethis", "addthis", "addtoany", "social", "social links", "reseaux", "follow us", "followus", "follow"}, section: "share",
		example: `<div class="share"><a>خارج</a></div>`},
	{id: "related", what: "links to other articles", names: []string{"related", "relatedposts", "related posts", "more on", "recommended", "recommendations", "recommendation", "recommend", "read more", "readmore", "see also", "also read", "read also", "most read", "mostread", "most viewed", "trending", "popular", "latest", "more news", "liens", "suggested", "suggestions", "you may like", "more stories", "more from", "writer more", "linked content", "wp embedded content", "recent"}, section: "links",
		not:     []string{"no related"},
		example: `<div class="related"><a href="/">خارج</a></div>`},
	{id: "teaser", what: "other articles in short", names: []string{"card", "teaser", "view mode teaser", "node teaser", "story card", "post card"},
		example: `<div class="card"><h3>خارج</h3></div>`},
	{id: "tags", what: "key words", attr: map[string][]string{"rel": {"tag", "category tag"}}, names: []string{"tags", "tagcloud", "tag cloud", "box tags", "tags links", "cat links", "keywords", "topics", "post labels", "taxonomy", "tags trends", "field topics"}, section: "tags",
		example: `<div class="tags"><a>خارج</a></div>`},
	{id: "author-box", what: "who the author is", names: []string{"author box", "authorbox", "author bio", "about author", "writer box", "writer bio", "author info", "author card", "author description"},
		example: `<div class="author-box"><p>خارج</p></div>`},
	{id: "media", everywhere: true, what: "players", tags: []atom.Atom{atom.Video, atom.Audio}, names: []string{"video player", "video holder", "player", "jwplayer", "audio player", "video title", "media player", "media wrap", "userpic wrap", "userpic", "listen", "tts", "text to speech", "readspeaker", "podcast", "vjs", "audio"},
		example: `<div class="video-player">خارج</div>`},
	{id: "tools", what: "tools of the page", names: []string{"tools", "toolbar", "print", "printfriendly", "font size", "fontsize", "rating", "rate", "tool bar", "actions", "news tools", "article tools", "ticker", "breaking news", "breaking", "link print", "links"}, strength: brief,
		example: `<div class="news-tools">خارج</div>`},
	{id: "notice", what: "notices of the house", names: []string{"disclaimer", "notice", "article source", "source", "correction policy", "image credit", "cover credit", "photo credit"}, strength: brief,
		example: `<p class="disclaimer">خارج</p>`},
	{id: "byline", what: "who wrote it and when, which are facts", tags: []atom.Atom{atom.Time, atom.Address}, attr: map[string][]string{"rel": {"author"}, "itemprop": {"author", "datePublished", "dateModified"}, "aria-labelledby": {"article-byline"}},
		names: []string{"byline", "by line", "dateline", "entry meta", "post meta", "article meta", "story meta", "meta data", "posted on", "post date", "article date", "news date", "entry date", "date header", "publish date", "pubdate", "post info", "article info", "post author", "article author", "author name", "auteur", "writer", "author", "authors", "write by", "infos", "info", "timestamp", "post timestamp", "time", "date", "story date", "details info", "meta", "read time", "reading time", "author line", "by", "submitted", "node meta"}, strength: brief,
		not:     []string{"content", "body", "text"},
		example: `<p class="byline">خارج</p>`},
	{id: "pullquote", what: "words of the text shown twice", names: pullquotes, strength: brief,
		example: `<div class="pullquote">خارج</div>`},
}
