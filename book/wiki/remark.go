package wiki

import (
	"bytes"

	"publish/book"
)

// maxRemark is the longest %%remark%% that is looked for.
const maxRemark = 2000

// remark drops %%text%%, which notebooks do not show.
func (c *converter) remark(buf []byte, i int) int {
	if !bytes.HasPrefix(buf[i:], []byte("%%")) || c.escaped(i) {
		return 0
	}
	end := bytes.Index(buf[i+2:min(len(buf), i+maxRemark)], []byte("%%"))
	if end < 1 {
		return 0
	}
	return c.skip(book.DropMarker, i, end+4)
}

// maxHighlight is the longest ==marked text== that is looked for.
const maxHighlight = 300

// highlight takes away the signs round ==marked text==, which stays. A run that is
// all between signs is a heading of the wiki.
func (c *converter) highlight(buf []byte, i int) int {
	if i == c.highlightEnd {
		return c.sever(i, 2)
	}
	if repeat(buf, i) != 2 || i > 0 && buf[i-1] == '=' || i+2 == len(buf) || isBlank(buf[i+2]) {
		return 0
	}
	from := i + 2
	n := bytes.Index(buf[from:min(len(buf), from+maxHighlight)], []byte("=="))
	if n < 1 || isBlank(buf[from+n-1]) || i == 0 && from+n+2 == len(buf) {
		return 0
	}
	c.highlightEnd = from + n
	return c.sever(i, 2)
}

// sever takes n bytes that are no word out of the run.
func (c *converter) sever(i, n int) int {
	c.cut(i)
	c.from = i + n
	return n
}
