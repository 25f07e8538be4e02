package picture

import (
	"bytes"
	"errors"
	"fmt"
	"image"
	"image/gif"
	"image/jpeg"
	"image/png"

	"golang.org/x/image/webp"

	"publish/book/picture/svg"
)

// format is a kind of picture file.
type format uint8

const (
	unknown format = iota
	pngFormat
	jpegFormat
	gifFormat
	webpFormat
	svgFormat
)

// Limits of a picture. No page shows 40 megapixels; decoded they take from 60 MB
// (a plain JPEG) to some 500 MB (one in passes, without subsampled colours), which
// the second limit holds down.
const (
	maxBytes  = 64 << 20
	maxPixels = 40_000_000
	maxSide   = 1<<16 - 1
	maxMemory = 384 << 20
)

// header is what the first bytes of a file, and a walk over its parts, say of a
// picture before any of it is decoded.
type header struct {
	format        format
	width, height int // as stored
	turn          orientation
	memory        int64 // bytes that decoding takes, about
	photo         bool  // stored with loss, as photographs are
}

// upright returns the size after turning.
func (h *header) upright() image.Point {
	if h.turn.swaps() {
		return image.Pt(h.height, h.width)
	}
	return image.Pt(h.width, h.height)
}

var (
	errFormat   = errors.New("the format is unknown")
	errSVGZ     = errors.New("it is compressed")
	errScans    = errors.New("it has too many passes")
	errAnimated = errors.New("it is an animation")
	errTooEarly = errors.New("the file ends too early")
)

// largeError says that a picture is beyond a limit.
type largeError struct{ text string }

func (e *largeError) Error() string { return e.text }

// formatOf tells the format of a file by its first bytes.
func formatOf(data []byte) (format, error) {
	switch {
	case bytes.HasPrefix(data, []byte("\x89PNG\r\n\x1a\n")):
		return pngFormat, nil
	case bytes.HasPrefix(data, []byte("\xff\xd8\xff")):
		return jpegFormat, nil
	case bytes.HasPrefix(data, []byte("GIF8")):
		return gifFormat, nil
	case len(data) > 12 && string(data[:4]) == "RIFF" && string(data[8:12]) == "WEBP":
		return webpFormat, nil
	case bytes.HasPrefix(data, []byte("\x1f\x8b")):
		return unknown, errSVGZ
	case svg.Is(data):
		return svgFormat, nil
	case len(data) == 0:
		return unknown, errTooEarly
	}
	return unknown, errFormat
}

// inspect reads the header of a picture and holds it to the limits.
func inspect(data []byte) (header, error) {
	kind, err := formatOf(data)
	if err != nil {
		return header{}, err
	}
	h := header{format: kind, turn: 1}
	if kind == svgFormat { // its size is known when it is read, and does not matter
		return header{format: kind, memory: int64(len(data))*20 + drawnPixels*12}, nil
	}
	config, err := decodeConfig(kind, data)
	if err != nil {
		return h, err
	}
	h.width, h.height = config.Width, config.Height
	if err := h.checkSize(); err != nil {
		return h, err
	}
	pixels := int64(h.width) * int64(h.height)
	switch kind {
	case pngFormat:
		h.turn, h.memory = inspectPNG(data, pixels)
	case jpegFormat:
		f := walkJPEG(data)
		if f.scans > f.mostScans() {
			return h, errScans
		}
		h.turn, h.memory, h.photo = f.turn, f.memory(), true
	case gifFormat:
		h.memory = pixels * 2 // the frame, and the screen below it
	case webpFormat:
		f := walkWebP(data)
		if f.animated {
			return h, errAnimated
		}
		h.turn, h.memory, h.photo = f.turn, pixels*8, f.lossy
	}
	if h.memory > maxMemory {
		return h, &largeError{fmt.Sprintf("takes %d MB to decode, more than %d", h.memory>>20, maxMemory>>20)}
	}
	return h, nil
}

func (h *header) checkSize() error {
	w, ht := int64(h.width), int64(h.height)
	switch {
	case w < 1 || ht < 1:
		return errors.New("it has no pixels")
	case w > maxSide || ht > maxSide || w*ht > maxPixels:
		return &largeError{fmt.Sprintf("has %d × %d pixels, more than %d million in all", w, ht, maxPixels/1_000_000)}
	}
	return nil
}

// decodeConfig reads the size of a picture.
func decodeConfig(kind format, data []byte) (config image.Config, err error) {
	defer recovered(&err)
	r := bytes.NewReader(data)
	switch kind {
	case pngFormat:
		return png.DecodeConfig(r)
	case jpegFormat:
		return jpeg.DecodeConfig(r)
	case gifFormat:
		return gif.DecodeConfig(r)
	case webpFormat:
		return webp.DecodeConfig(r)
	}
	return config, errFormat
}

// decode decodes the pixels of a picture whose header is within the limits.
func decode(h *header, data []byte) (img image.Image, err error) {
	defer recovered(&err)
	r := bytes.NewReader(data)
	switch h.format {
	case pngFormat:
		img, err = png.Decode(r)
	case jpegFormat:
		img, err = jpeg.Decode(r)
	case gifFormat:
		img, err = decodeGIF(h, r)
	case webpFormat:
		img, err = webp.Decode(r)
	}
	if err != nil {
		return nil, err
	}
	if size := img.Bounds().Size(); size != image.Pt(h.width, h.height) {
		return nil, fmt.Errorf("it holds %d × %d pixels and claims %d × %d", size.X, size.Y, h.width, h.height)
	}
	return img, nil
}

// recovered makes an error of a decoder's panic.
func recovered(err *error) {
	if r := recover(); r != nil {
		*err = fmt.Errorf("the decoder failed: %v", r)
	}
}
