package pdf

import (
	"bytes"
	"encoding/binary"
	"fmt"
	"slices"
	"strings"
	"testing"

	"publish/layout"
)

func TestLabels(t *testing.T) {
	c := newComposer(t)
	for _, folio := range []string{"i", "ii", "iii", "1", "2", "3", "", "A-1", "10", "11", "IV"} {
		c.newPage(folio)
	}
	r := openFile(t, c.write(Options{}))
	var got []string
	for _, leaf := range r.leaves(r.root().get("PageLabels"), "Nums") {
		got = append(got, string(leaf.key.write(nil))+string(leaf.value.write(nil)))
	}
	want := []string{"0<</S/r/St 1>>", "3<</S/D/St 1>>", "6<</P()>>", "7<</P(A-1)>>", "8<</S/D/St 10>>", "10<</S/R/St 4>>"}
	if !slices.Equal(got, want) {
		t.Errorf("labels %q, want %q", got, want)
	}
}

func TestParseFolio(t *testing.T) {
	for n := 1; n < 4000; n++ {
		roman := formatRoman(n, "ivxlcdm")
		if style, got := parseFolio(roman); style != lowerRoman || got != n {
			t.Fatalf("%s is %d in style %q, want %d", roman, got, style, n)
		}
	}
	for _, folio := range []string{"", "0", "01", "-1", "iiii", "iix", "ivi", "vx", "xI", "1a"} {
		if style, n := parseFolio(folio); style != plainLabel {
			t.Errorf("%q is %d in style %q", folio, n, style)
		}
	}
}

// TestOutline reads the outline back through its chain.
func TestOutline(t *testing.T) {
	r := openFile(t, sample(t).write(Options{}))
	var got []string
	var walk func(o object, level int)
	walk = func(o object, level int) {
		for o != nil {
			d := r.dict(o)
			dest := d.get("Dest").(array)
			page := slices.IndexFunc(r.pages(), func(p dict) bool {
				return p.get("Contents") == r.dict(dest[0]).get("Contents")
			})
			got = append(got, fmt.Sprintf("%d %s p%d %s %v", level, d.get("Title"), page, dest[3], d.get("Count")))
			walk(d.get("First"), level+1)
			o = d.get("Next")
		}
	}
	walk(r.dict(r.root(), "Outlines").get("First"), 0)
	want := []string{
		"0 An insurrection p0 535 -1",
		"1 " + string(textString("Łódź")) + " p1 541 <nil>",
		"0 Ende p2 535 <nil>",
	}
	if !slices.Equal(got, want) {
		t.Errorf("outline\n%q\nwant\n%q", got, want)
	}
}

// TestDestinations checks names, places and links.
func TestDestinations(t *testing.T) {
	r := openFile(t, sample(t).write(Options{}))
	var names []string
	for _, leaf := range r.leaves(r.dict(r.root(), "Names").get("Dests"), "Names") {
		names = append(names, string(leaf.key.(text)))
	}
	if want := []string{"end", "goal", "start"}; !slices.Equal(names, want) {
		t.Errorf("destinations %q, want %q", names, want)
	}
	var said []string
	for _, o := range r.pages()[0].get("Annots").(array) {
		d := r.dict(o)
		line := string(d.get("Contents").(text))
		if action, ok := d.get("A").(dict); ok {
			line += " " + string(action.get("URI").(text))
		}
		said = append(said, line)
	}
	want := []string{"to the goal", `https://example.org/(a)?b=\c https://example.org/(a)?b=\c`, "page iii", "page iii"}
	if !slices.Equal(said, want) {
		t.Errorf("links %q, want %q", said, want)
	}
}

// TestLargeTree checks that trees of many leaves and pages are whole.
func TestLargeTree(t *testing.T) {
	c := newComposer(t)
	const pages = 3*pagesPerNode + 5
	for i := range pages {
		c.newPage(fmt.Sprint(i + 1))
		p := c.paragraph(fmt.Sprint("text ", i), body)
		id := fmt.Sprintf("id%03d", i)
		c.doc.Places[id] = layout.Place{Page: i}
		c.link(p, " x", &layout.LinkArea{Target: id})
	}
	r := openFile(t, c.write(Options{}))
	if got := len(r.pages()); got != pages {
		t.Errorf("%d pages, want %d", got, pages)
	}
	for i, leaf := range r.leaves(r.dict(r.root(), "Names").get("Dests"), "Names") {
		if want := text(fmt.Sprintf("id%03d", i)); leaf.key != want {
			t.Fatalf("leaf %d is %v, want %v", i, leaf.key, want)
		}
	}
	parents := r.leaves(r.dict(r.root(), "StructTreeRoot").get("ParentTree"), "Nums")
	if len(parents) != 2*pages {
		t.Errorf("parent tree has %d leaves, want %d", len(parents), 2*pages)
	}
	// The page's first paragraph, and the link.
	for _, i := range []int{0, 100, pages - 1} {
		p := parents[i].value.(array)[0]
		if role := r.dict(p).get("S"); role != name("P") {
			t.Errorf("content 0 of page %d is %v", i, role)
		}
		if role := r.dict(parents[pages+i].value).get("S"); role != name("Link") {
			t.Errorf("link %d is %v", i, role)
		}
	}
}

// TestMetadata checks that the two places of metadata agree.
func TestMetadata(t *testing.T) {
	r := openFile(t, sample(t).write(Options{Producer: "publish <1>"}))
	xmp := string(r.get(r.root().get("Metadata")).(*stream).data)
	for _, want := range []string{
		`<rdf:li xml:lang="x-default">The Łódź Insurrection</rdf:li>`,
		"<rdf:Seq><rdf:li>A. Writer</rdf:li><rdf:li>B. Editor</rdf:li></rdf:Seq>",
		"Workers &amp; soldiers", "<pdf:Producer>publish &lt;1&gt;</pdf:Producer>",
		"<xmp:CreateDate>2026-03-01T00:00:00Z</xmp:CreateDate>",
	} {
		if !strings.Contains(xmp, want) {
			t.Errorf("no %q in the metadata", want)
		}
	}
	info := r.dict(r.trailer.get("Info"))
	for key, want := range map[name]text{
		"Title":        textString("The Łódź Insurrection"),
		"Author":       "A. Writer; B. Editor",
		"Producer":     "publish <1>",
		"CreationDate": "D:20260301000000Z",
	} {
		if info.get(key) != want {
			t.Errorf("%s is %q, want %q", key, info.get(key), want)
		}
	}
}

// TestProfile reads the colour profile: tags within the file, and primaries that
// sum to the white of the connection space.
func TestProfile(t *testing.T) {
	p := srgbProfile()
	u32 := func(at int) int { return int(int32(binary.BigEndian.Uint32(p[at:]))) }
	if u32(0) != len(p) {
		t.Errorf("size is %d, header says %d", len(p), u32(0))
	}
	var sum [3]int
	for i := range u32(128) {
		at := 132 + 12*i
		offset, size := u32(at+4), u32(at+8)
		if offset%4 != 0 || offset+size > len(p) {
			t.Errorf("tag %s is at %d with %d bytes of %d", p[at:at+4], offset, size, len(p))
		}
		if bytes.HasSuffix(p[at:at+4], []byte("XYZ")) {
			for k := range sum {
				sum[k] += u32(offset + 8 + 4*k)
			}
		}
	}
	for k := range sum {
		if d := sum[k] - int(d50[k]); d < -1 || d > 1 {
			t.Errorf("primaries sum to %x, want %x", sum, d50)
		}
	}
}
