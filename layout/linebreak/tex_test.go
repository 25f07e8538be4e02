package linebreak

import (
	"bufio"
	"flag"
	"fmt"
	"math/rand"
	"os"
	"os/exec"
	"path/filepath"
	"regexp"
	"strconv"
	"strings"
	"testing"
)

var record = flag.Bool("record", false, "ask tex to break the paragraphs of testdata/tex.txt anew")

const texFile = "testdata/tex.txt"

// texCase is a paragraph with what TeX made of it.
type texCase struct {
	tolerance, looseness int
	measure, hang        int64 // hang: how much shorter the first two lines are
	emergency            int64
	items                []Item
	demerits             int64 // 0: TeX had to let a line burst; -1: not known
	boxes                []int // in each line
}

// TestTeX holds breaks and demerits to those of TeX 3.14159265. The file has a line
// "par tolerance looseness measure hang emergency" for each paragraph, then its
// items (b box, g glue with + and -, d discretionary, t tie, s slash), then a line
// with TeX's demerits and the number of boxes in each of its lines.
func TestTeX(t *testing.T) {
	if *record {
		recordTeX(t)
	}
	cases := readTeX(t)
	if len(cases) < 40 {
		t.Fatalf("%s has %d paragraphs", texFile, len(cases))
	}
	for i, c := range cases {
		p := Params{
			Tolerance: int32(c.tolerance), Looseness: c.looseness,
			MaxHyphens: -1, EmergencyStretch: c.emergency, RuntDemerits: -1,
		}
		breaks, ok := Break(c.items, c.lineLength, p)
		if ok != (c.demerits != 0) {
			t.Errorf("paragraph %d: ok is %v, demerits of TeX %d", i, ok, c.demerits)
			continue
		}
		if !ok {
			continue
		}
		if got := boxesByLine(c.items, breaks); fmt.Sprint(got) != fmt.Sprint(c.boxes) {
			t.Errorf("paragraph %d: lines of %v boxes, TeX has %v", i, got, c.boxes)
		}
		for _, v := range Variants(c.items, c.lineLength, p) {
			if v.Lines == len(breaks) && c.demerits > 0 && v.Demerits != c.demerits {
				t.Errorf("paragraph %d: demerits %d, TeX has %d", i, v.Demerits, c.demerits)
			}
		}
	}
}

func (c *texCase) lineLength(line int) int64 {
	if line < 2 {
		return c.measure - c.hang
	}
	return c.measure
}

func boxesByLine(items []Item, breaks []int) (counts []int) {
	from := -1
	for _, to := range breaks {
		n := 0
		for i := Start(items, from); i < to; i++ {
			if items[i].Kind == Box {
				n++
			}
		}
		counts = append(counts, n)
		from = to
	}
	return counts
}

func readTeX(t *testing.T) (cases []texCase) {
	file, err := os.Open(texFile)
	if err != nil {
		t.Fatal(err)
	}
	defer file.Close()
	lines := bufio.NewScanner(file)
	lines.Buffer(nil, 1<<20)
	for lines.Scan() {
		var c texCase
		if _, err := fmt.Sscanf(lines.Text(), "par %d %d %d %d %d", &c.tolerance, &c.looseness, &c.measure, &c.hang, &c.emergency); err != nil {
			t.Fatalf("%q: %v", lines.Text(), err)
		}
		lines.Scan()
		for word := range strings.FieldsSeq(lines.Text()) {
			c.items = append(c.items, texItem(word)...)
		}
		c.items = append(c.items, Item{Kind: Penalty, Penalty: Forbidden}, Item{Kind: Glue, Stretch: Fil}, Item{Kind: Penalty, Penalty: Forced})
		lines.Scan()
		for i, word := range strings.Fields(lines.Text()) {
			n, err := strconv.Atoi(word)
			if err != nil {
				t.Fatal(err)
			}
			if i == 0 {
				c.demerits = int64(n)
			} else {
				c.boxes = append(c.boxes, n)
			}
		}
		cases = append(cases, c)
	}
	return cases
}

func texItem(word string) []Item {
	glue := Item{Kind: Glue}
	fmt.Sscanf(word[1:], "%d+%d-%d", &glue.Width, &glue.Stretch, &glue.Shrink)
	switch word[0] {
	case 'b':
		return []Item{{Kind: Box, Width: glue.Width}}
	case 'd':
		return []Item{{Kind: Penalty, Penalty: 50, Flagged: true, Width: glue.Width}}
	case 's':
		return []Item{{Kind: Penalty, Penalty: int32(glue.Width)}}
	case 't':
		return []Item{{Kind: Penalty, Penalty: Forbidden}, glue}
	}
	return []Item{glue}
}

// recordTeX makes random paragraphs, lets tex break them and writes texFile.
func recordTeX(t *testing.T) {
	var out strings.Builder
	r := rand.New(rand.NewSource(3))
	for range 60 {
		text := texText(r, 20+r.Intn(50))
		looseness, emergency := []int{0, 0, 0, 1, -1}[r.Intn(5)], 0
		if looseness == 0 { // TeX runs further passes for looseness, and we do not
			emergency = []int{0, 0, 500}[r.Intn(3)]
		}
		head := fmt.Sprintf("par %d %d %d %d %d", []int{100, 200, 1000}[r.Intn(3)], looseness,
			16000+r.Intn(12000), []int{0, 0, 1500}[r.Intn(3)], emergency)
		fmt.Fprintf(&out, "%s\n%s\n%s\n", head, text, askTeX(t, head, text))
	}
	head, text := "par 100 0 390 0 0", texForm(frogItems())
	fmt.Fprintf(&out, "%s\n%s\n%s\n", head, text, askTeX(t, head, text))
	if err := os.WriteFile(texFile, []byte(out.String()), 0o666); err != nil {
		t.Fatal(err)
	}
}

// texForm writes a paragraph without ties in the form of texFile.
func texForm(items []Item) string {
	var words []string
	for _, it := range items[:len(items)-3] {
		switch it.Kind {
		case Box:
			words = append(words, fmt.Sprintf("b%d", it.Width))
		case Glue:
			words = append(words, fmt.Sprintf("g%d+%d-%d", it.Width, it.Stretch, it.Shrink))
		case Penalty:
			words = append(words, fmt.Sprintf("d%d", it.Width))
		}
	}
	return strings.Join(words, " ")
}

// texText makes a paragraph. No box is narrower than the hyphen: TeX gives up a line
// as soon as it is overfull with a hyphen, even if it would fit at the next break,
// and we do not.
func texText(r *rand.Rand, words int) string {
	var b strings.Builder
	for w := range words {
		if w > 0 {
			b.WriteString([]string{"g250+125-70 ", "g250+125-70 ", "g250+125-70 ", "g250+125-70 ", "g300+180-60 ", "t250+125-70 "}[r.Intn(6)])
		}
		fmt.Fprintf(&b, "b%d ", 300+r.Intn(1500))
		for range r.Intn(3) {
			fmt.Fprintf(&b, "%s b%d ", []string{"d90", "d90", "d90", "s20", "s-10"}[r.Intn(5)], 300+r.Intn(1500))
		}
	}
	return strings.TrimSpace(b.String())
}

var (
	texStep   = regexp.MustCompile(`(?m)^@@\d+: line (\d+)\.\d-? t=(\d+)`)
	texForced = regexp.MustCompile(`(?m)^@(\S*) via @@\d+ b=\S+ p=\S+ d=\*`)
	texLine   = regexp.MustCompile(`(?m)^\.\\hbox`)
	texBox    = regexp.MustCompile(`(?m)^\.\.\\hbox`)
)

// askTeX returns the line that texFile has for TeX's answer: boxes stand for boxes,
// and a rule for the hyphen, so that it is not counted.
func askTeX(t *testing.T, head, text string) string {
	var tolerance, looseness, measure, hang, emergency int
	fmt.Sscanf(head, "par %d %d %d %d %d", &tolerance, &looseness, &measure, &hang, &emergency)
	var b strings.Builder
	fmt.Fprintf(&b, `\scrollmode\parindent=0pt \pretolerance=-1 \tolerance=%d \hsize=%dsp \emergencystretch=%dsp
\linepenalty=10 \hyphenpenalty=50 \doublehyphendemerits=10000 \finalhyphendemerits=5000 \adjdemerits=10000
\topskip=0pt \baselineskip=0pt \parskip=0pt \lineskip=0pt \lineskiplimit=-1000pt \hfuzz=100pt \hbadness=10000
\tracingparagraphs=1 \tracingonline=0 \showboxbreadth=100000 \showboxdepth=3
\setbox0=\vbox{\noindent \hangindent=%dsp \hangafter=-2 \looseness=%d
`, tolerance, measure, emergency, hang, looseness)
	for word := range strings.FieldsSeq(text) {
		it := texItem(word)
		last := it[len(it)-1]
		switch word[0] {
		case 'b':
			fmt.Fprintf(&b, "\\hbox to %dsp{}%%\n", last.Width)
		case 'd':
			fmt.Fprintf(&b, "\\discretionary{\\vrule width %dsp height 0pt}{}{}%%\n", last.Width)
		case 's':
			fmt.Fprintf(&b, "\\penalty%d %%\n", last.Penalty)
		default:
			fmt.Fprintf(&b, "%s\\hskip %dsp plus %dsp minus %dsp\\relax\n",
				map[byte]string{'t': `\penalty10000 `}[word[0]], last.Width, last.Stretch, last.Shrink)
		}
	}
	b.WriteString("\\par}\\showbox0 \\end\n")
	dir := t.TempDir()
	if err := os.WriteFile(filepath.Join(dir, "par.tex"), []byte(b.String()), 0o666); err != nil {
		t.Fatal(err)
	}
	tex := exec.Command("tex", "-interaction=nonstopmode", "par.tex")
	tex.Dir = dir
	tex.Run() // \showbox counts as an error
	log, err := os.ReadFile(filepath.Join(dir, "par.log"))
	if err != nil {
		t.Fatal(err)
	}
	return texAnswer(t, string(log))
}

// texAnswer reads the demerits of the last pass, for the number of lines that was
// chosen, and the boxes of each line, from TeX's log.
func texAnswer(t *testing.T, log string) string {
	trace, box, found := strings.Cut(log, "> \\box0=")
	if !found {
		t.Fatal(log)
	}
	lines := texLine.Split(box, -1)[1:]
	demerits := "0"
	trace = trace[strings.LastIndex(trace, "pass\n")+1:]
	_, end, _ := strings.Cut(trace, `@\par via`)
	for _, s := range texStep.FindAllStringSubmatch(end, -1) {
		if s[1] == strconv.Itoa(len(lines)) {
			demerits = s[2]
			break
		}
	}
	switch way := texForced.FindStringSubmatch(trace); {
	case way == nil:
	case way[1] == `\par`:
		demerits = "-1" // in its last pass TeX does not count the last line
	default:
		demerits = "0" // a line had to burst
	}
	answer := demerits
	for _, line := range lines {
		answer += " " + strconv.Itoa(len(texBox.FindAllString(line, -1)))
	}
	return answer
}
