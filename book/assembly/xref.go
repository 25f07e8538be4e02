package assembly

import (
	"net/url"
	"strings"

	"publish/book"
)

// linker knows every article and which of them are chapters of the book. Drafts
// that are written side by side share it and change nothing in it.
type linker struct {
	*catalogue
	likeness *likeness
	drafts   map[*book.Article]*draft
	spec     book.LinksSpec
	source   string
}

// destination is where a link of the wiki leads.
type destination struct {
	title   string // wiki title of the end of the redirects, or of what is missing
	article *book.Article
	draft   *draft // nil when the article is not in the book
	stuck   bool   // at a redirect that leads nowhere, which is reported
}

// lead returns the destination of a link to title. A redirect that leads nowhere
// is reported at its own place.
func (x *linker) lead(title string, diags *book.Diags) destination {
	title = strings.TrimPrefix(strings.TrimSpace(title), ":")
	a := x.find(title)
	if a == nil {
		return destination{title: titleKey(title)}
	}
	end, stuck, trouble := x.follow(a)
	if end == nil {
		x.redirectTrouble(diags, trouble, stuck)
		return destination{title: titleKey(title), stuck: true}
	}
	return destination{title: end.Title, article: end, draft: x.drafts[end]}
}

// redirectTrouble reports a redirect that leads nowhere.
func (x *linker) redirectTrouble(diags *book.Diags, trouble book.Code, stuck *book.Article) {
	target := stuck.Redirect.Target
	if trouble == book.RedirectLoop {
		diags.Add(trouble, stuck.Redirect.Pos, "the redirect to %q leads back to itself", target)
		return
	}
	d := diags.Add(trouble, stuck.Redirect.Pos, "the redirect to %q leads to no article", target)
	if near := x.likeness.like(target); near != "" {
		d.Hint("there is %q", near)
	}
}

// isNamespace reports whether a title leads to a page that is not an article: of
// another wiki, or of the wiki's own workings.
func isNamespace(title string) bool {
	prefix, _, ok := strings.Cut(strings.TrimPrefix(title, ":"), ":")
	if !ok {
		return false
	}
	switch strings.ToLower(strings.TrimSpace(strings.ReplaceAll(prefix, "_", " "))) {
	case "category", "catgeory", "file", "image", "media", "special", "template", "help", "talk",
		"user", "user talk", "project", "mediawiki", "module", "portal", "draft",
		"wikipedia", "w", "wikt", "wiktionary", "wikisource", "wikiquote", "wikidata", "commons", "wikimedia",
		"m", "mh", "mw", "s", "q", "d", "c", "b", "n", "v", "meta", "phorge", "phabricator",
		"http", "https":
		return true
	}
	return false
}

// pageURL returns the address of an article of the wiki, "" when the manifest
// does not give the wiki's.
func pageURL(source, title string) string {
	if source == "" {
		return ""
	}
	if !strings.HasSuffix(source, "/") && !strings.HasSuffix(source, "=") {
		source += "/"
	}
	escaped := url.PathEscape(strings.ReplaceAll(title, " ", "_"))
	return source + strings.NewReplacer("%27", "'", "%21", "!", "%28", "(", "%29", ")", "%2C", ",").Replace(escaped)
}
