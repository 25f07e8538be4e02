package entry

import (
	"strconv"
	"strings"
)

// date is when a work appeared. Year is as the source gives it, a range perhaps;
// exact is in EDTF (ISO 8601-2), seasons as 21 to 24, a tilde
// behind a year that is about right, "" when no more than the year is known.
type date struct {
	year, exact string
}

// readDate reads a date: "1921", "c. 1921", "1921–23", "12 May 1921", "May 12,
// 1921", "Spring 1993", "2017-05-12", "n.d.". Ok is false for other words.
func (p *Parser) readDate(s string) (d date, ok bool) {
	s = strings.Trim(s, " .,;:")
	for _, lead := range []string{"published ", "published in ", "first published ", "orig. ", "originally published "} {
		s = strings.TrimPrefix(s, lead)
	}
	for _, about := range []string{"c. ", "ca. ", "circa ", "c.", "ca ", "around ", "um ", "vers "} {
		if year, ok := strings.CutPrefix(s, about); ok && isYear(year) {
			return date{year, year + "~"}, true
		}
	}
	switch strings.ToLower(s) {
	case "n.d", "n. d", "no date", "s. d", "s.d", "o. j", "o.j", "undated", "date unknown":
		return date{}, true
	case "forthcoming", "in press":
		return date{year: "forthcoming"}, true
	}
	if isYear(s) || isYearRange(s) {
		return date{year: strings.ReplaceAll(s, "-", "–")}, true
	}
	if len(s) == 10 && s[4] == '-' && s[7] == '-' && isYear(s[:4]) && isNumber(s[5:7]) && isNumber(s[8:]) {
		return date{s[:4], s}, true
	}
	if years, ok := yearList(s); ok {
		return date{year: years}, true
	}
	return p.wordyDate(strings.Fields(strings.NewReplacer(",", " ", "/", " ", "–", " ", "-", " ").Replace(s)))
}

// yearList reads several years or ranges of years: "1900–1902, 1910–1912".
func yearList(s string) (years string, ok bool) {
	list := strings.Split(s, ", ")
	for _, y := range list {
		if !isYear(y) && !isYearRange(y) {
			return "", false
		}
	}
	return strings.ReplaceAll(s, "-", "–"), len(list) > 1
}

// wordyDate reads a date with the name of a month or season: one year, a month or two,
// a day or two, in any order. Two are from and to.
func (p *Parser) wordyDate(words []string) (d date, ok bool) {
	year := ""
	var months, days []string
	for _, w := range words {
		bare := strings.ToLower(strings.Trim(w, ".,"))
		switch number := p.months[bare]; {
		case number != "":
			months = append(months, number)
		case isYear(bare):
			if year != "" {
				return date{}, false
			}
			year = bare
		case dayOf(bare) != "":
			days = append(days, dayOf(bare))
		case bare == "de" || bare == "of" || bare == "the" || isWeekday(bare):
		default:
			return date{}, false
		}
	}
	if len(months) == 0 || len(months) > 2 || len(days) > 2 || len(words) > 7 {
		return date{}, false
	}
	return date{year: year, exact: exactDate(year, months, days)}, true
}

// exactDate returns a date in EDTF, an interval for two months or days; "" without a
// year.
func exactDate(year string, months, days []string) string {
	if year == "" {
		return ""
	}
	end := func(i int) string {
		month := months[min(i, len(months)-1)]
		if len(days) == 0 || month > "12" {
			return year + "-" + month
		}
		return year + "-" + month + "-" + days[min(i, len(days)-1)]
	}
	if from, to := end(0), end(1); from != to && from < to {
		return from + "/" + to
	}
	return end(0)
}

func isWeekday(s string) bool {
	switch s {
	case "monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday":
		return true
	}
	return false
}

// dayOf returns a day of the month in two digits: "3", "3rd", "21st"; "" for other
// words.
func dayOf(s string) string {
	for _, ending := range []string{"st", "nd", "rd", "th"} {
		s = strings.TrimSuffix(s, ending)
	}
	n, err := strconv.Atoi(s)
	if err != nil || n < 1 || n > 31 || len(s) > 2 {
		return ""
	}
	if n < 10 {
		return "0" + strconv.Itoa(n)
	}
	return strconv.Itoa(n)
}

// isYear reports whether s is a year of the age of printing, or nearly.
func isYear(s string) bool {
	if len(s) != 4 || !isNumber(s) {
		return false
	}
	return s >= "1400" && s <= "2099"
}

// isYearRange reports whether s is years from and to: 1917–1921, 1920–22, 1929/1930.
func isYearRange(s string) bool {
	for _, dash := range []string{"-", "–", "—", "/"} {
		from, to, ok := strings.Cut(s, dash)
		from, to = strings.TrimSpace(from), strings.TrimSpace(to)
		if ok && isYear(from) && (isYear(to) || len(to) == 2 && isNumber(to) || to == "present") {
			return true
		}
	}
	return false
}

func isNumber(s string) bool {
	for i := 0; i < len(s); i++ {
		if s[i] < '0' || s[i] > '9' {
			return false
		}
	}
	return s != ""
}

// endYear takes a year off the end of words: "Zürich 2001".
func endYear(s string) (rest, year string) {
	i := strings.LastIndexByte(s, ' ')
	if last := strings.Trim(s[i+1:], ".,"); isYear(last) || isYearRange(last) {
		return strings.TrimRight(s[:max(i, 0)], " ,"), last
	}
	return s, ""
}
