package entry

import (
	"strings"

	"publish/book"
	"publish/book/citation/line"
)

// finish fills in what the whole of an entry tells: its kind, language and address,
// and the author of a list of works.
func (p *Parser) finish(e *Entry, hint Hint) {
	if e.Known && e.Title == "" {
		e.setTitle(e.body)
		e.rest = nil
	}
	if !e.Known {
		unknown := Entry{Work: book.Work{Title: line.Plain(e.Source)}, Linked: e.Linked, Addresses: e.Addresses, Links: e.Links, Source: e.Source, Whole: e.Whole}
		unknown.URL = e.url()
		*e = unknown
		return
	}
	e.settle()
	e.URL = e.url()
	if len(e.Authors)+len(e.Editors) == 0 && hint.Subject != (book.PersonName{}) {
		e.Authors = []book.PersonName{hint.Subject}
	}
	if e.Language == "" {
		e.Language = p.languageOf(line.Words(e.TitleLine))
	}
	p.spanishNames(e)
	if e.ISBN != "" && !e.Part && e.Publisher == "" && e.Volume+e.Issue == "" && !isHost(e.Container) {
		e.Publisher, e.Container = e.Container, "" // the ISBN is that of a book
	}
	p.kind(e, hint)
}

// spanishNames gives the authors of a Spanish title both their surnames, where the one
// before the last is one in Spain and the given name did not tell (Chicago 18, 15.83): a
// name that a Spaniard would bear in the same words is read as a Spaniard's.
func (p *Parser) spanishNames(e *Entry) {
	if e.Language != "es" && e.Language != "ca" && e.Language != "gl" {
		return
	}
	for i, n := range e.Authors {
		at := strings.LastIndexByte(n.Given, ' ')
		if at < 0 || strings.Contains(line.Words(e.Source), n.Family+", ") && !strings.Contains(line.Words(e.Source), n.Given+" "+n.Family) {
			continue
		}
		both := n.Given[at+1:] + " " + n.Family
		if p.names.Parse("José "+both).Family == both {
			e.Authors[i] = book.PersonName{Family: both, Given: n.Given[:at]}
		}
	}
}

// kind tells what kind of work an entry is.
func (p *Parser) kind(e *Entry, hint Hint) {
	lower := strings.ToLower(e.Container)
	switch {
	case e.Kind != book.UnknownKind:
	case e.Container != "" && (e.Volume != "" && e.Publisher == "" || e.Issue != ""):
		e.Kind = book.ArticleWork
	case e.Container != "" && (isHost(e.Container) || p.words["site"][lower] || e.URL != "" && p.isSite(e, e.Container)):
		e.Kind = book.WebWork
	case e.Container != "" && (e.Publisher != "" || e.Place != "" || len(e.Editors) > 0):
		e.Kind = book.ChapterWork
	case e.Container != "" && (p.words.hasAny("periodical", e.Container) || len(e.Date) > 4):
		e.Kind = book.ArticleWork
	case e.Container != "" && e.Linked != nil:
		e.Kind = book.WebWork
	case e.Container != "" && e.Part:
		e.Kind = book.ArticleWork
	case e.URL != "" && !e.Part && e.ISBN == "" && e.Publisher == "" && strings.Contains(hint.Section, "link"):
		e.Kind = book.WebWork
	case isBooks(hint.Section) && e.Linked == nil, !e.Part && e.Linked == nil, e.Publisher != "" && e.Container == "", e.ISBN != "":
		e.Kind = book.BookWork
	case e.URL != "":
		e.Kind = book.WebWork
	default:
		e.Kind = book.ArticleWork
	}
	if e.Kind == book.BookWork {
		e.Part = false
	}
}

// isBooks reports whether a heading stands over books.
func isBooks(section string) bool {
	for _, word := range []string{"books", "novels", "bücher", "livres", "libros", "libri", "monograph"} {
		if strings.Contains(section, word) {
			return true
		}
	}
	return false
}
