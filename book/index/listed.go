package index

// isListed reports whether a run stands among other names or terms, between commas:
// Tula, Kolomna, and other cities.
func isListed(tokens []token, from, to int, x *indexer) bool {
	before, behind := false, false
	if isSited(tokens, from, to, x) {
		return false
	}
	if !x.words[tokens[from].word].capital {
		return isEnumerated(tokens, from, to, x)
	}
	if tokens[from].marks&comma != 0 && from > 0 {
		before = x.words[tokens[from-1].word].capital
	} else if from > 1 && tokens[from].marks&parted == 0 && isAnd(x.words[tokens[from-1].word].text) {
		before = tokens[from-1].marks&comma != 0 && x.words[tokens[from-2].word].capital
	}
	if to+1 < len(tokens) && tokens[to].marks&comma != 0 {
		next := to
		if isAnd(x.words[tokens[to].word].text) {
			next++
		}
		behind = x.words[tokens[next].word].capital || next > to && !x.words[tokens[next].word].class.has(isFunction|isVerb)
	}
	return before || behind || isPaired(tokens, from, to, x)
}

// isEnumerated reports whether small words stand among others, with commas or an and on
// both sides.
func isEnumerated(tokens []token, from, to int, x *indexer) bool {
	before := from > 0 && (tokens[from].marks&comma != 0 || tokens[from].marks&parted == 0 && isAnd(x.words[tokens[from-1].word].text) && tokens[from-1].marks&comma != 0)
	behind := to < len(tokens) && tokens[to].marks&comma != 0
	return before && behind
}

// isSited reports whether a run is a place with the greater one that it lies in behind
// it, between commas: at Warner Creek, Oregon, they.
func isSited(tokens []token, from, to int, x *indexer) bool {
	if from == 0 || tokens[from].marks&parted != 0 || !isPlacing(x.words[tokens[from-1].word].text) || to >= len(tokens) || tokens[to].marks&comma == 0 {
		return false
	}
	end := to
	for end < len(tokens) && (end == to || tokens[end].marks&parted == 0) && x.words[tokens[end].word].capital {
		end++
	}
	if end == to || end < len(tokens) && tokens[end].marks&comma == 0 {
		return false
	}
	return end == len(tokens) || !x.words[tokens[end].word].capital && !isAnd(x.words[tokens[end].word].text)
}

// isPaired reports whether a run is one of two names with and between them.
func isPaired(tokens []token, from, to int, x *indexer) bool {
	if from > 1 && tokens[from].marks&parted == 0 && tokens[from-1].marks&parted == 0 && isAnd(x.words[tokens[from-1].word].text) && x.words[tokens[from-2].word].capital {
		return true
	}
	return to+1 < len(tokens) && tokens[to].marks&parted == 0 && tokens[to+1].marks&parted == 0 && isAnd(x.words[tokens[to].word].text) && x.words[tokens[to+1].word].capital
}
