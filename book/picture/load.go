package picture

import (
	"context"
	"errors"
	"image"
	"io"
	"io/fs"
	"runtime"
	"strings"
	"sync"

	"golang.org/x/sync/errgroup"
	"golang.org/x/sync/semaphore"

	"publish/book"
	"publish/book/picture/svg"
	"publish/fonts"
)

// Options is what Load needs to know. The zero value makes files for screens only
// as small as screens need, and for paper as large as the pictures are.
type Options struct {
	Bounds
	Jobs int // pictures in work at once; 0 for one per processor
	// Fonts gives the faces in which the text of drawings is set. It is asked when
	// there is a drawing; if it is nil, their text is left out.
	Fonts func() (*fonts.Family, error)
	// Memory is told how many bytes more are in use at most, before they are taken;
	// less than zero when they are free again. It may be nil. In the end it has been
	// told the size of the files that were made.
	Memory func(bytes int64)
}

// inWork bounds the memory of all pictures that are being decoded at once. One
// that needs more by itself waits until it is alone.
const inWork = 192 << 20

// Load reads the pictures that are called, each once, from the folder dir. The
// result has a value for every name that is called: nil for a picture that cannot
// be used, which is reported at the first place that calls it. A name that is not
// in the folder, or says that it leads out of it, is left out in silence: the
// assembly reports each place.
//
// The result depends on the files and opt.Bounds only.
func Load(dir string, calls []book.PictureCall, opt Options) (map[string]*book.Picture, book.Diags) {
	pictures := map[string]*book.Picture{}
	folder, err := openFolder(dir)
	if err != nil {
		return pictures, nil // each place that shows a picture will tell
	}
	if opt.Screen == (image.Point{}) {
		opt.Screen = image.Pt(screenWidth, screenHeight)
	}
	if opt.Jobs <= 0 {
		opt.Jobs = runtime.GOMAXPROCS(0)
	}
	l := &loader{folder: folder, opt: opt, room: semaphore.NewWeighted(inWork)}
	calls = first(calls)
	l.text = sync.OnceValues(l.shaper)
	made := make([]*book.Picture, len(calls))
	lost := make([]parts, len(calls))
	errs := make([]error, len(calls))
	var group errgroup.Group
	group.SetLimit(opt.Jobs)
	for i, call := range calls {
		group.Go(func() error {
			made[i], lost[i], errs[i] = l.load(call.Name)
			if p := made[i]; p != nil {
				l.mu.Lock()
				defer l.mu.Unlock()
				l.count(int64(len(p.Print.Data) + len(p.Screen.Data)))
			}
			return nil
		})
	}
	_ = group.Wait() // the errors are in errs
	l.count(-l.memory)
	var diags book.Diags
	for i, call := range calls {
		if errors.Is(errs[i], fs.ErrNotExist) || book.LeavesFolder(call.Name) {
			continue
		}
		pictures[call.Name] = made[i]
		if errs[i] != nil {
			tell(&diags, call, errs[i])
		} else {
			tellLost(&diags, call, lost[i])
		}
	}
	diags.Sort()
	return pictures, diags
}

// first returns the first call of each name.
func first(calls []book.PictureCall) []book.PictureCall {
	var list []book.PictureCall
	seen := map[string]bool{}
	for _, call := range calls {
		if !seen[call.Name] {
			seen[call.Name] = true
			list = append(list, call)
		}
	}
	return list
}

// loader loads pictures, several at once.
type loader struct {
	folder *folder
	opt    Options
	room   *semaphore.Weighted
	text   func() (*fonts.Shaper, error)

	mu     sync.Mutex
	memory int64 // told so far
}

func (l *loader) load(name string) (*book.Picture, parts, error) {
	data, err := l.folder.read(name)
	if err != nil {
		return nil, parts{}, err
	}
	h, err := inspect(data)
	if err != nil {
		return nil, parts{}, err
	}
	need := min(h.memory, inWork)
	if err := l.room.Acquire(context.Background(), need); err != nil {
		return nil, parts{}, err
	}
	defer l.room.Release(need)
	l.tell(h.memory)
	if h.format == svgFormat {
		text, err := l.text()
		if err != nil {
			return nil, parts{}, err
		}
		return drawn(name, data, l.opt.Bounds, text)
	}
	p, err := render(name, data, &h, l.opt.Bounds)
	return p, parts{}, err
}

// count tells the caller of memory.
func (l *loader) count(bytes int64) {
	if l.opt.Memory != nil {
		l.opt.Memory(bytes)
	}
}

func (l *loader) shaper() (*fonts.Shaper, error) {
	if l.opt.Fonts == nil {
		return nil, nil
	}
	family, err := l.opt.Fonts()
	if err != nil {
		return nil, err
	}
	return fonts.NewShaper(family), nil
}

// tell tells the caller what a picture of this size may take, with as many of its
// like as may be in work at once.
func (l *loader) tell(memory int64) {
	l.mu.Lock()
	defer l.mu.Unlock()
	memory = max(memory, min(memory*int64(l.opt.Jobs), inWork))
	if memory > l.memory {
		l.count(memory - l.memory)
		l.memory = memory
	}
}

// tell reports why a picture cannot be used.
func tell(diags *book.Diags, call book.PictureCall, err error) {
	var large *largeError
	var limit *svg.LimitError
	var out *book.OutsideError
	var irregular *book.NotRegularError
	switch {
	case errors.As(err, &out):
		diags.Add(book.PathOutside, call.Pos, "the picture %q is a link out of the folder of pictures", call.Name).
			Hint("put the picture itself into the folder")
	case errors.As(err, &irregular):
		diags.Add(book.PictureFormat, call.Pos, "the picture %q cannot be read: %v", call.Name, err)
	case errors.As(err, &large):
		diags.Add(book.PictureLarge, call.Pos, "the picture %q %s", call.Name, large).Hint("make it smaller")
	case errors.As(err, &limit):
		diags.Add(book.PictureLarge, call.Pos, "the picture %q %s", call.Name, limit).
			Hint("save it as PNG from the program that draws it")
	case errors.Is(err, errSVGZ):
		diags.Add(book.PictureFormat, call.Pos, "the picture %q cannot be read: %v", call.Name, err).
			Hint("unpack it with gunzip and name it .svg")
	case errors.Is(err, errAnimated):
		diags.Add(book.PictureFormat, call.Pos, "the picture %q cannot be read: %v", call.Name, err).
			Hint("save one of its pictures by itself")
	case errors.Is(err, errFormat):
		diags.Add(book.PictureFormat, call.Pos, "the picture %q cannot be read: %v", call.Name, err).
			Hint("use PNG, JPEG, GIF, WebP or SVG")
	case errors.Is(err, io.ErrUnexpectedEOF), errors.Is(err, io.EOF), errors.Is(err, errTooEarly):
		diags.Add(book.PictureFormat, call.Pos, "the picture %q is damaged: %v", call.Name, errTooEarly).
			Hint("fetch the file again: a part of it is missing")
	default:
		diags.Add(book.PictureFormat, call.Pos, "the picture %q is damaged: %v", call.Name, err)
	}
}

// tellLost reports what a drawing has and the book does not show.
func tellLost(diags *book.Diags, call book.PictureCall, lost parts) {
	if len(lost.print) == 0 {
		return
	}
	text := "in print"
	if len(lost.screen) == len(lost.print) {
		text = "in the book"
	}
	diags.Add(book.PictureParts, call.Pos, "parts of the drawing %q are not shown %s: %s", call.Name, text, strings.Join(lost.print, ", ")).
		Hint("if they matter, save it as PNG from the program that draws it")
}
