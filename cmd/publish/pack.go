package main

import (
	"fmt"
	"hash/fnv"
	"slices"
	"strconv"
	"strings"

	"publish/book"
	"publish/book/terms"
)

// packed gives a book of chosen chapters what tells it from the whole one: a name of its
// files, an identifier, and on its title page the chapters that it has. What a flag gave
// stays.
func (s *shape) packed(m *book.Manifest, b *book.Book) {
	if m.Pack == nil || len(b.Body()) == 0 {
		return
	}
	var numbers []int
	for _, c := range b.Body() {
		numbers = append(numbers, c.Number)
	}
	titled := s.set.Changed("title")
	if !s.set.Changed("subtitle") && !titled {
		b.Meta.Subtitle = strings.TrimPrefix(b.Meta.Subtitle+" · "+chaptersPhrase(b.Meta.Language, numbers), " · ")
	}
	if !titled {
		b.Meta.Slug += "-" + chaptersSlug(numbers)
	}
	if !s.set.Changed("identifier") {
		named := b.Meta
		named.Subtitle += " · " + runs(numbers, ", ", "–")
		b.Meta.Identifier, b.Meta.Identifiers = identifierOf(named), nil
	}
	m.Meta = b.Meta
}

// chaptersPhrase says in a language which chapters a pack has.
func chaptersPhrase(language string, numbers []int) string {
	words := terms.For(language)
	if len(numbers) == 1 {
		return words.Phrase(terms.Chapter, "number", strconv.Itoa(numbers[0]))
	}
	return words.Phrase(terms.Chapters, "numbers", runs(numbers, ", ", "–"))
}

// longestSlug is how long the part of a file's name may be that says the chapters.
const longestSlug = 60

// chaptersSlug returns the part of a file's name that says which chapters a pack has:
// chapters-2-4 for two, chapters-2-to-5 for a run. Of very many it has how many there
// are and a sum of their numbers.
func chaptersSlug(numbers []int) string {
	if len(numbers) == 1 {
		return "chapter-" + strconv.Itoa(numbers[0])
	}
	list := "chapters-" + runs(numbers, "-", "-to-")
	if len(list) <= longestSlug {
		return list
	}
	h := fnv.New32a()
	h.Write([]byte(list))
	return fmt.Sprintf("%d-chapters-%08x", len(numbers), h.Sum32())
}

// runs joins numbers, three and more that follow each other as a run.
func runs(numbers []int, and, to string) string {
	var parts []string
	for i := 0; i < len(numbers); {
		n := 1
		for i+n < len(numbers) && numbers[i+n] == numbers[i]+n {
			n++
		}
		if n >= 3 {
			parts = append(parts, strconv.Itoa(numbers[i])+to+strconv.Itoa(numbers[i+n-1]))
			i += n
			continue
		}
		parts = append(parts, strconv.Itoa(numbers[i]))
		i++
	}
	return strings.Join(parts, and)
}

// unmatchedInPack takes out the messages on rules of the editor's that nothing answers
// to: what they were written for may stand in a chapter that is left out.
func unmatchedInPack(m *book.Manifest, diags book.Diags) book.Diags {
	if m.Pack == nil {
		return diags
	}
	return slices.DeleteFunc(diags, func(d book.Diag) bool {
		return d.Code == book.IndexUnmatched || d.Code == book.BibliographyUnmatched
	})
}
