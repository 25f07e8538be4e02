package book

import (
	"encoding/json"
	"os"
	"slices"
	"strings"
	"testing"
)

// schema is as much of a JSON Schema as the manifest's uses.
type schema struct {
	Ref        string             `json:"$ref"`
	Properties map[string]*schema `json:"properties"`
	Required   []string           `json:"required"`
	AnyOf      []*schema          `json:"anyOf"`
	Items      *schema            `json:"items"`
	Enum       []string           `json:"enum"`
	Defs       map[string]*schema `json:"$defs"`
	Extra      any                `json:"additionalProperties"` // false, or what other keys have
}

// TestSchema holds the published schema to the keys that the reader knows.
func TestSchema(t *testing.T) {
	src, err := os.ReadFile("book.schema.json")
	if err != nil {
		t.Fatal(err)
	}
	var root schema
	if err := json.Unmarshal(src, &root); err != nil {
		t.Fatal(err)
	}
	r := &manifestReader{m: &Manifest{}}
	compareKeys(t, &root, &root, "manifest", r.topKeys())
	compareKeys(t, &root, root.Defs["author"], "author", r.authorKeys(&Contributor{}))
	compareKeys(t, &root, root.Defs["part"], "part", r.partKeys(&PartSpec{}))
	compareKeys(t, &root, root.Defs["chapter"], "chapter", r.chapterKeys(&ChapterSpec{}))
	compareKeys(t, &root, root.Defs["work"], "work", r.fieldKeys(&WorkEdit{}))
	pdf := root.Defs["pdf"].Properties
	if !slices.Equal(pdf["trim"].Enum, trims()) {
		t.Errorf("trims of the schema: %v, of the reader: %v", pdf["trim"].Enum, trims())
	}
	if !slices.Equal(pdf["attach"].Items.Enum, attachable()) {
		t.Errorf("attachments of the schema: %v, of the reader: %v", pdf["attach"].Items.Enum, attachable())
	}
	if got := root.Properties["editions"].Items.Enum; !slices.Equal(got, editionNames()) {
		t.Errorf("editions of the schema: %v, of the reader: %v", got, editionNames())
	}
}

// TestIndexSchema holds the schema of index.yaml to the keys that the reader knows.
func TestIndexSchema(t *testing.T) {
	src, err := os.ReadFile("index.schema.json")
	if err != nil {
		t.Fatal(err)
	}
	var root struct {
		Properties map[string]any `json:"properties"`
		Extra      *bool          `json:"additionalProperties"`
	}
	if err := json.Unmarshal(src, &root); err != nil {
		t.Fatal(err)
	}
	var known []string
	for _, key := range (&manifestReader{}).editKeys(&IndexEdits{}) {
		known = append(known, key.name)
		if root.Properties[key.name] == nil {
			t.Errorf("the schema lacks %q", key.name)
		}
	}
	if len(known) != len(root.Properties) || root.Extra == nil || *root.Extra {
		t.Errorf("the reader knows %v; the schema has %d keys", known, len(root.Properties))
	}
}

func compareKeys(t *testing.T, root, s *schema, where string, keys []manifestKey) {
	t.Helper()
	s = s.object(root)
	if s == nil {
		t.Errorf("%s: the schema has no mapping here", where)
		return
	}
	if s.Extra != false {
		t.Errorf("%s: the schema lets unknown keys pass", where)
	}
	known := map[string]bool{}
	for _, key := range keys {
		known[key.name] = true
		sub := s.Properties[key.name]
		if sub == nil {
			t.Errorf("%s: the schema lacks %q", where, key.name)
		} else if key.inner != nil {
			compareKeys(t, root, sub, where+"."+key.name, key.inner())
		}
	}
	for name := range s.Properties {
		if !known[name] {
			t.Errorf("%s: the reader does not know %q", where, name)
		}
	}
}

// object returns the schema of a mapping that s refers to or allows.
func (s *schema) object(root *schema) *schema {
	if s == nil {
		return nil
	}
	if s.Properties != nil {
		return s
	}
	if name, ok := strings.CutPrefix(s.Ref, "#/$defs/"); ok {
		return root.Defs[name].object(root)
	}
	for _, sub := range s.AnyOf {
		if found := sub.object(root); found != nil {
			return found
		}
	}
	return nil
}
