package epub

import (
	"strconv"

	"publish/book"
)

// folioLabels shows locators as the pages of the print edition. A place on the
// same page as the one before says nothing new and is left out, unless it is the
// principal one.
func (e *edition) folioLabels(locators []book.Locator) []locatorLabel {
	var out []locatorLabel
	for _, l := range locators {
		shown, ok := e.folio(l)
		if !ok {
			continue
		}
		spoken := "Page " + shown
		if l.Note > 0 {
			note := strconv.Itoa(l.Note)
			spoken += ", " + e.terms.note + " " + note
			shown += "n" + note
		}
		if n := len(out); n > 0 && out[n-1].shown == shown {
			if l.Principal && !out[n-1].Principal {
				out[n-1] = locatorLabel{l, shown, spoken}
			}
			continue
		}
		out = append(out, locatorLabel{l, shown, spoken})
	}
	return out
}

// folio returns the page or the range of pages of a locator.
func (e *edition) folio(l book.Locator) (string, bool) {
	from, ok := e.opt.Folios[l.From]
	if !ok {
		e.fail(book.Pos{}, "index: no folio for %q", l.From)
		return "", false
	}
	if to, ok := e.opt.Folios[l.To]; ok && l.To != "" && to != from {
		return from + "–" + shorten(from, to), true
	}
	return from, true
}

// shorten returns the second number of a range as Chicago gives it (Chicago 18,
// 9.63): in full up to 100 and after a multiple of 100, only the changed part
// from x01 to x09, else two digits or as many as changed. Folios that are not
// arabic stay as they are.
func shorten(from, to string) string {
	a, err := strconv.Atoi(from)
	if err != nil || len(from) != len(to) || a < 100 || a%100 == 0 {
		return to
	}
	if _, err := strconv.Atoi(to); err != nil {
		return to
	}
	same := 0
	for from[same] == to[same] {
		if same++; same == len(from) {
			return to
		}
	}
	if a%100 >= 10 {
		same = min(same, len(to)-2)
	}
	return to[same:]
}
