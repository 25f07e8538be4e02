package main

import (
	"crypto/sha256"
	"fmt"
	"io"
	"io/fs"
	"os"
	"path/filepath"
	"slices"
	"strconv"
	"strings"
	"unicode"

	"publish/book"
	"publish/fonts"
)

// fontFolders returns the folders in which a system keeps its fonts, those of the user
// first: on Linux and its kin those of the XDG base directories, which fontconfig
// reads too.
func fontFolders(system string, env func(string) string) []string {
	var list []string
	add := func(base string, names ...string) {
		if base != "" {
			list = append(list, filepath.Join(append([]string{base}, names...)...))
		}
	}
	switch home := env("HOME"); system {
	case "windows":
		add(env("LOCALAPPDATA"), "Microsoft", "Windows", "Fonts")
		add(env("WINDIR"), "Fonts")
	case "darwin", "ios":
		add(home, "Library", "Fonts")
		add("/Library/Fonts")
		add("/System/Library/Fonts")
	default:
		if data := env("XDG_DATA_HOME"); data != "" {
			add(data, "fonts")
		} else {
			add(home, ".local", "share", "fonts")
		}
		add(home, ".fonts")
		dirs := env("XDG_DATA_DIRS")
		if dirs == "" {
			dirs = "/usr/local/share:/usr/share"
		}
		for _, dir := range filepath.SplitList(dirs) {
			add(dir, "fonts")
		}
	}
	return list
}

// findFaces finds faces of the machine for characters of the book that neither the
// bundled faces nor those of the manifest have.
func (p *program) findFaces(s *source, b *book.Book) (diags book.Diags, err error) {
	faces := &s.faces
	if !s.manifest.Fonts.System || len(p.fontFolders) == 0 {
		return diags, nil
	}
	family, err := faces.family(fonts.Default)
	if err != nil {
		return nil, err
	}
	lack := newFontset(b, family).lack
	lack = slices.DeleteFunc(lack, func(r rune) bool { return !isText(r) })
	slices.Sort(lack)
	if lack = slices.Compact(lack); len(lack) == 0 {
		return diags, nil
	}
	choose(survey(p.fontFolders, lack), func(c machineFont) bool {
		face, data, err := c.open()
		if err != nil {
			return false // the survey saw only a part of it
		}
		faces.machine = append(faces.machine, face)
		faces.foreign = append(faces.foreign, foreignFace{face: face, file: filepath.ToSlash(c.file), sum: sha256.Sum256(data), machine: true})
		diags.Add(book.FontMachine, book.Pos{File: s.manifest.File}, "%s set in %s of this machine, %s",
			lettersOf(c.font.Has), face.Name, filepath.ToSlash(c.file)).
			Hint("another machine may make another book; name a font of the book's own under fonts: fallback, or set fonts: {system: false}")
		return true
	})
	return diags, nil
}

// isText reports whether a font can be expected to have a character: not those of
// private use and those that are none.
func isText(r rune) bool {
	return r != unicode.ReplacementChar && (unicode.IsGraphic(r) || unicode.IsMark(r)) && !unicode.Is(unicode.Co, r)
}

// lettersOf names the first of some characters, and how many more there are.
func lettersOf(chars []rune) string {
	text := fmt.Sprintf("the character %q (U+%04X)", chars[0], chars[0])
	if n := len(chars) - 1; n > 0 {
		return fmt.Sprintf("%s and %d more are", text, n)
	}
	return text + " is"
}

// machineFont is a font of the machine that has characters that the book lacks.
type machineFont struct {
	file string
	font fonts.SurveyedFont
}

// open reads the font.
func (c *machineFont) open() (*fonts.Face, []byte, error) {
	f, err := os.Open(c.file)
	if err != nil {
		return nil, nil, err
	}
	defer f.Close()
	data, err := io.ReadAll(io.LimitReader(f, largestFont+1))
	if err == nil && len(data) > largestFont {
		err = errLargeFont
	}
	if err != nil {
		return nil, nil, err
	}
	face, err := fonts.ReadFace(data, strconv.Itoa(c.font.Number))
	return face, data, err
}

// survey looks for characters in the fonts of some folders and of those within them.
func survey(folders []string, chars []rune) []machineFont {
	var found []machineFont
	for _, folder := range folders {
		filepath.WalkDir(folder, func(file string, entry fs.DirEntry, err error) error {
			if err == nil && isFontFile(file) {
				found = append(found, surveyFile(file, chars)...)
			}
			return nil // a folder that cannot be read has no fonts
		})
	}
	return found
}

func isFontFile(name string) bool {
	switch strings.ToLower(filepath.Ext(name)) {
	case ".ttf", ".otf", ".ttc", ".otc":
		return true
	}
	return false
}

// surveyFile looks for characters in one font file.
func surveyFile(file string, chars []rune) []machineFont {
	info, err := os.Stat(file)
	if err != nil || !info.Mode().IsRegular() || info.Size() > largestFont {
		return nil
	}
	f, err := os.Open(file)
	if err != nil {
		return nil
	}
	defer f.Close()
	s, err := fonts.SurveyFont(f, chars)
	if err != nil {
		return nil
	}
	var found []machineFont
	for _, font := range s.Fonts {
		found = append(found, machineFont{file, font})
	}
	return found
}

// mostMachineFaces is how many faces of the machine a book is set in at most.
const mostMachineFaces = 16

// choose picks fonts that together have as many of the characters as can be, each
// time the one that has most of those that are left, and goes on without those that
// use refuses. The order of the fonts found decides nothing but between files with the
// same name inside.
func choose(found []machineFont, use func(machineFont) bool) {
	for chosen := 0; chosen < mostMachineFaces && len(found) > 0; {
		best := 0
		for i := range found {
			if found[i].font.Prefer(&found[best].font) < 0 {
				best = i
			}
		}
		pick := found[best]
		found = slices.Delete(found, best, best+1)
		if !use(pick) {
			continue
		}
		chosen++
		for i := range found {
			found[i].font = found[i].font.Without(pick.font.Has)
		}
		found = slices.DeleteFunc(found, func(c machineFont) bool { return len(c.font.Has) == 0 })
	}
}
