package book

// Refinement is one of the ways in which the text of a book is finer than its
// source.
type Refinement uint8

// The refinements. SmallCapitals and OldStyleFigures are choices among the letters
// of a face; the others change characters.
const (
	Quotes          Refinement = iota // curly quotation marks and apostrophes
	Dashes                            // dashes in the place of hyphens
	Ellipses                          // one character in the place of three stops
	Spaces                            // no-break and narrow spaces
	Fractions                         // ½ for 1/2
	Ordinals                          // endings of ordinal numbers raised, or not, by the language
	SmallCapitals                     // abbreviations in small capitals, in print
	OldStyleFigures                   // figures with ascenders and descenders
	refinements
)

// String returns the refinement's key in the manifest.
func (r Refinement) String() string {
	return [...]string{"quotes", "dashes", "ellipses", "spaces", "fractions", "ordinals", "small-caps", "old-style-figures"}[r]
}

// Typography says which refinements a book goes without. The zero value leaves none
// out.
type Typography struct{ without uint16 }

// Has reports whether the book has the refinement.
func (t Typography) Has(r Refinement) bool { return t.without&(1<<r) == 0 }

// Without returns t without the refinement.
func (t Typography) Without(r Refinement) Typography {
	return Typography{t.without | 1<<r}
}

// With returns t with the refinement.
func (t Typography) With(r Refinement) Typography {
	return Typography{t.without &^ (1 << r)}
}

// typographyKeys returns the keys of a manifest that turn refinements off.
func (r *manifestReader) typographyKeys() []manifestKey {
	var keys []manifestKey
	for one := range refinements {
		keys = append(keys, r.boolean(one.String(), func(on bool) {
			r.m.Typography = r.m.Typography.Without(one)
			if on {
				r.m.Typography = r.m.Typography.With(one)
			}
		}))
	}
	return keys
}

// noTypography turns every refinement off, or on.
func (r *manifestReader) noTypography(omit bool) {
	for one := range refinements {
		if omit {
			r.m.Typography = r.m.Typography.Without(one)
		}
	}
}
