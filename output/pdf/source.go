package pdf

import (
	"bytes"
	"fmt"
	"strconv"
)

// source is a PDF file with a plain cross-reference table, as gofpdf writes it:
// one section, generation 0, lengths of streams given directly. It is read by
// demand; streams share the bytes of the file.
type source struct {
	data    []byte
	offsets []int // by object number; 0 for none
	trailer dict
}

// readSource reads the cross-reference table and the trailer.
func readSource(data []byte) (*source, error) {
	at := bytes.LastIndex(data, []byte("startxref"))
	if at < 0 {
		return nil, fmt.Errorf("%w: no startxref", errEnd)
	}
	s := &scanner{data: data, at: at}
	s.accept("startxref")
	start, err := s.integer()
	if err != nil {
		return nil, err
	}
	if start > at {
		return nil, fmt.Errorf("%w: cross-reference table is not in the file", errSyntax)
	}
	s.at = start
	src := &source{data: data}
	if err := src.readTable(s); err != nil {
		return nil, err
	}
	trailer, err := s.object()
	if err != nil {
		return nil, err
	}
	src.trailer, err = as[dict](trailer)
	return src, err
}

// readTable reads the cross-reference table up to the keyword "trailer".
func (src *source) readTable(s *scanner) error {
	if !s.accept("xref") || !s.accept("0") {
		return fmt.Errorf("%w: cross-reference table", errSyntax)
	}
	n, err := s.integer()
	if err != nil {
		return err
	}
	if n > len(src.data)/20 { // an entry is 20 bytes
		return fmt.Errorf("%w: cross-reference table", errEnd)
	}
	src.offsets = make([]int, n)
	for i := range n {
		offset, err := s.integer()
		if err != nil {
			return err
		}
		if _, err := s.integer(); err != nil {
			return err
		}
		if s.accept("n") {
			src.offsets[i] = offset
		} else if !s.accept("f") {
			return fmt.Errorf("%w: cross-reference table", errSyntax)
		}
	}
	if !s.accept("trailer") {
		return fmt.Errorf("%w: no trailer", errSyntax)
	}
	return nil
}

// integer reads a number that is not negative.
func (s *scanner) integer() (int, error) {
	s.skipWhite()
	n, err := strconv.ParseUint(string(s.regular()), 10, 31)
	if err != nil {
		return 0, fmt.Errorf("%w: number expected", errSyntax)
	}
	return int(n), nil
}

// resolve returns o, or the object that it refers to.
func (src *source) resolve(o object) (object, error) {
	r, ok := o.(ref)
	if !ok {
		return o, nil
	}
	if int(r) >= len(src.offsets) || src.offsets[r] == 0 || src.offsets[r] > len(src.data) {
		return nil, fmt.Errorf("%w: no object %d", errSyntax, r)
	}
	s := &scanner{data: src.data, at: src.offsets[r]}
	if n, err := s.integer(); err != nil || n != int(r) || !s.accept("0") || !s.accept("obj") {
		return nil, fmt.Errorf("%w: object %d is not at its place", errSyntax, r)
	}
	o, err := s.object()
	if err != nil {
		return nil, fmt.Errorf("object %d: %w", r, err)
	}
	if !s.accept("stream") {
		return o, nil
	}
	return s.stream(o)
}

// stream reads the data that follow a dictionary.
func (s *scanner) stream(o object) (object, error) {
	d, err := as[dict](o)
	if err != nil {
		return nil, err
	}
	length, _ := d.get("Length").(token)
	n, err := strconv.Atoi(string(length))
	if err != nil || n < 0 {
		return nil, fmt.Errorf("%w: length of a stream", errSyntax)
	}
	if s.at < len(s.data) && s.data[s.at] == '\r' {
		s.at++
	}
	start := s.at + 1 // after the line feed
	if n > len(s.data)-start {
		return nil, errEnd
	}
	return &stream{dict: d, data: s.data[start : start+n : start+n]}, nil
}

// as returns o as a T, or an error.
func as[T object](o object) (T, error) {
	t, ok := o.(T)
	if !ok {
		return t, fmt.Errorf("%w: %T where %T is expected", errSyntax, o, t)
	}
	return t, nil
}

// lookup follows keys from dictionary to dictionary and returns the last value,
// which must be a T.
func lookup[T object](src *source, o object, keys ...name) (T, error) {
	var zero T
	o, err := src.resolve(o)
	for _, key := range keys {
		if err != nil {
			return zero, err
		}
		d, ok := o.(dict)
		if s, isStream := o.(*stream); isStream {
			d, ok = s.dict, true
		}
		if !ok {
			return zero, fmt.Errorf("%w: no dictionary with /%s", errSyntax, key)
		}
		o, err = src.resolve(d.get(key))
	}
	if err != nil {
		return zero, err
	}
	t, err := as[T](o)
	if err != nil && len(keys) > 0 {
		return zero, fmt.Errorf("/%s: %w", keys[len(keys)-1], err)
	}
	return t, err
}
