package validators

import (
	"os"
	"strings"
	"testing"
)

func TestPDFText(t *testing.T) {
	if got := strings.TrimSpace(PDFText(t, makeHelveticaPDF(t), "-layout")); got != "Pamphlet" {
		t.Errorf("text %q", got)
	}
}

func TestSoundPDF(t *testing.T) {
	path := makeBlankPDF(t, "1")
	QPDF(t, path)
	MuTool(t, path)
	VeraPDF(t, PDFUA1, path)
	VeraPDF(t, PDFA2A, path)
}

// spoilPDF replaces text in a PDF by other text, of the same length so that the
// offsets stay true.
func spoilPDF(t *testing.T, path, old, replacement string) string {
	t.Helper()
	data, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	if len(old) != len(replacement) || !strings.Contains(string(data), old) {
		t.Fatalf("cannot replace %q by %q", old, replacement)
	}
	spoilt := strings.Replace(string(data), old, replacement, 1)
	if err := os.WriteFile(path, []byte(spoilt), 0o644); err != nil {
		t.Fatal(err)
	}
	return path
}

func TestPDFToolsFindFaults(t *testing.T) {
	tests := []struct {
		name             string
		judge            func(string) ([]Problem, error)
		old, replacement string
		says             string
	}{
		{"qpdf", qpdf, "startxref", "startxxxx", "startxref"},
		{"mutool", mutool, "/F 20 Tf", "/F 20 Qq", "unknown keyword"},
		{"pdffonts", pdfFonts, "xxx", "xxx", "Helvetica is not embedded"},
		{"pdffonts of no fonts", pdfFonts, "/Font<<", "/Fone<<", "no fonts"},
		{"pdffonts of no PDF", pdfFonts, "%PDF-1.7", "%XYZ-1.7", "PDF"},
	}
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			path := makeHelveticaPDF(t)
			if test.old != test.replacement {
				spoilPDF(t, path, test.old, test.replacement)
			}
			found, err := test.judge(path)
			report(t, test.name, nil, err)
			if len(found) == 0 || !strings.Contains(found[0].Text, test.says) {
				t.Errorf("said %q, want %q", found, test.says)
			}
		})
	}
}

func TestJudgeFonts(t *testing.T) {
	const head = "name type encoding emb sub uni object ID\n---- ---- ---- --- --- --- ----\n"
	tests := []struct {
		name, line, want string
	}{
		{"sound", "ABCDEF+EBGaramond-Regular CID TrueType Identity-H yes yes yes 5 0", ""},
		{"direct object", "ABCDEF+EBGaramond-Regular CID TrueType Identity-H yes yes no [none]", "is not with a ToUnicode table"},
		{"whole", "EBGaramond-Regular TrueType WinAnsi yes no yes 5 0", "is not a subset"},
		{"outside", "Helvetica Type 1 Standard no yes yes 5 0", "is not embedded"},
	}
	for _, test := range tests {
		found, err := judgeFonts("book.pdf", head+test.line+"\n")
		if err != nil {
			t.Errorf("%s: %v", test.name, err)
		}
		switch {
		case test.want == "" && len(found) == 0:
		case len(found) != 1 || test.want == "" || !strings.Contains(found[0].Text, test.want):
			t.Errorf("%s: %v, want %q", test.name, found, test.want)
		}
	}
	if _, err := judgeFonts("book.pdf", head+"Helvetica perhaps\n"); err == nil {
		t.Error("a line of another form is taken for a font")
	}
}

func TestVeraPDFFindsFaults(t *testing.T) {
	sound, wrong := makeBlankPDF(t, "1"), makeBlankPDF(t, "7")
	found, err := veraPDF(PDFUA1, []string{sound, wrong})
	report(t, "veraPDF", nil, err)
	if len(found) != 1 || found[0].File != wrong || found[0].Rule != "5-2" {
		t.Errorf("found %v", found)
	}
	if _, err := veraPDF("no such profile", []string{sound}); err == nil {
		t.Error("an unknown profile passes")
	}
}
