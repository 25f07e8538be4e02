package main

import (
	"crypto/sha256"
	"encoding/hex"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"slices"
	"strings"

	"github.com/spf13/cobra"

	"publish/output/shelf"
)

// shelfFlags are the flags of the command shelf.
type shelfFlags struct {
	out, title, address string
	serve               bool
}

func (p *program) shelfCommand() *cobra.Command {
	var f shelfFlags
	cmd := &cobra.Command{
		Use:   "shelf DIR…",
		Short: "Gather finished editions into a folder to carry or to share",
		Long: `Shelf gathers the editions of the folders into one: a page for browsers with
covers and downloads, catalogues for reading programs (OPDS 1.2 and 2.0), and
checksums. It works from a stick as well as from any web server, without
JavaScript. With --serve it is offered to whoever is in the same network.

Standard output is the path of each file written, one a line, and with --serve
the address.`,
		Example: `  publish shelf editions -o shelf
  publish shelf */editions --title "Our Library" --serve`,
		Args: func(_ *cobra.Command, args []string) error {
			if len(args) == 0 {
				return usagef("shelf needs a folder of editions").withHint("publish build writes one: editions, beside the manifest")
			}
			return nil
		},
		RunE: func(_ *cobra.Command, args []string) error { return p.shelve(f, args) },
	}
	cmd.Flags().StringVarP(&f.out, "out", "o", "shelf", "folder of the shelf")
	cmd.Flags().StringVar(&f.title, "title", "Books", "title of the shelf")
	cmd.Flags().BoolVar(&f.serve, "serve", false, "offer the shelf in the local network until stopped")
	cmd.Flags().StringVar(&f.address, "address", ":8080", "where to offer it: host and port")
	return cmd
}

// shelve makes a shelf, and offers it.
func (p *program) shelve(f shelfFlags, dirs []string) error {
	found, err := findBooks(dirs)
	if err != nil {
		return err
	}
	set, err := p.stage(f.out)
	if err != nil {
		return err
	}
	defer set.close()
	var books []*shelf.Book
	for _, b := range found {
		if err := b.copyTo(set); err != nil {
			return err
		}
		books = append(books, b.Book)
	}
	if err := writeShelf(set, shelf.New(f.title, books)); err != nil {
		return err
	}
	made := set.sorted()
	if err := set.finish(); err != nil {
		return err
	}
	for _, file := range made {
		fmt.Fprintln(p.stdout, filepath.ToSlash(file.place))
	}
	if f.serve {
		return p.serve(f.out, f.address)
	}
	return nil
}

// writeShelf writes what tells of the books.
func writeShelf(set *staging, s *shelf.Shelf) error {
	for _, text := range []struct {
		name  string
		write func(io.Writer) error
	}{{"index.html", s.Page}, {"opds.xml", s.OPDS1}, {"opds.json", s.OPDS2}, {"SHA256SUMS", s.Sums}} {
		if err := set.write(text.name, text.write); err != nil {
			return err
		}
	}
	return nil
}

// foundBook is a book with the folder that its files lie in.
type foundBook struct {
	*shelf.Book
	dir string
}

// findBooks finds the books of the folders by their EPUBs. A PDF without one is a book
// of which only its name is known.
func findBooks(dirs []string) ([]foundBook, error) {
	var books []foundBook
	where := map[string]string{}
	for _, dir := range dirs {
		found, err := booksIn(dir)
		if err != nil {
			return nil, err
		}
		for _, b := range found {
			if other, twice := where[b.Slug]; twice {
				return nil, &hintedError{fmt.Errorf("%s: there is a book %q in %s too", filepath.ToSlash(dir), b.Slug, other), "give one of them another title, or make two shelves"}
			}
			where[b.Slug] = filepath.ToSlash(dir)
		}
		books = append(books, found...)
	}
	if len(books) == 0 {
		return nil, &hintedError{fmt.Errorf("%s: no editions", strings.Join(dirs, ", ")), "publish build writes them"}
	}
	return books, nil
}

// booksIn returns the books of one folder, by name.
func booksIn(dir string) ([]foundBook, error) {
	entries, err := os.ReadDir(dir)
	if err != nil {
		return nil, &hintedError{fmt.Errorf("%s: %w", filepath.ToSlash(dir), cause(err)), "name the folders that publish build wrote editions into"}
	}
	var names []string
	for _, e := range entries {
		if e.Type().IsRegular() && !strings.HasPrefix(e.Name(), ".") {
			names = append(names, e.Name())
		}
	}
	var books []foundBook
	for _, name := range slices.Clone(names) {
		slug, ok := strings.CutSuffix(name, ".epub")
		if !ok || strings.HasSuffix(slug, "."+editionKobo) {
			continue
		}
		b, err := readBook(filepath.Join(dir, name), slug)
		if err != nil {
			return nil, err
		}
		names = b.Take(names)
		books = append(books, foundBook{b, dir})
	}
	for _, name := range slices.Clone(names) { // the shortest first: a book's own PDF before its booklet
		if slug, ok := strings.CutSuffix(name, ".pdf"); ok && slices.Contains(names, name) {
			b := &shelf.Book{Slug: slug, Title: slug, Identifier: "urn:publish:" + slug}
			names = b.Take(names)
			books = append(books, foundBook{b, dir})
		}
	}
	return books, nil
}

// mostEPUB is how much of an EPUB is read to know what it is.
const mostEPUB = 1 << 30

func readBook(file, slug string) (*shelf.Book, error) {
	info, err := os.Stat(file)
	if err == nil && info.Size() > mostEPUB {
		err = fmt.Errorf("the file is larger than %d bytes", mostEPUB)
	}
	var data []byte
	if err == nil {
		data, err = os.ReadFile(file)
	}
	var b *shelf.Book
	if err == nil {
		b, err = shelf.ReadEPUB(slug, data)
	}
	if err != nil {
		return nil, &hintedError{fmt.Errorf("%s: %w", filepath.ToSlash(file), cause(err)), "move it away, or build it again"}
	}
	return b, nil
}

// copyTo copies the files of the book, with its cover, into a set, and notes their
// sizes and sums.
func (b *foundBook) copyTo(set *staging) error {
	for i := range b.Files {
		f := &b.Files[i]
		err := set.write(f.Name, func(w io.Writer) error {
			from, err := os.Open(filepath.Join(b.dir, f.Name))
			if err != nil {
				return err
			}
			defer from.Close()
			h := sha256.New()
			f.Size, err = io.Copy(io.MultiWriter(w, h), from)
			f.SHA256 = hex.EncodeToString(h.Sum(nil))
			return err
		})
		if err != nil {
			return err
		}
	}
	if b.Cover == nil {
		return nil
	}
	return set.write(b.Cover.Name, func(w io.Writer) error {
		_, err := w.Write(b.Cover.Data)
		return err
	})
}
