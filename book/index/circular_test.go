package index

import "testing"

// TestCircular holds which subentries only say their heading again.
func TestCircular(t *testing.T) {
	for _, test := range []struct {
		heading, text string
		want          bool
	}{
		{"capitalism", "and state capitalism", true},
		{"Leninism", "and Lenin", true},
		{"miners", "in the British Miners’ Strike", true},
		{"democratic centralism", "and centralism", true},
		{"capitalism", "and the IWW", false},
		{"Red Army", "and the Black Army", false},
		{"workers’ control", "and factory committees", false},
	} {
		if got := isCircular(test.heading, test.text); got != test.want {
			t.Errorf("%s: %s: %v, want %v", test.heading, test.text, got, test.want)
		}
	}
}
