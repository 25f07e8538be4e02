package svg

import (
	"strconv"
	"strings"
)

// Bytes returns the cleaned drawing as a file: well-formed, in UTF-8, on a white
// ground that is larger than what shows, so that no edge of it is seen.
func (d *Drawing) Bytes() []byte {
	var b strings.Builder
	b.WriteString(`<?xml version="1.0" encoding="UTF-8"?>` + "\n" + `<svg xmlns="` + svgSpace + `" xmlns:xlink="` + xlinkSpace + `" version="1.1"`)
	w, h := d.Size()
	write := func(name, value string) {
		b.WriteString(" " + name + `="`)
		escape(&b, value)
		b.WriteString(`"`)
	}
	write("width", strconv.Itoa(w))
	write("height", strconv.Itoa(h))
	write("viewBox", number(d.box.x)+" "+number(d.box.y)+" "+number(d.box.w)+" "+number(d.box.h))
	for _, a := range d.root.attrs {
		switch a.name {
		case "width", "height", "viewBox", "x", "y", "overflow":
		default:
			write(a.name, a.value)
		}
	}
	b.WriteString(">\n<rect")
	write("x", number(d.box.x-d.box.w))
	write("y", number(d.box.y-d.box.h))
	write("width", number(3*d.box.w))
	write("height", number(3*d.box.h))
	b.WriteString(` fill="#fff" stroke="none" opacity="1"/>` + "\n")
	for _, k := range d.root.kids {
		k.write(&b, d.root.name)
	}
	b.WriteString("</svg>\n")
	return []byte(b.String())
}

func (n *node) write(b *strings.Builder, parent string) {
	if n.name == "" {
		escape(b, n.text)
		return
	}
	b.WriteString("<" + n.name)
	for _, a := range n.attrs {
		key := a.name
		if key == "href" {
			key = "xlink:href"
		}
		b.WriteString(" " + key + `="`)
		escape(b, a.value)
		b.WriteString(`"`)
	}
	if len(n.kids) == 0 {
		b.WriteString("/>")
	} else {
		b.WriteString(">")
		for _, k := range n.kids {
			k.write(b, n.name)
		}
		b.WriteString("</" + n.name + ">")
	}
	if parent != "text" && parent != "tspan" {
		b.WriteString("\n")
	}
}

// escape writes text that may stand in an element and in an attribute. Characters
// that XML does not have are left out; the decoder lets none through.
func escape(b *strings.Builder, text string) {
	for _, r := range text {
		switch r {
		case '&':
			b.WriteString("&amp;")
		case '<':
			b.WriteString("&lt;")
		case '>':
			b.WriteString("&gt;")
		case '"':
			b.WriteString("&quot;")
		case '\n', '\r', '\t':
			b.WriteByte(' ')
		default:
			b.WriteRune(r)
		}
	}
}

func number(v float64) string { return strconv.FormatFloat(v, 'g', 10, 64) }
