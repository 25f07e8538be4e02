package pdf

import (
	"os"
	"testing"
)

func TestSample(t *testing.T) {
	data := sample(t).write(Options{Producer: "publish test"})
	if err := os.WriteFile("/tmp/sample.pdf", data, 0o600); err != nil {
		t.Fatal(err)
	}
}
