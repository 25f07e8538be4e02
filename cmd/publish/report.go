package main

import (
	"crypto/sha256"
	"encoding/hex"
	"encoding/json"
	"io"
	"os"
	"path/filepath"
	"slices"
	"strings"

	"publish/book"
	"publish/book/account"
	"publish/layout"
)

// buildReport is what --report writes of a build.
type buildReport struct {
	Title      string            `json:"title"`
	Identifier string            `json:"identifier"`
	Date       string            `json:"date"`
	Program    string            `json:"program"`
	Sources    string            `json:"sources-sha256"`
	Editions   []editionReport   `json:"editions"`
	Chapters   int               `json:"chapters"`
	Pages      int               `json:"pages"`
	Words      int               `json:"words"`
	Dropped    map[string]int    `json:"dropped"`
	Messages   map[book.Code]int `json:"messages"`
	Fonts      []string          `json:"fonts"`
	Foreign    []fontReport      `json:"foreign-fonts"` // those that are not part of the program
	Account    accountReport     `json:"account"`       // of all articles
	Articles   []articleReport   `json:"articles"`
	Estimate   *estimate         `json:"estimate,omitempty"` // where there are pages
}

// accountReport is an account of words: source is the sum of book, of the words in
// all classes of dropped, and of lost.
type accountReport struct {
	Source  int                      `json:"words-in-source"`
	Book    int                      `json:"words-in-book"`
	Dropped map[string]droppedReport `json:"words-dropped"`
	Lost    int                      `json:"words-lost"`
}

type droppedReport struct {
	Pieces int `json:"pieces"`
	Words  int `json:"words"`
}

// articleReport is the account of one article.
type articleReport struct {
	Article string `json:"article,omitempty"`
	File    string `json:"file"`
	accountReport
}

// fontReport is a font file from outside the program: it decides the bytes of the
// editions as the text does.
type fontReport struct {
	Name    string `json:"name"`
	File    string `json:"file"`
	SHA256  string `json:"sha256"`
	Machine bool   `json:"of-the-machine"` // not named by the manifest
}

func foreignFonts(t *typefaces) []fontReport {
	list := []fontReport{}
	for _, f := range t.foreign {
		list = append(list, fontReport{f.face.Name, f.file, hex.EncodeToString(f.sum[:]), f.machine})
	}
	return list
}

type editionReport struct {
	Edition string `json:"edition"`
	File    string `json:"file"`
	Size    int64  `json:"size"`
	SHA256  string `json:"sha256"`
}

func reportOf(s account.Sheet) accountReport {
	r := accountReport{Source: s.Source, Book: s.Book, Lost: len(s.Lost), Dropped: map[string]droppedReport{}}
	for class, n := range s.Dropped {
		r.Dropped[string(class)] = droppedReport(n)
	}
	return r
}

// stageReport writes the report of a build whose editions are whole but not yet in
// their places, or of a check, which has no set. The report is not in its place yet
// either; there is none to finish if none is wanted.
func (p *program) stageReport(w *writer, set *staging) (*staging, error) {
	if p.flags.report == "" {
		return &staging{}, nil
	}
	b := w.book
	r := buildReport{
		Title: b.Meta.Title, Identifier: b.Meta.Identifier, Date: b.Meta.Date.Format("2006-01-02"),
		Program: generator(), Sources: b.Meta.Checksum, Chapters: len(b.Body()), Pages: len(w.doc.Pages),
		Dropped: map[string]int{}, Messages: p.tally.codes, Fonts: fontsOf(w.doc), Foreign: foreignFonts(&w.source.faces),
	}
	if len(w.doc.Pages) > 0 {
		r.Estimate = estimateOf(w)
	}
	for _, c := range b.Chapters() {
		r.Words += c.Words
	}
	for _, d := range b.Dropped {
		r.Dropped[string(d.Class)]++
	}
	if r.Messages == nil {
		r.Messages = map[book.Code]int{}
	}
	r.Account, r.Articles = reportOf(account.Total(w.account)), []articleReport{}
	for _, s := range w.account {
		r.Articles = append(r.Articles, articleReport{s.Article, s.File, reportOf(s)})
	}
	var err error
	if r.Editions, err = editionReports(w.source.manifest, set); err != nil {
		return nil, err
	}
	return p.saveReport(p.flags.report, r)
}

// editionReports describes the files of a set; none without one.
func editionReports(m *book.Manifest, set *staging) ([]editionReport, error) {
	reports := []editionReport{}
	if set == nil {
		return reports, nil
	}
	for _, f := range set.sorted() {
		e, err := describe(m, f.temp, f.place)
		if err != nil {
			return nil, err
		}
		reports = append(reports, e)
	}
	return reports, nil
}

// describe returns the size and sum of a file that will stand at place.
func describe(m *book.Manifest, file, place string) (editionReport, error) {
	f, err := os.Open(file)
	if err != nil {
		return editionReport{}, err
	}
	defer f.Close()
	h := sha256.New()
	size, err := io.Copy(h, f)
	return editionReport{
		Edition: editionOf(m, place), File: filepath.ToSlash(place),
		Size: size, SHA256: hex.EncodeToString(h.Sum(nil)),
	}, err
}

// editionOf returns the name of the edition that a file is, by its ending.
func editionOf(m *book.Manifest, place string) string {
	name := filepath.Base(place)
	switch ending := filepath.Ext(name)[1:]; {
	case strings.HasSuffix(name, "."+editionKobo+".epub"):
		return editionKobo
	case slices.Contains(bookletNames(m), name):
		return editionBooklet
	case name == fileName(m.Meta, editionLarge):
		return editionLarge
	case name == fileName(m.Meta, editionWrap):
		return editionWrap
	case ending == "json":
		return "csl-json"
	case ending == "bib":
		return "bibtex"
	default:
		return ending
	}
}

func (p *program) saveReport(name string, r buildReport) (*staging, error) {
	text, err := json.MarshalIndent(r, "", "  ")
	if err != nil {
		return nil, err
	}
	set, err := p.stage(filepath.Dir(name))
	if err != nil {
		return nil, err
	}
	err = set.write(filepath.Base(name), func(out io.Writer) error {
		_, err := out.Write(append(text, '\n'))
		return err
	})
	if err != nil {
		set.close()
	}
	return set, err
}

// fontsOf lists the faces in which the words of a document are set, by name.
func fontsOf(doc *layout.Document) []string {
	var names []string
	for _, page := range doc.Pages {
		for _, item := range page.Items {
			line, ok := item.(*layout.Line)
			if !ok {
				continue
			}
			for _, word := range line.Words {
				if name := word.Run.Face.Name; !slices.Contains(names, name) {
					names = append(names, name)
				}
			}
		}
	}
	slices.Sort(names)
	return names
}
