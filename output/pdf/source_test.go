package pdf

import (
	"bytes"
	"errors"
	"testing"
)

func TestScanner(t *testing.T) {
	tests := []struct{ in, want string }{
		{"[1 2 0 R/A#42(a\\(b\\)\\101\\\nc)<41 4>]", "[1 2 0 R/AB(a\\(b\\)Ac)(A@)]"},
		{"<</A<</B true>>/C null/D -.5>>", "<</A<</B true>>/C null/D -.5>>"},
		{"[12 0 Rx]", "[12 0 Rx]"},
		{"[/ a<</ 1 0 R>>]", "[/ a<</ 1 0 R>>]"},
		{"(a(b)c\\r\r)", "(a\\(b\\)c\\r\\r)"},
	}
	for _, test := range tests {
		o, err := (&scanner{data: []byte(test.in)}).object()
		if err != nil {
			t.Errorf("%s: %v", test.in, err)
			continue
		}
		if got := string(o.write(nil)); got != test.want {
			t.Errorf("%s is %s, want %s", test.in, got, test.want)
		}
	}
}

func TestScannerErrors(t *testing.T) {
	deep := bytes.Repeat([]byte("["), 100_000)
	for _, in := range [][]byte{nil, []byte("<<"), []byte("<</A"), []byte("<<1 2>>"), []byte("(a"), []byte("<41"), []byte("<zz>"), []byte("/A#4"), []byte("/A#zz"), []byte(")"), deep} {
		if o, err := (&scanner{data: in}).object(); err == nil {
			t.Errorf("%.20q is read as %v", in, o)
		}
	}
}

// FuzzSource reads any bytes as a file of gofpdf's: an error or an answer, but no
// panic and no endless loop; and what is read is written so that it reads the
// same.
func FuzzSource(f *testing.F) {
	c := newComposer(f)
	c.newPage("1")
	c.paragraph("A page.", body)
	c.pictured()
	f.Add(gofpdfFile(f, c))
	f.Add([]byte("xref\n0 2\n0000000000 65535 f \n0000000000 00000 n \ntrailer<</Root 1 0 R>>startxref\n0"))
	f.Fuzz(func(t *testing.T, data []byte) {
		src, err := readSource(data)
		if err != nil {
			return
		}
		for n := range src.offsets {
			o, err := src.resolve(ref(n))
			if err != nil {
				continue
			}
			if _, ok := o.(*stream); ok {
				continue
			}
			out := o.write(nil)
			again, err := (&scanner{data: out}).object()
			if err != nil || !bytes.Equal(again.write(nil), out) {
				t.Fatalf("%q is read again as %v (%v)", out, again, err)
			}
		}
	})
}

// gofpdfFile returns what gofpdf writes for a document.
func gofpdfFile(t testing.TB, c *composer) []byte {
	t.Helper()
	f, err := drawDocument(c.doc)
	if err != nil {
		t.Fatal(err)
	}
	return f.src.data
}

// TestTruncatedSource reads every beginning of a file: none is taken for a whole
// one.
func TestTruncatedSource(t *testing.T) {
	c := newComposer(t)
	c.newPage("1")
	data := gofpdfFile(t, c)
	for n := range len(data) - len("%%EOF\n") - 1 {
		if _, err := readSource(data[:n]); !errors.Is(err, errEnd) && !errors.Is(err, errSyntax) {
			if n > bytes.LastIndex(data, []byte("startxref")) {
				continue // a shorter number may still lead to the table
			}
			t.Fatalf("%d bytes of %d: error %v", n, len(data), err)
		}
	}
}
