package entry

import (
	"strings"
	"unicode/utf8"

	"publish/book"
	"publish/book/citation/line"
	"publish/book/names"
)

// unmarkedPart understands "Doe, Jane. Title. In Roe, R. *Container*…": the part has
// no marks, what holds it has. At is the index of the first segment set apart.
func (p *Parser) unmarkedPart(e *Entry, s line.Line, segs []segment, at int) bool {
	for i := 1; i < at; i++ {
		if _, ok := inside(segs[i].text); !ok || segs[i].shape != plain || segs[i-1].after == 0 {
			continue
		}
		if !p.authorFirst(e, s, segs[:i]) {
			return false
		}
		e.Part, e.Known = true, true
		p.tail(e, s, segs[i:])
		return true
	}
	return false
}

// linkedWords understands an entry whose title is the words of a link, with names
// before it or other words behind it.
func (p *Parser) linkedWords(e *Entry, s line.Line, segs []segment) bool {
	on := strings.IndexRune(s, line.LinkOn)
	if on < 0 {
		return false
	}
	which, size := utf8.DecodeRuneInString(s[on+1:])
	from := on + 1 + size
	length := strings.IndexRune(s[from:], line.LinkOff)
	if length <= 0 {
		return false
	}
	if !p.before(e, s, segmentsBefore(segs, on), on) {
		return false
	}
	e.Linked, e.Known, e.Part = e.Links.Of(which), true, true
	inner := s[from : from+length]
	if on > 0 && len(e.Authors)+len(e.Editors) > 0 || !p.unmarked(e, inner) {
		e.setTitle(inner)
	}
	e.rest = nil // of the inner line, whose places are others
	e.Part = e.ISBN == ""
	p.tail(e, s, segmentsBehind(segs, s, from+length+1))
	return true
}

func segmentsBefore(segs []segment, at int) []segment {
	for i, seg := range segs {
		if seg.to > at {
			if seg.from < at {
				seg.text = strings.TrimSpace(seg.text[:min(len(seg.text), at-seg.from)])
				seg.to = at
				return append(append([]segment(nil), segs[:i]...), seg)
			}
			return segs[:i]
		}
	}
	return segs
}

// segmentsBehind returns the segments of what stands behind a place in the line.
func segmentsBehind(segs []segment, s line.Line, at int) []segment {
	for i, seg := range segs {
		if seg.to <= at {
			continue
		}
		if seg.from >= at {
			return segs[i:]
		}
		seg.text, seg.from = strings.TrimSpace(s[at:seg.to]), at
		if seg.text == "" {
			return segs[i+1:]
		}
		return append([]segment{seg}, segs[i+1:]...)
	}
	return nil
}

// unmarked understands an entry in which nothing is set apart.
func (p *Parser) unmarked(e *Entry, s line.Line) bool {
	segs := split(s)
	segs, stop := p.cutAddress(segs)
	segs = p.cutSites(e, segs)
	ok := len(segs) > 0 && (p.byAuthor(e, s, segs) || p.eitherFirst(e, s, segs) || p.titleAlone(e, s, segs))
	if ok {
		e.Known = true
		p.tail(e, s, stop)
	}
	return ok
}

// cutAddress parts the segments before the first bare address from the others.
func (p *Parser) cutAddress(segs []segment) (before, rest []segment) {
	for i, seg := range segs {
		if seg.shape == address {
			return segs[:i], segs[i:]
		}
	}
	return segs, nil
}

// cutSites takes the name of the site that holds a page off either end of its title:
// "Title - Site", "Site: Title", "Title, Wikipedia".
func (p *Parser) cutSites(e *Entry, segs []segment) []segment {
	if n := len(segs); n > 1 && e.Container == "" {
		last, first := segs[n-1], segs[0]
		before := segs[n-2].after
		switch {
		case last.shape == plain && strings.ContainsRune("–|,", before) && p.isSite(e, last.text):
			e.Container, segs = line.Words(last.text), segs[:n-1]
		case n > 2 && isYear(last.text) && segs[n-2].shape == plain && strings.ContainsRune("–|,", segs[n-3].after) && p.isSite(e, segs[n-2].text):
			e.Container, segs = line.Words(segs[n-2].text), append(append([]segment(nil), segs[:n-2]...), last)
		case first.shape == plain && strings.ContainsRune(":–|", first.after) && first.after != 0 && p.isSite(e, first.text):
			e.Container, segs = line.Words(first.text), segs[1:]
		}
	}
	return segs
}

// isSite reports whether words name the site that the entry's address leads to.
func (p *Parser) isSite(e *Entry, words string) bool {
	words = line.Words(words)
	lower := strings.ToLower(words)
	if isHost(words) || p.words["site"][lower] {
		return true
	}
	host := HostOf(e.url())
	if host == "" || p.names.Person(words) == names.Likely {
		return false
	}
	joined := joinedWords(strings.TrimPrefix(lower, "the "))
	bare := strings.NewReplacer("-", "", ".", "").Replace(host)
	if len(joined) >= 4 && strings.Contains(bare, joined) {
		return true
	}
	short := initialsOf(words)
	label := strings.TrimSuffix(strings.SplitN(host, ".", 2)[0], "")
	return len(short) >= 3 && len(strings.Fields(words)) >= 3 && (label == short || len(label) >= 3 && strings.HasPrefix(label, short))
}

// isHost reports whether a word is the name of a host, as sites are called by it:
// libcom.org.
func isHost(s string) bool {
	if strings.ContainsAny(s, " @/") {
		return false
	}
	i := strings.LastIndexByte(s, '.')
	if i < 2 {
		return false
	}
	switch strings.ToLower(s[i+1:]) {
	case "org", "com", "net", "info", "edu", "gov", "eu", "uk", "de", "fr", "es", "it", "ca", "au", "nz", "blog", "news", "xyz", "io", "ch", "ru", "co", "us", "tv", "me":
		return !strings.HasSuffix(s[:i], ".")
	}
	return false
}

// url returns the address of an entry, as far as it is known yet.
func (e *Entry) url() string {
	switch {
	case e.Linked != nil:
		return e.Linked.URL
	case len(e.Addresses) > 0:
		return e.Addresses[0].URL
	case len(e.Links) > 0:
		return e.Links[0].URL
	}
	return ""
}

// HostOf returns the host of an address in small letters, without www.
func HostOf(url string) string {
	_, rest, ok := strings.Cut(url, "://")
	if !ok {
		return ""
	}
	if i := strings.IndexAny(rest, "/?#:"); i >= 0 {
		rest = rest[:i]
	}
	return strings.TrimPrefix(strings.ToLower(rest), "www.")
}

func joinedWords(s string) string {
	return strings.Map(func(r rune) rune {
		if r >= 'a' && r <= 'z' || r >= '0' && r <= '9' {
			return r
		}
		return -1
	}, s)
}

func initialsOf(s string) string {
	var b strings.Builder
	for _, w := range strings.Fields(s) {
		r, _ := utf8.DecodeRuneInString(w)
		b.WriteRune(r)
	}
	return strings.ToLower(b.String())
}

// byAuthor understands "Title by Jane Doe" and "Title, edited by Jane Doe".
func (p *Parser) byAuthor(e *Entry, s line.Line, segs []segment) bool {
	for i := range segs {
		seg := segs[i]
		if seg.shape != plain {
			continue
		}
		if _, as, ok := p.contributor(seg.text); ok && i > 0 && as != author {
			e.setTitle(s[segs[0].from:segs[i-1].to])
			p.tail(e, s, segs[i:])
			return len(e.Editors)+len(e.Translators) > 0
		}
		for _, by := range []string{" by ", " By "} {
			at := strings.LastIndex(seg.text, by)
			if at < 3 || !p.headIsNames(seg.text[at+len(by):]) || e.Linked != nil && !p.isPerson(seg.text[at+len(by):]) {
				continue
			}
			title := strings.Trim(s[segs[0].from:seg.from+at], "\"”“ ")
			seg.text, seg.from = strings.TrimSpace(seg.text[at+1:]), seg.from+at+1
			e.setTitle(title)
			p.tail(e, s, append([]segment{seg}, segs[i+1:]...))
			return true
		}
	}
	return false
}

// headIsNames reports whether words begin with a name: two words in capitals at
// least, or nothing but one.
func (p *Parser) headIsNames(s string) bool {
	words := strings.Fields(line.Words(s))
	if len(words) > 0 && isPronoun(words[0]) {
		return false
	}
	if len(words) == 0 || len(words) > 8 || strings.EqualFold(words[0], "the") {
		return false
	}
	return isNamed(strings.Join(words, " ")) || isNamed(words[0]) && len(words) > 1 && isNamed(words[1]) && strings.Contains(s, " and ")
}

func isPronoun(w string) bool {
	switch w {
	case "His", "Her", "Their", "Our", "My", "Its", "Your", "A", "An", "All":
		return true
	}
	return false
}

// eitherFirst decides between the author before the title and the author behind it.
func (p *Parser) eitherFirst(e *Entry, s line.Line, segs []segment) bool {
	if p.yearFirst(e, s, segs) {
		return true
	}
	if len(segs) > 2 && startsSmall(segs[1].text) && p.titleFirst(e, s, segs) {
		return true
	}
	return p.authorFirst(e, s, segs) || p.titleFirst(e, s, segs) || p.unlistedFirst(e, s, segs)
}

// unlistedFirst understands "Jane Doe, Title" where no list has Jane: two or three
// words in capitals, a comma, and a title that no further commas part from names.
func (p *Parser) unlistedFirst(e *Entry, s line.Line, segs []segment) bool {
	if len(segs) < 2 || segs[0].after != ',' || !onlyPlain(segs[:2]) || e.Linked != nil && !e.slugBegins(segs[0].text, segs[1].text) {
		return false
	}
	words := strings.Fields(segs[0].text)
	if len(words) < 2 || len(words) > 3 || p.names.Person(segs[0].text) != names.Maybe || len(strings.Fields(segs[1].text)) < 2 || !isUpper(segs[1].text) {
		return false
	}
	list, _, ok := p.people(segs[0].text, sure)
	if !ok {
		return false
	}
	e.give(list, author)
	p.titleThenTail(e, s, segs[1:], ',')
	return true
}

func startsSmall(s string) bool {
	r, _ := utf8.DecodeRuneInString(s)
	return r >= 'a' && r <= 'z'
}

// yearFirst understands "Doe, Jane (1931). Title" and "Jane Doe (1931) - Title".
func (p *Parser) yearFirst(e *Entry, s line.Line, segs []segment) bool {
	for i := 1; i < len(segs) && i < 12; i++ {
		if segs[i].shape != round || i+1 >= len(segs) {
			continue
		}
		d, dated := p.readDate(strings.TrimRight(segs[i].text, "abcde"))
		_, as := p.trimRole("x (" + segs[i].text + ")")
		if !dated && as == author {
			continue
		}
		head := s[segs[0].from:segs[i-1].to]
		t := doubt
		if segs[i].after == '.' || segs[i].after == ':' || segs[i].after == '–' || as != author {
			t = sure
		}
		list, _, ok := p.people(head, t)
		if !ok || isProse(head) {
			return false
		}
		e.give(list, as)
		rest := segs[i+1:]
		if dated {
			e.date(d)
		} else if rest[0].shape == round && len(rest) > 1 {
			if d, ok := p.readDate(rest[0].text); ok {
				e.date(d)
				rest = rest[1:]
			}
		}
		p.titleThenTail(e, s, rest, '.')
		return e.Title != ""
	}
	return false
}

// authorFirst understands "Jane Doe, Title", "Doe, Jane. Title", "Jane Doe: Title"
// and "Jane Doe - Title".
func (p *Parser) authorFirst(e *Entry, s line.Line, segs []segment) bool {
	for k := min(len(segs)-1, 10); k >= 1; k-- {
		sep := segs[k-1].after
		if sep == 0 || sep == ';' || !onlyPlain(segs[:k]) || segs[k].shape != plain {
			continue
		}
		head := s[segs[0].from:segs[k-1].to]
		list, as, ok := p.people(head, doubt)
		if ok && sep == ':' && !strings.Contains(head, ",") && !hasInitial(strings.Fields(head)) && !e.slugBegins(head, segs[k].text) {
			continue // Jane Doe: A Life
		}
		if !ok && k == 1 && e.slugBegins(head, segs[k].text) {
			list, as, ok = p.people(head, sure)
		}
		if !ok && k == 1 {
			list, ok = p.oneWord(e, s, segs, sep)
		}
		if !ok || k == 1 && sep == ',' && p.completes(segs[0].text, segs[1].text) {
			continue
		}
		if utf8.RuneCountInString(segs[k].text) < 3 || sep == ',' && p.onlyPeople(s, segs[k:]) {
			continue
		}
		e.give(list, as)
		p.titleThenTail(e, s, segs[k:], sep)
		return true
	}
	return false
}

// completes reports whether two segments are one name turned round, so that the
// first alone is not the author.
func (p *Parser) completes(family, given string) bool {
	return p.isInverted(family, given, true, doubt) && len(strings.Fields(given)) < 3 && len(strings.Fields(family)) == 1
}

// onlyPeople reports whether nothing but names is left: "Jane Doe, John Roe" has no
// title after its first name.
func (p *Parser) onlyPeople(s line.Line, segs []segment) bool {
	_, _, ok := p.people(s[segs[0].from:segs[len(segs)-1].to], doubt)
	return ok && len(segs) > 1
}

func onlyPlain(segs []segment) bool {
	for _, seg := range segs {
		if seg.shape != plain {
			return false
		}
	}
	return true
}

// oneWord reads an author of one word before a title: a pseudonym or a family name,
// where the words behind it are a title and no list, or where the address says so.
func (p *Parser) oneWord(e *Entry, s line.Line, segs []segment, sep rune) ([]book.PersonName, bool) {
	word := line.Words(segs[0].text)
	if strings.ContainsAny(word, " 0123456789") || !isUpper(word) || utf8.RuneCountInString(word) < 3 {
		return nil, false
	}
	title := segs[1].text
	words := len(strings.Fields(title))
	bySlug := e.nameInSlug(word, title)
	byShape := sep == ',' && len(segs) == 2 && words > 1 && isUpper(title) && p.names.Person("John "+word) == names.Likely &&
		p.names.Person(title) != names.Likely && !p.words.has("place", word)
	byStop := sep == '.' && len(segs) >= 2 && words > 1 && p.names.Person("John "+word) == names.Likely && p.names.Person(title) != names.Likely
	if sep == ',' {
		bySlug = e.slugBegins(word, title)
	}
	if !bySlug && !byShape && !byStop {
		return nil, false
	}
	return []book.PersonName{{Family: word}}, true
}

// nameInSlug reports whether the last part of the address has a word and then the
// title, as the addresses of libraries do: jane-doe-the-screw.
func (e *Entry) nameInSlug(name, title string) bool {
	slug := book.Slug(e.url()[strings.LastIndexByte(e.url(), '/')+1:])
	n, t := book.Slug(name), book.Slug(title)
	at := strings.Index(slug, n+"-")
	return n != "" && t != "" && at >= 0 && strings.HasPrefix(slug[at+len(n)+1:], t[:min(len(t), 12)]) && (at > 0 || !strings.HasPrefix(t, n))
}

// slugBegins reports whether the last part of the address begins with words and goes
// on with the title.
func (e *Entry) slugBegins(words, title string) bool {
	slug := book.Slug(e.url()[strings.LastIndexByte(e.url(), '/')+1:])
	w, t := book.Slug(line.Words(words)), book.Slug(line.Words(title))
	w = strings.TrimPrefix(w, "the-")
	slug = strings.TrimPrefix(slug, "the-")
	return w != "" && t != "" && isNamed(line.Words(words)) && len(strings.Fields(words)) < 5 && strings.HasPrefix(slug, w+"-") && strings.HasPrefix(slug[len(w)+1:], t[:min(len(t), 10)])
}

// titleThenTail takes the segments up to the imprint for the title. After a full stop
// the title ends at the next one; after a comma it goes as far as the segments do
// not look like what follows a title.
func (p *Parser) titleThenTail(e *Entry, s line.Line, segs []segment, sep rune) {
	if segs[0].shape == quote || segs[0].shape == italic {
		p.entitle(e, s, segs[0])
		p.tail(e, s, segs[1:])
		return
	}
	end := 0
	if sep == '.' || sep == ':' {
		end = firstStop(segs)
	}
	if end == 0 {
		end = len(segs)
		for end > 1 && p.isImprint(e, segs, end-1) {
			end--
		}
	}
	for i := 1; i < end; i++ {
		if _, ok := inside(segs[i].text); segs[i].shape == round && p.isImprintBracket(segs[i].text) || ok && segs[i].shape == plain && (segs[i-1].after == ',' || segs[i-1].after == '.') {
			end = i
		}
	}
	e.setTitle(s[segs[0].from:segs[end-1].to])
	p.tail(e, s, segs[end:])
}

// firstStop returns the number of segments up to the first full stop that others
// follow, or up to the first segment that is set apart; 0 for none.
func firstStop(segs []segment) int {
	for i := 0; i+1 < len(segs); i++ {
		if segs[i].after == '.' && segs[i+1].shape != round || segs[i+1].shape != plain && !isTitleBracket(segs[i+1]) {
			return i + 1
		}
	}
	return 0
}

// isTitleBracket reports whether a bracket belongs to a title: years that it covers,
// or words of its own language.
func isTitleBracket(seg segment) bool {
	return seg.shape == round && isYearRange(seg.text)
}

// isImprintBracket reports whether brackets hold an imprint: "(Leeds: Forme, 1931)".
func (p *Parser) isImprintBracket(s string) bool {
	segs := split(s)
	last := segs[len(segs)-1:]
	if len(segs) == 0 {
		return false
	}
	_, dated := p.readDate(last[0].text)
	return dated && !isYearRange(s) && (len(segs) == 1 || isTitleLike(segs[0].text))
}

// isImprint reports whether a segment looks like what follows a title and not like a
// part of one.
func (p *Parser) isImprint(e *Entry, segs []segment, i int) bool {
	seg := segs[i]
	text := line.Words(seg.text)
	switch seg.shape {
	case round:
		return !isTitleBracket(seg)
	case plain:
	default:
		return true
	}
	if _, ok := p.readDate(text); ok {
		return !(seg.after == ':' || segs[i-1].after == ':') || i > 1 && isTitleLike(segs[i-1].text)
	}
	rest, year := endYear(text)
	_, isPage := pagesOf(text, i > 1)
	_, isVolume := volumeOf(text)
	_, isIssue := issueOf(text)
	_, _, credited := p.contributor(text)
	switch {
	case isPage, isVolume, isIssue, credited, isHost(text), isAccess(text):
		return true
	case year != "" && p.words["place"][strings.ToLower(rest)]:
		return true
	case isTitleLike(text) && len(strings.Fields(text)) <= 7 && p.words.hasAny("publisher", text) && segs[i-1].after != 0:
		return true
	case i > 1 && i+1 < len(segs) && segs[i+1].after == ':' && p.words["region"][strings.ToLower(segs[i+1].text)]:
		return true
	case p.words["place"][strings.ToLower(text)] && i > 1, i > 1 && seg.after == ':' && p.words["region"][strings.ToLower(text)]:
		return true
	case i > 1 && segs[i-1].after == ':' && (p.words["place"][strings.ToLower(segs[i-1].text)] || p.words["region"][strings.ToLower(segs[i-1].text)]) && isTitleLike(text):
		return true
	}
	name, _, _, ok := journalNumbers(text)
	return ok && isTitleLike(name) && segs[i-1].after != 0
}

// titleFirst understands "Title, Jane Doe, 1921", "Title - Jane Doe", "Title? Jane
// Doe" and "Title, Marx and Engels".
func (p *Parser) titleFirst(e *Entry, s line.Line, segs []segment) bool {
	end := len(segs)
	for end > 1 && p.isImprint(e, segs, end-1) {
		end--
	}
	for i := end - 1; i >= 1; i-- {
		if segs[i].shape != plain || !strings.ContainsRune(",–|.", segs[i-1].after) || segs[i-1].after == 0 {
			break
		}
		from := i
		for from > 1 && segs[from-1].shape == plain && p.isPerson(segs[from-1].text) && segs[from-2].after == ',' {
			from--
		}
		title := s[segs[0].from:segs[from-1].to]
		list, as, ok := p.people(s[segs[from].from:segs[i].to], doubt)
		if !ok && i == end-1 {
			list, ok = p.shortNames(e, segs[i].text, title, segs[i-1].after, end < len(segs))
		}
		if !ok {
			continue
		}
		e.give(list, as)
		e.setTitle(title)
		p.tail(e, s, segs[i+1:])
		return true
	}
	return p.behindQuestion(e, s, segs, end)
}

func (p *Parser) isPerson(s string) bool {
	_, _, ok := p.people(s, doubt)
	return ok
}

// shortNames reads authors behind a title who are named by one word each, or by the
// words with which the address begins.
func (p *Parser) shortNames(e *Entry, s, title string, sep rune, dated bool) ([]book.PersonName, bool) {
	s = line.Words(s)
	if e.slugBegins(s, title) {
		list, _, ok := p.people(s, sure)
		return list, ok
	}
	if sep != ',' || e.Linked != nil && !dated {
		return nil, false
	}
	var list []book.PersonName
	words := nameTokens(s)
	for _, w := range words {
		w = strings.TrimPrefix(w, joined)
		if strings.Contains(w, " ") || !isUpper(w) || utf8.RuneCountInString(w) < 3 || strings.ContainsAny(w, "0123456789") ||
			p.names.Person("John "+w) != names.Likely || p.words["place"][strings.ToLower(w)] {
			return nil, false
		}
		list = append(list, book.PersonName{Family: w})
	}
	return list, len(list) > 0 && (len(list) < 3)
}

// behindQuestion understands "Title? Jane Doe".
func (p *Parser) behindQuestion(e *Entry, s line.Line, segs []segment, end int) bool {
	last := segs[end-1]
	at := strings.LastIndexAny(last.text, "?!")
	if last.shape != plain || at < 0 || at+2 >= len(last.text) {
		return false
	}
	list, as, ok := p.people(last.text[at+1:], doubt)
	if !ok {
		return false
	}
	e.give(list, as)
	e.setTitle(s[segs[0].from : last.from+at+1])
	p.tail(e, s, segs[end:])
	return true
}

// titleAlone takes linked words, or words before an imprint, for a title without an
// author.
func (p *Parser) titleAlone(e *Entry, s line.Line, segs []segment) bool {
	end := len(segs)
	for end > 1 && p.isImprint(e, segs, end-1) {
		end--
	}
	title := s[segs[0].from:segs[end-1].to]
	if e.Linked == nil && e.Container == "" && !e.Known && end == len(segs) && (len(e.Addresses) == 0 || isProse(title) || startsSmall(title) || len(strings.Fields(title)) > longestTitle) {
		return false
	}
	if e.Linked == nil && isProse(title) && !isTitleLike(title) && len(strings.Fields(title)) > 15 {
		return false
	}
	e.setTitle(title)
	p.tail(e, s, segs[end:])
	return true
}
