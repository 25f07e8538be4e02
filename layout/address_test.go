package layout

import "testing"

// TestIsAddress holds which words are broken as addresses are.
func TestIsAddress(t *testing.T) {
	for text, want := range map[string]bool{
		"https://press.example/ink": true, "www.press.example": true, "press.example/ink": true, "en.wiki.example/wiki/Ink": true,
		"and/or": false, "press.example": false, "1.5/2.5": false, "Mr./Mrs.": false, "press.example/": false, "a.b/c": false,
		"24][en.press.example|24][en.press.example": true, "wait....................................": false,
		"Donaudampfschifffahrtsgesellschaft": false, "[p]roletarian-self-emancipation": false,
	} {
		if got := isAddress(text); got != want {
			t.Errorf("%q: %v", text, got)
		}
	}
}
