package pdf

import (
	"fmt"
	"slices"
	"strings"
	"time"

	"publish/book"
)

// writeMetadata writes what catalogues and archives ask for: the information
// dictionary, the same in XMP, and the colour space of the pages.
func (f *finisher) writeMetadata() (dict, error) {
	if err := f.out.put(f.info, f.infoDict()); err != nil {
		return nil, err
	}
	profile, metadata := f.out.alloc(), f.out.alloc()
	if err := f.out.putStream(profile, dict{{"N", integer(3)}}, srgbProfile()); err != nil {
		return nil, err
	}
	// Not compressed, so that tools that know nothing of PDF find it.
	err := f.out.putRaw(metadata, &stream{
		dict{{"Type", name("Metadata")}, {"Subtype", name("XML")}},
		f.xmp(),
	})
	intent := dict{
		{"Type", name("OutputIntent")},
		{"S", name("GTS_PDFA1")},
		{"OutputConditionIdentifier", text("sRGB")},
		{"Info", text("sRGB IEC61966-2.1")},
		{"DestOutputProfile", profile},
	}
	return dict{{"Metadata", metadata}, {"OutputIntents", array{intent}}}, err
}

// infoDict returns the information dictionary (ISO 32000-1 §14.3.3).
func (f *finisher) infoDict() dict {
	meta := f.doc.Meta
	var d dict
	add := func(key name, value string) {
		if value != "" {
			d = append(d, entry{key, textString(value)})
		}
	}
	add("Title", meta.Title)
	add("Author", strings.Join(authors(meta), "; "))
	add("Subject", meta.Description)
	add("Keywords", strings.Join(meta.Subjects, "; "))
	add("Creator", f.opt.Producer)
	add("Producer", f.opt.Producer)
	if !meta.Date.IsZero() {
		add("CreationDate", stamp(meta.Date))
		add("ModDate", stamp(meta.Date))
	}
	return d
}

// stamp returns a date as PDF writes it (ISO 32000-1 §7.9.4).
func stamp(date time.Time) string { return date.UTC().Format("D:20060102150405Z") }

func authors(meta book.Meta) []string {
	var names []string
	for _, a := range meta.Authors {
		names = append(names, a.Name)
	}
	return names
}

// xmp returns the metadata packet (ISO 16684-1). It says the same as the
// information dictionary, and to which standards the file keeps.
func (f *finisher) xmp() []byte {
	meta := f.doc.Meta
	x := &xmpWriter{}
	x.b = append(x.b, "<?xpacket begin=\"\uFEFF\" id=\"W5M0MpCehiHzreSzNTczkc9d\"?>\n"+
		"<x:xmpmeta xmlns:x=\"adobe:ns:meta/\">\n"+
		"<rdf:RDF xmlns:rdf=\"http://www.w3.org/1999/02/22-rdf-syntax-ns#\">\n"+
		"<rdf:Description rdf:about=\"\""+
		" xmlns:dc=\"http://purl.org/dc/elements/1.1/\""+
		" xmlns:xmp=\"http://ns.adobe.com/xap/1.0/\""+
		" xmlns:xmpRights=\"http://ns.adobe.com/xap/1.0/rights/\""+
		" xmlns:pdf=\"http://ns.adobe.com/pdf/1.3/\">\n"...)
	x.plain("dc:format", "application/pdf")
	x.plain("dc:identifier", meta.Identifier)
	x.list("dc:title", "Alt", meta.Title)
	x.list("dc:creator", "Seq", authors(meta)...)
	x.list("dc:description", "Alt", meta.Description)
	x.list("dc:subject", "Bag", meta.Subjects...)
	x.list("dc:publisher", "Bag", meta.Publisher)
	x.list("dc:language", "Bag", meta.Language)
	x.list("dc:rights", "Alt", meta.Rights)
	x.plain("dc:source", meta.Source)
	if !meta.Date.IsZero() {
		stamp := meta.Date.UTC().Format(time.RFC3339)
		x.list("dc:date", "Seq", stamp)
		x.plain("xmp:CreateDate", stamp)
		x.plain("xmp:ModifyDate", stamp)
		x.plain("xmp:MetadataDate", stamp)
	}
	x.plain("xmp:CreatorTool", f.opt.Producer)
	x.plain("pdf:Producer", f.opt.Producer)
	x.plain("pdf:Keywords", strings.Join(meta.Subjects, "; "))
	x.b = append(x.b, "</rdf:Description>\n"...)
	if f.keepsStandards() {
		x.b = fmt.Appendf(x.b, standards, f.archivalPart())
	}
	x.b = append(x.b, "</rdf:RDF>\n</x:xmpmeta>\n<?xpacket end=\"r\"?>"...)
	return x.b
}

// archivalPart is the part of ISO 19005 that the file keeps to: the third is the
// second with leave to carry files of any kind.
func (f *finisher) archivalPart() int {
	if len(f.opt.Attachments) > 0 {
		return 3
	}
	return 2
}

// keepsStandards reports whether the file may say that it keeps to PDF/UA-1 and
// PDF/A-2a, or with attachments PDF/A-3a. What every file has is held to both by the tests; the rest is up to
// the document: it needs a structure, a title and a language, every link must be
// part of the structure, and no character may lack a glyph.
func (f *finisher) keepsStandards() bool {
	if f.tags == nil || f.doc.Meta.Title == "" || f.doc.Meta.Language == "" {
		return false
	}
	for i := range f.links {
		if f.tags.linkNode(i) < 0 {
			return false
		}
	}
	for _, font := range f.fonts.fonts {
		if slices.Contains(font.glyphs, 0) {
			return false
		}
	}
	return true
}

// standards is what a file says that keeps to ISO 14289-1 (§5) and a part of ISO 19005
// (§6.6.4 in both), with the description of the former's property that the latter asks for
// (§6.6.2.3.3).
const standards = `<rdf:Description rdf:about="" xmlns:pdfaid="http://www.aiim.org/pdfa/ns/id/">
<pdfaid:part>%d</pdfaid:part>
<pdfaid:conformance>A</pdfaid:conformance>
</rdf:Description>
<rdf:Description rdf:about="" xmlns:pdfuaid="http://www.aiim.org/pdfua/ns/id/">
<pdfuaid:part>1</pdfuaid:part>
</rdf:Description>
<rdf:Description rdf:about="" xmlns:pdfaExtension="http://www.aiim.org/pdfa/ns/extension/" ` +
	`xmlns:pdfaSchema="http://www.aiim.org/pdfa/ns/schema#" xmlns:pdfaProperty="http://www.aiim.org/pdfa/ns/property#">
<pdfaExtension:schemas><rdf:Bag><rdf:li rdf:parseType="Resource">
<pdfaSchema:schema>PDF/UA identification</pdfaSchema:schema>
<pdfaSchema:namespaceURI>http://www.aiim.org/pdfua/ns/id/</pdfaSchema:namespaceURI>
<pdfaSchema:prefix>pdfuaid</pdfaSchema:prefix>
<pdfaSchema:property><rdf:Seq><rdf:li rdf:parseType="Resource">
<pdfaProperty:name>part</pdfaProperty:name>
<pdfaProperty:valueType>Integer</pdfaProperty:valueType>
<pdfaProperty:category>internal</pdfaProperty:category>
<pdfaProperty:description>part of ISO 14289 that the file keeps to</pdfaProperty:description>
</rdf:li></rdf:Seq></pdfaSchema:property>
</rdf:li></rdf:Bag></pdfaExtension:schemas>
</rdf:Description>
`

// xmpWriter writes properties of XMP. Those without a value are left out.
type xmpWriter struct{ b []byte }

func (x *xmpWriter) plain(property, value string) {
	if value != "" {
		x.b = fmt.Appendf(x.b, "<%s>%s</%[1]s>\n", property, escapeXML(value))
	}
}

// list writes an ordered (Seq) or unordered (Bag) list, or a text that could have
// several languages (Alt).
func (x *xmpWriter) list(property, kind string, values ...string) {
	var items strings.Builder
	for _, v := range values {
		if v == "" {
			continue
		}
		lang := ""
		if kind == "Alt" {
			lang = ` xml:lang="x-default"`
		}
		fmt.Fprintf(&items, "<rdf:li%s>%s</rdf:li>", lang, escapeXML(v))
	}
	if items.Len() > 0 {
		x.b = fmt.Appendf(x.b, "<%s><rdf:%s>%s</rdf:%[2]s></%[1]s>\n", property, kind, items.String())
	}
}

// escapeXML escapes what has a meaning in XML and drops what may not stand in it.
func escapeXML(s string) string {
	s = strings.Map(func(r rune) rune {
		if r < ' ' && r != '\t' && r != '\n' || r == 0xFFFE || r == 0xFFFF {
			return -1
		}
		return r
	}, s)
	return strings.NewReplacer("&", "&amp;", "<", "&lt;", ">", "&gt;").Replace(s)
}
