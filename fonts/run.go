package fonts

// Run is text shaped in one face and one direction. It is shared by all who
// shaped the same text: nobody may change it.
type Run struct {
	Face *Face
	// Text is the part of the shaped text that the run stands for. The texts of
	// the runs, put in logical order, are the whole text.
	Text string
	// Glyphs are in visual order, from left to right. There are none if Text is
	// only characters that do not show, such as a soft hyphen.
	Glyphs []Glyph
	// Advance is the sum of the advances of the glyphs, in design units of Face.
	Advance int32
	// Scale is the size in which the face is to be set, in thousandths of that of the
	// text, so that its letters are as large as those that it stands among; 0 if it is
	// the same.
	Scale int32
	// RTL tells that Text reads from right to left, so that the clusters of
	// Glyphs fall instead of rising.
	RTL bool
	// Missing lists the characters that no face of the family has, in order, each
	// as often as it occurs. A visible box stands for each of them.
	Missing []rune
}

// Sized returns the size in which the run is set in text of a size. It is for pictures;
// the layout has integers of its own.
func (r *Run) Sized(size float64) float64 {
	if r.Scale == 0 {
		return size
	}
	return size * float64(r.Scale) / naturalScale
}

// Glyph is one glyph of a run. Lengths are in design units of the run's face.
type Glyph struct {
	ID uint16
	// UnsafeToBreak tells that the text cannot be cut before this glyph's cluster
	// and keep its glyphs: both halves have to be shaped anew.
	UnsafeToBreak bool
	// Cluster is the byte offset in Run.Text at which the glyph's characters
	// start. They end where the next greater cluster of the run starts, or with
	// the text. Glyphs with the same cluster stand for the same characters. The
	// least cluster is 0: every byte belongs to a cluster.
	Cluster int32
	// Advance is the way to the next glyph, kerning included.
	Advance int32
	// XOffset and YOffset move the glyph, but not those after it, right and up.
	XOffset, YOffset int32
}
