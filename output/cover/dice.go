package cover

import (
	"crypto/sha256"
	"encoding/binary"
	"image/color"

	"publish/book"
)

// dice are the choices that a book's title makes. Each throw takes the next bits
// of a hash that is renewed when it is used up.
type dice struct {
	sum  [sha256.Size]byte
	used int
}

func newDice(meta book.Meta) *dice {
	text := meta.Title + "\n" + meta.Subtitle + "\n" + Authors(meta)
	return &dice{sum: sha256.Sum256([]byte(text))}
}

// throw returns a number from 0 to n-1.
func (d *dice) throw(n int) int {
	if d.used+4 > len(d.sum) {
		d.sum, d.used = sha256.Sum256(d.sum[:]), 0
	}
	v := binary.BigEndian.Uint32(d.sum[d.used:])
	d.used += 4
	return int(uint64(v) * uint64(n) >> 32)
}

// Colours are the inks of one cover.
type Colours struct {
	Paper, Ink   color.RGBA // of the lower half
	Ground       color.RGBA // of the device
	Accent, Tint color.RGBA // on the ground
}

// colours chooses a scheme. Ink on paper has a contrast of 15:1 in all of them;
// accent and tint stand off the ground by 3:1 at least (held by a test).
func (d *dice) colours() Colours {
	c := Colours{Paper: rgb(0xF6F1E7), Ink: rgb(0x1B1A19)}
	schemes := [...][3]uint32{ // ground, accent, tint
		{0x17324D, 0xE0A33A, 0x8FB3C9}, // night blue, ochre
		{0x6B1A1F, 0xE9B872, 0xD98E7E}, // oxblood, straw
		{0x1E3B2F, 0xD9C26A, 0x8DB59B}, // bottle green, brass
		{0x2B2A33, 0xE4572E, 0xA7A5B4}, // slate, vermilion
		{0x4A2545, 0xE6A57E, 0xB795B5}, // plum, apricot
		{0x5A3215, 0xF0C05A, 0xCFA27C}, // umber, yellow
		{0x0F4C52, 0xF2B66D, 0x86BDBA}, // petrol, peach
		{0x8A2B12, 0xF4D9A0, 0xEBA27A}, // brick, cream
	}
	s := schemes[d.throw(len(schemes))]
	c.Ground, c.Accent, c.Tint = rgb(s[0]), rgb(s[1]), rgb(s[2])
	return c
}

func rgb(v uint32) color.RGBA {
	return color.RGBA{byte(v >> 16), byte(v >> 8), byte(v), 255}
}
