package wiki

import (
	"bytes"
	"strings"
)

// frontMatter reads the "key: value" lines between two lines of three dashes at
// the start of a file, and returns the text with blanks in their place, so that
// every offset stays true. What is not of that form is left as text.
func frontMatter(text []byte) ([]byte, map[string]string) {
	if !bytes.HasPrefix(text, []byte("---\n")) {
		return text, nil
	}
	end := bytes.Index(text, []byte("\n---\n"))
	if end < 0 {
		return text, nil
	}
	front := map[string]string{}
	for _, line := range strings.Split(string(text[4:end]), "\n") {
		if strings.TrimSpace(line) == "" {
			continue
		}
		key, value, ok := strings.Cut(line, ":")
		if !ok || key == "" || strings.ContainsAny(key, " \t") {
			return text, nil
		}
		front[key] = strings.Trim(strings.TrimSpace(value), `"'`)
	}
	if len(front) == 0 {
		return text, nil
	}
	for i := range text[:end+4] {
		if text[i] != '\n' {
			text[i] = ' '
		}
	}
	return text, front
}
