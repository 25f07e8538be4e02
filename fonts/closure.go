package fonts

import (
	"github.com/go-text/typesetting/font"
	"github.com/go-text/typesetting/font/opentype/tables"
)

// keptFeature reports whether text set with the EPUB's style sheet can be given
// this GSUB feature: those that HarfBuzz and browsers apply by themselves, and
// those that the style sheet asks for (small capitals and figures). Fractions are
// made only around U+2044.
func keptFeature(tag string, fractions bool) bool {
	switch tag {
	case "ccmp", "locl", "rlig", "liga", "clig", "calt", "rclt", "rvrn", // always
		"smcp", "c2sc", // small capitals
		"onum", "lnum", "pnum", "tnum", "sups", // figures
		"init", "medi", "fina", "isol": // joined scripts
		return true
	case "frac", "numr", "dnom":
		return fractions
	}
	return false
}

// closeOverGSUB adds to the set every glyph that the kept features can put in the
// place of glyphs of the set (OpenType 1.9.1, "GSUB"). It may add glyphs that no
// text needs: a lookup that a contextual rule calls is taken to apply everywhere.
func closeOverGSUB(gsub font.GSUB, set glyphSet, fractions bool) {
	active := activeLookups(gsub, fractions)
	for grown := true; grown; {
		grown = false
		glyphs := set.list()
		for i, lookup := range gsub.Lookups {
			if !active[i] {
				continue
			}
			for _, subtable := range lookup.Subtables {
				if addSubstitutes(subtable, glyphs, set) {
					grown = true
				}
			}
		}
	}
}

// activeLookups tells which lookups the kept features use, in any script and
// language, directly or from a contextual rule.
func activeLookups(gsub font.GSUB, fractions bool) []bool {
	active := make([]bool, len(gsub.Lookups))
	var mark func(index uint16)
	mark = func(index uint16) {
		if int(index) >= len(active) || active[index] {
			return
		}
		active[index] = true
		for _, subtable := range gsub.Lookups[index].Subtables {
			for _, record := range nestedLookups(subtable) {
				mark(record.LookupListIndex)
			}
		}
	}
	for _, feature := range gsub.Features {
		if keptFeature(feature.Tag.String(), fractions) {
			for _, index := range feature.LookupListIndices {
				mark(index)
			}
		}
	}
	return active
}

// addSubstitutes adds what one subtable puts in the place of glyphs, and reports
// whether the set has grown.
func addSubstitutes(subtable tables.GSUBLookup, glyphs []uint16, set glyphSet) bool {
	grown := false
	add := func(ids ...tables.GlyphID) {
		for _, id := range ids {
			grown = set.add(uint16(id)) || grown
		}
	}
	if subtable.Cov() == nil {
		return false
	}
	for _, gid := range glyphs {
		i, ok := subtable.Cov().Index(tables.GlyphID(gid))
		if !ok {
			continue
		}
		switch st := subtable.(type) {
		case tables.SingleSubs:
			add(singleSubstitute(st.Data, gid, i)...)
		case tables.MultipleSubs:
			if i < len(st.Sequences) {
				add(st.Sequences[i].SubstituteGlyphIDs...)
			}
		case tables.AlternateSubs:
			if i < len(st.AlternateSets) {
				add(st.AlternateSets[i].AlternateGlyphIDs...)
			}
		case tables.LigatureSubs:
			if i < len(st.LigatureSets) {
				add(ligatures(st.LigatureSets[i], set)...)
			}
		case tables.ReverseChainSingleSubs:
			if i < len(st.SubstituteGlyphIDs) {
				add(st.SubstituteGlyphIDs[i])
			}
		}
	}
	return grown
}

func singleSubstitute(data tables.SingleSubstData, gid uint16, i int) []tables.GlyphID {
	switch data := data.(type) {
	case tables.SingleSubstData1:
		return []tables.GlyphID{tables.GlyphID(int(gid) + int(data.DeltaGlyphID))}
	case tables.SingleSubstData2:
		if i < len(data.SubstituteGlyphIDs) {
			return data.SubstituteGlyphIDs[i : i+1]
		}
	}
	return nil
}

// ligatures returns the ligatures all of whose components are in the set.
func ligatures(ls tables.LigatureSet, set glyphSet) []tables.GlyphID {
	var made []tables.GlyphID
next:
	for _, ligature := range ls.Ligatures {
		for _, component := range ligature.ComponentGlyphIDs {
			if !set.has(uint16(component)) {
				continue next
			}
		}
		made = append(made, ligature.LigatureGlyph)
	}
	return made
}

// nestedLookups returns the lookups that a contextual subtable calls.
func nestedLookups(subtable tables.GSUBLookup) []tables.SequenceLookupRecord {
	switch st := subtable.(type) {
	case tables.ContextualSubs:
		return contextLookups(st.Data)
	case tables.ChainedContextualSubs:
		return chainedLookups(st.Data)
	}
	return nil
}

func contextLookups(data tables.ContextualSubsITF) (records []tables.SequenceLookupRecord) {
	switch c := data.(type) {
	case tables.ContextualSubs1:
		for _, set := range c.SeqRuleSet {
			for _, rule := range set.SeqRule {
				records = append(records, rule.SeqLookupRecords...)
			}
		}
	case tables.ContextualSubs2:
		for _, set := range c.ClassSeqRuleSet {
			for _, rule := range set.SeqRule {
				records = append(records, rule.SeqLookupRecords...)
			}
		}
	case tables.ContextualSubs3:
		records = c.SeqLookupRecords
	}
	return records
}

func chainedLookups(data tables.ChainedContextualSubsITF) (records []tables.SequenceLookupRecord) {
	switch c := data.(type) {
	case tables.ChainedContextualSubs1:
		for _, set := range c.ChainedSeqRuleSet {
			for _, rule := range set.ChainedSeqRules {
				records = append(records, rule.SeqLookupRecords...)
			}
		}
	case tables.ChainedContextualSubs2:
		for _, set := range c.ChainedClassSeqRuleSet {
			for _, rule := range set.ChainedSeqRules {
				records = append(records, rule.SeqLookupRecords...)
			}
		}
	case tables.ChainedContextualSubs3:
		records = c.SeqLookupRecords
	}
	return records
}
