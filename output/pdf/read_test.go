package pdf

import (
	"bytes"
	"encoding/binary"
	"fmt"
	"io"
	"strconv"
	"testing"
	"unicode/utf16"

	"github.com/klauspost/compress/zlib"
)

// reader reads a finished file from its cross-reference stream, to test it without
// the code that wrote it. Objects are read with the scanner of the package.
type reader struct {
	t       testing.TB
	data    []byte
	entries []xrefEntry
	trailer dict
}

func openFile(t testing.TB, data []byte) *reader {
	t.Helper()
	r := &reader{t: t, data: data}
	at := bytes.LastIndex(data, []byte("startxref\n"))
	if at < 0 {
		t.Fatal("no startxref")
	}
	start, err := strconv.Atoi(string(bytes.Fields(data[at:])[1]))
	if err != nil {
		t.Fatal(err)
	}
	table := r.streamAt(start)
	r.trailer = table.dict
	rows := r.inflate(table)
	var before [entrySize]byte
	for ; len(rows) > 0; rows = rows[entrySize+1:] {
		for k := range before {
			before[k] += rows[1+k]
		}
		r.entries = append(r.entries, xrefEntry{
			kind:  before[0],
			place: int64(binary.BigEndian.Uint32(before[1:])),
			index: int(binary.BigEndian.Uint16(before[5:])),
		})
	}
	if got := len(r.entries); r.trailer.get("Size") != integer(got) {
		t.Fatalf("%d entries, /Size %v", got, r.trailer.get("Size"))
	}
	return r
}

// streamAt reads the stream at an offset.
func (r *reader) streamAt(at int) *stream {
	r.t.Helper()
	s := &scanner{data: r.data, at: at}
	if _, err := s.integer(); err != nil || !s.accept("0") || !s.accept("obj") {
		r.t.Fatalf("no object at %d", at)
	}
	o, err := s.object()
	if err != nil || !s.accept("stream") {
		r.t.Fatalf("no stream at %d: %v", at, err)
	}
	o, err = s.stream(o)
	if err != nil {
		r.t.Fatal(err)
	}
	return o.(*stream)
}

func (r *reader) inflate(s *stream) []byte {
	r.t.Helper()
	if s.dict.get("Filter") == nil {
		return s.data
	}
	z, err := zlib.NewReader(bytes.NewReader(s.data))
	if err != nil {
		r.t.Fatal(err)
	}
	data, err := io.ReadAll(z)
	if err != nil {
		r.t.Fatal(err)
	}
	return data
}

// get follows a reference.
func (r *reader) get(o object) object {
	r.t.Helper()
	n, ok := o.(ref)
	if !ok {
		return o
	}
	e := r.entries[n]
	switch e.kind {
	case 1:
		return r.streamAt(int(e.place))
	case 2:
		return r.packed(r.get(ref(e.place)).(*stream), e.index, int(n))
	}
	r.t.Fatalf("no object %d", n)
	return nil
}

// packed returns an object of an object stream.
func (r *reader) packed(s *stream, index, number int) object {
	r.t.Helper()
	data := r.inflate(s)
	head := &scanner{data: data}
	var offset int
	for range index + 1 {
		n, _ := head.integer()
		offset, _ = head.integer()
		if n == number {
			break
		}
	}
	first, _ := strconv.Atoi(string(s.dict.get("First").(token)))
	o, err := (&scanner{data: data, at: first + offset}).object()
	if err != nil {
		r.t.Fatalf("object %d: %v", number, err)
	}
	return o
}

// dict follows keys from a dictionary on.
func (r *reader) dict(o object, keys ...name) dict {
	r.t.Helper()
	d, ok := r.get(o).(dict)
	for _, key := range keys {
		if d, ok = r.get(d.get(key)).(dict); !ok {
			break
		}
	}
	if !ok {
		r.t.Fatalf("no dictionary at %v", keys)
	}
	return d
}

func (r *reader) root() dict { return r.dict(r.trailer.get("Root")) }

// pages lists the pages in order, through the page tree.
func (r *reader) pages() []dict {
	var pages []dict
	var walk func(o object)
	walk = func(o object) {
		d := r.dict(o)
		if d.get("Type") == name("Page") {
			pages = append(pages, d)
			return
		}
		for _, kid := range d.get("Kids").(array) {
			walk(kid)
		}
	}
	walk(r.root().get("Pages"))
	return pages
}

// leaves lists the pairs of a name tree or number tree.
func (r *reader) leaves(o object, key name) []treeLeaf {
	var all []treeLeaf
	d := r.dict(o)
	if pairs, ok := d.get(key).(array); ok {
		for i := 0; i < len(pairs); i += 2 {
			all = append(all, treeLeaf{pairs[i], pairs[i+1]})
		}
	}
	if kids, ok := d.get("Kids").(array); ok {
		for _, kid := range kids {
			all = append(all, r.leaves(kid, key)...)
		}
	}
	return all
}

// readFont is what is needed to place and to read the codes of a font.
type readFont struct {
	widths map[int]float64
	texts  map[int]string
}

func (r *reader) font(o object) *readFont {
	d := r.dict(o)
	f := &readFont{map[int]float64{}, map[int]string{}}
	widths := r.dict(d.get("DescendantFonts").(array)[0]).get("W").(array)
	for i := 0; i < len(widths); i += 2 {
		for k, w := range widths[i+1].(array) {
			f.widths[int(number(widths[i]))+k] = number(w)
		}
	}
	cmap := r.inflate(r.get(d.get("ToUnicode")).(*stream))
	for line := range bytes.Lines(cmap) {
		var code int
		var hex string
		if n, _ := fmt.Sscanf(string(line), "<%X> <%s", &code, &hex); n < 1 || bytes.Contains(line, []byte("<FFFF>")) {
			continue
		}
		f.texts[code] = decodeHex(hex)
	}
	return f
}

// decodeHex reads UTF-16 in hexadecimal, up to a closing bracket.
func decodeHex(hex string) string {
	var units []uint16
	for len(hex) >= 4 {
		n, err := strconv.ParseUint(hex[:4], 16, 16)
		if err != nil {
			break
		}
		units, hex = append(units, uint16(n)), hex[4:]
	}
	return string(utf16.Decode(units))
}

func number(o object) float64 {
	n, err := strconv.ParseFloat(string(o.(token)), 64)
	if err != nil {
		panic(err)
	}
	return n
}
