package book

import (
	"bytes"
	"errors"
	"fmt"
	"image"
	"image/color"
	"image/draw"
	"image/gif"
	"image/jpeg"
	"image/png"
	"io"
	"io/fs"
	"path"

	"golang.org/x/image/webp"
)

// Limits of a picture. More than 40 megapixels take a quarter of a gigabyte to
// decode, and no page shows them.
const (
	pictureBytes  = 64 << 20
	picturePixels = 40_000_000
)

// LoadPictures reads the named pictures from the folder dir: PNG, JPEG, GIF (its
// first frame) and WebP. A name that is not there, or says that it leads out of the
// folder, is left out in silence, since only the place that shows it can report it;
// the assembly does. What cannot be read is reported and stands among the pictures
// as nil.
//
// A JPEG picture in three colours or in grey stays as it is, bytes and all. Every
// other picture becomes a PNG with 8 bits a channel, so that each writer can embed
// it.
func LoadPictures(dir string, names []string) (map[string]*Picture, Diags) {
	pictures := map[string]*Picture{}
	var diags Diags
	for _, name := range names {
		if _, seen := pictures[name]; seen {
			continue
		}
		pos := Pos{File: path.Join(dir, name)}
		if LeavesFolder(name) {
			continue
		}
		data, err := readPicture(dir, name)
		var out *OutsideError
		switch {
		case errors.Is(err, fs.ErrNotExist):
			continue
		case errors.Is(err, errPictureLarge):
			pictures[name] = nil
			diags.Add(PictureLarge, pos, "the file of the picture is larger than %d MB", pictureBytes>>20)
			continue
		case errors.As(err, &out):
			pictures[name] = nil
			diags.Add(PathOutside, pos, "the picture %q is a link out of the folder of pictures", name).
				Hint("put the picture itself into the folder")
			continue
		case err != nil:
			pictures[name] = nil
			diags.Add(PictureFormat, pos, "the picture cannot be read: %v", err)
			continue
		}
		pictures[name] = decodePicture(name, data, pos, &diags)
	}
	diags.Sort()
	return pictures, diags
}

var errPictureLarge = errors.New("picture too large")

// readPicture returns the bytes of a file of the folder.
func readPicture(dir, name string) ([]byte, error) {
	f, err := OpenInside(dir, name)
	if err != nil {
		return nil, err
	}
	defer f.Close()
	data, err := io.ReadAll(io.LimitReader(f, pictureBytes+1))
	if err == nil && len(data) > pictureBytes {
		err = errPictureLarge
	}
	return data, err
}

// decodePicture makes a picture of the bytes of a file; nil when it reports why
// there is none. The size is known, and checked, before any pixel is decoded.
func decodePicture(name string, data []byte, pos Pos, diags *Diags) *Picture {
	kind := pictureKind(data)
	config, err := decodeConfig(kind, data)
	if err != nil {
		diags.Add(PictureFormat, pos, "the picture cannot be read: %v", err).
			Hint("use PNG, JPEG, GIF or WebP")
		return nil
	}
	if config.Width*config.Height > picturePixels {
		diags.Add(PictureLarge, pos, "the picture has %d × %d pixels, more than %d million in all",
			config.Width, config.Height, picturePixels/1_000_000).Hint("make it smaller")
		return nil
	}
	p := &Picture{Name: name, MIME: "image/jpeg", Data: data, Width: config.Width, Height: config.Height}
	img, err := decodeImage(kind, data)
	if err != nil {
		diags.Add(PictureFormat, pos, "the picture is damaged: %v", err)
		return nil
	}
	if kind == "jpeg" && (config.ColorModel == color.YCbCrModel || config.ColorModel == color.GrayModel) {
		return p
	}
	p.MIME = "image/png"
	if p.Data, err = encodePNG(img); err != nil {
		diags.Add(PictureFormat, pos, "the picture cannot be kept as PNG: %v", err)
		return nil
	}
	return p
}

// pictureKind tells the format of a file by its first bytes.
func pictureKind(data []byte) string {
	switch {
	case bytes.HasPrefix(data, []byte("\x89PNG\r\n\x1a\n")):
		return "png"
	case bytes.HasPrefix(data, []byte("\xff\xd8\xff")):
		return "jpeg"
	case bytes.HasPrefix(data, []byte("GIF8")):
		return "gif"
	case len(data) > 12 && string(data[:4]) == "RIFF" && string(data[8:12]) == "WEBP":
		return "webp"
	}
	return ""
}

var errPictureKind = errors.New("unknown format")

func decodeConfig(kind string, data []byte) (image.Config, error) {
	r := bytes.NewReader(data)
	switch kind {
	case "png":
		return png.DecodeConfig(r)
	case "jpeg":
		return jpeg.DecodeConfig(r)
	case "gif":
		return gif.DecodeConfig(r)
	case "webp":
		return webp.DecodeConfig(r)
	}
	return image.Config{}, errPictureKind
}

func decodeImage(kind string, data []byte) (image.Image, error) {
	r := bytes.NewReader(data)
	switch kind {
	case "png":
		return png.Decode(r)
	case "jpeg":
		return jpeg.Decode(r)
	case "gif":
		return gif.Decode(r)
	case "webp":
		return webp.Decode(r)
	}
	return nil, errPictureKind
}

// encodePNG returns a picture as a PNG with 8 bits a channel: in grey if it has no
// colour to begin with, else in RGB with alpha.
func encodePNG(img image.Image) ([]byte, error) {
	bounds := image.Rect(0, 0, img.Bounds().Dx(), img.Bounds().Dy())
	var out draw.Image
	switch img.ColorModel() {
	case color.GrayModel, color.Gray16Model:
		out = image.NewGray(bounds)
	default:
		out = image.NewNRGBA(bounds)
	}
	draw.Draw(out, bounds, img, img.Bounds().Min, draw.Src)
	var b bytes.Buffer
	encoder := png.Encoder{CompressionLevel: png.BestCompression}
	if err := encoder.Encode(&b, out); err != nil {
		return nil, fmt.Errorf("encode PNG: %w", err)
	}
	return b.Bytes(), nil
}
