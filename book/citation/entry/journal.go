package entry

import (
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"publish/book"
)

// journal reads the name of a periodical or of a site behind the title of a part,
// with numbers perhaps.
func (t *tailReader) journal(text string) bool {
	if t.e.Container != "" || !(t.e.Part || t.e.Linked != nil) && !isHost(text) || t.behindAddress() {
		return false
	}
	if strings.HasPrefix(text, "Volume ") || strings.HasPrefix(text, "Vol") && len(text) < 8 {
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
	if t.e.Linked == nil && t.opensImprint(text) {
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

// behindAddress reports whether an address stands before the segment: what follows one
// is said of the file, or of another.
func (t *tailReader) behindAddress() bool {
	return slices.ContainsFunc(t.segs[:t.i], func(seg segment) bool { return seg.shape == address })
}

// opensImprint reports whether a segment opens an imprint, not the name of a periodical.
func (t *tailReader) opensImprint(text string) bool {
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

// thesis reads the statement of a thesis: "PhD diss.", "master's thesis".
func (t *tailReader) thesis(text string) bool {
	lower := strings.ToLower(text)
	if len(strings.Fields(text)) > 6 {
		return false
	}
	for _, word := range []string{"dissertation", "thesis", "diss.", "ph.d", "phd", "tesis", "habilitation"} {
		if strings.Contains(lower, word) {
			t.e.Kind, t.e.Genre = book.Thesis, text
			t.i++
			return true
		}
	}
	return false
}
