package hyphen

import (
	"slices"
	"strings"
	"sync"
	"testing"
	"unicode"
	"unicode/utf8"
)

// divided returns word with hyphens at its points.
func divided(h *Hyphenator, word string) string {
	var b strings.Builder
	last := 0
	for _, at := range h.Points(nil, word) {
		b.WriteString(word[last:at] + "-")
		last = at
	}
	return b.String() + word[last:]
}

func mustNew(tb testing.TB, lang string) *Hyphenator {
	tb.Helper()
	h, ok := New(lang)
	if !ok {
		tb.Fatalf("no patterns for %s", lang)
	}
	return h
}

// TestWords holds words of each language, divided as its patterns and its grammar
// have it; the first English ones are those of The TeXbook, appendix H and chapter
// 14.
func TestWords(t *testing.T) {
	for lang, words := range map[string]string{
		"en": `hy-phen-ation su-per-cal-ifrag-ilis-tic-ex-pi-ali-do-cious man-u-scripts
			as-so-ciate as-so-ciates oblig-a-tory ta-ble present project phil-an-thropic
			ref-or-ma-tion ret-ri-bu-tion rev-o-lu-tion gov-ern-ment al-go-rithm
			an-ar-chism dem-o-crat democ-racy uni-ver-sity or-ga-ni-za-tion`,
		"en-GB":      "uni-ver-sity ma-nu-script re-ci-pro-city through-out pho-to-graphy demo-cracy",
		"de":         "Do-nau-dampf-schiff-fahrts-ge-sell-schaft Stra-ße Bür-ger-tum An-ar-chis-mus Frei-heit",
		"fr":         "ré-vo-lu-tion l’In-ter-na-tio-nale au-jour-d’hui anar-chisme",
		"es":         "re-vo-lu-ción com-pa-ñe-ro de-sa-rro-llo anar-quis-mo",
		"it":         "ri-vo-lu-zio-ne del-l'or-ga-niz-za-zio-ne",
		"pt":         "re-vo-lu-ção com-pa-nheiro hard-ware",
		"ca":         "re-vo-lu-ció com-panys gei-sha",
		"ru":         "ре-во-лю-ция то-ва-ри-ще-ство биз-нес-мен",
		"uk":         "ре-во-лю-ція об'єд-на-ти",
		"el":         "επα-νά-στα-ση αναρ-χι-σμός",
		"pl":         "re-wo-lu-cja anar-chizm przy-naj-mniej",
		"tr":         "dev-rim İS-TAN-BUL-LU-LAR",
		"cs":         "re-vo-lu-ce svo-bo-da děl-nic-ký",
		"sk":         "re-vo-lú-cia slo-bo-da ro-bot-níc-ky",
		"nl":         "re-vo-lu-tie ge-schie-de-nis aan-dachts-trek-ker",
		"la":         "re-vo-lu-tio-nem phi-lo-so-phia",
		"en-Latn-US": "hy-phen-ation",
	} {
		h := mustNew(t, lang)
		for want := range strings.FieldsSeq(words) {
			word := strings.ReplaceAll(want, "-", "")
			if got := divided(h, word); got != want {
				t.Errorf("%s: %s is divided %s, want %s", lang, word, got, want)
			}
		}
	}
}

// TestRules holds the treatment of what is not a plain word. Points are shown as
// bars, because the words have hyphens of their own.
func TestRules(t *testing.T) {
	h := mustNew(t, "en")
	for word, want := range map[string]string{
		"HYPHENATION":           "HY|PHEN|ATION",
		"UNESCO":                "UNESCO",
		"“hyphenation,”":        "“hy|phen|ation,”",
		"children’s":            "chil|dren’s",
		"couldn't":              "couldn't",
		"shouldn’t":             "shouldn’t",
		"mightn’t":              "mightn’t",
		"O’Brienite":            "O’Brien|ite",
		"counter-revolutionary": "counter-revolu|tion|ary",
		"self‑determination":    "self‑deter|mi|na|tion",
		"revolution2":           "revolution2",
		"Ⅻrevolution":           "Ⅻrevolution",
		"www.revolution.org":    "www.revolution.org",
		"revolution@example":    "revolution@example",
		"революция":             "революция",
		"Łódzkaland":            "Łódzka|land",
		"re\u0301volution":      "re\u0301v|o|lu|tion",
		"revolution—government": "rev|o|lu|tion—gov|ern|ment",
		"it":                    "it",
		"":                      "",
		"-’-":                   "-’-",
		"\xffhyphenation\xc3":   "\xffhy|phen|ation\xc3",
	} {
		if got := marked(h, word); got != want {
			t.Errorf("%q is divided %q, want %q", word, got, want)
		}
	}
}

func marked(h *Hyphenator, word string) string {
	var b strings.Builder
	last := 0
	for _, at := range h.Points(nil, word) {
		b.WriteString(word[last:at] + "|")
		last = at
	}
	return b.String() + word[last:]
}

func TestSoftHyphens(t *testing.T) {
	h := mustNew(t, "en")
	for word, want := range map[string][]int{
		"revo\u00ADlution":             {4},
		"\u00ADrevo\u00ADlution\u00AD": {6},
		"a\u00AD\u00ADb\u00ADc1":       {1, 6},
		"\u00AD":                       nil,
	} {
		if got := h.Points(nil, word); !slices.Equal(got, want) {
			t.Errorf("%q has points %v, want %v", word, got, want)
		}
	}
}

func TestTags(t *testing.T) {
	for tag, want := range map[string]string{
		"en": "en", "EN_us": "en", "en-CA": "en", "en-AU": "en-gb", "en-GB-oxendict": "en-gb",
		"cs-CZ": "cs", "sk-SK": "sk", "de-1996": "de", "de-AT": "de", "pt-BR": "pt", "el-GR": "el",
	} {
		if h, ok := New(tag); !ok || h.lang.tag != want {
			t.Errorf("%s: ok is %v, want the patterns of %s", tag, ok, want)
		}
	}
	for _, tag := range []string{"", "-", "zh", "hu", "x-klingon", "e"} {
		if _, ok := New(tag); ok {
			t.Errorf("%q has patterns", tag)
		}
	}
}

// TestAllLanguages loads every language from several goroutines at once and holds
// its exceptions, and every pattern without its levels, to the rules.
func TestAllLanguages(t *testing.T) {
	var group sync.WaitGroup
	for range 3 {
		for _, tag := range Languages() {
			group.Go(func() { mustNew(t, tag) })
		}
	}
	group.Wait()
	for _, tag := range Languages() {
		h := mustNew(t, tag)
		for word := range strings.FieldsSeq(read(h.lang.file + ".hyp")) {
			checkException(t, h, word)
		}
		for word := range strings.FieldsSeq(read(h.lang.file + ".pat")) {
			checkPoints(t, h, strings.Repeat(strings.Trim(word, ".0123456789"), 3))
		}
		if !strings.Contains(Licences(), h.lang.file+".pat.txt\n") && !strings.Contains(Licences(), h.lang.file+".pat.txt,") {
			t.Errorf("%s: no licence", tag)
		}
	}
}

// checkException holds that word is divided only at its hyphens, and at all that
// leave enough letters on both sides.
func checkException(t *testing.T, h *Hyphenator, word string) {
	t.Helper()
	plain := strings.ReplaceAll(word, "-", "")
	var want []int
	letters := utf8.RuneCountInString(plain)
	at, n := 0, 0
	for _, r := range word {
		if r == '-' {
			if n >= h.lang.left && letters-n >= h.lang.right {
				want = append(want, at)
			}
			continue
		}
		at, n = at+utf8.RuneLen(r), n+1
	}
	if got := h.Points(nil, plain); !slices.Equal(got, want) {
		t.Errorf("%s: %s is divided at %v, want %v", h.lang.tag, word, got, want)
	}
}

// checkPoints holds the points of any word to what is promised of them.
func checkPoints(t *testing.T, h *Hyphenator, word string) {
	t.Helper()
	points := h.Points([]int{-7}, word)
	if points[0] != -7 {
		t.Fatalf("%q: Points wrote over what dst had", word)
	}
	last := 0
	for _, at := range points[1:] {
		if at <= last || at >= len(word) || !utf8.RuneStart(word[at]) {
			t.Fatalf("%s: %q has points %v", h.lang.tag, word, points[1:])
		}
		before, _ := utf8.DecodeLastRuneInString(word[:at])
		after, _ := utf8.DecodeRuneInString(word[at:])
		soft := string(after) == softHyphen
		if !soft && (!unicode.IsLetter(after) || unicode.IsPunct(before)) {
			t.Fatalf("%s: %q is divided between %q and %q", h.lang.tag, word, before, after)
		}
		last = at
	}
}

func FuzzPoints(f *testing.F) {
	for _, word := range []string{"hyphenation", "counter-revolutionary", "l’Internationale", "об'єднання", "İSTANBUL", "a\u00ADb", "e\u0301\u0301", "x.y", "\xff\xfe", strings.Repeat("aé", 60)} {
		f.Add(word)
	}
	f.Fuzz(func(t *testing.T, word string) {
		for _, tag := range []string{"en", "fr", "tr", "uk", "el"} {
			checkPoints(t, mustNew(t, tag), word)
		}
	})
}

func BenchmarkPoints(b *testing.B) {
	h := mustNew(b, "en")
	words := strings.Fields("the revolution of counter-revolutionary organizations was not, in Kropotkin’s words, a question of government")
	var dst []int
	b.ReportAllocs()
	for i := 0; b.Loop(); i++ {
		dst = h.Points(dst[:0], words[i%len(words)])
	}
}

func BenchmarkLoadEnglish(b *testing.B) { benchmarkLoad(b, "en-us") }

func BenchmarkLoadGerman(b *testing.B) { benchmarkLoad(b, "de-1996") }

func benchmarkLoad(b *testing.B, file string) {
	b.ReportAllocs()
	for b.Loop() {
		readPatterns(file)
	}
}
