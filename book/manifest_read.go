package book

import (
	"bytes"
	"errors"
	"fmt"
	"io"
	"path"
	"path/filepath"
	"strconv"
	"strings"

	"go.yaml.in/yaml/v3"
)

// Limits of a manifest, far above what a book needs, so that no file can make the
// program run for ever.
const (
	manifestBytes   = 4 << 20
	manifestAliases = 256
)

// ReadManifest reads the manifest src. Path is its file name as the user gave it;
// the folders that the manifest names are relative to that of the file.
//
// The manifest is whole even where the messages hold errors: what could not be
// read has its default. Whether files exist is for those to report who open them.
func ReadManifest(file string, src []byte, opt ManifestOptions) (*Manifest, Diags) {
	file = filepath.ToSlash(file)
	r := &manifestReader{file: file, m: &Manifest{Pos: Pos{File: file}, Dir: path.Dir(file), places: map[given]Pos{}}}
	r.m.setDefaults(opt)
	if root := r.parse(src); root != nil {
		r.mapping(root, "the manifest", r.topKeys())
		r.checkWhole(root)
	}
	if !r.spine {
		r.m.Booklet.SpineRight = RightToLeft(r.m.Meta.Language)
	}
	r.m.Booklet.Paper = r.leaf.or(r.m.Booklet.Paper)
	r.m.WrapCover.Paper = r.coverLeaf.or(r.m.Booklet.Paper)
	r.m.complete()
	r.diags.Sort()
	return r.m, r.diags
}

// manifestReader fills in a manifest from the nodes of its YAML.
type manifestReader struct {
	file    string
	m       *Manifest
	diags   Diags
	aliases int
	spine   bool // the manifest says where the spine is

	leaf, coverLeaf paper // of the booklet, and of the book that the wrap cover is for
}

// manifestKey is a key that a mapping of the manifest may have. Inner lists the keys
// of a value that is a mapping itself; without read it is always one.
type manifestKey struct {
	name  string
	read  func(*yaml.Node)
	inner func() []manifestKey
}

// parse returns the mapping at the root of the manifest, nil if there is none.
func (r *manifestReader) parse(src []byte) *yaml.Node {
	errors := len(r.diags)
	root := r.document(src)
	switch {
	case root == nil && len(r.diags) == errors:
		r.diags.Add(ManifestMissing, Pos{r.file, 1, 1}, "the manifest is empty").Hint("it needs a title and chapters")
		return nil
	case root != nil && root.Kind != yaml.MappingNode:
		r.wrongType(root, "the manifest", "keys with values")
		return nil
	}
	return root
}

// document returns the node at the root of a file; nil for an empty one, and for one
// that cannot be read, which it reports.
func (r *manifestReader) document(src []byte) *yaml.Node {
	start := Pos{r.file, 1, 1}
	if len(src) > manifestBytes {
		r.diags.Add(ManifestSyntax, start, "the file is larger than %d bytes", manifestBytes)
		return nil
	}
	decoder := yaml.NewDecoder(bytes.NewReader(src))
	var doc, second yaml.Node
	if err := decoder.Decode(&doc); err != nil && !errors.Is(err, io.EOF) {
		r.syntax(src, err)
		return nil
	}
	if err := decoder.Decode(&second); err == nil {
		r.diags.Add(ManifestSyntax, r.at(&second), "a second document begins here")
	} else if !errors.Is(err, io.EOF) {
		r.syntax(src, err)
		return nil
	}
	if len(doc.Content) == 0 || isNull(doc.Content[0]) {
		return nil
	}
	return r.resolve(doc.Content[0])
}

func (r *manifestReader) at(n *yaml.Node) Pos { return Pos{r.file, n.Line, n.Column} }

// resolve returns the node that an alias stands for. After a few hundred aliases
// it returns nothing more: no book needs them, and they can double at every level.
func (r *manifestReader) resolve(n *yaml.Node) *yaml.Node {
	for n.Kind == yaml.AliasNode {
		if r.aliases++; r.aliases > manifestAliases {
			if r.aliases == manifestAliases+1 {
				r.diags.Add(ManifestSyntax, r.at(n), "the file has more than %d aliases", manifestAliases)
			}
			return &yaml.Node{Kind: yaml.ScalarNode, Tag: "!!null", Line: n.Line, Column: n.Column}
		}
		n = n.Alias
	}
	return n
}

// mapping reads the keys of a mapping; what names it in messages.
func (r *manifestReader) mapping(n *yaml.Node, what string, keys []manifestKey) {
	n = r.resolve(n)
	if n.Kind != yaml.MappingNode {
		r.wrongType(n, what, "keys with values")
		return
	}
	seen := map[string]*yaml.Node{}
	for i := 0; i+1 < len(n.Content); i += 2 {
		name, value := r.resolve(n.Content[i]), n.Content[i+1]
		if first := seen[name.Value]; first != nil {
			r.diags.Add(ManifestKey, r.at(name), "the key %q stands here twice", name.Value).
				Hint("it stands first at %s", r.at(first))
			continue
		}
		seen[name.Value] = name
		r.key(name, value, keys)
	}
}

// key reads one key of a mapping. An empty value counts as no key at all.
func (r *manifestReader) key(name, value *yaml.Node, keys []manifestKey) {
	for _, key := range keys {
		if key.name != name.Value {
			continue
		}
		switch value = r.resolve(value); {
		case isNull(value):
		case key.read != nil:
			key.read(value)
		default:
			r.mapping(value, quoted(name.Value), key.inner())
		}
		return
	}
	var known []string
	for _, key := range keys {
		known = append(known, key.name)
	}
	d := r.diags.Add(ManifestKey, r.at(name), "unknown key %q", name.Value)
	if near := Nearest(name.Value, known, 1); near != nil {
		d.Hint("did you mean %q?", near[0])
	} else {
		d.Hint("the keys here are %s", strings.Join(known, ", "))
	}
}

func isNull(n *yaml.Node) bool { return n.Kind == yaml.ScalarNode && n.Tag == "!!null" }

func quoted(name string) string { return strconv.Quote(name) }

func (r *manifestReader) wrongType(n *yaml.Node, what, want string) *Diag {
	got := map[yaml.Kind]string{yaml.MappingNode: "keys with values", yaml.SequenceNode: "a list"}[n.Kind]
	switch {
	case isNull(n):
		got = "nothing"
	case got == "":
		got = "the word " + quoted(n.Value)
	}
	return r.diags.Add(ManifestType, r.at(n), "%s must be %s, not %s", what, want, got)
}

// text returns the reader of a key whose value is text.
func (r *manifestReader) text(name string, set func(string)) manifestKey {
	return manifestKey{name: name, read: func(n *yaml.Node) {
		if s, ok := r.scalar(n, quoted(name)); ok {
			set(s)
		}
	}}
}

// path is text that names a file or folder, whose place is kept under key for those
// who open it.
func (r *manifestReader) path(name, key string, set func(string)) manifestKey {
	return manifestKey{name: name, read: func(n *yaml.Node) {
		if s, ok := r.scalar(n, quoted(name)); ok {
			r.m.places[given{key, s}] = r.at(n)
			set(s)
		}
	}}
}

// checked is text with a check of its value. Check returns what is wrong with it.
func (r *manifestReader) checked(name string, check func(string) (problem, hint string)) manifestKey {
	return manifestKey{name: name, read: func(n *yaml.Node) {
		s, ok := r.scalar(n, quoted(name))
		if !ok {
			return
		}
		if problem, hint := check(s); problem != "" {
			r.badValue(n, problem, hint)
		}
	}}
}

func (r *manifestReader) badValue(n *yaml.Node, problem, hint string) {
	d := r.diags.Add(ManifestValue, r.at(n), "%s", problem)
	if hint != "" {
		d.Hint("%s", hint)
	}
}

// choice is text that must be one of a few words; set gets the word's place among
// them.
func (r *manifestReader) choice(name string, words []string, set func(int)) manifestKey {
	return r.checked(name, func(s string) (string, string) {
		for i, w := range words {
			if w == s {
				set(i)
				return "", ""
			}
		}
		return notAWord(name, s, words)
	})
}

// notAWord says that s is none of the words, and which is nearest.
func notAWord(name, s string, words []string) (problem, hint string) {
	problem = quoted(name) + " cannot be " + quoted(s)
	if near := Nearest(s, words, 1); near != nil {
		return problem, "did you mean " + quoted(near[0]) + "?"
	}
	return problem, "use one of: " + strings.Join(words, ", ")
}

// boolean is true or false.
func (r *manifestReader) boolean(name string, set func(bool)) manifestKey {
	return manifestKey{name: name, read: func(n *yaml.Node) {
		if n.Kind != yaml.ScalarNode || n.Tag != "!!bool" {
			r.wrongType(n, quoted(name), "true or false")
			return
		}
		set(isTrue(n))
	}}
}

func isTrue(n *yaml.Node) bool {
	var v bool
	return n.Decode(&v) == nil && v
}

// optional is either true or false, or a mapping; false is told to omit.
func (r *manifestReader) optional(name string, omit func(bool), keys func() []manifestKey) manifestKey {
	return manifestKey{name: name, inner: keys, read: func(n *yaml.Node) {
		if n.Kind == yaml.ScalarNode && n.Tag == "!!bool" {
			omit(!isTrue(n))
			return
		}
		r.mapping(n, quoted(name), keys())
	}}
}

// scalar returns a value that is text. Figures and dates count as text: a book may
// be called 1984.
func (r *manifestReader) scalar(n *yaml.Node, what string) (string, bool) {
	n = r.resolve(n)
	if n.Kind != yaml.ScalarNode || isNull(n) {
		r.wrongType(n, what, "text")
		return "", false
	}
	s := strings.Join(strings.Fields(n.Value), " ")
	if shown := Visible(s); shown != s {
		r.diags.Add(BytesRepaired, r.at(n), "%s has characters that nobody can see; they are left out", what)
		s = shown
	}
	if s == "" {
		r.badValue(n, what+" is empty", "")
		return "", false
	}
	if most := longest(what); len(s) > most {
		r.badValue(n, fmt.Sprintf("%s has %d bytes, more than %d", what, len(s), most), "shorten it")
		return "", false
	}
	return s, true
}

// longest returns how many bytes a value may have. The titles of old books go up to
// five hundred; what is longer finds room on no page.
func longest(what string) int {
	switch what {
	case quoted("description"):
		return 10_000
	case quoted("rights"), "a paragraph":
		return 2_000
	}
	return 1_000
}

// list calls f for every item of a list.
func (r *manifestReader) list(n *yaml.Node, what string, f func(*yaml.Node)) {
	n = r.resolve(n)
	if n.Kind != yaml.SequenceNode {
		r.wrongType(n, what, "a list").Hint("write it in brackets, or one item a line after a hyphen")
		return
	}
	for _, item := range n.Content {
		f(r.resolve(item))
	}
}
