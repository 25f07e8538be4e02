package assembly

import (
	"fmt"
	"testing"
)

// TestNamesakes numbers sections of one name as MediaWiki and GitHub do, and gives up
// in time.
func TestNamesakes(t *testing.T) {
	d := &draft{sections: map[string]string{}, slugs: map[string]string{}}
	for i := range 20_000 {
		d.nameSection("Set up", fmt.Sprint(i))
	}
	for fragment, want := range map[string]string{"Set_up": "0", "Set up 2": "1", "set-up": "0", "set-up-3": "3", "Set_up_100": "99"} {
		if got, _ := d.section(fragment); got != want {
			t.Errorf("%q leads to section %s, want %s", fragment, got, want)
		}
	}
}
