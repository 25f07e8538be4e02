package epub

import (
	"archive/zip"
	"bytes"
	"fmt"
	"io"
	"net/http"
	"sync"

	goepub "github.com/go-shiori/go-epub"
)

// invalidHost is a name that never resolves (RFC 2606 §2): even a client that is
// not ours could fetch nothing from it.
const invalidHost = "http://book.invalid/"

// storage guards go-epub's file system, which is one for the whole process: two
// books that are written at once would race for it.
var storage sync.Mutex

// collect gives documents and media to go-epub and takes the archive back. It
// makes sure that every file is in it with the bytes that were given, since
// go-epub only logs some of its errors.
//
// go-epub embeds whatever path or address it is given. Here it gets addresses of
// invalidHost only, with names made by this package, and a client that reads them
// from memory.
func collect(title string, docs []*document, media []*medium) error {
	e, err := goepub.NewEpub(title)
	if err != nil {
		return err
	}
	served := make(memory, len(media))
	e.Client = &http.Client{Transport: http.NewFileTransportFS(served)}
	for _, f := range media {
		served[f.path()] = f.data
		if err := addMedium(e, f); err != nil {
			return fmt.Errorf("%s: %w", f.path(), err)
		}
	}
	for _, d := range docs {
		if _, err := e.AddSection(string(d.body), d.title, d.name, "../"+cssPath); err != nil {
			return fmt.Errorf("%s: %w", d.name, err)
		}
	}
	archive, err := writeArchive(e)
	if err != nil {
		return err
	}
	return compare(archive, docs, media)
}

func addMedium(e *goepub.Epub, f *medium) error {
	var err error
	switch f.folder {
	case cssFolder:
		_, err = e.AddCSS(invalidHost+f.path(), f.name)
	case fontFolder:
		_, err = e.AddFont(invalidHost+f.path(), f.name)
	default:
		_, err = e.AddImage(invalidHost+f.path(), f.name)
	}
	return err
}

// writeArchive runs go-epub on a file system in memory, and drops that again.
func writeArchive(e *goepub.Epub) ([]byte, error) {
	storage.Lock()
	defer storage.Unlock()
	if err := goepub.Use(goepub.MemoryFS); err != nil {
		return nil, err
	}
	var buf bytes.Buffer
	_, err := e.WriteTo(&buf)
	if back := goepub.Use(goepub.OsFS); err == nil {
		err = back
	}
	return buf.Bytes(), err
}

// compare looks for every document and medium in an archive of go-epub.
func compare(archive []byte, docs []*document, media []*medium) error {
	z, err := zip.NewReader(bytes.NewReader(archive), int64(len(archive)))
	if err != nil {
		return err
	}
	found := make(map[string]*zip.File, len(z.File))
	for _, f := range z.File {
		found[f.Name] = f
	}
	for _, f := range media {
		data, err := extract(found, root+f.path())
		if err != nil {
			return err
		}
		if !bytes.Equal(data, f.data) {
			return fmt.Errorf("go-epub changed %s", f.path())
		}
	}
	for _, d := range docs {
		data, err := extract(found, root+textFolder+d.name)
		if err != nil {
			return err
		}
		if d.body, err = inner(data, d.body); err != nil {
			return fmt.Errorf("%s: %w", d.name, err)
		}
	}
	return nil
}

func extract(found map[string]*zip.File, name string) ([]byte, error) {
	f, ok := found[name]
	if !ok {
		return nil, fmt.Errorf("go-epub lost %s", name)
	}
	r, err := f.Open()
	if err != nil {
		return nil, err
	}
	defer r.Close()
	data := make([]byte, f.UncompressedSize64)
	if _, err := io.ReadFull(r, data); err != nil {
		return nil, fmt.Errorf("%s: %w", name, err)
	}
	return data, nil
}

// inner returns what stands in the body of a document of go-epub, which must be
// what it was given.
func inner(data, given []byte) ([]byte, error) {
	_, body, ok := bytes.Cut(data, []byte(`<body dir="auto">`+"\n"))
	if !ok {
		return nil, fmt.Errorf("go-epub wrote no body")
	}
	body, ok = bytes.CutSuffix(body, []byte("\n</body>\n</html>\n"))
	if !ok || !bytes.Equal(body, given) {
		return nil, fmt.Errorf("go-epub changed the body")
	}
	return body, nil
}
