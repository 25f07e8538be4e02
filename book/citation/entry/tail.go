package entry

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"publish/book"
	"publish/book/citation/line"
	"publish/book/names"
)

// tail reads the segments behind the title, one after another.
func (p *Parser) tail(e *Entry, s line.Line, segs []segment) {
	t := &tailReader{Parser: p, e: e, s: s, segs: segs}
	for t.i < len(t.segs) {
		t.next()
	}
}

type tailReader struct {
	*Parser
	e       *Entry
	s       line.Line
	segs    []segment
	i       int  // the segment to read
	held    bool // a container that holds the work was named behind "in"
	numbers bool // volume or issue were read, so that bare figures are pages
	open    bool // the container may go on with a subtitle
}

func (t *tailReader) seg() segment { return t.segs[t.i] }

// peek returns the n-th segment from the one to read, a zero one behind the end.
func (t *tailReader) peek(n int) segment {
	if t.i+n < len(t.segs) {
		return t.segs[t.i+n]
	}
	return segment{}
}

func (t *tailReader) leave() {
	t.e.leave(t.seg())
	t.i++
}

func (t *tailReader) next() {
	seg := t.seg()
	switch seg.shape {
	case address:
		t.i++
	case italic, quote:
		t.italic(seg)
	case round:
		t.bracket(seg)
	case plain:
		t.words(seg)
	default:
		t.leave()
	}
}

// italic takes words in italic behind the title for the container, if the title is
// that of a part.
func (t *tailReader) italic(seg segment) {
	if t.i > 0 && t.segs[t.i-1].after == '/' || t.i == 0 && strings.HasSuffix(strings.TrimRight(t.s[:seg.from], " "), "/") {
		t.remark(segment{text: seg.text}) // the title in another language
		t.i++
		return
	}
	if t.e.Container != "" || !t.e.Part && !t.held || seg.shape == quote && !t.held {
		t.leave()
		return
	}
	t.e.Container = trimEnd(line.Plain(withoutLinks(seg.text)))
	t.open = true
	t.i++
}

// bracket reads a segment in round brackets: a date, an imprint, an issue, or a
// remark.
func (t *tailReader) bracket(seg segment) {
	e := t.e
	text := line.Words(seg.text)
	d, dated := t.readDate(text)
	number, isIssue := issueOf(text)
	_, as := t.trimRole("x (" + text + ")")
	t.i++
	switch {
	case dated:
		e.date(d)
	case t.numbers && e.Issue == "" && (isVolumeNumber(text) || isIssue):
		if e.Issue = text; isIssue {
			e.Issue = number
		}
	case as != author && len(strings.Fields(text)) < 3:
	case t.tags[strings.ToLower(strings.TrimPrefix(text, "in "))] != "" && strings.HasPrefix(text, "in "):
		e.Language = t.tags[strings.ToLower(strings.TrimPrefix(text, "in "))]
	case t.imprint(seg):
	case e.Publisher != "" && t.i > 1 && t.segs[t.i-2].shape == plain && len(text) < 20 && isTitleLike(text):
		e.Publisher += " (" + text + ")"
	default:
		t.remark(seg)
	}
}

// remark keeps words in brackets as a remark on the work; a year that opens them is
// the work's.
func (t *tailReader) remark(seg segment) {
	text := seg.text
	head, rest, ok := strings.Cut(text, ", ")
	if d, dated := t.readDate(head); ok && dated && t.e.Year == "" {
		t.e.date(d)
		text = rest
	} else if i := strings.LastIndex(text, ", "); i > 0 {
		if d, dated := t.readDate(text[i+2:]); dated && t.e.Year == "" {
			t.e.date(d)
			text = text[:i]
		}
	}
	if strings.ContainsRune(text, line.LinkOn) || strings.ContainsRune(text, line.Bare) {
		t.e.leave(seg)
		return
	}
	if t.e.Remark != "" {
		t.e.Remark += "; "
	}
	t.e.Remark += line.Plain(text)
}

// imprint reads brackets that hold place, publisher and year, or some of them. Every
// segment in them must be understood.
func (t *tailReader) imprint(seg segment) bool {
	inner := &Entry{Part: false, body: seg.text, Links: t.e.Links}
	segs := split(seg.text)
	if len(segs) == 0 || len(segs) > 6 {
		return false
	}
	r := &tailReader{Parser: t.Parser, e: inner, s: seg.text, segs: segs}
	for r.i < len(r.segs) {
		r.next()
	}
	if len(inner.rest) == 1 && inner.rest[0].from == 0 && inner.Publisher == "" && inner.Year != "" && len(segs) == 2 &&
		isTitleLike(segs[0].text) && segs[0].shape == plain && len(strings.Fields(segs[0].text)) <= 5 {
		inner.Publisher, inner.rest = line.Words(segs[0].text), nil
	}
	if inner.Publisher != "" && inner.Year == "" && !t.isPlace(inner.Place) && !t.Parser.words.hasAny("publisher", inner.Publisher) || isArticleWord(firstWord(inner.Publisher)) {
		return false
	}
	if len(inner.rest) > 0 || inner.Remark != "" || len(inner.Authors) > 0 || inner.Publisher == "" && inner.Place == "" && inner.Year == "" && inner.Edition == "" {
		return false
	}
	e := t.e
	fill(&e.Publisher, inner.Publisher)
	fill(&e.Place, inner.Place)
	fill(&e.Volume, inner.Volume)
	fill(&e.Issue, inner.Issue)
	fill(&e.Edition, inner.Edition)
	e.date(date{inner.Year, inner.Date})
	e.Translators = append(e.Translators, inner.Translators...)
	e.Editors = append(e.Editors, inner.Editors...)
	return true
}

func isArticleWord(w string) bool { return w == "The" || w == "A" || w == "An" }

func fill(field *string, value string) {
	if *field == "" {
		*field = value
	}
}

// words reads a segment of plain words by the first rule that knows it.
func (t *tailReader) words(seg segment) {
	text := strings.TrimSpace(line.Words(withoutLinks(seg.text)))
	text = strings.TrimLeft(text, "”\"' ")
	if text == "" {
		t.i++
		return
	}
	for _, rule := range []func(string) bool{
		t.history, t.dates, t.access, t.contributors, t.container, t.numbersOf, t.thesis, t.placeAndPublisher,
		t.placeAlone, t.journal, t.publisherName, t.site, t.subtitle, t.shortPublisher,
	} {
		if rule(text) {
			return
		}
	}
	t.leave()
}

// history leaves what tells of other editions and of what the work holds, to its end.
func (t *tailReader) history(text string) bool {
	switch strings.ToLower(strings.Trim(firstWord(text), ".,:")) {
	case "reprinted", "repr", "originally", "includes", "including", "contains", "reviewed", "rpt", "reissued", "republished", "quoted", "cited", "discussed", "see":
	default:
		return false
	}
	if len(strings.Fields(text)) < 2 {
		return false
	}
	for t.i < len(t.segs) {
		t.leave()
	}
	return true
}

// dates reads a date, in one segment or, where a comma parts the year from the day,
// in two.
func (t *tailReader) dates(text string) bool {
	d, ok := t.readDate(text)
	if !ok {
		return false
	}
	if t.e.Year != "" && d.year != "" && d.year != t.e.Year && d.year != "forthcoming" {
		if t.e.Date == "" && d.exact != "" {
			return false
		}
		t.leave()
		return true
	}
	t.i++
	if d.year == "" && d.exact == "" && t.i < len(t.segs) && isYear(strings.TrimSpace(t.seg().text)) {
		d, _ = t.readDate(text + " " + t.seg().text)
		t.i++
	}
	t.e.date(d)
	return true
}

// isAccess reports whether words say when a page was looked at or kept.
func isAccess(text string) bool {
	word := strings.ToLower(strings.Trim(firstWord(text), ".,:"))
	switch word {
	case "retrieved", "accessed", "archived", "abgerufen", "consulté", "consultado", "visited":
		return true
	}
	lower := strings.ToLower(text)
	return strings.HasPrefix(lower, "last accessed") || strings.HasPrefix(lower, "available at") || strings.HasPrefix(lower, "available from")
}

// access reads "Retrieved May 5, 2010", "accessed 19 December 2020", "Retrieved from
// Site", "Archived from the original on …".
func (t *tailReader) access(text string) bool {
	if !isAccess(text) {
		if lower := strings.ToLower(text); lower != "archive" && lower != "url" && lower != "link" && lower != "online" && lower != "web" && lower != "print" {
			return false
		}
		t.i++
		return true
	}
	if strings.HasPrefix(strings.ToLower(text), "archived") {
		for t.i < len(t.segs) && t.seg().after != '.' {
			t.i++
		}
		t.i = min(t.i+1, len(t.segs))
		return true
	}
	from := strings.HasSuffix(text, " from") || strings.HasSuffix(text, " at")
	_, when, _ := strings.Cut(text, " ")
	t.i++
	if from {
		if t.i < len(t.segs) && t.seg().shape == italic {
			fill(&t.e.Container, trimEnd(line.Plain(t.seg().text)))
			t.i++
		}
		return true
	}
	when = strings.TrimPrefix(strings.TrimPrefix(when, "on "), "accessed ")
	if t.i < len(t.segs) && isYear(t.seg().text) {
		when += " " + t.seg().text
		t.i++
	}
	if d, ok := t.readDate(when); ok {
		t.e.Accessed = d.year
		if d.exact != "" {
			t.e.Accessed = d.exact
		}
	} else if site, ok := strings.CutPrefix(when, "from "); ok {
		fill(&t.e.Container, site)
	}
	return true
}

// contributor reads the words that lead up to names: by, edited by, trans.; rest is
// what follows them.
func (p *Parser) contributor(text string) (rest string, as role, ok bool) {
	lower := strings.ToLower(text)
	for _, lead := range []struct {
		words string
		as    role
	}{
		{"edited and translated by ", editor}, {"translated and edited by ", editor}, {"edited and introduced by ", editor}, {"edited with an introduction by ", editor},
		{"edited by by ", editor}, {"edited by ", editor}, {"ed. by ", editor}, {"eds. ", editor}, {"ed. ", editor}, {"edd. ", editor}, {"hrsg. von ", editor},
		{"herausgegeben von ", editor}, {"hg. von ", editor}, {"a cura di ", editor}, {"sous la direction de ", editor}, {"dirigé par ", editor},
		{"edición de ", editor}, {"ed. de ", editor}, {"compiled by ", editor}, {"comp. ", editor}, {"edited ", editor}, {"под ред. ", editor},
		{"and translated by ", translator}, {"translated by ", translator}, {"translated from the ", translator}, {"trans. by ", translator}, {"trans. ", translator}, {"transl. ", translator},
		{"tr. ", translator}, {"trad. ", translator}, {"traduit par ", translator}, {"traducción de ", translator}, {"übersetzt von ", translator}, {"translation by ", translator},
		{"by ", author}, {"written by ", author}, {"par ", author}, {"por ", author}, {"von ", author}, {"tarafından ", author}, {"de ", author}, {"di ", author}, {"per ", author},
	} {
		if strings.HasPrefix(lower, lead.words) && len(lower) == len(text) {
			rest = strings.TrimSpace(text[len(lead.words):])
			if lead.words == "translated from the " {
				_, rest, _ = strings.Cut(rest, " by ")
			}
			return rest, lead.as, rest != "" && (lead.as != author || lead.words == "by " || isNamed(rest))
		}
	}
	return "", author, false
}

// contributors reads names behind "by" and its kin, and behind the title of a list
// that parts the two by nothing: «Title» J. Doe.
func (t *tailReader) contributors(text string) bool {
	rest, as, ok := t.contributor(text)
	if !ok {
		if t.i > 0 || len(t.e.Authors)+len(t.e.Editors) > 0 || !t.e.Part || !t.adjacent() {
			return false
		}
		rest, as = text, author
		if list, _, ok := t.people(rest, doubt); !ok || len(list) == 0 {
			if scriptLanguage(rest) == "" {
				return false
			}
		}
	}
	if as == author && len(t.e.Authors) > 0 && t.held {
		as = editor
	}
	return t.namesFrom(rest, as)
}

// adjacent reports whether nothing but a blank or a comma parts the segment from the
// title before it.
func (t *tailReader) adjacent() bool {
	before := strings.TrimRight(t.s[:t.seg().from], " ,–-")
	r, _ := utf8.DecodeLastRuneInString(before)
	return line.IsMark(r)
}

// namesFrom reads names from the rest of the segment on: as many segments as go on
// with names.
func (t *tailReader) namesFrom(rest string, as role) bool {
	if head, ok := strings.CutSuffix(rest, " in"); ok {
		return t.namesThenMore(head, " in", as)
	}
	for _, stop := range []string{" and translated by ", " translated by ", " edited by ", " with an introduction ", " in ", ", uploaded", " Volume "} {
		if head, _, ok := strings.Cut(rest, stop); ok && head != "" {
			return t.namesThenMore(head, stop, as)
		}
	}
	list, _, ok := t.people(rest, sure)
	if !ok {
		return false
	}
	last := t.seg()
	t.i++
	if last.after == '.' && t.i < len(t.segs) && t.seg().shape == plain && t.isGroup(line.Words(t.seg().text)) && t.isLast() {
		list = []book.PersonName{{Family: rest + ". " + line.Words(t.seg().text)}}
		t.i++
	}
	for t.i < len(t.segs) && last.after == ',' && t.seg().shape == plain {
		more := rest + ", " + line.Words(t.seg().text)
		some, _, ok := t.people(more, sure)
		if !ok || !t.isMoreNames(line.Words(t.seg().text), rest, len(some) > len(list)) {
			break
		}
		rest, list, last = more, some, t.seg()
		t.i++
	}
	t.e.give(list, as)
	return true
}

// isMoreNames reports whether a segment behind a name goes on with names: "and John
// Roe", "John Roe", or the given names of an inverted one.
func (t *tailReader) isMoreNames(text, before string, longer bool) bool {
	if rest, ok := strings.CutPrefix(text, "and "); ok {
		text = rest
	}
	if isSuffix(text) {
		return true
	}
	if t.words2place(text) || t.Parser.words.hasAny("publisher", text) {
		return false
	}
	if !longer {
		if len(strings.Fields(before)) == 1 && len(strings.Fields(text)) <= 2 && scriptLanguage(text) != "" && isNamed(text) {
			return true
		}
		return allInitials(text) || t.names.Person(firstWord(text)+" "+firstWord(before)) == names.Likely && len(strings.Fields(before)) == 1
	}
	_, _, ok := t.people(text, doubt)
	return ok || allInitials(text) || behindInitials(append(strings.Fields(text), "")[:max(1, len(strings.Fields(text)))])
}

func (t *tailReader) words2place(text string) bool {
	return t.Parser.words["place"][strings.ToLower(text)] || t.Parser.words["region"][strings.ToLower(text)]
}

// namesThenMore reads names that end inside a segment, and goes on with what is left
// of it.
func (t *tailReader) namesThenMore(head, stop string, as role) bool {
	list, _, ok := t.people(head, sure)
	if !ok {
		return false
	}
	t.e.give(list, as)
	seg := t.seg()
	at := strings.Index(seg.text, head)
	if at < 0 {
		t.i++
		return true
	}
	at += len(head)
	left := strings.TrimSpace(seg.text[at:])
	left = strings.TrimPrefix(strings.TrimPrefix(left, ","), "and ")
	t.segs = append([]segment(nil), t.segs...)
	t.segs[t.i].text, t.segs[t.i].from = strings.TrimSpace(left), seg.from+at
	return true
}

// inside reads the word that leads from a part to what holds it: in, In:, aus. Rest is
// what follows it in the segment.
func inside(text string) (rest string, ok bool) {
	for _, in := range []string{"in:", "In:", "in ", "In ", "en: ", "dans ", "Dans ", "aus: "} {
		if rest, ok := strings.CutPrefix(text, in); ok {
			return strings.TrimSpace(rest), true
		}
	}
	return "", text == "in" || text == "In" || text == "dans" || text == "Dans" || text == "from" || text == "From"
}

// container reads what holds the work: "in *Container*", "In Roe, R. *Container*", "In
// Container".
func (t *tailReader) container(text string) bool {
	rest, ok := inside(text)
	if !ok || t.e.Container != "" {
		return false
	}
	next := t.setApart()
	switch {
	case next < 0 && rest == "":
		return false
	case next < 0:
		return t.plainContainer(rest)
	}
	head := strings.TrimSpace(line.Words(withoutLinks(t.s[t.seg().from:t.segs[next].from])))
	head, _ = inside(head + " ")
	head = strings.TrimSpace(strings.TrimPrefix(strings.TrimPrefix(strings.TrimSpace(head), "editor "), "editors "))
	head = strings.Trim(head, " :,")
	if head != "" && !t.holders(head) {
		return false
	}
	t.held = true
	t.e.Part = true
	t.i = next
	return true
}

// holders reads the names between "in" and the container: its editors, or the author
// of a book that a part is from.
func (t *tailReader) holders(head string) bool {
	if isProse(head) {
		return false
	}
	list, as, ok := t.people(strings.ReplaceAll(head, "(ed.)", "ed."), sure)
	if !ok {
		list, as, ok = t.people(strings.NewReplacer("(", "", ")", "").Replace(head), sure)
	}
	if !ok {
		return false
	}
	if as == author {
		as = editor
	}
	t.e.give(list, as)
	return true
}

// setApart returns the index of the next segment in italic that only names part from
// the one being read, -1 for none.
func (t *tailReader) setApart() int {
	for i := t.i; i < len(t.segs) && i < t.i+8; i++ {
		switch t.segs[i].shape {
		case italic:
			return i
		case address, quote:
			return -1
		}
		if d, ok := t.readDate(t.segs[i].text); ok && d.year != "" && i > t.i {
			return -1
		}
	}
	return -1
}

// plainContainer reads a container that is not set apart: it goes to the end of its
// sentence or to the first segment that looks like an imprint.
func (t *tailReader) plainContainer(rest string) bool {
	if !t.e.Part && !t.e.Known || !isUpper(rest) && !isNumber(rest) || len(rest) < 3 {
		return false
	}
	if _, ok := t.readDate(rest); ok {
		return false
	}
	name, volume, issue, ok := journalNumbers(rest)
	if ok {
		rest, t.e.Volume, t.e.Issue, t.numbers = name, volume, issue, true
	}
	for t.i+1 < len(t.segs) && t.seg().after == ':' && t.peek(1).shape == plain && !t.words2place(rest) {
		t.i++
		rest += ": " + line.Words(t.seg().text)
	}
	t.e.Container = trimEnd(rest)
	t.held, t.e.Part = true, true
	t.i++
	return true
}

// journalNumbers parts the name of a journal from the numbers behind it: "Anarchist
// Studies 21:1".
func journalNumbers(text string) (name, volume, issue string, ok bool) {
	i := strings.LastIndexByte(text, ' ')
	if i < 3 {
		return "", "", "", false
	}
	volume, issue, ok = articleNumbers(text[i+1:])
	if !ok || issue == "" {
		return "", "", "", false
	}
	return text[:i], volume, issue, true
}

// numbersOf reads volume, issue, edition and pages.
func (t *tailReader) numbersOf(text string) bool {
	e := t.e
	if volume, ok := volumeOf(text); ok && e.Volume == "" {
		e.Volume, t.numbers = volume, t.numbers || e.Container != ""
		t.i++
		return true
	}
	if issue, ok := issueOf(text); ok && e.Issue == "" {
		e.Issue, t.numbers = issue, true
		t.i++
		return true
	}
	if edition, ok := editionOf(text); ok && e.Edition == "" {
		e.Edition = edition
		t.i++
		return true
	}
	if e.Container != "" && e.Volume == "" && e.Pages == "" && !t.held {
		if volume, issue, ok := articleNumbers(text); ok {
			e.Volume, t.numbers = volume, true
			fill(&e.Issue, issue)
			t.i++
			return true
		}
	}
	if pages, ok := pagesOf(text, t.numbers || t.isLast()); ok && e.Pages == "" {
		e.Pages = pages
		t.i++
		for t.i < len(t.segs) && t.seg().shape == plain && isPages(t.seg().text) && !isYear(t.seg().text) {
			e.Pages += ", " + t.seg().text
			t.i++
		}
		return true
	}
	return t.volumeThenIssue(text)
}

// volumeThenIssue reads "vol. 2 no. 3" and "31 no. 2" in one segment.
func (t *tailReader) volumeThenIssue(text string) bool {
	for _, word := range []string{" no. ", " no ", " nr. ", " issue ", " n. "} {
		head, tail, ok := strings.Cut(strings.ToLower(text), word)
		if !ok || t.e.Volume != "" || !isVolumeNumber(tail) {
			continue
		}
		volume, isVolume := volumeOf(head)
		if !isVolume {
			volume = head
		}
		if !isVolumeNumber(strings.ToUpper(volume)) {
			continue
		}
		t.e.Volume, t.e.Issue, t.numbers = volume, tail, true
		t.i++
		return true
	}
	return false
}

// isLast reports whether nothing but an address follows.
func (t *tailReader) isLast() bool {
	return t.i+1 == len(t.segs) || t.segs[t.i+1].shape == address
}

// thesis reads the statement of a thesis: "PhD diss.", "master's thesis".
func (t *tailReader) thesis(text string) bool {
	lower := strings.ToLower(text)
	if len(strings.Fields(text)) > 6 {
		return false
	}
	for _, word := range []string{"dissertation", "thesis", "diss.", "ph.d", "phd", "tesis", "habilitation"} {
		if strings.Contains(lower, word) {
			t.e.Kind, t.e.genre = book.Thesis, text
			t.i++
			return true
		}
	}
	return false
}

// placeAndPublisher reads "Leeds: Forme", "Golden, Colorado: Forme", "Forme, Leeds".
func (t *tailReader) placeAndPublisher(text string) bool {
	e, seg, next := t.e, t.seg(), t.peek(1)
	place := text
	if seg.after == ',' && next.shape == plain && next.after == ':' && t.Parser.words["region"][strings.ToLower(strings.TrimRight(next.text, "."))] {
		place += ", " + next.text
		t.i++
		seg, next = next, t.peek(1)
	}
	known := t.isPlace(place)
	if seg.after != ':' || next.shape != plain || e.Publisher != "" && !known || !known && (!isTitleLike(place) || len(strings.Fields(place)) > 3 || isNumber(place)) ||
		!isTitleLike(line.Words(next.text)) || !known && len(strings.Fields(next.text)) > 6 {
		if place != text {
			t.i--
		}
		return false
	}
	publisher, year := endYear(line.Words(next.text))
	e.Place = strings.TrimRight(place, " .")
	e.Publisher = strings.TrimRight(publisher, " ,")
	if year != "" {
		e.date(date{year: year})
	}
	t.i += 2
	for t.i < len(t.segs) && t.segs[t.i-1].after == ',' && t.seg().shape == plain && t.isMorePublisher(line.Words(t.seg().text)) {
		e.Publisher += ", " + line.Words(t.seg().text)
		t.i++
	}
	return true
}

// isMorePublisher reports whether a segment behind a publisher's name belongs to it:
// Inc., Ltd, or another house.
func (t *tailReader) isMorePublisher(text string) bool {
	switch strings.ToLower(strings.TrimRight(text, ".")) {
	case "inc", "ltd", "llc", "limited", "gmbh", "co":
		return true
	}
	_, year := endYear(text)
	return year == "" && t.Parser.words.hasAny("publisher", text) && isTitleLike(text) && !isAccess(text)
}

// isPlace reports whether words are places of publication: "London", "London and New
// York", "Monsey, NY", "Cambridge, Mass.".
func (p *Parser) isPlace(s string) bool {
	s = strings.ToLower(strings.TrimRight(s, ". "))
	if p.words["place"][s] {
		return true
	}
	if head, region, ok := strings.Cut(s, ", "); ok && p.words["region"][strings.TrimRight(region, ".")] {
		return !strings.Contains(head, " ") || p.words["place"][head] || len(strings.Fields(head)) < 4
	}
	for _, and := range []string{" and ", " & ", "/", " – ", "–", "-", "; "} {
		if head, tail, ok := strings.Cut(s, and); ok && p.words["place"][strings.TrimSpace(head)] && p.words["place"][strings.TrimSpace(tail)] {
			return true
		}
	}
	return false
}

// placeAlone reads a place that stands for itself, with a year perhaps: "New York",
// "Zürich 2001".
func (t *tailReader) placeAlone(text string) bool {
	place, year := endYear(text)
	place = strings.TrimRight(place, ". ")
	known := t.isPlace(place)
	if !known && !(year != "" && t.e.Publisher != "" && t.e.Place == "" && isTitleLike(place) && len(strings.Fields(place)) <= 4) || t.e.Place != "" {
		return false
	}
	if t.e.Part && t.e.Container == "" && year == "" {
		return false
	}
	t.e.Place = place
	if year != "" {
		t.e.date(date{year: year})
	}
	t.i++
	if t.i < len(t.segs) && t.segs[t.i-1].after == ',' && t.seg().shape == plain && t.Parser.words["region"][strings.ToLower(strings.TrimRight(t.seg().text, "."))] {
		t.e.Place += ", " + t.seg().text
		t.i++
	}
	return true
}

// publisherName reads a segment that has a word of publishers' names.
func (t *tailReader) publisherName(text string) bool {
	name, year := endYear(text)
	if t.e.Part && t.e.Container == "" || !t.Parser.words.hasAny("publisher", name) || !isTitleLike(name) || len(strings.Fields(name)) > 9 {
		return false
	}
	if t.e.Publisher != "" {
		if t.segs[max(t.i-1, 0)].after == ';' {
			t.e.Publisher += "; " + name
		} else {
			t.e.Publisher += ", " + name
		}
	} else {
		t.e.Publisher = name
	}
	if year != "" {
		t.e.date(date{year: year})
	}
	t.i++
	t.open = false
	return true
}

// journal reads the name of a periodical or of a site behind the title of a part,
// with numbers perhaps.
func (t *tailReader) journal(text string) bool {
	if t.e.Container != "" || !(t.e.Part || t.e.Linked != nil) && !isHost(text) {
		return false
	}
	if name, volume, issue, ok := journalNumbers(text); ok && isTitleLike(name) {
		t.e.Container, t.e.Volume, t.e.Issue, t.numbers = name, volume, issue, true
		t.i++
		return true
	}
	for _, at := range []string{"at ", "on ", "via "} {
		if site, ok := strings.CutPrefix(text, at); ok && (isHost(site) || t.isSite(t.e, site)) {
			t.e.Container = site
			t.i++
			return true
		}
	}
	if t.e.Linked == nil && t.next2place(text) {
		return false
	}
	name, year := endYear(text)
	if r, _ := utf8.DecodeRuneInString(name); !unicode.IsLetter(r) && !unicode.IsDigit(r) || isNumber(name) {
		return false
	}
	if !isTitleLike(name) || len(strings.Fields(name)) > 8 || startsSmall(name) && !isHost(name) {
		return false
	}
	t.e.Container = name
	if year != "" {
		t.e.date(date{year: year})
	}
	t.i++
	return true
}

// next2place reports whether a segment opens an imprint, not the name of a periodical.
func (t *tailReader) next2place(text string) bool {
	return t.isPlace(text) && t.seg().after == ':'
}

// site reads the host of a site behind any title.
func (t *tailReader) site(text string) bool {
	if t.e.Container != "" || !isHost(text) {
		return false
	}
	t.e.Container = text
	t.i++
	return true
}

// subtitle reads a sentence that goes on with the title of the container.
func (t *tailReader) subtitle(text string) bool {
	if !t.open || !t.held || len(strings.Fields(text)) < 4 && t.peek(1).shape != plain || isTitleLike(text) && len(strings.Fields(text)) < 4 || t.e.Publisher != "" {
		return false
	}
	sep := ". "
	if prev := t.segs[max(t.i-1, 0)]; prev.after == ':' {
		sep = ": "
	} else if prev.after == ',' {
		return false
	}
	from := t.seg().from
	t.i = t.sentenceEnd()
	t.e.Container += sep + line.Words(t.s[from:t.segs[t.i-1].to])
	t.open = false
	return true
}

// sentenceEnd returns the index behind the segments that go on with the subtitle: up
// to a full stop, if a year follows it, or else this one and what a colon joins.
func (t *tailReader) sentenceEnd() int {
	for i := t.i; i+1 < len(t.segs) && t.segs[i].shape == plain; i++ {
		if t.segs[i].after != '.' {
			continue
		}
		for _, later := range t.segs[i+1:] {
			if _, year := endYear(line.Words(later.text)); year != "" {
				return i + 1
			}
		}
		break
	}
	i := t.i
	for t.segs[i].after == ':' && i+1 < len(t.segs) && t.segs[i+1].shape == plain {
		i++
	}
	return i + 1
}

// shortPublisher reads a few words in capitals that a place or a year follows or a
// place precedes.
func (t *tailReader) shortPublisher(text string) bool {
	if t.e.Publisher != "" || t.e.Part && t.e.Container == "" || !isTitleLike(text) || len(strings.Fields(text)) > 5 || startsSmall(text) {
		return false
	}
	if t.e.Container != "" && !t.held {
		return false
	}
	if seg, next := t.seg(), t.peek(1); !t.isImprintNext(next, seg.after) && !(t.i > 0 && t.e.Place != "") {
		return false
	}
	name, year := endYear(text)
	t.e.Publisher = name
	if year != "" {
		t.e.date(date{year: year})
	}
	t.i++
	return true
}

// isImprintNext reports whether a segment is a date or a place, as follows the name
// of a publisher.
func (t *tailReader) isImprintNext(next segment, after rune) bool {
	text := line.Words(next.text)
	if next.shape == round {
		_, ok := t.readDate(text)
		return ok
	}
	if next.shape != plain || after == 0 {
		return false
	}
	place, year := endYear(text)
	return year != "" && (place == "" || isTitleLike(place)) || t.isPlace(text)
}

// longTitle joins to a title in italic the sentences that go on with it before "in":
// *Auszug*. Ein Bericht, in: …
func (p *Parser) longTitle(e *Entry, s line.Line, title segment, rest []segment) []segment {
	if title.shape != italic {
		return rest
	}
	for i, seg := range rest {
		if seg.shape != plain {
			return rest
		}
		if _, ok := inside(seg.text); !ok || i == 0 {
			continue
		}
		e.Part = true
		if isDateSegment(p, rest[0]) {
			return rest
		}
		more := line.Words(s[rest[0].from:rest[i-1].to])
		if title.after == ':' {
			more = ": " + more
		} else {
			more = ". " + more
		}
		e.TitleLine += more
		e.Title += more
		return rest[i:]
	}
	return rest
}

func isDateSegment(p *Parser, seg segment) bool {
	_, ok := p.readDate(seg.text)
	return ok
}
