package wiki

import "strings"

// citation counts the calls of a bibliography, [@key]; they stand as they are.
func (c *converter) citation(buf []byte, i int) int {
	if c.brackets > 0 && i > 0 && strings.IndexByte("[ ;-", buf[i-1]) >= 0 && i+1 < len(buf) && isLetter(buf[i+1]) && !c.escaped(i) {
		if c.citations++; c.citations == 1 {
			c.firstCitation = c.src.pos(c.run.off(i))
		}
	}
	return 0
}
