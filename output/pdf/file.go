package pdf

import (
	"bufio"
	"crypto/sha256"
	"fmt"
	"hash"
	"io"
	"strconv"
)

// file writes a PDF 1.7 file: streams as they come, everything else in object
// streams (ISO 32000-1 §7.5.7), and at the end a cross-reference stream (§7.5.8).
type file struct {
	out      *bufio.Writer
	hash     hash.Hash // of all that was written
	at       int64     // bytes written
	entries  []xrefEntry
	deflater *deflater

	// The object stream that is being filled.
	index  []byte // pairs of number and offset
	bodies []byte
	packed int // number of its objects
	number ref // of the object stream
}

// xrefEntry tells where an object is. kind is 0 for none, 1 for an object at the
// offset place, 2 for the object of this index in the object stream place.
type xrefEntry struct {
	kind  byte
	place int64
	index int
}

// objectsPerStream is how many objects share an object stream. A reader inflates
// them all to see one; the gain of more is under one percent.
const objectsPerStream = 200

// header is the first line and one with bytes that are no ASCII, so that tools
// take the file for what it is (§7.5.2).
const header = "%PDF-1.7\n%\xE2\xE3\xCF\xD3\n"

// newFile starts a file. It must be closed.
func newFile(w io.Writer, level, jobs int) (*file, error) {
	f := &file{hash: sha256.New(), entries: make([]xrefEntry, 1)}
	f.out = bufio.NewWriterSize(w, 1<<16)
	var err error
	if f.deflater, err = newDeflater(level, jobs, f.writePacked); err != nil {
		return nil, err
	}
	return f, f.write([]byte(header))
}

// alloc returns the number of a new object, which must be put exactly once.
func (f *file) alloc() ref { return f.allocMany(1) }

// allocMany returns the first of n numbers in a row.
func (f *file) allocMany(n int) ref {
	first := ref(len(f.entries))
	f.entries = append(f.entries, make([]xrefEntry, n)...)
	return first
}

// put writes an object that is not a stream.
func (f *file) put(r ref, o object) error {
	return f.putFunc(r, o.write)
}

// putFunc writes an object that write appends to a buffer.
func (f *file) putFunc(r ref, write func([]byte) []byte) error {
	if f.packed == 0 {
		f.number = f.alloc()
	}
	f.index = strconv.AppendInt(f.index, int64(r), 10)
	f.index = append(f.index, ' ')
	f.index = strconv.AppendInt(f.index, int64(len(f.bodies)), 10)
	f.index = append(f.index, ' ')
	f.bodies = append(write(f.bodies), '\n')
	f.entries[r] = xrefEntry{2, int64(f.number), f.packed}
	if f.packed++; f.packed == objectsPerStream {
		return f.closeObjectStream()
	}
	return nil
}

// closeObjectStream hands over the object stream that is being filled.
func (f *file) closeObjectStream() error {
	if f.packed == 0 {
		return nil
	}
	d := dict{
		{"Type", name("ObjStm")},
		{"N", integer(f.packed)},
		{"First", integer(len(f.index))},
	}
	data := append(f.index, f.bodies...)
	f.index, f.bodies, f.packed = nil, make([]byte, 0, len(f.bodies)), 0
	return f.putStream(f.number, d, data)
}

// putStream compresses and writes a stream. data must not change afterwards.
func (f *file) putStream(r ref, d dict, data []byte) error {
	return f.deflater.add(int(r), d, data)
}

// putRaw writes a stream as it is, after those that came before.
func (f *file) putRaw(r ref, s *stream) error {
	if err := f.deflater.wait(); err != nil {
		return err
	}
	return f.writeObject(int(r), s)
}

// writePacked writes a stream that is compressed.
func (f *file) writePacked(job *deflateJob) error {
	d := job.dict.with("Filter", name("FlateDecode"))
	return f.writeObject(job.number, &stream{d, job.packed.Bytes()})
}

func (f *file) writeObject(number int, s *stream) error {
	f.entries[number] = xrefEntry{1, f.at, 0}
	d := s.dict.with("Length", integer(len(s.data)))
	b := fmt.Appendf(nil, "%d 0 obj\n", number)
	b = append(d.write(b), "stream\n"...)
	if err := f.write(b); err != nil {
		return err
	}
	if err := f.write(s.data); err != nil {
		return err
	}
	return f.write([]byte("\nendstream\nendobj\n"))
}

func (f *file) write(b []byte) error {
	f.at += int64(len(b))
	f.hash.Write(b)
	_, err := f.out.Write(b)
	return err
}

// finish writes the cross-reference stream with the catalogue and the information
// dictionary. The file identifier is a hash of all that stands before it.
func (f *file) finish(root, info ref) error {
	if err := f.closeObjectStream(); err != nil {
		return err
	}
	if err := f.deflater.wait(); err != nil {
		return err
	}
	id := text(f.hash.Sum(nil)[:16])
	start := f.at
	table := f.alloc()
	f.entries[table] = xrefEntry{1, start, 0}
	d := dict{
		{"Type", name("XRef")},
		{"Size", integer(len(f.entries))},
		{"W", array{integer(1), integer(4), integer(2)}},
		{"DecodeParms", dict{{"Predictor", integer(12)}, {"Columns", integer(entrySize)}}},
		{"Root", root},
		{"Info", info},
		{"ID", array{id, id}},
	}
	if err := f.putStream(table, d, f.xrefTable()); err != nil {
		return err
	}
	if err := f.deflater.wait(); err != nil {
		return err
	}
	if err := f.write(fmt.Appendf(nil, "startxref\n%d\n%%%%EOF\n", start)); err != nil {
		return err
	}
	return f.out.Flush()
}

// close ends the workers. It is called whether or not the file was finished.
func (f *file) close() { f.deflater.stop() }

// entrySize is the bytes of an entry of the cross-reference stream.
const entrySize = 1 + 4 + 2

// xrefTable returns the entries, each as the difference from the one before (PNG
// predictor "up"), which deflates to a fifth.
func (f *file) xrefTable() []byte {
	b := make([]byte, 0, (entrySize+1)*len(f.entries))
	var before [entrySize]byte
	for i, e := range f.entries {
		row := [entrySize]byte{
			e.kind,
			byte(e.place >> 24), byte(e.place >> 16), byte(e.place >> 8), byte(e.place),
			byte(e.index >> 8), byte(e.index),
		}
		if i == 0 { // head of the list of free objects
			row = [entrySize]byte{5: 0xFF, 6: 0xFF}
		}
		b = append(b, 2)
		for k := range row {
			b = append(b, row[k]-before[k])
		}
		before = row
	}
	return b
}
