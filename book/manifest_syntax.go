package book

import (
	"bytes"
	"regexp"
	"strconv"
	"strings"
)

// syntax reports an error of the YAML parser, at the line that it names.
func (r *manifestReader) syntax(src []byte, err error) {
	pos, text := Pos{r.file, 1, 1}, strings.TrimPrefix(err.Error(), "yaml: ")
	if m := regexp.MustCompile(`^line (\d+): `).FindStringSubmatch(text); m != nil {
		pos.Line, _ = strconv.Atoi(m[1])
		text = strings.TrimPrefix(text, m[0])
		if strings.HasPrefix(text, "did not find expected") {
			pos.Line++ // the parser counts lines from 0, its scanner from 1
		}
		lines := bytes.Count(bytes.TrimRight(src, "\n"), []byte("\n")) + 1
		pos.Line = min(max(pos.Line, 1), lines)
	}
	for _, known := range yamlErrors() {
		if strings.Contains(text, known.says) {
			r.diags.Add(ManifestSyntax, pos, "%s", known.means).Hint("%s", known.hint)
			return
		}
	}
	r.diags.Add(ManifestSyntax, pos, "%s", strings.ReplaceAll(text, "\n", " "))
}

// yamlError is a message of the YAML parser and what it says to an editor.
type yamlError struct{ says, means, hint string }

func yamlErrors() []yamlError {
	return []yamlError{
		{"did not find expected ',' or ']'", "a list in brackets is not closed", "close it with ], and put commas between its items"},
		{"did not find expected ',' or '}'", "keys in braces are not closed", "close them with }, and put commas between them"},
		{"did not find expected key", "a line does not fit those before it", "let the keys of one level begin at one column, and put a colon after each"},
		{"did not find expected '-' indicator", "a line does not fit the list before it", "begin every item with a hyphen, at one column"},
		{"mapping values are not allowed", "a colon stands where none can be", "put a value with a colon in it in quotation marks, and begin the keys of one level at one column"},
		{"could not find expected ':'", "a key has no colon", "write the key, a colon, a blank and the value"},
		{"unexpected end of stream", "a quotation mark is not closed", "close it; a quotation mark inside a text is written twice or as \\\""},
		{"found character that cannot start any token", "a value begins with a sign that has a meaning in YAML, or a line with a tab", "put the value in quotation marks, and indent with blanks"},
		{"found a tab character", "a tab stands where blanks must", "indent with blanks"},
		{"block sequence entries are not allowed", "an item of a list stands beside its key", "begin the list on a line of its own"},
		{"unknown anchor", "the name after * is not one that an & has given", "put a text that begins with * in quotation marks"},
		{"UTF-8", "the file is not UTF-8", "save it as UTF-8"},
		{"control characters", "a control character stands in the file", "take it out, or save the file as UTF-8"},
		{"found unknown escape character", "a backslash stands in double quotation marks", "write it twice, or use single quotation marks"},
	}
}
