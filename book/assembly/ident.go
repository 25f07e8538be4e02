package assembly

import (
	"strconv"
	"strings"
)

// idents gives out IDs, each one once.
type idents map[string]bool

// take returns want, or want with -2, -3 … when it is taken. An ID begins with a
// letter: XML allows no figure there.
func (ids idents) take(want string) string {
	if want == "" || want[0] >= '0' && want[0] <= '9' {
		want = strings.TrimSuffix("x-"+want, "-")
	}
	id := want
	for n := 2; ids[id]; n++ {
		id = want + "-" + strconv.Itoa(n)
	}
	ids[id] = true
	return id
}
